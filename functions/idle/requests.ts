import * as v from 'valibot'
import { Letter } from '../domain/idle-case.ts'
import { LETTER_STATES } from '../domain/idle-transitions.ts'
import { AreaM2, PlainDate, text } from '../domain/text.ts'

const Reason = text(1000)
/** The last day that a letter itself gives; it wins over the clock. */
const DueDate = v.optional(PlainDate)

/** Land that looks unused: all of it, or so many square metres. */
export const Flag = v.strictObject({ areaM2: v.optional(AreaM2), reason: Reason })

/** The letter that asks the unit for clarification. */
export const Request = v.strictObject({
  letter: Letter,
  /** What is asked besides the form of PMK 120/2024 Ps. 8. */
  questions: v.optional(text(2000)),
  dueDate: DueDate,
})

/** Which plan is accepted; without it, those of the last answer. */
export const Acceptance = v.strictObject({
  plan: v.optional(v.pipe(v.string(), v.uuid())),
  reason: v.optional(Reason),
})

/** How a plan is seen to go on; `dueDate` is the day of the next look. */
export const Monitoring = v.strictObject({
  reason: Reason,
  letter: v.optional(Letter),
  dueDate: DueDate,
})

export const UseAgain = v.strictObject({ reason: v.optional(Reason) })
export const Revocation = v.strictObject({ reason: Reason })

/** The letter by which land is reported to the Pengelola Barang. */
export const Report = v.strictObject({
  letter: Letter,
  reason: v.optional(Reason),
  dueDate: DueDate,
})

/** The signed scan of a letter that was recorded without: which step of the case, from 0. */
export const Scan = v.strictObject({
  step: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  document: v.pipe(v.string(), v.uuid()),
})

/** A letter of the Pengelola Barang, and the state of PMK 120/2024 that it brings about. */
export const Notice = v.strictObject({
  state: v.picklist(LETTER_STATES),
  letter: Letter,
  /** Square metres that it names, when it opens a case and is not about the whole parcel. */
  areaM2: v.optional(AreaM2),
  reason: v.optional(Reason),
  dueDate: DueDate,
})

/** The same as it may come in: without number and date it is refused by rule G10. */
export const SentNotice = v.strictObject({
  ...Notice.entries,
  letter: v.optional(v.partial(Letter)),
})
export type SentNotice = v.InferOutput<typeof SentNotice>

/** The letter of a notice when it has both number and date. */
export const wholeLetter = ({ letter }: SentNotice): Letter | undefined => {
  const result = v.safeParse(Letter, letter)
  return result.success ? result.output : undefined
}
