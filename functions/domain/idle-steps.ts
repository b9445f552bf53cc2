import type { Answer } from './answer-form.ts'
import type { Given } from './definition.ts'
import { type CaseStep, type IdleCase, isOpenCase, type Letter } from './idle-case.ts'
import { clockAfter } from './idle-due.ts'
import { caseFaults, indicatedSince } from './idle-checks.ts'
import { notBmn, notProved, wrongCaseState } from './idle-refusals.ts'
import { startClock } from './idle-clocks.ts'
import { acceptedPlans, answered, closedPlans, type PlanMark } from './idle-plans.ts'
import { type CaseStepName, type LetterState, type Transition, waysOf } from './idle-transitions.ts'
import type { ParcelRecord } from './record.ts'
import { Refusal } from './refusal.ts'
import { IDLE_STATES } from './standing.ts'

/** What is said in a step; which of it is needed, TRANSITIONS tells. */
export interface CaseSaid {
  reason?: string | undefined
  letter?: Letter | undefined
  /** The last day that the letter itself gives. */
  dueDate?: string | undefined
  /** What the Kanwil asks besides the form. */
  questions?: string | undefined
  /** Square metres that lie idle, when not the whole parcel does. */
  areaM2?: number | undefined
  answer?: Answer | undefined
  /** Id of the plan that is accepted; without it, those of the answer. */
  plan?: string | undefined
  /** What the letter of the Pengelola Barang says it is from now on. */
  state?: LetterState | undefined
}

/** Who takes the step, at which instant, and where new ids come from. */
export type CaseMark = PlanMark

/** Earlier cases in full, and up to which length; of others the history alone tells what was said. */
const MOST_FULL_CASES = 3
const MOST_FULL_LENGTH = 16_000 // characters of JSON

function withoutWords(step: CaseStep): CaseStep {
  const { said: _, reason: __, ...told } = step
  return told
}

const withPast = (record: ParcelRecord): Pick<ParcelRecord, 'pastCases'> => {
  const past = [...(record.pastCases ?? []), ...(record.idleCase ? [record.idleCase] : [])]
  if (past.length === 0) return {}
  const pastCases = past.map((each, i) =>
    i >= past.length - MOST_FULL_CASES && JSON.stringify(each).length <= MOST_FULL_LENGTH
      ? each
      : { ...each, steps: each.steps.map(withoutWords) },
  )
  return { pastCases }
}

/** How a case is opened by the nightly sweep or by the Kanwil. */
export interface Opening extends Pick<Given, 'today' | 'definition' | 'holidays'> {
  /** Id of the new case. */
  id: string
  origin: 'sweep' | 'kanwil'
  /** The part that lies idle, in square metres; null for the whole parcel. */
  areaM2: number | null
  reason: string
  by: string
  /** ISO 8601 instant in UTC. */
  at: string
}

/**
 * Flag land as unused: a new case, whose clock runs until the Kanwil asks for clarification.
 * @throws Refusal `wrong-state` when a case is open already
 */
export function openCase(record: ParcelRecord, opening: Opening): ParcelRecord {
  const { id, origin, areaM2, reason, today, by, at, definition, holidays } = opening
  if (isOpenCase(record.idleCase)) throw wrongCaseState('flag', record.idleCase.state)
  const due = startClock('permintaan', today, { days: definition.values.caseClocks, holidays })
  const step: CaseStep = { step: 'flag', from: null, to: 'ditandai', on: today, by, at, reason }
  const idleCase: IdleCase = {
    id,
    origin,
    state: 'ditandai',
    areaM2,
    openedOn: today,
    since: today,
    ...(due && { due }),
    steps: [step],
  }
  return { ...record, ...withPast(record), idleCase }
}

/** The day to which a step belongs: that of its letter, but never before the step before it. */
function dayOfStep(
  step: CaseStepName,
  { letter }: CaseSaid,
  current: IdleCase | null,
  today: string,
): string {
  if (!letter || step === 'monitoring') return today
  const last = current?.steps.at(-1)?.on
  return last !== undefined && last > letter.date ? last : letter.date
}

/** What is kept of what was said, beside reason and letter. */
function keptOf({ answer, dueDate, questions }: CaseSaid, plans: string[]): CaseStep['said'] {
  const { letter: _, ...form } = answer ?? {}
  const said = {
    ...form,
    ...(dueDate && { dueDate }),
    ...(questions && { questions }),
    ...(plans.length > 0 && { plans }),
  }
  return Object.keys(said).length > 0 ? said : undefined
}

/** What a letter of the Pengelola Barang says in law; an examination alone says nothing new. */
function legalAfter(
  { step, to }: Transition,
  letter: Letter | undefined,
): Pick<ParcelRecord, 'legalIdle'> {
  const state = IDLE_STATES.find((each) => each === to)
  return step === 'letter' && state && letter ? { legalIdle: { state, letter } } : {}
}

/** A plan counts from the day by which is judged, where that is later than the clock's. */
function plannedBy(mark: CaseMark, today: string): PlanMark {
  const begins = new Date(`${today}T00:00:00+07:00`).toISOString()
  return { ...mark, at: mark.at > begins ? mark.at : begins }
}

/**
 * Take one step of a parcel's idle case: pure, and whole or not at all.
 * @throws Refusal `wrong-state` where no way leads from the case's state, the land is no BMN or no use
 * is proved; `invalid-input` naming every fault of what was said
 */
export function stepCase(
  record: ParcelRecord,
  step: CaseStepName,
  said: CaseSaid,
  mark: CaseMark,
  given: Given,
): ParcelRecord {
  const current = isOpenCase(record.idleCase) ? record.idleCase : null
  const state = current?.state ?? null
  const way = waysOf(step).find(
    ({ from, to }) => from.includes(state) && (step !== 'letter' || to === said.state),
  )
  if (!way) throw wrongCaseState(step, state, step === 'letter' ? said.state : undefined)
  if (way.needs.includes('bmn') && record.properties.statusPerolehan !== 'tercatat-bmn')
    throw notBmn(record)
  const { today } = given
  const on = dayOfStep(step, said, current, today)
  const since = current ? indicatedSince(record, current) : on
  const faults = caseFaults(record, way, said, { current, on, since, given })
  if (faults.length > 0)
    throw new Refusal(
      'invalid-input',
      { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
      { faults },
    )
  if (way.needs.includes('proof')) {
    const lacking = notProved(record, current!, given)
    if (lacking) throw lacking
  }
  const { by, at } = mark
  if (step === 'flag')
    return openCase(record, {
      ...given,
      id: mark.newId(),
      origin: 'kanwil',
      areaM2: said.areaM2 ?? null,
      reason: said.reason ?? '',
      by,
      at,
    })
  const { answer } = way.needs.includes('answer') ? said : {}
  const planned = answer
    ? answered(record, current!, answer, plannedBy(mark, today), on)
    : { record, plans: [] }
  const accepted = step === 'plan' ? acceptedPlans(record, current!, said.plan) : []
  const plans = [...planned.plans, ...accepted].map(({ id }) => id)
  const kept = keptOf({ ...said, answer }, plans)
  const {
    due: _,
    escalated: __,
    ...before
  } = current ?? {
    id: mark.newId(),
    origin: 'kpknl' as const,
    areaM2: said.areaM2 ?? null,
    openedOn: on,
    since: on,
    steps: [],
  }
  const taken: CaseStep = {
    step,
    from: state,
    to: way.to,
    on,
    by,
    at,
    ...(said.reason && { reason: said.reason }),
    ...(said.letter && { letter: said.letter }),
    ...(kept && { said: kept }),
  }
  const idleCase: IdleCase = {
    ...before,
    state: way.to,
    since: way.to === state ? before.since : on,
    ...clockAfter(way, said, { on, current, accepted }, given),
    steps: [...before.steps, taken],
  }
  const after = step === 'use-again' ? closedPlans(planned.record, current!, on) : planned.record
  return {
    ...after,
    ...(!current && withPast(record)),
    idleCase,
    ...legalAfter(way, said.letter),
  }
}
