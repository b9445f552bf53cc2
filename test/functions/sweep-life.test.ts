import { expect } from 'vitest'
import { advance } from '../../functions/domain/advance.ts'
import { canonical, type Json } from '../../functions/domain/canonical.ts'
import { DEFAULT_DEFINITION, type Definition } from '../../functions/domain/definition.ts'
import { deriveStanding } from '../../functions/domain/derive.ts'
import { toldTo } from '../../functions/domain/digest.ts'
import { DEFAULT_HOLIDAYS } from '../../functions/domain/holidays.ts'
import type { Notice } from '../../functions/domain/notice.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { listDigests } from '../../functions/store/digests.ts'
import type { Mail } from '../../functions/notify/mail.ts'
import { bringUp } from '../../functions/parcels/bring-up.ts'
import { saveParcel } from '../../functions/parcels/save.ts'
import { findParcel } from '../../functions/parcels/table.ts'
import { readLedger } from '../../functions/store/ledger.ts'
import { listMembers } from '../../functions/store/members.ts'
import { waiting } from '../../functions/store/outbox.ts'
import { sweep } from '../../functions/sweep/sweep.ts'
import { daysLater } from '../domain/plain-count.ts'
import { act, luck, newcomer } from '../domain/simulation-life.ts'
import { type Stack, test } from '../stack.ts'
import { recount } from './recount.ts'
import { ask } from './requests.ts'
import { during, type Hook } from './wire.ts'

/*
 * Some years of parcels in the real store, whose sweep is killed at any call, comes twice, and sleeps for
 * days; held against the same years in pure code, where nothing fails.
 */

/** So many that it takes less than a minute; SWEPT_PARCELS=500 takes some ten. */
const PARCELS = Number(process.env.SWEPT_PARCELS ?? 9)
const TIMEOUT = 120_000 + PARCELS * 3_000 // ms
const START = '2026-06-10'
const END = '2029-06-10'
const SEED = Number(process.env.SWEPT_SEED ?? 11)

const PLACES = [
  { upt: 'lapas-kelas-iia-binjai', kanwil: 'sumatera-utara', unitName: 'Lapas Kelas IIA Binjai' },
  { upt: 'lapas-kelas-iib-batang', kanwil: 'jawa-tengah', unitName: 'Lapas Kelas IIB Batang' },
  { upt: 'lapas-kelas-i-malang', kanwil: 'jawa-timur', unitName: 'Lapas Kelas I Malang' }, // no members
]

/** What is in force from when: idle after four months, and a late decree of holidays. */
const SECOND: Definition = {
  version: 2,
  validFrom: '2027-09-01',
  source: 'uji',
  values: {
    ...DEFAULT_DEFINITION.values,
    idleMonths: { value: 4, source: 'uji', status: 'internal' },
  },
}
const DECREED_FROM = '2028-02-03'
const DECREED = {
  years: {
    2026: DEFAULT_HOLIDAYS.years[2026]!,
    2027: DEFAULT_HOLIDAYS.years[2027]!,
    2028: {
      source: 'uji',
      days: ['01-01', '02-10', '03-03', '12-25'].map((day) => ({
        date: `2028-${day}`,
        name: 'Libur',
        kind: 'libur' as const,
      })),
    },
  },
}
const settingsAt = (today: string) => ({
  definition: today >= SECOND.validFrom ? SECOND : DEFAULT_DEFINITION,
  holidays: today >= DECREED_FROM ? DECREED : DEFAULT_HOLIDAYS,
})
const givenOn = (today: string) => ({ today, areaM2: null, ...settingsAt(today) })

class Killed extends Error {}

/** A process that dies at its `nth` call to the stores, before or after that call arrives. */
function dyingAt(nth: number, isAfter: boolean): Hook {
  let calls = 0
  return async (_, send) => {
    calls += 1
    if (calls > nth || (calls === nth && !isAfter)) throw new Killed('killed')
    const sent = await send()
    if (calls >= nth) throw new Killed('killed') // it arrived, but nobody heard
    return sent
  }
}

const text = (value: unknown): string => canonical(JSON.parse(JSON.stringify(value)) as Json)

/** Two of headquarters put both settings in force, each a while before it counts. */
async function approveSettings({ as, clock }: Pick<Stack, 'as' | 'clock'>): Promise<void> {
  const email = 'pusat.dua@petak.example'
  const role = { role: 'pusat', upt: [], kanwil: [], from: '2026-01-01' }
  const member = { subject: 'pusat.dua', name: 'Pusat Dua', roles: [role], email, language: 'en' }
  expect((await ask(as('pusat'), 'POST', '/members', member)).status).toBe(201)
  const said = [
    ['definisi', { validFrom: SECOND.validFrom, source: 'uji', values: SECOND.values }],
    ['libur', { validFrom: DECREED_FROM, source: 'uji', values: DECREED }],
  ] as const
  for (const [name, body] of said) {
    expect((await ask(as('pusat'), 'POST', `/settings/${name}`, body)).status).toBe(201)
    const approval = `/settings/${name}/2/approval`
    expect((await ask(as('pusat'), 'POST', approval)).body.type).toBe('/problems/four-eyes')
    expect((await ask(as('pusat.dua'), 'POST', approval)).body.state).toBe('akan-berlaku')
  }
  clock.now = new Date(clock.now.getTime() + 60_000) // what was read before is asked again
}

interface Twin {
  id: string
  place: (typeof PLACES)[number]
  /** What the record has to be. */
  record: ParcelRecord
}

test(
  'no deadline is missed and nothing happens twice, wherever the sweep is killed',
  { timeout: TIMEOUT },
  async ({ as, clock, deps }) => {
    const chance = luck(SEED)
    const at = (day: string, hour = '03') => (clock.now = new Date(`${day}T${hour}:00:00.000Z`))
    at(START)
    await approveSettings({ as, clock })
    const members = await listMembers(deps.table)
    const sent = new Map<string, number>()
    const mail: Mail = {
      isRepeatable: false,
      send: async ({ id }) => {
        sent.set(id, (sent.get(id) ?? 0) + 1)
        return 'sent'
      },
    }
    const around = { ...deps, mail, origin: 'https://petak.example' }

    const ledger: string[] = []
    const told = new Map<string, number>()
    const twins: Twin[] = []

    /** Bring a twin to a day, as the sweep has to. */
    const raise = (twin: Twin, today: string): void => {
      const made = advance(twin.record, givenOn(today))
      if (!made) return
      twin.record = made.record
      for (const { key, day, seen, outcome } of made.ledger)
        ledger.push(`${twin.id} ${key} ${day} seen ${seen}: ${outcome}`)
      const notices: readonly Notice[] = made.notices
      for (const [member, lines] of toldTo(members, twin.place, notices, today))
        told.set(member, (told.get(member) ?? 0) + lines.length)
    }
    /** A change of a twin: what had passed with it by then is told at once. */
    const keep = (twin: Twin, record: ParcelRecord, today: string): void => {
      twin.record = record
      raise(twin, today)
      twin.record = { ...twin.record, standing: deriveStanding(twin.record, givenOn(today)) }
    }
    const place = (twin: Twin) => ({
      id: twin.id,
      place: twin.place,
      hands: [],
      actor: { member: 'petak', role: 'sistem' },
    })

    for (let n = 0; n < PARCELS; n += 1) {
      const where = PLACES[n % PLACES.length]!
      const born = newcomer(START, 10_000, chance)
      const record = { ...born, properties: { ...born.properties, upt: where.upt } }
      const twin = { id: deps.newId(), place: where, record }
      twins.push(twin)
      keep(twin, record, START)
      await saveParcel(deps, { ...place(twin), stored: null, record, action: 'created' })
    }

    /** Somebody does something: what passed by then is told first. */
    const change = async (twin: Twin, today: string): Promise<void> => {
      raise(twin, today)
      const stored = (await findParcel(deps.table, twin.id))!
      await bringUp(deps, stored, today)
      const raised = (await findParcel(deps.table, twin.id))!
      expect(text(raised.record)).toBe(text(twin.record))
      const record = act(twin.record, givenOn(today), 10_000, chance)
      if (text(record) === text(twin.record)) return
      await saveParcel(deps, { ...place(twin), stored: raised, record, action: 'changed' })
      keep(twin, record, today)
    }

    const died = { times: 0, double: 0 }
    /** A night: killed up to twice, now and then two at once, until one comes to its end. */
    const night = async (today: string, isQuiet = false): Promise<void> => {
      at(today, '17') // half past midnight in Jakarta is the day after
      const day = daysLater(today, 1)
      for (const twin of twins) raise(twin, day)
      for (let n = isQuiet ? 0 : chance.between(0, 2); n > 0; n -= 1) {
        const hook = dyingAt(chance.between(1, 60 + PARCELS * 4), chance.happens(0.5))
        await during(deps, hook, async () => sweep(around)).catch(() => undefined)
        died.times += 1
      }
      const isDouble = chance.happens(0.15)
      if (isDouble) died.double += 1
      const reports = await Promise.all(isDouble ? [sweep(around), sweep(around)] : [sweep(around)])
      for (const { failed, done, day: judged } of reports)
        expect({ failed, done, judged }).toEqual({ failed: [], done: true, judged: day })
    }

    for (let today = START; today < END; today = daysLater(today, chance.between(3, 50))) {
      at(today)
      for (const twin of twins) if (chance.happens(0.15)) await change(twin, today)
      await night(today)
    }
    const last = daysLater(END, 40)
    await night(last)
    await night(daysLater(last, 3), true) // by now nobody waits for a sender that died
    await night(daysLater(last, 6), true)

    for (const twin of twins) {
      const stored = (await findParcel(deps.table, twin.id))!
      expect(text(stored.record)).toBe(text(twin.record))
    }
    const noted = await Promise.all(
      PLACES.map(({ kanwil }) => readLedger(deps.table, { kanwil, limit: 100_000 })),
    )
    const lines = noted.flatMap(({ groups, isLast }) => {
      expect(isLast).toBe(true)
      return groups.flatMap(({ entries }) =>
        entries.map(
          ({ parcel, key, day, seen, outcome }) =>
            `${parcel} ${key} ${day} seen ${seen}: ${outcome}`,
        ),
      )
    })
    expect(lines.sort()).toEqual(ledger.sort())
    expect(new Set(lines).size).toBe(lines.length)

    expect((await waiting(deps.table, 10)).outgoing).toEqual([])
    let unclear = 0
    for (const { id, email } of members) {
      const digests = await listDigests(deps.table, id, { limit: 1000 })
      const held = digests.reduce((sum, { lines: own, more }) => sum + own.length + more, 0)
      expect({ id, held }).toEqual({ id, held: told.get(id) ?? 0 })
      for (const { day, sentAt, unsent } of digests) {
        unclear += unsent === 'unclear' ? 1 : 0
        const times = sent.get(`${day}-${id}`) ?? 0
        const most = sentAt || unsent === 'unclear' ? 1 : 0 // unclear: it may have left, or not
        expect({ day, email, isOnce: times <= most && times >= (sentAt ? 1 : 0) }).toEqual({
          day,
          email,
          isOnce: true,
        })
        expect(sentAt ?? unsent).toBeDefined()
      }
    }
    const faults = (await recount(deps)).filter((fault) => !fault.startsWith('numbers'))
    expect(faults).toEqual([])
    expect(lines.length).toBeGreaterThan(PARCELS)
    console.log(
      `${PARCELS} parcels: ${lines.length} deadlines, ${sent.size} mails, killed ${died.times} times, twice at once ${died.double} times, ${unclear} mails unclear.`,
    )
  },
)
