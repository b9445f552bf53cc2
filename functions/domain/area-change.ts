import * as v from 'valibot'
import { type AreaSource, type AreaTolerance, areasBySource, isWithinTolerance } from './areas.ts'
import { toSquareDecimetres } from './decimetres.ts'
import type { ParcelProperties } from './parcel.ts'

/**
 * Sources whose areas belong to one parcel alone, so that those of several may be added up. NPHD and
 * BAST state the whole gift, however many parcels came of it.
 */
export const COUNTED_SOURCES = [
  'POLIGON',
  'SERTIPIKAT',
  'SURAT_UKUR',
  'SIMAN',
] as const satisfies readonly AreaSource[]

/** What one source says of the area of a parcel, in m² to the square decimetre. */
export const CountedArea = v.object({ source: v.picklist(COUNTED_SOURCES), m2: v.number() })
export type CountedArea = v.InferOutput<typeof CountedArea>

/** One source's area before and after a change of the land, both in m². */
export const AreaChange = v.object({
  source: v.picklist(COUNTED_SOURCES),
  beforeM2: v.number(),
  afterM2: v.number(),
  /** After less before. */
  differenceM2: v.number(),
  /** The difference in percent of the area before, to one decimal. */
  differencePercent: v.number(),
  withinTolerance: v.boolean(),
})
export type AreaChange = v.InferOutput<typeof AreaChange>

/** The areas of a parcel that count in a comparison: each source that states one in full. */
export const countedAreas = (
  properties: ParcelProperties,
  boundaryAreaM2: number | null,
): CountedArea[] => {
  const all = areasBySource(properties, boundaryAreaM2)
  return COUNTED_SOURCES.flatMap((source) => {
    const area = all.find((candidate) => candidate.source === source)
    return area?.complete ? [{ source, m2: area.m2 }] : []
  })
}

/**
 * How the area changed from some parcels to others, source by source: those alone that every one of
 * them states, as a sum that lacks a part is compared with nothing.
 */
export function areaChanges(
  before: readonly (readonly CountedArea[])[],
  after: readonly (readonly CountedArea[])[],
  tolerance?: AreaTolerance,
): AreaChange[] {
  return COUNTED_SOURCES.flatMap((source) => {
    const beforeM2 = sumOf(before, source)
    const afterM2 = sumOf(after, source)
    if (beforeM2 === undefined || afterM2 === undefined) return []
    const differenceM2 = toSquareDecimetres(afterM2 - beforeM2)
    return [
      {
        source,
        beforeM2,
        afterM2,
        differenceM2,
        differencePercent: Math.round((differenceM2 / beforeM2) * 1000) / 10,
        withinTolerance: isWithinTolerance(afterM2, beforeM2, tolerance),
      },
    ]
  })
}

function sumOf(
  parcels: readonly (readonly CountedArea[])[],
  source: CountedArea['source'],
): number | undefined {
  if (parcels.length === 0) return undefined
  let sum = 0
  for (const areas of parcels) {
    const area = areas.find((candidate) => candidate.source === source)
    if (!area) return undefined
    sum += area.m2
  }
  return toSquareDecimetres(sum)
}

/** Whether a change has to be explained: one source is beyond its tolerance, or nothing can be compared. */
export const needsExplanation = (changes: readonly AreaChange[]): boolean =>
  changes.length === 0 || changes.some(({ withinTolerance }) => !withinTolerance)
