import { DivIcon, type LatLng, type LatLngBounds, type Map, Marker } from 'leaflet'
import { showBox } from './map.ts'
import { type Axes, hasIdleBorder, letterOf, USE_STYLES, type Use } from './status.ts'

/** Side of the square whose small parcels share one mark, in CSS pixels. */
const CELL = 64
/** Marks whose middles are nearer than this would lie over each other. */
const TOUCHING = 40

interface Small {
  parcel: Axes & { id: string; name: string }
  bounds: LatLngBounds
}

/** Small parcels that lie together on the screen. */
export interface Cluster {
  members: Small[]
  centre: LatLng
  bounds: LatLngBounds
}

interface Cell {
  members: Small[]
  bounds: LatLngBounds
  /** Sums of the members' points, in CSS pixels of the zoom level. */
  x: number
  y: number
}

/** Gather parcels by squares of the screen, then join squares whose marks would touch. */
export function clustersOf(map: Map, small: readonly Small[]): Cluster[] {
  const cells = new globalThis.Map<string, Cell>()
  for (const each of small) {
    const { x, y } = map.project(each.bounds.getCenter())
    const key = `${Math.floor(x / CELL)},${Math.floor(y / CELL)}`
    const cell = cells.get(key)
    if (cell) join(cell, { members: [each], bounds: each.bounds, x, y })
    else cells.set(key, { members: [each], bounds: each.bounds.pad(0), x, y }) // a copy to extend
  }
  const joined: Cell[] = []
  for (const cell of [...cells.values()].sort((a, b) => b.members.length - a.members.length)) {
    const neighbour = joined.find((other) => apart(cell, other) < TOUCHING)
    if (neighbour) join(neighbour, cell)
    else joined.push(cell)
  }
  return joined.map(({ members, bounds, x, y }) => ({
    members,
    bounds,
    centre: map.unproject([x / members.length, y / members.length]),
  }))
}

const apart = (a: Cell, b: Cell): number =>
  Math.hypot(
    a.x / a.members.length - b.x / b.members.length,
    a.y / a.members.length - b.y / b.members.length,
  )

function join(into: Cell, cell: Cell): void {
  into.members.push(...cell.members)
  into.bounds.extend(cell.bounds)
  into.x += cell.x
  into.y += cell.y
}

/** Shares of the uses in a cluster as a ring, in the order of `USE_STYLES`. */
function ring(members: readonly Small[]): string {
  let from = 0
  const parts = (Object.keys(USE_STYLES) as Use[]).flatMap((use) => {
    const share = members.filter(({ parcel }) => parcel.use === use).length / members.length
    if (!share) return []
    const start = from
    from += share
    return [`${USE_STYLES[use].colour} ${start * 100}% ${from * 100}%`]
  })
  return `conic-gradient(${parts.join(',')})`
}

/** A mark on the map: a click opens the one parcel, or goes nearer to the many. */
export function clusterMarker(
  map: Map,
  { members, centre, bounds }: Cluster,
  { onOpen, title }: { onOpen: (id: string) => void; title: (count: number) => string },
): Marker {
  const [first] = members
  const one = members.length === 1
  const size = one ? 22 : 30 + 4 * Math.min(4, Math.floor(Math.log2(members.length)))
  const body = document.createElement('span')
  body.className = 'cluster-body'
  if (members.some(({ parcel }) => hasIdleBorder(parcel.idle))) body.classList.add('cluster-idle')
  body.textContent = one ? letterOf(first!.parcel) : String(members.length)
  const face = document.createElement('span')
  face.className = 'cluster-ring'
  face.style.background = ring(members)
  face.append(body)
  const marker = new Marker(centre, {
    icon: new DivIcon({ html: face, className: 'cluster', iconSize: [size, size] }),
    keyboard: false, // the list beside the map serves the keyboard
    title: one ? first!.parcel.name : title(members.length),
  })
  return marker.on('click', () => (one ? onOpen(first!.parcel.id) : showBox(map, bounds)))
}
