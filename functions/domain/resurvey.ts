import * as v from 'valibot'
import {
  type AreaChange,
  areaChanges,
  CountedArea,
  countedAreas,
  needsExplanation,
} from './area-change.ts'
import type { ParcelProperties } from './parcel.ts'
import type { Fault } from './refusal.ts'
import { Instant } from './text.ts'

/** That verified land was opened to be measured anew, what it measured before, and what after. */
export const Resurvey = v.strictObject({
  reason: v.string(),
  by: v.string(),
  /** Not before the verification that it followed, and before every later one. */
  at: Instant,
  /** The areas when it was opened. */
  before: v.array(CountedArea),
  /** The areas when it was last submitted; absent until then. */
  after: v.optional(v.array(CountedArea)),
  /** Why the area is another one, as it stood then. */
  note: v.optional(v.string()),
})
export type Resurvey = v.InferOutput<typeof Resurvey>

/** Whether a survey is under way: nothing has been verified since it was opened. */
export const isUnderWay = (
  resurvey: Pick<Resurvey, 'at'> | undefined,
  verifiedAt: string | undefined,
): boolean => resurvey !== undefined && (verifiedAt ?? '') <= resurvey.at

/** What is known of a parcel that is being measured anew. */
export interface Measured {
  resurvey?: Resurvey | undefined
  /** Instant of the last verification. */
  verifiedAt?: string | undefined
  properties: ParcelProperties
  boundaryAreaM2: number | null
  documents: readonly { kind: string; at: string; withdrawn?: unknown }[]
}

/** How the areas changed by the survey so far, source by source. */
export const surveyedChanges = (
  { before }: Pick<Resurvey, 'before'>,
  properties: ParcelProperties,
  boundaryAreaM2: number | null,
): AreaChange[] => areaChanges([before], [countedAreas(properties, boundaryAreaM2)])

/** What a survey under way still lacks before the parcel may be submitted; empty when there is none. */
export function resurveyFaults(measured: Measured): Fault[] {
  const { resurvey, verifiedAt, properties, boundaryAreaM2, documents } = measured
  if (!resurvey || !isUnderWay(resurvey, verifiedAt)) return []
  const isFiled = documents.some(
    ({ kind, at, withdrawn }) => kind === 'surat-ukur' && at >= resurvey.at && !withdrawn,
  )
  const changes = surveyedChanges(resurvey, properties, boundaryAreaM2)
  const faults: Fault[] = []
  if (!isFiled)
    faults.push({
      pointer: '#/documents',
      detail: {
        id: 'Unggah surat ukur atau berita acara pengukuran yang baru (jenis “Surat ukur”).',
        en: 'Upload the new survey certificate or record of the survey (kind “Survey certificate”).',
      },
    })
  if (properties.areaNote === undefined && needsExplanation(changes))
    faults.push({
      pointer: '#/properties/areaNote',
      rule: 'D10',
      detail: {
        id: 'Hasil ukur ulang berbeda dari luas sebelumnya di luar batas wajar. Jelaskan sebabnya, misalnya tanah yang diserahkan, hanyut atau dikuasai pihak lain.',
        en: 'The new survey differs from the area before beyond the tolerance. Explain why, such as land given away, washed away or held by others.',
      },
    })
  return faults
}

/** The survey as it stands when the parcel is submitted, with what was measured. */
export const surveyed = (
  resurvey: Resurvey,
  properties: ParcelProperties,
  boundaryAreaM2: number | null,
): Resurvey => {
  const { note: _, ...opened } = resurvey
  return {
    ...opened,
    after: countedAreas(properties, boundaryAreaM2),
    ...(properties.areaNote !== undefined && { note: properties.areaNote }),
  }
}
