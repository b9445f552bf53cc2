import * as v from 'valibot'
import { PlainDate, text } from './text.ts'

/**
 * States of an idle case. The first seven are internal and never shown as legal; those from
 * `bmn-terindikasi-idle` on are PMK 120/2024's own, entered only by a letter's number and date.
 */
export const CASE_STATES = [
  'ditandai', // flagged by the sweep or the Kanwil
  'klarifikasi', // clarification asked of the kpb
  'dijawab', // answered by the kpb
  'rencana', // a plan with budget paper and target date was accepted
  'dipantau', // the plan is being watched
  'dilaporkan', // reported to the Pengelola Barang
  'bmn-terindikasi-idle',
  'diteliti', // examined or traced by the Pengelola
  'bmn-idle',
  'dipakai-kembali', // closed: in use again
  'dicabut', // closed: the flag was wrong
  'tidak-idle', // closed by letter
  'eks-bmn-idle', // closed: handed over to the Pengelola
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** States in which a case is over. */
export const CLOSED_STATES: readonly CaseState[] = [
  'dipakai-kembali',
  'dicabut',
  'tidak-idle',
  'eks-bmn-idle',
]

/** Who opened it: the nightly sweep, the Kanwil, or a letter of the KPKNL. */
export const CASE_ORIGINS = ['sweep', 'kanwil', 'kpknl'] as const

/** A running clock of a case. */
export interface CaseClock {
  /** Which one, such as `jawaban`. */
  clock: string
  /** The last day in time. */
  day: string
  /** What it stands on: an article, our own measure, or the letter itself. */
  basis: 'regulation' | 'internal' | 'letter'
  source: string
  /** True while the year's table of holidays is missing: the day may move. */
  provisional?: true
}

/** One step of a case, as it was taken. */
export interface CaseStep {
  step: string
  from: CaseState | null
  to: CaseState
  on: string
  /** Member id, or `registri` for the sweep. */
  by: string
  at: string
  reason?: string
  letter?: Letter
  /** What the kpb answered, what was planned: the form of the step. */
  said?: Record<string, unknown>
}

/** A letter that closes a step: number, date, and the id of the signed scan among the documents. */
export const Letter = v.strictObject({
  number: text(120),
  date: PlainDate,
  document: v.optional(v.pipe(v.string(), v.uuid())),
})
export type Letter = v.InferOutput<typeof Letter>

/** An idle case of a parcel: it belongs to the parcel's record and its history. */
export interface IdleCase {
  id: string
  origin: (typeof CASE_ORIGINS)[number]
  state: CaseState
  /** The part that lies idle, in square metres; null for the whole parcel. */
  areaM2: number | null
  openedOn: string
  /** Day since which it stands in `state`. */
  since: string
  due?: CaseClock
  /** To whom a missed clock went: the kpb's Kanwil, then headquarters. */
  escalated?: 'kanwil' | 'pusat'
  steps: CaseStep[]
}

export const isOpenCase = (idleCase: IdleCase | undefined): idleCase is IdleCase =>
  idleCase !== undefined && !CLOSED_STATES.includes(idleCase.state)
