import * as v from 'valibot'
import { Letter } from './idle-case.ts'
import { BmnRecord } from './parcel.ts'
import { AreaM2, PartM2, Rupiah, text } from './text.ts'
import { NewPlan, NonUse } from './use.ts'

const Explanation = v.strictObject({
  /** As it is on the day of the answer; "tidak ada" is an answer. */
  text: text(2000),
  areaM2: v.optional(PartM2),
})

/** One record of the books. */
const Asset = v.required(v.pick(BmnRecord, ['kodeBarang', 'nup']))

/**
 * What the unit answers, in the order in which PMK 120/2024 Ps. 8(3) asks: identity and whereabouts,
 * use, plan of use, pemanfaatan, plan of pemanfaatan.
 */
export const Answer = v.strictObject({
  /** The letter of the answer (surat jawaban). */
  letter: Letter,
  identity: v.strictObject({
    /** None for land that is not in the books. */
    assets: v.optional(v.pipe(v.array(Asset), v.maxLength(20)), []),
    areaM2: AreaM2,
    /** Year of acquisition and its value. */
    year: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1800), v.maxValue(2200))),
    valueIdr: v.optional(Rupiah),
    condition: v.picklist(['baik', 'rusak-ringan', 'rusak-berat']),
    address: text(500),
  }),
  use: Explanation,
  /** Within a year (Ps. 8(3) c), carried by a budget paper (Ps. 8(6)). */
  usePlan: v.optional(v.omit(NewPlan, ['kind'])),
  utilisation: Explanation,
  /** Within six months (Ps. 8(3) e). */
  utilisationPlan: v.optional(v.omit(NewPlan, ['kind'])),
  /** Why the land lies unused. */
  nonUse: v.optional(NonUse),
})
export type Answer = v.InferOutput<typeof Answer>

/** The plans of an answer, each with where it stands in the form. */
export const plansOf = ({ usePlan, utilisationPlan }: Answer) => [
  ...(usePlan ? [{ at: 'usePlan', plan: { ...usePlan, kind: 'penggunaan' as const } }] : []),
  ...(utilisationPlan
    ? [{ at: 'utilisationPlan', plan: { ...utilisationPlan, kind: 'pemanfaatan' as const } }]
    : []),
]
