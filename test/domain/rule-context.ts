import type { Boundary, Position } from '../../functions/domain/boundary.ts'
import type { ParcelProperties } from '../../functions/domain/parcel.ts'
import type { Evaluated } from '../../functions/domain/rules/evaluate.ts'

/** Ids of two documents whose upload is complete. */
export const file = '018f4f5e-0000-7000-8000-000000000001'
export const other = '018f4f5e-0000-7000-8000-000000000002'

/** A square with its south-west corner here, side in degrees. */
export const square = (corner: Position, side = 0.0012345): Boundary => ({
  type: 'Polygon',
  coordinates: [
    [
      corner,
      [corner[0] + side, corner[1]],
      [corner[0] + side, corner[1] + side],
      [corner[0], corner[1] + side],
      corner,
    ],
  ],
})

/** What a case tells; everything else is an empty draft on 23 November 2026. */
export type Case = Partial<Omit<Evaluated, 'properties'>> & {
  properties?: Partial<ParcelProperties>
}

/** The context of a case. */
export const context = ({ properties, ...rest }: Case): Evaluated => ({
  properties: { upt: 'lapas-kelas-iii-kolonodale', name: 'Tanah hibah', ...properties },
  boundary: null,
  boundaryAreaM2: null,
  landFindings: [],
  today: '2026-11-23',
  state: 'draf',
  documents: { [file]: { sha256: 'a'.repeat(64) }, [other]: { sha256: 'b'.repeat(64) } },
  duplicates: [],
  ...rest,
})
