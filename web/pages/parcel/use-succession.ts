import {
  areaChanges,
  type AreaChange,
  countedAreas,
} from '../../../functions/domain/area-change.ts'
import type { Relative } from '../../../functions/domain/succession.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { request } from '../../request.ts'
import { type Resource, useResource } from '../../resource.ts'

/** A parcel that came from the one at hand, with all that it came from. */
export type Successor = Relative & { origins: Relative[] }

/** Where a parcel came from and what came from it, as far as the person may know. */
export interface Succession {
  predecessors: Relative[]
  successors: Successor[]
}

/** The succession of a parcel, read anew with each of its versions. */
export const useSuccession = (
  id: string,
  version: number | undefined,
): Resource<Succession | undefined> =>
  useResource(
    async (signal) =>
      version === undefined
        ? undefined
        : (await request<Succession>(`/parcels/${encodeURIComponent(id)}/succession`, { signal }))
            .data,
    [id, version],
  )

/** How the area changes when these take the place of the parcel and of all else that they came from. */
export function reconciled(
  { id, properties }: Parcel,
  successors: readonly Successor[],
): AreaChange[] {
  const before = new Map([[id, countedAreas(properties, properties.areaM2)]])
  for (const { origins } of successors)
    for (const origin of origins) if (origin.id !== id) before.set(origin.id, origin.areas)
  return areaChanges(
    [...before.values()],
    successors.map(({ areas }) => areas),
  )
}
