import { useState } from 'preact/hooks'
import { type Boundary, partsOf, type Position } from '../../../../functions/domain/boundary.ts'
import { announce } from '../../../live.tsx'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'
import { Corner, NewCorner } from './corner-fields.tsx'
import { openOf, polygonOf, withRing } from './corners.ts'
import { systemsAt } from './plane.ts'

/** More corners than anyone edits by hand; the others are moved on the map. */
const MOST_ROWS = 200

interface CornerTableProps {
  boundary: Boundary | null
  /** How sure each corner of a walk is, in metres. */
  accuracyM?: readonly number[]
  onChange: (boundary: Boundary) => void
  /** Bring a corner into view on the map. */
  onLook: (place: Position) => void
  /** Where the map looks, for the planes that may be meant before there is a corner. */
  near?: Position
}

/** The corners as a table: read, change, insert and drop them, or begin a boundary, by keyboard. */
export function CornerTable({ boundary, accuracyM, onChange, onLook, near }: CornerTableProps) {
  const [chosen, setChosen] = useState('0/0')
  const [loose, setLoose] = useState<Position[]>([]) // corners too few for a boundary yet
  const [error, setError] = useState<string>()
  const [epsg, setEpsg] = useState<number>()
  const rings = boundary
    ? partsOf(boundary).flatMap((part, p) =>
        part.map((ring, r) => ({ key: `${p}/${r}`, p, r, corners: openOf(ring) })),
      )
    : []
  const ring = rings.find(({ key }) => key === chosen) ?? rings[0]
  const corners = ring?.corners ?? loose
  const systems = systemsAt(corners[0] ?? near)
  const system = systems.find((one) => one.epsg === epsg) ?? systems[0]!
  const isPlane = system.projection !== undefined
  const names = [isPlane ? words.east : words.longitude, isPlane ? words.north : words.latitude]

  const put = (next: Position[]) => {
    setError(undefined)
    if (boundary && ring) {
      if (next.length < 3) return setError(say(words.tooFew))
      const changed = withRing(boundary, ring.p, ring.r, next)
      if (changed) onChange(changed)
    } else if (next.length >= 3) {
      setLoose([])
      onChange(polygonOf(next))
    } else setLoose(next)
  }
  const insert = (at: number) => {
    const [from, to] = [corners[at - 1], corners[at] ?? corners[0]]
    if (!from || !to) return
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]
    put([...corners.slice(0, at), middle, ...corners.slice(at)])
  }
  // Only a walk of one ring knows how sure its corners are.
  const sure = accuracyM?.length === corners.length ? accuracyM : undefined

  return (
    <div class="stack">
      {systems.length > 1 && (
        <label class="field">
          <span class="label">{say(words.tableSystem)}</span>
          <select
            class="input"
            value={system.epsg}
            onChange={(event) => setEpsg(Number(event.currentTarget.value))}
          >
            {systems.map((one) => (
              <option key={one.epsg} value={one.epsg}>
                {one.projection ? one.name : say(words.degrees)}
              </option>
            ))}
          </select>
        </label>
      )}
      <p class="hint">{say(isPlane ? words.planeHint : words.cornersHint)}</p>
      {rings.length > 1 && (
        <label class="field">
          <span class="label">{say(words.whichRing)}</span>
          <select
            class="input"
            value={ring?.key}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {rings.map(({ key, p, r }) => (
              <option key={key} value={key}>
                {say(r === 0 ? words.ringOuter(p + 1) : words.ringHole(p + 1, r))}
              </option>
            ))}
          </select>
        </label>
      )}
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      {!boundary && loose.length > 0 && (
        <p class="small" role="status">
          {say(words.looseCorners(loose.length))}
        </p>
      )}
      {corners.length > 0 && (
        <table class="corners">
          <caption class="visually-hidden">{say(words.corners)}</caption>
          <thead>
            <tr>
              <th scope="col">#</th>
              {names.map((name) => (
                <th scope="col" key={name.id}>
                  {say(name)}
                </th>
              ))}
              <th scope="col">
                <span class="visually-hidden">{say(words.change)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {corners.slice(0, MOST_ROWS).map((corner, at) => (
              <Corner
                key={at}
                n={at + 1}
                corner={corner}
                accuracyM={sure?.[at]}
                system={system}
                names={names.map(say)}
                onFocus={() => boundary && onLook(corner)}
                onWrong={setError}
                onChange={(next) => put(corners.map((old, other) => (other === at ? next : old)))}
                onInsert={boundary ? () => insert(at + 1) : undefined}
                onDrop={() => {
                  put(corners.filter((_, other) => other !== at))
                  announce(say(words.dropCorner(at + 1)))
                }}
              />
            ))}
          </tbody>
        </table>
      )}
      {corners.length > MOST_ROWS && (
        <p class="small quiet">{say(words.moreCorners(corners.length - MOST_ROWS))}</p>
      )}
      <NewCorner
        system={system}
        names={names.map(say)}
        onAdd={(corner) => put([...corners, corner])}
      />
    </div>
  )
}
