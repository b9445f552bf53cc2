import { type Boundary, partsOf } from '../../../../functions/domain/boundary.ts'
import type { BoundarySource } from '../../../../functions/domain/parcel.ts'
import { safeName } from '../../../documents/uploads.ts'
import type { FoundArea, Inspection, Proposal } from './inspection.ts'

/**
 * What is kept of the file that an area was taken from: its ordinates exactly as they came, and
 * what a person accepted. A pasted table has no file.
 */
export function sourceOf(
  { name, format, crs }: Inspection,
  { id, original, epsg: own }: FoundArea,
  proposal: Proposal | undefined,
  isPasted: boolean,
): BoundarySource {
  const epsg = proposal?.epsg ?? own ?? crs.epsg
  return {
    ...(isPasted ? { method: 'typed' } : { method: 'file', fileName: safeName(name) }),
    format,
    polygon: id,
    known: proposal?.epsg === undefined ? crs.known : 'chosen',
    ...(epsg !== null && { epsg }),
    ...(original && { original }),
    ...(proposal && { proposals: [proposal.kind] }),
  }
}

/**
 * The source of a boundary after its corners were changed by hand. The accuracy of a walk is told
 * per corner: it stays while every corner is still one of those that were walked.
 */
export function afterEdit(
  source: BoundarySource | undefined,
  before: Boundary | null,
  after: Boundary,
): BoundarySource | undefined {
  if (!source?.accuracyM) return source
  const { accuracyM, ...rest } = source
  const known = new Map(cornersOf(before).map((corner, at) => [corner, accuracyM[at]]))
  const kept = cornersOf(after).map((corner) => known.get(corner))
  return isWhole(kept) ? { ...rest, accuracyM: kept } : rest
}

const isWhole = (list: (number | undefined)[]): list is number[] =>
  list.every((metres) => metres !== undefined)

/** The corners of the outer edge of a walk, without the closing one. */
const cornersOf = (boundary: Boundary | null): string[] =>
  (boundary && partsOf(boundary)[0]?.[0]?.slice(0, -1).map(String)) ?? []
