import * as v from 'valibot'
import {
  CASE_ORIGINS,
  CASE_STATES,
  type IdleCase,
  isOpenCase,
  Letter,
} from '../domain/idle-case.ts'
import { caseFindings } from '../domain/idle-findings.ts'
import { CASE_CLOCK_NAMES, CASE_STATE_NAMES } from '../domain/idle-names.ts'
import { notBmn } from '../domain/idle-refusals.ts'
import { CASE_STEPS, LETTER_STATES, waysFrom } from '../domain/idle-transitions.ts'
import { type Caller, type Place, roleFrom } from '../domain/permissions.ts'
import type { Language } from '../domain/phrase.ts'
import type { ParcelRecord } from '../domain/record.ts'
import { IDLE_STATES } from '../domain/standing.ts'
import { Instant, PlainDate } from '../domain/text.ts'

const State = v.picklist(CASE_STATES)

const Clock = v.object({
  clock: v.string(),
  /** What it waits for, in the reader's language. */
  label: v.string(),
  /** The last day in time. */
  day: PlainDate,
  basis: v.picklist(['regulation', 'internal', 'letter']),
  source: v.string(),
  /** True while the year's decree on holidays is missing: the day may move. */
  provisional: v.optional(v.literal(true)),
})

const TakenStep = v.object({
  step: v.string(),
  from: v.nullable(State),
  to: State,
  /** The day to which it belongs, and the instant at which it was recorded. */
  on: PlainDate,
  by: v.string(),
  at: Instant,
  reason: v.optional(v.string()),
  letter: v.optional(Letter),
  said: v.optional(v.record(v.string(), v.unknown())),
})

/** An idle case as served. */
const ShownCase = v.object({
  id: v.string(),
  origin: v.picklist(CASE_ORIGINS),
  state: State,
  stateName: v.string(),
  /** True in the states of our own, which are never legal ones. */
  internal: v.boolean(),
  areaM2: v.nullable(v.number()),
  openedOn: PlainDate,
  since: PlainDate,
  due: v.optional(Clock),
  escalated: v.optional(v.picklist(['kanwil', 'pusat'])),
  steps: v.array(TakenStep),
})

const NextStep = v.object({
  step: v.picklist(CASE_STEPS),
  /** Where it leads: one state, or for a letter those that it may say. */
  to: v.array(State),
  /** What it cannot do without. */
  needs: v.array(v.string()),
  /** Why it cannot be taken now, in the reader's language. */
  blocked: v.optional(v.string()),
})

/** The idle cases of a parcel, and what this caller may do. */
export const ShownCases = v.object({
  /** The open case, or null. */
  case: v.nullable(ShownCase),
  /** Cases that are over, the newest first. */
  past: v.array(ShownCase),
  /** What the last letter of the Pengelola Barang says. */
  legalIdle: v.optional(v.object({ state: v.picklist(IDLE_STATES), letter: Letter })),
  /** Steps that this caller may take from here. */
  steps: v.array(NextStep),
  findings: v.array(
    v.object({
      rule: v.string(),
      severity: v.picklist(['B', 'E', 'W', 'I']),
      pointer: v.string(),
      message: v.string(),
      cure: v.string(),
    }),
  ),
})
export type ShownCases = v.InferOutput<typeof ShownCases>

const isLegal = (state: IdleCase['state']): boolean =>
  (LETTER_STATES as readonly string[]).includes(state)

function shownCase(idleCase: IdleCase, language: Language): v.InferOutput<typeof ShownCase> {
  const { due, state } = idleCase
  const names = CASE_CLOCK_NAMES as Record<string, (typeof CASE_CLOCK_NAMES)['jawaban']>
  return {
    ...idleCase,
    stateName: CASE_STATE_NAMES[state][language],
    internal: !isLegal(state),
    due: due && { ...due, label: names[due.clock]?.[language] ?? due.clock },
  }
}

function nextSteps(
  record: ParcelRecord,
  { caller, place, language }: { caller: Caller; place: Place; language: Language },
): v.InferOutput<typeof NextStep>[] {
  const state = isOpenCase(record.idleCase) ? record.idleCase.state : null
  const ways = waysFrom(state)
  return CASE_STEPS.flatMap((step) => {
    const mine = ways.filter((way) => way.step === step)
    if (mine.length === 0 || !roleFrom(caller, `idle:${step}`, place, record.state)) return []
    const needs = [...new Set(mine.flatMap((way) => [...way.needs]))]
    const isForeign = needs.includes('bmn') && record.properties.statusPerolehan !== 'tercatat-bmn'
    return [
      {
        step,
        to: mine.map(({ to }) => to),
        needs,
        ...(isForeign && { blocked: notBmn(record).detail[language] }),
      },
    ]
  })
}

/** The cases of a parcel as this caller may see them and go on with them. */
export function shownCases(
  record: ParcelRecord,
  reader: { caller: Caller; place: Place; language: Language; today: string },
): ShownCases {
  const { idleCase, pastCases = [], legalIdle } = record
  const { language, today } = reader
  const open = isOpenCase(idleCase) ? idleCase : undefined
  const past = [...pastCases, ...(idleCase && !open ? [idleCase] : [])].reverse()
  return {
    case: open ? shownCase(open, language) : null,
    past: past.map((each) => shownCase(each, language)),
    ...(legalIdle && { legalIdle }),
    steps: nextSteps(record, reader),
    findings: caseFindings(record, today).map(({ message, cure, ...finding }) => ({
      ...finding,
      message: message[language],
      cure: cure[language],
    })),
  }
}
