import { useEffect, useState } from 'preact/hooks'
import { listParcels } from '../../../api.ts'
import type { ParcelOnMap } from '../../../layers/parcels.ts'
import { useOf } from '../../../layers/status.ts'
import { useObservable } from '../../../observable.ts'
import type { Desk } from '../desk.ts'

/** The unit's other parcels, as outlines to draw beside; none while they are not known. */
export function useOtherParcels(desk: Desk): readonly ParcelOnMap[] {
  const { id, mine } = useObservable(desk.draft)
  const { upt } = mine.properties
  const [others, setOthers] = useState<readonly ParcelOnMap[]>([])
  useEffect(() => {
    if (!upt) return
    const asked = new AbortController()
    listParcels({ upt, limit: 100 }, asked).then(
      ({ data }) =>
        setOthers(
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
  return others
}
