import type { Boundary } from '../../../functions/domain/boundary.ts'
import type { Region, Unit } from '../../../functions/domain/reference.ts'
import { CASES } from './cases.ts'
import { readFields } from './fields.ts'
import type { DemoParcel } from './parcel.ts'
import { boundaryOf } from './shape.ts'

/** Every parcel of the demo. */
export const demoParcels = async (
  units: readonly Unit[],
  regions: readonly Region[],
): Promise<DemoParcel[]> => [...CASES, ...(await readFields(units, regions))]

/** The boundary that goes with a demo parcel, or null for a draft that has none yet. */
export const demoBoundary = ({ key, place, shape }: DemoParcel): Boundary | null =>
  place && shape ? boundaryOf({ ...place, ...shape, seed: key }) : null
