import { randomUUID } from 'node:crypto'
import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import { expect } from 'vitest'
import type { Deps } from '../../functions/deps.ts'
import type { Report } from '../../functions/domain/report.ts'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { type Send, test } from '../stack.ts'
import { recount } from './recount.ts'
import { type Answer, ask, draft, step } from './requests.ts'

type As = (account?: string) => Send

/** A submitted parcel of Binjai with one block of maize. */
async function field(as: As, nth: number): Promise<{ id: string; block: string }> {
  const { titles: _, bmnRecords: __, ...properties } = binjai.properties
  const made = await draft(as('petugas.binjai'), {
    ...binjai,
    geometry: squareAt(98.3 + nth / 100, 3.4),
    properties: { ...properties, statusPerolehan: 'bast', name: `Ladang ${nth}` },
  })
  const seen = await step(as('kpb.binjai'), made, 'submission')
  const { id } = seen.body
  const answer = await ask(
    as('petugas.binjai'),
    'POST',
    `/parcels/${id}/blocks`,
    { name: 'Blok 1', kind: 'tanaman-pangan', areaM2: 10_000, from: '2025-01-01' },
    { 'If-Match': seen.etag },
  )
  expect(answer.status).toBe(201)
  return { id, block: answer.body.id ?? answer.body.block?.id }
}

interface Told {
  commodity: string
  kg: number
  kitchen?: number
  month: string
}

const send = (as: As, { id, block }: { id: string; block: string }, told: Told): Promise<Answer> =>
  ask(as('petugas.binjai'), 'POST', `/parcels/${id}/reports`, {
    id: randomUUID(),
    period: { from: `${told.month}-01`, until: `${told.month}-20` },
    entries: [
      {
        block,
        commodity: told.commodity,
        harvestedM2: 5_000,
        harvest: { amount: told.kg, unit: 'kg' },
        went: { kitchen: told.kitchen ?? 0, sold: told.kg - (told.kitchen ?? 0) },
      },
    ],
    statement: 'Dipanen hari ini.',
  })

const foodOf = async (as: As, account: string, query = ''): Promise<Answer['body']> =>
  (await ask(as(account), 'GET', `/food${query}`)).body

/** All counters of a Kanwil that are not zero. */
async function counters({ table: { client, name } }: Deps, kanwil: string): Promise<unknown[]> {
  const found: unknown[] = []
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `Y#${kanwil}` },
      ConsistentRead: true,
    },
  )
  for await (const { Items = [] } of pages)
    for (const { pk: _, sk, ...sums } of Items)
      for (const [sum, value] of Object.entries(sums))
        if (value !== 0) found.push([sk, sum, Number(value)])
  return found
}

test('GET /food tells what was harvested by unit, commodity and month, and what reached the kitchen', async ({
  as,
}) => {
  const [one, two] = [await field(as, 1), await field(as, 2)]
  for (const [where, told] of [
    [one, { commodity: 'jagung', kg: 812.5, kitchen: 40, month: '2026-09' }],
    [two, { commodity: 'jagung', kg: 100, kitchen: 20, month: '2026-10' }],
    [two, { commodity: 'padi', kg: 300, month: '2026-11' }],
    [one, { commodity: 'padi', kg: 7, month: '2025-06' }], // before the twelve months
  ] as const)
    expect((await send(as, where, told)).status).toBe(201)

  const food = await foodOf(as, 'petugas.binjai')
  expect(food).toMatchObject({ from: '2025-12', until: '2026-11', policy: { value: 5 } })
  expect(food.units).toEqual([
    {
      upt: 'lapas-kelas-iia-binjai',
      name: 'Lapas Kelas IIA Binjai',
      kanwil: 'sumatera-utara',
      reports: 3,
    },
  ])
  expect(food.rows).toMatchObject([
    { commodity: 'jagung', harvestedM2: 10_000, harvests: [{ unit: 'kg', harvest: 912.5, kitchen: 60, sold: 852.5 }] }, // prettier-ignore
    { commodity: 'padi', harvests: [{ harvest: 300, sold: 300 }] },
  ])
  expect(food.months.map((each: { month: string }) => each.month)).toEqual([
    '2026-09',
    '2026-10',
    '2026-11',
  ])
  const old = await foodOf(as, 'petugas.binjai', '?from=2025-01&until=2025-12')
  expect(old.rows).toMatchObject([{ commodity: 'padi', harvests: [{ harvest: 7 }] }])
})

test('each sees the units within reach, and no others', { timeout: 30_000 }, async ({ as }) => {
  await send(as, await field(as, 1), { commodity: 'jagung', kg: 10, month: '2026-10' })
  for (const account of ['kpb.binjai', 'kanwil.sumut', 'pusat', 'auditor'])
    expect((await foodOf(as, account)).rows, account).toHaveLength(1)
  for (const account of ['petugas.batang', 'kanwil.jateng'])
    for (const query of ['', '?kanwil=sumatera-utara', '?upt=lapas-kelas-iia-binjai'])
      expect((await foodOf(as, account, query)).rows, account).toEqual([])
  expect((await foodOf(as, 'petugas.binjai')).reach).toBe(1)
  expect((await ask(as('pusat'), 'GET', '/food?from=2026-13')).status).toBe(400)
  const backwards = await ask(as('pusat'), 'GET', '/food?from=2027-01&until=2026-01')
  expect(backwards.status).toBeLessThan(500)
  expect((await foodOf(as, 'pusat', '?from=1990-01')).from).toBe('2023-12') // 36 months at most
})

test(
  'after reports that were sent twice, withdrawn, and sent all at once, a recount finds no drift',
  { timeout: 60_000 },
  async ({ as, deps }) => {
    const fields = await Promise.all([field(as, 1), field(as, 2)])
    const amounts = [812.5, 0.1, 0.2, 7, 1e9]
    const sent = await Promise.all(
      amounts.map((kg, i) => send(as, fields[i % 2]!, { commodity: 'jagung', kg, month: '2026-10' })), // prettier-ignore
    )
    expect(sent.map(({ status }) => status)).toEqual(amounts.map(() => 201))
    const { by: _, at: __, grade: ___, provedOn: ____, unit: _____, ...again } = sent[0]!.body
    const path = (i: number) => `/parcels/${fields[i % 2]!.id}/reports`
    expect((await ask(as('petugas.binjai'), 'POST', path(0), again)).status).toBe(200)
    const withdraw = (i: number) =>
      ask(as('petugas.binjai'), 'POST', `${path(i)}/${sent[i]!.body.id}/withdrawal`, {
        reason: 'Salah catat',
      })
    expect((await withdraw(4)).status).toBe(200)
    expect((await withdraw(4)).status).toBe(200)

    const kept = sent.slice(0, 4).map(({ body }) => body as Report)
    const total = kept.reduce((sum, { entries }) => sum + Math.round((entries[0]!.harvest?.amount ?? 0) * 1000), 0) // prettier-ignore
    const at = '2026-10#lapas-kelas-iia-binjai#'
    expect(await counters(deps, 'sumatera-utara')).toEqual(
      expect.arrayContaining([
        [at, 'n:reports', 4],
        [`${at}jagung`, 'n:harvest:kg', total],
        [`${at}jagung`, 'n:sold:kg', total],
        [`${at}jagung`, 'n:harvested', 4 * 5_000_000],
      ]),
    )
    expect(await recount(deps)).toEqual([])
    for (const i of [0, 1, 2, 3]) expect((await withdraw(i)).status).toBe(200)
    expect(await recount(deps)).toEqual([])
    expect(await counters(deps, 'sumatera-utara')).toEqual([])
    expect((await foodOf(as, 'pusat')).units).toEqual([])
  },
)

test('GET reports tells what the rules say of the newest, in the language of the reader', async ({
  as,
}) => {
  const { id, block } = await field(as, 1)
  await ask(as('petugas.binjai'), 'POST', `/parcels/${id}/reports`, {
    id: randomUUID(),
    period: { from: '2026-10-01', until: '2026-10-31' },
    entries: [
      {
        block,
        commodity: 'padi',
        harvestedM2: 5_000,
        harvest: { amount: 30, unit: 'ekor' },
        wbp: 5,
      },
    ],
    statement: 'Dipanen hari ini.',
  })
  const read = async (account: string, query = '', language = 'id') =>
    (
      await ask(as(account), 'GET', `/parcels/${id}/reports${query}`, undefined, {
        'Accept-Language': language,
      })
    ).body
  const { findings } = await read('kanwil.sumut')
  const rules = findings.map(({ rule }: { rule: string }) => rule)
  expect(rules).toEqual(['G19', 'G22', 'G25', 'H01', 'H02', 'G24'])
  expect(findings[0].message).toBe('Padi dilaporkan dalam ekor; satuannya kg.')
  expect((await read('auditor', '', 'en')).findings[0].message).toContain('Rice was reported')
  expect(await read('kanwil.sumut', '?from=2026-01-01')).not.toHaveProperty('findings')
  const { properties } = (await ask(as('kanwil.sumut'), 'GET', `/parcels/${id}`)).body
  expect(properties.findings.map(({ rule }: { rule: string }) => rule)).toContain('G01') // 1 of 1.23 ha
})
