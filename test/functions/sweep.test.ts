import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { folderMail } from '../../infra/local/mail.ts'
import { sweep } from '../../functions/sweep/sweep.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { saveParcel } from '../../functions/parcels/save.ts'
import { daysLater } from '../domain/plain-count.ts'
import { block, parcel } from '../domain/use-parcels.ts'
import { readLedger } from '../../functions/store/ledger.ts'
import { binjai } from '../fixtures/parcels.ts'
import { type Stack, test as base } from '../stack.ts'
import { recount } from './recount.ts'
import { ask, draft, step } from './requests.ts'
import { addBlock } from './using.ts'
import { during } from './wire.ts'

const test = base.extend<{ folder: string; swept: (date?: string) => ReturnType<typeof sweep> }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads from the pattern what a fixture needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'petak-mail-'))
    await use(folder)
    await rm(folder, { recursive: true })
  },
  swept: async ({ deps, folder }, use) =>
    use((date) => sweep({ ...deps, mail: folderMail(folder), origin: '' }, { date })),
})

async function submitted({ as }: Pick<Stack, 'as'>): Promise<string> {
  const made = await draft(as('petugas.binjai'), binjai)
  const { status, body } = await step(as('kpb.binjai'), made, 'submission')
  expect(status).toBe(200)
  return body.id
}

const BINJAI = {
  upt: 'lapas-kelas-iia-binjai',
  kanwil: 'sumatera-utara',
  unitName: 'Lapas Kelas IIA Binjai',
}

/** Put a parcel of Binjai into the store as it is told. */
async function placed(deps: Stack['deps'], record: ParcelRecord): Promise<void> {
  const actor = { member: 'petak', role: 'sistem' }
  const place = { id: deps.newId(), place: BINJAI, hands: [], actor }
  await saveParcel(deps, { ...place, stored: null, record, action: 'created' })
}

const textOf = (eml: string): string =>
  Buffer.from(eml.split('\r\n\r\n')[1] ?? '', 'base64').toString()

test('where nothing is due, a sweep asks each Kanwil once and writes nothing', async ({
  deps,
  swept,
}) => {
  await swept()
  const asked: string[] = []
  const written: string[] = []
  await during(
    deps,
    ({ command, input }, send) => {
      const values = input.ExpressionAttributeValues ?? {}
      const of: unknown = values[':pk']?.S ?? values[':pk']
      if (command === 'Query' && String(of).startsWith('T#')) asked.push(String(of))
      if (/Put|Update|Delete|Transact/.test(command)) written.push(command)
      return send()
    },
    () => swept(),
  )
  expect(asked).toHaveLength(33)
  expect(new Set(asked).size).toBe(33)
  expect(written).toEqual([])
})

test('a year ahead: land counts as unused, a case opens, and each is told once', async ({
  as,
  deps,
  folder,
  swept,
}) => {
  await swept()
  const id = await submitted({ as })
  const { body: before } = await ask(as('petugas.binjai'), 'GET', '/dues', undefined, {
    'Accept-Language': 'en',
  })
  expect(before.dues).toHaveLength(1)
  expect(before.dues[0]).toMatchObject({
    parcel: id,
    use: 'belum-terbukti',
    label: expect.any(String),
  })
  expect((await ask(as('petugas.batang'), 'GET', '/dues')).body.dues).toEqual([])
  expect((await ask(as('kanwil.jateng'), 'GET', '/dues')).body.dues).toEqual([])
  expect((await ask(as('auditor'), 'GET', '/dues')).body.dues).toHaveLength(1)

  const report = await swept('2027-11-23')
  expect(report).toMatchObject({ day: '2027-11-23', due: 1, changed: 1, failed: [], done: true })
  const parcel = await ask(as('kanwil.sumut'), 'GET', `/parcels/${id}`)
  expect(parcel.body.properties).toMatchObject({ use: 'terindikasi-tidak-terpakai' })
  const events = await ask(as('auditor'), 'GET', `/parcels/${id}/events`)
  expect(events.body.events.at(-1)).toMatchObject({
    action: 'swept',
    actor: { member: 'registri', role: 'sweep' },
  })

  const { body: ledger } = await ask(as('kanwil.sumut'), 'GET', '/ledger')
  const idle = ledger.entries.find(({ clock }: { clock: string }) => clock === 'menganggur')
  // Six months after the go-live of 1 June 2026; the case opens on the day on which it is seen.
  expect(idle).toMatchObject({ day: '2026-11-30', seen: '2027-11-23', outcome: 'kasus-dibuka' })
  expect((await ask(as('kanwil.jateng'), 'GET', '/ledger')).body.entries).toEqual([])

  const again = await swept('2027-11-23')
  expect(again).toMatchObject({ due: 0, changed: 0, told: { changes: 0, sent: 0 } })
  expect((await ask(as('kanwil.sumut'), 'GET', '/ledger')).body).toEqual(ledger)

  const files = await readdir(folder)
  const mails = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
  const to = mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1]?.trim()).sort()
  expect(to).toEqual([
    'kanwil.sumut@petak.example',
    'kpb.binjai@petak.example',
    'petugas.binjai@petak.example',
  ])
  for (const mail of mails) {
    expect(textOf(mail)).toMatch(/Lahan uji Tunggurono/)
    expect(textOf(mail)).not.toMatch(/98[.,]48|12[.,]?310/) // neither place nor figures
  }

  const { body: own } = await ask(as('kpb.binjai'), 'GET', '/digests')
  expect(own.digests).toHaveLength(1)
  expect(own.digests[0]).toMatchObject({ day: '2027-11-23', sentAt: expect.any(String) })
  expect(own.digests[0].text).toMatch(/Kasus lahan menganggur dibuka \(internal\)/)
  expect((await ask(as('kpb.binjai'), 'GET', '/digests/2027-11-23')).body).toEqual(own.digests[0])
  expect((await ask(as('kpb.batang'), 'GET', '/digests')).body.digests).toEqual([])
  expect(await recount(deps)).toEqual([])
})

test('the registry is not taken back behind a day to which it was swept', async ({ as, swept }) => {
  await swept('2027-01-04')
  expect(await swept('2026-12-01')).toMatchObject({ day: '2027-01-04' })
  expect(await swept()).toMatchObject({ day: '2027-01-04' })
  expect((await ask(as('pusat'), 'GET', '/settings/definisi')).body.today).toBe('2027-01-04')
})

test('days at the end of all calendars are refused by a rule, or recorded and swept', async ({
  as,
  swept,
}) => {
  const block = { from: '9999-06-30' } // its evidence would run out thereafter
  expect((await addBlock(as('petugas.binjai'), await submitted({ as }), block)).status).toBe(201)
  expect(await swept('2027-01-04')).toMatchObject({ failed: [], done: true })
  const steps = { bast: { number: 'BAST/1', date: '9999-12-31' } }
  const properties = { ...binjai.properties, name: 'Hibah', grant: { steps } }
  const made = await draft(as('petugas.binjai'), { ...binjai, properties })
  expect((await step(as('kpb.binjai'), made, 'submission')).status).toBe(422)
})

test('a parcel that fails holds up no other, and is tried again until it is derived', async ({
  as,
  deps,
  swept,
}) => {
  const bad = await submitted({ as })
  await placed(deps, parcel({ properties: { upt: BINJAI.upt } }))
  const failing = (): ReturnType<typeof sweep> =>
    during(
      deps,
      ({ command, input }, send) => {
        const isBad = command.startsWith('BatchGet') && JSON.stringify(input).includes(bad)
        if (isBad) throw new Error('broken')
        return send()
      },
      () => swept(),
    )
  expect(await failing()).toMatchObject({ derived: 1, failed: [bad], done: true })
  expect(await failing()).toMatchObject({ derived: 0, failed: [bad], done: true }) // it alone
  expect(await swept()).toMatchObject({ derived: 1, failed: [], done: true })
  expect(await swept()).toMatchObject({ derived: 0, failed: [], done: true })
})

test('a hundred deadlines that passed on as many days are all noted, in one sweep', async ({
  clock,
  deps,
  swept,
}) => {
  clock.now = new Date('2026-06-10T03:00:00.000Z')
  const blocks = Array.from({ length: 100 }, (_, n) =>
    block({ id: deps.newId(), areaM2: 10, proved: daysLater('2026-02-01', n) }),
  )
  await placed(deps, parcel({ blocks, properties: { upt: BINJAI.upt } }))
  expect(await swept('2027-01-04')).toMatchObject({ changed: 1, failed: [], done: true })
  const { groups } = await readLedger(deps.table, { kanwil: BINJAI.kanwil, limit: 1000 })
  const noted = groups.flatMap(({ entries }) => entries.map(({ key }) => key))
  const own = noted.filter((key) => key.startsWith('bukti:'))
  expect(new Set(own)).toEqual(new Set(blocks.map((each) => `bukti:${each.id}`)))
  expect(own).toHaveLength(100)
  expect(await swept('2027-01-04')).toMatchObject({ due: 0, changed: 0 })
})
