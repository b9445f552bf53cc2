import type { Polygon } from 'geojson'
import type { Map } from 'leaflet'
import { render } from 'preact'
import { boundsOf } from '../layers/coordinates.ts'
import { MapFrame } from '../layers/frame.tsx'
import { showBox } from '../layers/map.ts'
import { type ParcelLayer, parcelLayer, type ParcelOnMap } from '../layers/parcels.ts'
import { IDLE_STATES, PROBLEMS } from '../../functions/domain/standing.ts'
import { STATE_ORDER, USES } from '../layers/status.ts'

/** A field of about 100 m at a place near Binjai; `east` and `north` count fields. */
const field = (east: number, north: number, [lng, lat] = [98.48, 3.6]): Polygon => {
  const [w, s, step] = [lng! + east * 0.0012, lat! + north * 0.0012, 0.001]
  const ring = [
    [w, s],
    [w + step, s + 0.0001],
    [w + step, s + step],
    [w + 0.0001, s + step],
    [w, s],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

const looks = [
  ...USES.map((use) => ({ use })),
  ...IDLE_STATES.map((idle) => ({ use: 'belum-terbukti' as const, idle })),
  ...PROBLEMS.map((problem) => ({ use: 'digunakan' as const, problem })),
]
const samples: ParcelOnMap[] = looks.flatMap((look, east) =>
  STATE_ORDER.map((state, north) => ({
    id: `${east} ${state}`,
    name: `${Object.values(look).join(', ')}, ${state}`,
    geometry: field(east, north),
    state,
    ...look,
  })),
)

/** Parcels over the whole country, always the same ones: `?many=2000`. */
const many: ParcelOnMap[] = Array.from(
  { length: Number(new URLSearchParams(location.search).get('many') ?? 0) },
  (_, i) => ({
    id: `many ${i}`,
    name: `Bidang ${i}`,
    geometry: field(0, 0, [95 + ((i * 7919) % 4600) / 100, -10 + ((i * 104729) % 1500) / 100]),
    state: STATE_ORDER[i % STATE_ORDER.length]!,
    use: USES[i % USES.length]!,
  }),
)

let stage: { map: Map; layer: ParcelLayer }

function ready(map: Map) {
  const layer = parcelLayer(map, {
    onOpen: (id) => layer.select(samples.find((sample) => sample.id === id)?.geometry),
    clusterTitle: (count) => `${count} bidang`,
  })
  map.addLayer(layer.layer)
  layer.show([...samples, ...many])
  stage = { map, layer }
  if (many.length) return
  const box = boundsOf(samples[0]!.geometry)!.extend(boundsOf(samples.at(-1)!.geometry)!)
  showBox(map, box)
  layer.select(samples[20]?.geometry)
}

render(
  <MapFrame
    label="Layers"
    onReady={ready}
    onShowAll={() => showBox(stage.map, stage.layer.bounds()!)}
    baseMaps={[{ id: 'example', name: 'Contoh', url: 'https://tiles.example/{z}/{x}/{y}.png' }]}
  />,
  document.getElementById('app')!,
)
