import { referenceArea } from './areas.ts'
import { toSquareDecimetres } from './decimetres.ts'
import type { Definition, DefinitionValues, Given } from './definition.ts'
import { holds, idleFrom, lastKnown, NEVER, plannedSpan, provedSpan, type Span } from './proved.ts'
import type { ParcelRecord } from './record.ts'
import type { SharedLand } from './shared-land.ts'
import { type Problem, PROBLEMS, type Standing, type Why } from './standing.ts'
import type { Block } from './use.ts'
import { addDays } from './working-days.ts'

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

const latestOf = (days: readonly string[]): string =>
  days.reduce((last, day) => (day > last ? day : last), '')

/** Proved, unproved and vacant land: together the whole parcel, whatever its blocks add up to. */
function shares(wholeM2: number, proved: number, blocks: number): NonNullable<Standing['areas']> {
  const provedM2 = Math.min(proved, wholeM2)
  const unprovedM2 = toSquareDecimetres(Math.min(Math.max(blocks - proved, 0), wholeM2 - provedM2))
  const vacantM2 = toSquareDecimetres(Math.max(wholeM2 - provedM2 - unprovedM2, 0))
  return { provedM2, unprovedM2, vacantM2 }
}

/** What a block says of its land, and when. */
interface Part {
  areaM2: number
  ofOthers: boolean
  running: Span
  /** Days on which its evidence counts, and the day of that. */
  proved: (Span & { on: string }) | null
}

/** All on which the use depends, read from the record once for every day that is asked about. */
interface Facts {
  wholeM2: number | null
  parts: Part[]
  plans: Span[]
  lastKnown: string
  idleFrom: string | null
  /** Every day on which the use may become another one by itself, in order. */
  turns: string[]
}

function partOf(block: Block, values: DefinitionValues): Part {
  const { areaM2, from, until = NEVER, ended, utilisation, proof } = block
  const span = provedSpan(block, values)
  const last = ended ? addDays(ended.on, -1) : NEVER
  return {
    areaM2,
    ofOthers: utilisation !== undefined,
    running: { from, until: last < until ? last : until },
    proved: span && proof ? { ...span, on: proof.on } : null,
  }
}

function factsOf(record: Kept, { definition: { values }, areaM2 }: Given): Facts {
  const { blocks = {}, plans = {} } = record.use ?? {}
  const stated = referenceArea(record.properties)?.m2 ?? areaM2
  const parts = Object.values(blocks).map((block) => partOf(block, values))
  const kept = Object.values(plans).map((plan) => plannedSpan(plan, values))
  const idle = idleFrom(record, values)
  const turns = new Set(idle === null ? [] : [idle])
  const spans = [...kept, ...parts.flatMap((part) => [part.running, part.proved ?? part.running])]
  for (const { from, until } of spans) {
    turns.add(from)
    if (until !== NEVER) turns.add(addDays(until, 1))
  }
  return {
    wholeM2: stated === null ? null : toSquareDecimetres(stated),
    parts,
    plans: kept,
    lastKnown: lastKnown(record, values),
    idleFrom: idle,
    turns: [...turns].sort(),
  }
}

/** The use of a parcel on a day from today on, as the facts of today let it come. */
function phaseOn(facts: Facts, day: string, { version, values }: Definition): Phase {
  const why = (rule: string, since: string) => ({ rule, definition: version, since })
  const running = facts.parts.filter((part) => holds(part.running, day))
  const proved = running.filter((part) => part.proved !== null && holds(part.proved, day))
  const ofOthers = sum(proved.filter((part) => part.ofOthers))
  const provedM2 = sum(proved)
  const blocksM2 = sum(running)
  const { wholeM2 } = facts
  const areas = wholeM2 === null ? null : shares(wholeM2, provedM2, blocksM2)

  if (proved.length > 0) {
    const since = latestOf(proved.map((part) => part.proved!.on))
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

  const plans = facts.plans.filter((span) => holds(span, day))
  if (plans.length > 0) {
    const since = latestOf(plans.map(({ from }) => from))
    return { use: 'kosong-dengan-rencana', areas, why: why('G06', since) }
  }
  const isIdle = facts.idleFrom !== null && facts.idleFrom <= day
  return {
    use: isIdle ? 'terindikasi-tidak-terpakai' : 'belum-terbukti',
    areas,
    why: why('G02', facts.lastKnown),
  }
}

/** The first day after today that is unlike today. */
const firstUnlike = (
  facts: Facts,
  { today, definition }: Given,
  isUnlike: (phase: Phase) => boolean,
): string | undefined =>
  facts.turns.find((day) => day > today && day < NEVER && isUnlike(phaseOn(facts, day, definition)))

/**
 * How a parcel stands: its use from blocks, evidence and plans, its legal idle state from letters
 * alone, its gravest open problem; with the reason, and the day on which the use changes by itself.
 */
export function deriveStanding(record: ParcelRecord, given: Given): Standing {
  const facts = factsOf(record, given)
  const { use, areas, why } = phaseOn(facts, given.today, given.definition)
  const until = firstUnlike(facts, given, (phase) => phase.use !== use)
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
  const facts = factsOf(record, given)
  const today = phaseOn(facts, given.today, given.definition)
  return firstUnlike(facts, given, (phase) => !same(today, phase)) ?? null
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
