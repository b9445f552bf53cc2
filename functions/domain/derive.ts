import { referenceArea } from './areas.ts'
import { toSquareDecimetres } from './decimetres.ts'
import type { DefinitionValues, Given } from './definition.ts'
import {
  holds,
  idleFrom,
  isLawful,
  lastKnown,
  NEVER,
  plannedSpan,
  provedSpan,
  termOf,
} from './proved.ts'
import type { ParcelRecord } from './record.ts'
import type { SharedLand } from './shared-land.ts'
import { type Problem, PROBLEMS, type Standing, type Why } from './standing.ts'
import { addDays } from './working-days.ts'
import { runningBlocks } from './use.ts'

type Phase = Pick<Standing, 'use' | 'areas'> & { why: Omit<Why, 'until'> }
type Kept = Pick<ParcelRecord, 'properties' | 'use'>

const AS_PROBLEM: Partial<Record<string, Problem>> = {
  'dikuasai-pihak-lain': 'dikuasai-pihak-lain',
  'disertipikatkan-pihak-lain': 'sengketa',
  'tumpang-tindih': 'tumpang-tindih',
  sengketa: 'sengketa',
  berperkara: 'berperkara',
}

/** Land that headquarters let both parcels keep is no problem, unless they dispute it. */
const problemOfShared = ({ kind, decision }: SharedLand): Problem | undefined =>
  decision?.outcome !== 'dicatat' ? 'tumpang-tindih' : kind === 'sengketa' ? 'sengketa' : undefined

/** The gravest problem that is open; null where there is none. */
export function problemOf({
  properties: { legalProblems = [] },
  overlaps = [],
}: Pick<ParcelRecord, 'properties' | 'overlaps'>): Problem | null {
  const open = new Set([
    ...legalProblems.filter(({ stage }) => stage !== 'selesai').map(({ kind }) => AS_PROBLEM[kind]),
    ...overlaps.map(problemOfShared),
  ])
  return PROBLEMS.find((problem) => open.has(problem)) ?? null
}

const sum = (areas: readonly { areaM2: number }[]): number =>
  toSquareDecimetres(areas.reduce((total, { areaM2 }) => total + areaM2, 0))

/** Proved, unproved and vacant land: together the whole parcel, whatever its blocks add up to. */
function shares(wholeM2: number, proved: number, blocks: number): NonNullable<Standing['areas']> {
  const provedM2 = Math.min(proved, wholeM2)
  const unprovedM2 = toSquareDecimetres(Math.min(Math.max(blocks - proved, 0), wholeM2 - provedM2))
  const vacantM2 = toSquareDecimetres(Math.max(wholeM2 - provedM2 - unprovedM2, 0))
  return { provedM2, unprovedM2, vacantM2 }
}

/** The use of a parcel on a day from today on, as the facts of today let it come. */
function phaseOn(record: Kept, day: string, given: Given): Phase {
  const { version, values } = given.definition
  const why = (rule: string, since: string) => ({ rule, definition: version, since })
  const blocks = runningBlocks(record.use ?? {}, day)
  const proved = blocks.filter((block) => {
    const span = provedSpan(block, values)
    return span !== null && holds(span, day)
  })
  const ofOthers = sum(proved.filter(({ utilisation }) => utilisation !== undefined))
  const provedM2 = sum(proved)
  const blocksM2 = sum(blocks)
  const stated = referenceArea(record.properties)?.m2 ?? given.areaM2
  const wholeM2 = stated === null ? null : toSquareDecimetres(stated)
  const areas = wholeM2 === null ? null : shares(wholeM2, provedM2, blocksM2)

  if (proved.length > 0) {
    const since = proved.reduce((last, { proof }) => (proof!.on > last ? proof!.on : last), '')
    if (ofOthers > provedM2 - ofOthers)
      return { use: 'dimanfaatkan-pihak-lain', areas, why: why('G13', since) }
    // Without a stated area, what the blocks cover is all that is known of the land.
    const { unprovedM2, vacantM2 } = areas ?? shares(blocksM2, provedM2, blocksM2)
    const percent = ((unprovedM2 + vacantM2) / (wholeM2 ?? blocksM2)) * 100
    const most = values.partialPercent.value
    return most !== null && percent > most
      ? { use: 'digunakan-sebagian', areas, why: why('G01', since) }
      : { use: 'digunakan', areas, why: why('G04', since) }
  }

  const plans = Object.values(record.use?.plans ?? {})
    .map((plan) => plannedSpan(plan, values))
    .filter((span) => holds(span, day))
  if (plans.length > 0) {
    const since = plans.reduce((last, { from }) => (from > last ? from : last), '')
    return { use: 'kosong-dengan-rencana', areas, why: why('G06', since) }
  }
  const idle = idleFrom(record, values)
  const isIdle = idle !== null && idle <= day
  return {
    use: isIdle ? 'terindikasi-tidak-terpakai' : 'belum-terbukti',
    areas,
    why: why('G02', lastKnown(record, values)),
  }
}

/** Every day after another on which the use may become another one by itself, in order. */
function turns(record: Kept, after: string, values: DefinitionValues): string[] {
  const { blocks = {}, plans = {} } = record.use ?? {}
  const ends = [
    ...Object.values(plans).map((plan) => plannedSpan(plan, values)),
    ...Object.values(blocks).flatMap((block) => [
      ...(isLawful(block) ? [provedSpan(block, values) ?? []].flat() : []),
      termOf(block),
      { from: block.from, until: block.until ?? NEVER },
    ]),
  ].flatMap(({ from, until }) => [from, until === NEVER ? NEVER : addDays(until, 1)])
  const days = new Set([...ends, idleFrom(record, values) ?? NEVER])
  return [...days].filter((day) => day > after && day < NEVER).sort()
}

/**
 * How a parcel stands: its use from blocks, evidence and plans, its legal idle state from letters
 * alone, its gravest open problem; with the reason, and the day on which the use changes by itself.
 */
export function deriveStanding(record: ParcelRecord, given: Given): Standing {
  const { use, areas, why } = phaseOn(record, given.today, given)
  const until = turns(record, given.today, given.definition.values).find(
    (day) => phaseOn(record, day, given).use !== use,
  )
  return {
    use,
    idle: record.legalIdle?.state ?? null,
    problem: problemOf(record),
    why: { ...why, ...(until !== undefined && { until }) },
    areas,
  }
}

const same = (a: Phase, b: Phase): boolean =>
  a.use === b.use &&
  a.why.rule === b.why.rule &&
  a.why.since === b.why.since &&
  a.areas?.provedM2 === b.areas?.provedM2 &&
  a.areas?.unprovedM2 === b.areas?.unprovedM2

/** The next day on which anything of the standing changes by itself; null: it never does. */
export function nextTurn(record: ParcelRecord, given: Given): string | null {
  const today = phaseOn(record, given.today, given)
  return (
    turns(record, given.today, given.definition.values).find(
      (day) => !same(today, phaseOn(record, day, given)),
    ) ?? null
  )
}

/** Whether two standings say the same. */
export const sameStanding = (a: Standing | undefined, b: Standing): boolean =>
  a !== undefined &&
  same(a, b) &&
  a.areas?.vacantM2 === b.areas?.vacantM2 &&
  (a.areas === null) === (b.areas === null) &&
  a.idle === b.idle &&
  a.problem === b.problem &&
  a.why.definition === b.why.definition &&
  a.why.until === b.why.until
