import type { Given } from '../../functions/domain/definition.ts'
import { isOpenCase } from '../../functions/domain/idle-case.ts'
import { type CaseSaid, stepCase } from '../../functions/domain/idle-steps.ts'
import { waysFrom } from '../../functions/domain/idle-transitions.ts'
import type { ParcelProperties } from '../../functions/domain/parcel.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { Refusal } from '../../functions/domain/refusal.ts'
import { type Block, runningBlocks, USE_KINDS } from '../../functions/domain/use.ts'
import { daysLater } from './plain-count.ts'
import { block, lease, parcel, plan } from './use-parcels.ts'

/** Mulberry32, a seeded generator: every run lives the same lives. */
export function seeded(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export interface Luck {
  /** True with this chance. */
  happens(chance: number): boolean
  /** A whole number of a range, both ends included. */
  between(least: number, most: number): number
  oneOf<T>(list: readonly T[]): T
}

export function luck(seed: number): Luck {
  const random = seeded(seed)
  const between = (least: number, most: number): number =>
    least + Math.floor(random() * (most - least + 1))
  return {
    happens: (chance) => random() < chance,
    between,
    oneOf: (list) => list[between(0, list.length - 1)]!,
  }
}

const withUse = (
  record: ParcelRecord,
  use: Partial<NonNullable<ParcelRecord['use']>>,
): ParcelRecord => ({ ...record, use: { ...record.use, ...use } })

const withBlock = (record: ParcelRecord, each: Block): ParcelRecord =>
  withUse(record, { blocks: { ...record.use?.blocks, [each.id]: each } })

const withProperties = (record: ParcelRecord, properties: Partial<ParcelProperties>) => ({
  ...record,
  properties: { ...record.properties, ...properties },
})

const withSteps = (
  record: ParcelRecord,
  steps: NonNullable<NonNullable<ParcelProperties['grant']>['steps']>,
): ParcelRecord => {
  const { grant } = record.properties
  return withProperties(record, { grant: { ...grant, steps: { ...grant?.steps, ...steps } } })
}

const newBlock = (record: ParcelRecord, today: string, wholeM2: number, luck: Luck): Block => {
  const id = `b${Object.keys(record.use?.blocks ?? {}).length}`
  const from = daysLater(today, luck.between(-40, luck.happens(0.2) ? 40 : 0))
  return block({
    id,
    kind: luck.oneOf(USE_KINDS),
    areaM2: luck.between(1, wholeM2),
    from,
    ...(luck.happens(0.2) && { until: daysLater(from, luck.between(60, 900)) }),
    ...(luck.happens(0.2) && {
      utilisation: lease({
        from,
        until: daysLater(from, luck.between(90, 1200)),
        ...(luck.happens(0.3) && { approval: undefined }),
      }),
    }),
  })
}

/** A parcel as it comes into the registry. */
export function newcomer(today: string, wholeM2: number, luck: Luck): ParcelRecord {
  const handed = daysLater(today, -luck.between(0, 6000))
  let record = parcel({
    properties: {
      statusPerolehan: luck.oneOf(['tercatat-bmn', 'tercatat-bmn', 'bast', 'nphd', 'pinjam-pakai']),
      grant: luck.happens(0.8) ? { steps: { bast: { date: handed } } } : {},
    },
  })
  for (let n = luck.between(0, 2); n > 0; n -= 1)
    record = withBlock(record, newBlock(record, today, wholeM2, luck))
  return record
}

type Act = (record: ParcelRecord, given: Given, luck: Luck) => ParcelRecord

const reported: Act = (record, { today }, luck) => {
  const running = runningBlocks(record.use ?? {}, today)
  if (running.length === 0) return record
  const each = luck.oneOf(running)
  const on = daysLater(today, -luck.between(0, 25))
  if (on < each.from || (each.proof && on < each.proof.on)) return record // older news
  return withBlock(record, { ...each, proof: { on, grade: 'posisi', report: 'r' } })
}

/** A report is withdrawn: what is proved is older than it was, or nothing. */
const withdrawn: Act = (record, _, luck) => {
  const proved = Object.values(record.use?.blocks ?? {}).filter(({ proof }) => proof)
  if (proved.length === 0) return record
  const { proof, ...each } = luck.oneOf(proved)
  const on = daysLater(proof!.on, -luck.between(30, 200))
  return withBlock(record, on > each.from ? { ...each, proof: { ...proof!, on } } : each)
}

const ended: Act = (record, { today }, luck) => {
  const running = runningBlocks(record.use ?? {}, today)
  return running.length === 0
    ? record
    : withBlock(record, { ...luck.oneOf(running), ended: { on: today, reason: 'panen' } })
}

const plannedAnew: Act = (record, { today }, luck) => {
  const plans = record.use?.plans ?? {}
  const id = `p${Object.keys(plans).length}`
  const each = plan({
    id,
    kind: luck.oneOf(['penggunaan', 'pemanfaatan']),
    targetDate: daysLater(today, luck.between(10, 500)),
    at: `${today}T03:00:00.000Z`,
  })
  return withUse(record, { plans: { ...plans, [id]: each } })
}

const planClosed: Act = (record, { today }, luck) => {
  const open = Object.values(record.use?.plans ?? {}).filter(({ closed }) => !closed)
  if (open.length === 0) return record
  const each = luck.oneOf(open)
  const closed = { on: today, outcome: luck.oneOf(['terlaksana', 'batal'] as const) }
  return withUse(record, { plans: { ...record.use?.plans, [each.id]: { ...each, closed } } })
}

const papers: Act = (record, { today }, luck) => {
  const { grant, titles = [] } = record.properties
  const paper = { number: `N-${today}`, date: today }
  switch (luck.between(0, 5)) {
    case 0:
      return withSteps(record, { psp: paper })
    case 1:
      return withSteps(record, { pengesahan: paper })
    case 2: {
      const title = {
        number: `HP ${titles.length}`,
        expires: daysLater(today, luck.between(-30, 1500)),
      }
      return titles.length < 3 ? withProperties(record, { titles: [...titles, title] }) : record
    }
    case 3: {
      const date = daysLater(today, luck.between(-30, 1000))
      return grant?.terms
        ? record
        : withProperties(record, {
            grant: { ...grant, terms: { reversion: { applies: true, date } } },
          })
    }
    case 4: // the BAST turns up, or is found to be of another day
      return withSteps(withProperties(record, { statusPerolehan: 'tercatat-bmn' }), {
        bast: { date: daysLater(today, -luck.between(0, 300)) },
      })
    default:
      return withProperties(record, {
        legalProblems: luck.happens(0.5) ? [{ kind: 'sengketa', since: today }] : [],
      })
  }
}

let ids = 0

/** One of the steps that the case may take from where it stands, as far as it is allowed. */
const caseStep: Act = (record, given, luck) => {
  const { today } = given
  const state = isOpenCase(record.idleCase) ? record.idleCase.state : null
  const ways = waysFrom(state).filter(({ to }) => to !== 'eks-bmn-idle' || luck.happens(0.2))
  if (ways.length === 0) return record
  const way = luck.oneOf(ways)
  const letter = { number: `S-${today}`, date: daysLater(today, -luck.between(0, 3)) }
  const said: CaseSaid = {
    reason: 'Diperiksa di lapangan',
    ...(way.needs.includes('letter') && { letter }),
    ...(way.step === 'letter' && { state: way.to as NonNullable<CaseSaid['state']> }),
    ...(way.step === 'request' &&
      luck.happens(0.3) && { dueDate: daysLater(today, luck.between(0, 30)) }),
    ...(way.needs.includes('answer') && { answer: answerOf(today, letter, luck) }),
  }
  const mark = { by: 'member', at: `${today}T03:00:00.000Z`, newId: () => `case-${(ids += 1)}` }
  try {
    return stepCase(record, way.step, said, mark, given)
  } catch (error) {
    if (error instanceof Refusal) return record
    throw error
  }
}

const answerOf = (
  today: string,
  letter: NonNullable<CaseSaid['letter']>,
  luck: Luck,
): NonNullable<CaseSaid['answer']> => ({
  letter,
  identity: {
    assets: [{ kodeBarang: '2.01.01.04.001', nup: 3 }],
    areaM2: 1000,
    year: 2012,
    valueIdr: 1_000_000_000,
    condition: 'baik',
    address: 'Malang',
  },
  use: { text: 'tidak ada' },
  utilisation: { text: 'tidak ada' },
  ...(luck.happens(0.7) && {
    usePlan: {
      what: 'Kebun jagung',
      targetDate: daysLater(today, luck.between(20, 200)),
      budget: { paper: 'dipa' as const, number: 'DIPA-1', date: today },
    },
  }),
})

/** What the people of a unit and its Kanwil do about a parcel on a day, at random. */
export function act(record: ParcelRecord, given: Given, wholeM2: number, luck: Luck): ParcelRecord {
  const n = luck.between(0, 99)
  if (n < 50) return reported(record, given, luck)
  if (n < 55) return withBlock(record, newBlock(record, given.today, wholeM2, luck))
  if (n < 58) return ended(record, given, luck)
  if (n < 62) return withdrawn(record, given, luck)
  if (n < 66) return plannedAnew(record, given, luck)
  if (n < 68) return planClosed(record, given, luck)
  if (n < 74) return papers(record, given, luck)
  return caseStep(record, given, luck)
}
