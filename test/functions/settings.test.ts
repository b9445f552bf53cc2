import { expect } from 'vitest'
import { DEFAULT_DEFINITION } from '../../functions/domain/definition.ts'
import { sweep } from '../../functions/sweep/sweep.ts'
import { binjai } from '../fixtures/parcels.ts'
import { type Stack, test } from '../stack.ts'
import { recount } from './recount.ts'
import { ask, draft, step } from './requests.ts'

const { values } = DEFAULT_DEFINITION
const months = (value: number) => ({ value, source: 'SE Dirjen', status: 'internal' as const })
const proposal = { validFrom: '2026-11-25', source: 'SE Dirjen', values }
const quick = { ...proposal, values: { ...values, idleMonths: months(2) } }

/** A second member of headquarters. */
async function second({ as }: Pick<Stack, 'as'>) {
  const roles = [{ role: 'pusat', upt: [], kanwil: [], from: '2026-01-01' }]
  const made = await ask(as('pusat'), 'POST', '/members', { subject: 'dua', name: 'Dua', roles })
  expect(made.status).toBe(201)
  return as('dua')
}
const sweeping = (deps: Stack['deps']) => sweep({ ...deps, origin: '' })

test('version 1 comes with the program; each number says where it comes from', async ({ as }) => {
  const { body } = await ask(as('petugas.binjai'), 'GET', '/settings')
  expect(body.settings.map(({ name, inForce }: never) => [name, inForce])).toEqual([
    ['definisi', 1],
    ['libur', 1],
  ])
  const [first] = body.settings[0].versions
  expect(first).toMatchObject({ version: 1, state: 'berlaku' })
  expect(first.values.pspMonths).toEqual({
    value: 6,
    source: 'PMK 40 Tahun 2024 Ps. 11(1)',
    status: 'regulation',
  })
  expect(body.settings[1].versions[0].values.years['2027'].provisional).toBe(true)
})

test('one proposes, another approves, and it holds from its day', async ({ as, clock, deps }) => {
  const other = await second({ as })
  const made = await ask(as('pusat'), 'POST', '/settings/definisi', quick)
  expect(made.body).toMatchObject({ version: 2, state: 'diusulkan', proposed: { name: 'Pusat' } })
  const own = await ask(as('pusat'), 'POST', '/settings/definisi/2/approval')
  expect([own.status, own.body.type]).toEqual([403, '/problems/four-eyes'])
  const approved = await ask(other, 'POST', '/settings/definisi/2/approval')
  expect(approved.body).toMatchObject({ state: 'akan-berlaku', approved: { name: 'Dua' } })
  expect((await ask(other, 'POST', '/settings/definisi/2/approval')).status).toBe(409)

  clock.now = new Date('2026-11-24T17:10:00.000Z') // past midnight in Jakarta
  const { body } = await ask(as('auditor'), 'GET', '/settings/definisi')
  expect(body).toMatchObject({ inForce: 2, today: '2026-11-25' })
  expect(body.versions.map(({ state }: { state: string }) => state)).toEqual([
    'pernah-berlaku',
    'berlaku',
  ])
  expect(await recount(deps)).toEqual([]) // its history holds
})

test('what is past keeps its rules: a version holds from tomorrow', async ({ as, clock }) => {
  const other = await second({ as })
  const today = { ...quick, validFrom: '2026-11-23' }
  const refused = await ask(as('pusat'), 'POST', '/settings/definisi', today)
  expect(refused.status).toBe(422)
  expect(refused.body.errors[0].pointer).toBe('#/validFrom')
  await ask(as('pusat'), 'POST', '/settings/definisi', quick)
  clock.now = new Date('2026-11-25T03:00:00.000Z')
  const late = await ask(other, 'POST', '/settings/definisi/2/approval')
  expect(late.status).toBe(422)
})

test('a later proposal takes the place of one that waits', async ({ as }) => {
  const other = await second({ as })
  await ask(as('pusat'), 'POST', '/settings/definisi', quick)
  await ask(as('pusat'), 'POST', '/settings/definisi', proposal)
  expect((await ask(other, 'POST', '/settings/definisi/2/approval')).status).toBe(409)
  expect((await ask(other, 'POST', '/settings/definisi/3/approval')).status).toBe(200)
  const { body } = await ask(other, 'GET', '/settings/definisi')
  expect(body.versions.map(({ state }: { state: string }) => state)).toEqual([
    'berlaku',
    'gugur',
    'akan-berlaku',
  ])
})

test.for([
  [{ ...proposal, values: { ...values, idleMonths: months(1.5) } }, '#/values/idleMonths'],
  [{ ...proposal, values: { ...values, idleMonths: { value: 6 } } }, '#/values/idleMonths/source'],
  [{ ...proposal, values: { ...values, more: 1 } }, '#/values/more'],
  [{ validFrom: '2026-12-01', values }, '#/source'],
] as const)('what is wrong is named, fault %#', async ([body, pointer], { as }) => {
  const { status, body: told } = await ask(as('pusat'), 'POST', '/settings/definisi', body)
  expect(status).toBe(422)
  expect(told.errors.map((fault: { pointer: string }) => fault.pointer)).toContain(pointer)
})

test('a proposal sent twice is one', async ({ as }) => {
  const key = { 'Idempotency-Key': 'usul-1' }
  const send = () => ask(as('pusat'), 'POST', '/settings/definisi', quick, key)
  const answers = [await send(), await send()]
  expect(answers.map(({ status, body }) => [status, body.version])).toEqual([
    [201, 2],
    [201, 2],
  ])
  expect((await ask(as('pusat'), 'GET', '/settings/definisi')).body.versions).toHaveLength(2)
})

test('a preview says what would move, and the switch then moves it', async ({
  as,
  clock,
  deps,
}) => {
  const made = await draft(as('petugas.binjai'), binjai)
  const submitted = await step(as('kpb.binjai'), made, 'submission')
  expect(submitted.status).toBe(200)
  const other = await second({ as })
  await ask(as('pusat'), 'POST', '/settings/definisi', quick)
  const path = '/settings/definisi/2/preview'
  const { body } = await ask(as('pusat'), 'GET', path)
  // The go-live was on 1 June 2026, nothing was reported since: two months are long over, six are not.
  expect(body).toMatchObject({ complete: false, checked: 1, unchanged: { parcels: 0 } })
  expect(body.moves).toEqual([
    {
      from: 'belum-terbukti',
      to: 'terindikasi-tidak-terpakai',
      parcels: 1,
      areaM2: expect.closeTo(12_310, -1),
    },
  ])
  const rest = await ask(as('pusat'), 'GET', `${path}?cursor=${body.cursor}`)
  expect(rest.body).toMatchObject({ complete: true, checked: 0, moves: [] })

  await ask(other, 'POST', '/settings/definisi/2/approval')
  expect((await sweeping(deps)).definition).toBe(1)
  clock.now = new Date('2026-11-24T17:30:00.000Z')
  const report = await sweeping(deps)
  expect(report).toMatchObject({ definition: 2, derived: 1, changed: 1, failed: [], done: true })
  const { body: list } = await ask(as('kanwil.sumut'), 'GET', '/parcels')
  expect(list.features[0].properties).toMatchObject({ use: 'terindikasi-tidak-terpakai' })
  expect(await sweeping(deps)).toMatchObject({ derived: 0, changed: 0, due: 0 })
  expect(await recount(deps)).toEqual([])
})
