import { expect, test } from 'vitest'
import { type Advance, advance } from '../../functions/domain/advance.ts'
import { nextDue } from '../../functions/domain/clocks.ts'
import {
  DEFAULT_DEFINITION,
  type Definition,
  type DefinitionValues,
  type Given,
} from '../../functions/domain/definition.ts'
import { deriveStanding } from '../../functions/domain/derive.ts'
import { DEFAULT_HOLIDAYS, type Holidays } from '../../functions/domain/holidays.ts'
import type { CaseClockName } from '../../functions/domain/idle-clocks.ts'
import { isOpenCase } from '../../functions/domain/idle-case.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { addWorkingDays } from '../../functions/domain/working-days.ts'
import { daysLater, deadlinesIn, monthsLater, standingOn } from './plain-count.ts'
import { act, luck, newcomer } from './simulation-life.ts'

/*
 * Ten years of parcels, their units, a Kanwil and a sweep that fails: what it made is thrown away as if
 * it had been killed before its transaction, it sleeps for days, and it comes twice. Definitions change,
 * and holidays are decreed late. Everything is held against plain-count.ts, which shares no code.
 */

/** So many that it takes less than a minute; SIMULATED_PARCELS=50000 takes about a quarter of an hour. */
const PARCELS = Number(process.env.SIMULATED_PARCELS ?? 1500)
const TIMEOUT = 120_000 + PARCELS * 60 // ms
const START = '2026-06-01' // the go-live
const END = '2036-06-01'

const months = (value: number) => ({ value, source: 'test', status: 'internal' as const })
const version = (number: number, validFrom: string, values: Partial<DefinitionValues>) => ({
  version: number,
  validFrom,
  source: 'test',
  values: { ...DEFAULT_DEFINITION.values, ...values },
})
const DEFINITIONS: Definition[] = [
  DEFAULT_DEFINITION,
  version(2, '2029-03-01', { idleMonths: months(4), escalationDays: months(7) }),
  version(3, '2032-01-01', { idleMonths: months(9), seasonalEvidenceMonths: months(5) }),
]

/** A year of six holidays; until it is decreed, a year is known by its weekends alone. */
const decreed = (year: number) => ({
  source: 'test',
  days: ['01-01', '03-20', '05-01', '08-17', '12-24', '12-25'].map((day) => ({
    date: `${year}-${day}`,
    name: 'Libur',
    kind: 'libur' as const,
  })),
})
/** Decrees come in November; those of some years only in the year itself, and later than their first days. */
const decreeOf = (year: number) => (year % 3 === 0 ? `${year}-02-10` : `${year - 1}-11-05`)
const YEARS = Array.from({ length: 11 }, (_, i) => 2027 + i)
const known = new Map<string, Holidays>()
function holidaysOn(today: string): Holidays {
  const years = YEARS.filter((year) => decreeOf(year) <= today)
  const key = String(years.length)
  if (!known.has(key))
    known.set(key, {
      years: {
        2026: DEFAULT_HOLIDAYS.years['2026']!,
        ...Object.fromEntries(years.map((year) => [year, decreed(year)])),
      },
    })
  return known.get(key)!
}

/** Days on which everything is derived anew, as a definition or a decree came into force. */
const SWITCHES = [...DEFINITIONS.slice(1).map(({ validFrom }) => validFrom), ...YEARS.map(decreeOf)]
  .filter((day) => day > START && day < END)
  .sort()

const definitionOn = (today: string): Definition =>
  DEFINITIONS.filter(({ validFrom }) => validFrom <= today).at(-1) ?? DEFAULT_DEFINITION

/** Every day of the ten years, with what it is judged by. */
const CALENDAR: Omit<Given, 'areaM2'>[] = []
for (let today = START; today < END; today = daysLater(today, 1))
  CALENDAR.push({ today, definition: definitionOn(today), holidays: holidaysOn(today) })

/** Nights on which no sweep runs at all, up to eight in a row. */
function deadNights(): Set<string> {
  const chance = luck(7)
  const dead = new Set<string>()
  for (const { today: day } of CALENDAR)
    if (chance.happens(0.01))
      for (let n = chance.between(1, 8); n > 0; n -= 1) dead.add(daysLater(day, n))
  return dead
}
const DEAD = deadNights()

const PARTS = ['provedM2', 'unprovedM2', 'vacantM2'] as const
const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.006

const NOTHING = { sweeps: 0, killed: 0, acts: 0, deadlines: 0, cases: 0, daily: 0 }
type Counts = typeof NOTHING

/** One parcel through ten years: what happened, or an error that names the parcel and the day. */
function live(seed: number, isWatchedDaily: boolean): Counts {
  const chance = luck(seed)
  const counts = { ...NOTHING }
  const wholeM2 = chance.between(100, 300_000)
  const diligence = chance.oneOf([0.002, 0.01, 0.03]) // chance of an act on any day
  const ledger = new Map<string, string>() // key -> the last day that was noted
  const lines = new Set<string>()
  const told = new Set<string>()
  const first = chance.happens(0.7) ? 0 : chance.between(1, 2500)
  let { today } = CALENDAR[first]!
  let record = newcomer(today, wholeM2, chance)
  let due: string | null = today

  const require = (isTrue: boolean, what: string): void => {
    if (!isTrue) throw new Error(`Parcel ${seed} on ${today}: ${what}\n${JSON.stringify(record)}`)
  }
  const isNoted = (key: string, day: string): boolean => (ledger.get(key) ?? '') >= day

  /** The record with its case's clock as the decrees of the day let it run. */
  function clocked(given: Given): ParcelRecord {
    const { idleCase } = record
    if (!idleCase?.due?.provisional || !isOpenCase(idleCase)) return record
    const { value } = given.definition.values.caseClocks[idleCase.due.clock as CaseClockName]
    const { day } = addWorkingDays(idleCase.steps.at(-1)!.on, value!, given.holidays)
    return { ...record, idleCase: { ...idleCase, due: { ...idleCase.due, day } } }
  }

  /** Every deadline that passed and stands in no ledger yet, and the second levels that follow. */
  function missing(given: Given): string[] {
    const wait = given.definition.values.escalationDays.value!
    return deadlinesIn(clocked(given), given.definition)
      .flatMap(({ key, day, levels }) => {
        const later = daysLater(day, wait)
        const [above, isPassed] = [`eskalasi:${key}`, day < today]
        return [
          ...(isPassed && !isNoted(key, day) ? [`${key}@${day}`] : []),
          ...(levels === 2 && later < today && !isNoted(above, day) ? [`${above}@${later}`] : []),
        ]
      })
      .sort()
  }

  /** What the sweep says of land that counts as unused: the day before it does, and no other. */
  function judgeIdle({ day, outcome }: Advance['ledger'][number], given: Given): void {
    const on = (each: string) => standingOn(record, each, given.definition, wholeM2).use
    const idle = 'terindikasi-tidak-terpakai'
    const closed = record.idleCase?.steps.at(-1)?.at.slice(0, 10)
    const again = closed && monthsLater(closed, given.definition.values.idleMonths.value!)
    require(on(daysLater(day, 1)) === idle, `not idle after ${day}`)
    require(on(day) !== idle || again === daysLater(day, 1), `idle before ${day}`)
    require((outcome === 'kasus-dibuka') === !isOpenCase(record.idleCase), `${outcome} of a case`)
  }

  /** Everything that a day does to the record on its own, as the sweep or an officer's change finds it. */
  function commit(made: Advance, given: Given): void {
    const expected = missing(given)
    const found = made.ledger.filter(({ clock }) => clock !== 'menganggur')
    const shown = found.map(({ key, day }) => `${key}@${day}`).sort()
    require(shown.join() === expected.join(), `ledger ${shown.join()}; plainly ${expected.join()}`)
    for (const line of made.ledger) {
      if (line.clock === 'menganggur') judgeIdle(line, given)
      require(!lines.has(`${line.key}@${line.day}`), `twice: ${line.key}@${line.day}`)
      require(line.seen === today && line.day < today, `seen ${line.seen}, of ${line.day}`)
      lines.add(`${line.key}@${line.day}`)
      const [, below] = /^eskalasi:(.*)/.exec(line.key) ?? []
      ledger.set(line.key, below === undefined ? line.day : ledger.get(below)!)
      counts.deadlines += 1
      if (line.outcome === 'kasus-dibuka') counts.cases += 1
    }
    for (const { to, kind, key, day } of made.notices) {
      const notice = `${to} ${kind} ${key} ${day}`
      require(kind === 'reminder' || !told.has(notice), `told twice: ${notice}`)
      told.add(notice)
    }
    record = made.record
  }

  /** As a transaction leaves it: the standing and the due item, held against a recount from scratch. */
  function keep(given: Given): void {
    const { definition } = given
    const standing = deriveStanding(record, given)
    record = { ...record, standing }
    const plain = standingOn(record, today, definition, wholeM2)
    require(standing.use === plain.use, `${standing.use}; plainly ${plain.use}`)
    for (const part of PARTS)
      require(same(standing.areas![part], plain[part]), `${part} ${plain[part]}`)
    due = nextDue(record, given)?.day ?? null
    for (const { key, day } of deadlinesIn(clocked(given), definition))
      require(isNoted(key, day) || day < today || (due !== null && due <= daysLater(day, 1)), `${key} is not due`) // prettier-ignore
    const isHanded = record.legalIdle?.state === 'eks-bmn-idle'
    const closed = record.idleCase?.steps.at(-1)?.at.slice(0, 10)
    const isQuiet =
      closed && !isOpenCase(record.idleCase) && monthsLater(closed, definition.values.idleMonths.value!) > today // prettier-ignore
    if (plain.use === 'terindikasi-tidak-terpakai' && !isHanded && (due ?? END) > today)
      require(isOpenCase(record.idleCase) || Boolean(isQuiet), 'idle, and no case')
  }

  /** The sweep of a night: killed, asleep, or done, and then done again. */
  function sweep(given: Given): boolean {
    if (DEAD.has(today) || chance.happens(0.2)) {
      if (!DEAD.has(today)) advance(record, given) // killed before its transaction
      counts.killed += 1
      return false
    }
    counts.sweeps += 1
    const made = advance(record, given)
    if (made) {
      if (chance.happens(0.1)) // delivered twice: both made the same, and one of them is refused
        require(JSON.stringify(advance(record, given)) === JSON.stringify(made), 'differs from itself') // prettier-ignore
      commit(made, given)
    } else require(missing(given).length === 0, 'nothing was done')
    keep(given)
    require(due === null || due > today, `due ${due} after the sweep`)
    const open = Object.values(record.use?.plans ?? {}).filter(({ closed }) => !closed)
    const isHanded = record.legalIdle?.state === 'eks-bmn-idle'
    require(isHanded || !open.some(({ targetDate }) => targetDate < today), 'a passed plan is open')
    if (chance.happens(0.1)) require(advance(record, given) === null, 'more to do on the same day')
    return true
  }

  /** Somebody does something: what had passed by then is told first, in the same transaction. */
  function change(given: Given): void {
    const made = advance(record, given)
    if (made) commit(made, given)
    record = act(record, given, wholeM2, chance)
    counts.acts += 1
    keep(given)
  }

  const switches = SWITCHES.filter((day) => day > today)
  for (const day of CALENDAR.slice(first)) {
    today = day.today
    const given = { ...day, areaM2: wholeM2 }
    if (switches[0] === today) {
      switches.shift()
      if (due === null || due > today) due = today // one switch: every parcel is derived anew
    }
    if (due !== null && due <= today) sweep(given)
    else if (isWatchedDaily) {
      const plain = standingOn(record, today, given.definition, wholeM2)
      require(plain.use === record.standing!.use, `${plain.use} between two dues`)
      for (const part of PARTS)
        require(same(plain[part], record.standing!.areas![part]), `${part} between two dues`)
      require(missing(given).length === 0, `passed unseen: ${missing(given).join()}`)
      counts.daily += 1
    }
    if (chance.happens(diligence)) change(given)
  }
  return counts
}

test(
  `ten years of ${PARCELS} parcels: no deadline is missed, none comes twice, each status is what a recount says`,
  { timeout: TIMEOUT },
  () => {
    const total = { ...NOTHING }
    for (let seed = 1; seed <= PARCELS; seed += 1) {
      const counts = live(seed, seed % 25 === 0)
      for (const each of Object.keys(total) as (keyof Counts)[]) total[each] += counts[each]
    }
    // The lives are full enough to prove something.
    expect(total.killed).toBeGreaterThan(PARCELS)
    expect(total.deadlines).toBeGreaterThan(10 * PARCELS)
    expect(total.cases).toBeGreaterThan(PARCELS)
    expect(total.acts).toBeGreaterThan(10 * PARCELS)
    if (process.env.SIMULATED_PARCELS) console.info(total)
  },
)
