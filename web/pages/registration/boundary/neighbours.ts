import { useEffect, useState } from 'preact/hooks'
import { listParcels } from '../../../api.ts'
import type { ParcelOnMap } from '../../../layers/parcels.ts'
import { useOf } from '../../../layers/status.ts'
import { useObservable } from '../../../observable.ts'
import type { Desk } from '../desk.ts'

/** What the map shows, as `[west, south, east, north]` in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** Where to look for neighbours: the unit's parcels are drawn wherever the map is. */
interface Around {
  upt: string | undefined
  box: Box | undefined
}

const fetchNeighbours = ({ upt }: Around, signal: AbortSignal) =>
  listParcels({ upt, limit: 100 }, { signal })

/** The parcels around the boundary, to draw beside it; those last known while they are asked for. */
export function useNeighbours(desk: Desk, box: Box | undefined): readonly ParcelOnMap[] {
  const { id, mine } = useObservable(desk.draft)
  const { upt } = mine.properties
  const [found, setFound] = useState<readonly ParcelOnMap[]>([])
  useEffect(() => {
    if (!upt) return
    const asked = new AbortController()
    fetchNeighbours({ upt, box }, asked.signal).then(
      ({ data }) =>
        setFound(
          data.features
            .filter((other) => other.id !== id && other.properties.state !== 'nonaktif')
            .map(({ id: other, geometry, properties: { name, state, status } }) => ({
              id: other,
              name,
              geometry,
              state,
              use: useOf(status),
            })),
        ),
      () => {}, // the boundary can be drawn without them
    )
    return () => asked.abort()
  }, [upt, id])
  return found
}
