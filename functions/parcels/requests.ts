import * as v from 'valibot'
import { Boundary, boundaryFaults } from '../domain/boundary.ts'
import { faultsOf } from '../domain/fault.ts'
import { ParcelProperties } from '../domain/parcel.ts'
import { type Fault, Refusal } from '../domain/refusal.ts'

/** What is sent of a parcel: a Feature whose geometry may come later. */
export const SentFeature = v.strictObject({
  type: v.literal('Feature'),
  /** Polygon or MultiPolygon in WGS 84, longitude first; null or left out while there is none. */
  geometry: v.optional(v.unknown()),
  /** Taken from the geometry anew. */
  bbox: v.optional(v.array(v.number())),
  properties: ParcelProperties,
})

/** How the description of the API tells of it; `contentOf` names the faults of the geometry itself. */
export const DescribedFeature = v.strictObject({
  ...SentFeature.entries,
  geometry: v.optional(v.nullable(Boundary)),
})

/**
 * All properties together, in bytes of JSON; a parcel with every paper has some 5,000. Twice as many
 * and the pointers to them have to fit into one event, whose item ends at 400 KB.
 */
const MOST_PROPERTIES = 96 * 1024

const tooMuch = (): Refusal =>
  new Refusal('too-large', {
    id: 'Isian bidang ini lebih dari 96 KiB. Ringkas catatannya, atau unggah sebagai dokumen.',
    en: 'The record of this parcel is more than 96 KiB. Shorten its notes, or send them as a document.',
  })

/** What an officer may write: properties, and a boundary or none. */
export interface Content {
  properties: ParcelProperties
  boundary: Boundary | null
}

/**
 * Check a Feature that was sent or patched together.
 * @throws Refusal `invalid-input`, or `not-a-boundary` when only the geometry is wrong, naming all
 * faults; `too-large`
 */
export function contentOf(sent: unknown): Content {
  const result = v.safeParse(SentFeature, sent)
  const faults: Fault[] = result.success ? [] : faultsOf(result.issues)
  const geometry = (sent as { geometry?: unknown } | null)?.geometry ?? null
  const ofBoundary = geometry === null ? [] : boundaryFaults(geometry)
  if (result.success && ofBoundary.length === 0) {
    const { properties } = result.output
    if (Buffer.byteLength(JSON.stringify(properties)) > MOST_PROPERTIES) throw tooMuch()
    return { properties, boundary: geometry as Boundary | null }
  }
  throw new Refusal(
    faults.length === 0 ? 'not-a-boundary' : 'invalid-input',
    faults.length === 0
      ? {
          id: 'Yang dikirim belum berupa batas bidang. Perbaiki yang ditunjuk, atau gambar ulang.',
          en: 'What was sent is not a boundary yet. Correct what is named, or draw it again.',
        }
      : { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
    { faults: [...faults, ...ofBoundary] },
  )
}
