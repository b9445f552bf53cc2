import { useEffect, useMemo, useState } from 'preact/hooks'
import { type ListedParcel, listParcels } from '../../../api.ts'
import type { ParcelOnMap } from '../../../layers/parcels.ts'
import { axesOf } from '../../../layers/status.ts'
import { useObservable } from '../../../observable.ts'
import type { Desk } from '../desk.ts'

/** What the map shows, as `[west, south, east, north]` in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** A wider view than this, in degrees, shows no corners to snap to. */
const WIDEST = 0.3
/** Parcels of one view; where more lie, those in the north-west come first. */
const MOST = 200
/** The map comes to rest, in ms. */
const REST = 250

/** The unit's own parcels, drafts included; as outlines of few corners. */
const fetchOwn = (upt: string, signal: AbortSignal) => listParcels({ upt, limit: 100 }, { signal })

/** Every submitted parcel in a view, with its whole boundary. */
const fetchAround = (box: Box, signal: AbortSignal) =>
  listParcels({ bbox: box.join(','), geometry: 'exact', limit: MOST }, { signal })

/** The parcels around the boundary, to draw beside it; those last known while they are asked for. */
export function useNeighbours(desk: Desk, box: Box | undefined): readonly ParcelOnMap[] {
  const { id, mine } = useObservable(desk.draft)
  const { upt } = mine.properties
  const [own, setOwn] = useState<readonly ListedParcel[]>([])
  const [around, setAround] = useState<readonly ListedParcel[]>([])
  useEffect(() => {
    if (!upt) return
    const { signal, abort } = asking()
    fetchOwn(upt, signal).then(
      ({ data }) => setOwn(data.features),
      () => {}, // the boundary can be drawn without them
    )
    return abort
  }, [upt])
  useEffect(() => {
    if (!box || box[2] - box[0] > WIDEST) return
    const { signal, abort } = asking()
    const timer = setTimeout(() => {
      fetchAround(box, signal).then(
        ({ data }) => setAround(data.features),
        () => {},
      )
    }, REST)
    return () => {
      clearTimeout(timer)
      abort()
    }
  }, [box?.join(',')])
  return useMemo(() => {
    const whole = new Set(around.map((parcel) => parcel.id))
    return [...around, ...own.filter((parcel) => !whole.has(parcel.id))]
      .filter((other) => other.id !== id && other.properties.state !== 'nonaktif')
      .map(({ id: other, geometry, properties }) => ({
        id: other,
        name: properties.name,
        geometry,
        state: properties.state,
        ...axesOf(properties),
      }))
  }, [around, own, id])
}

function asking(): { signal: AbortSignal; abort: () => void } {
  const asked = new AbortController()
  return { signal: asked.signal, abort: () => asked.abort() }
}
