import { useState } from 'preact/hooks'
import { type Boundary, partsOf, type Position } from '../../../../functions/domain/boundary.ts'
import { announce } from '../../../live.tsx'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { language, say } from '../../../messages/phrase.ts'
import { openOf, polygonOf, readDegrees, withRing } from './corners.ts'

/** More corners than anyone edits by hand; the others are moved on the map. */
const MOST_ROWS = 200

interface CornerTableProps {
  boundary: Boundary | null
  onChange: (boundary: Boundary) => void
  /** Bring a corner into view on the map. */
  onLook: (place: Position) => void
}

const write = (degrees: number): string =>
  String(degrees).replace('.', language() === 'id' ? ',' : '.')

/** The corners as a table: read, change, insert and drop them, or begin a boundary, by keyboard. */
export function CornerTable({ boundary, onChange, onLook }: CornerTableProps) {
  const [chosen, setChosen] = useState('0/0')
  const [loose, setLoose] = useState<Position[]>([]) // corners too few for a boundary yet
  const [error, setError] = useState<string>()
  const rings = boundary
    ? partsOf(boundary).flatMap((part, p) =>
        part.map((ring, r) => ({ key: `${p}/${r}`, p, r, corners: openOf(ring) })),
      )
    : []
  const ring = rings.find(({ key }) => key === chosen) ?? rings[0]
  const corners = ring?.corners ?? loose

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
    put([
      ...corners.slice(0, at),
      [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2],
      ...corners.slice(at),
    ])
  }

  return (
    <div class="stack">
      <p class="hint">{say(words.cornersHint)}</p>
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
              <th scope="col">{say(words.longitude)}</th>
              <th scope="col">{say(words.latitude)}</th>
              <th scope="col">
                <span class="visually-hidden">{say(words.corner(0)).replace('0', '')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {corners.slice(0, MOST_ROWS).map((corner, at) => (
              <Corner
                key={at}
                n={at + 1}
                corner={corner}
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
      <NewCorner onAdd={(corner) => put([...corners, corner])} />
    </div>
  )
}

interface CornerProps {
  n: number
  corner: Position
  onFocus: () => void
  onChange: (corner: Position) => void
  onWrong: (why: string) => void
  onInsert: (() => void) | undefined
  onDrop: () => void
}

function Corner({ n, corner, onFocus, onChange, onWrong, onInsert, onDrop }: CornerProps) {
  const ordinate = (place: 0 | 1, label: string) => (
    <input
      type="text"
      class="input"
      inputMode="decimal"
      autocomplete="off"
      aria-label={label}
      value={write(corner[place])}
      onFocus={onFocus}
      onChange={(event) => {
        const text = event.currentTarget.value
        const degrees = readDegrees(text)
        if (degrees === undefined) {
          event.currentTarget.value = write(corner[place])
          onWrong(say(words.notNumber(text)))
        } else if (degrees !== corner[place])
          onChange(place === 0 ? [degrees, corner[1]] : [corner[0], degrees])
      }}
    />
  )
  return (
    <tr>
      <th scope="row">{n}</th>
      <td>{ordinate(0, say(words.lonOf(n)))}</td>
      <td>{ordinate(1, say(words.latOf(n)))}</td>
      <td class="corner-actions">
        {onInsert && (
          <button
            type="button"
            class="button plain small"
            aria-label={say(words.insertAfter(n))}
            title={say(words.insertAfter(n))}
            onClick={onInsert}
          >
            +
          </button>
        )}
        <button
          type="button"
          class="button plain small"
          aria-label={say(words.dropCorner(n))}
          title={say(words.dropCorner(n))}
          onClick={onDrop}
        >
          ✕
        </button>
      </td>
    </tr>
  )
}

/** Two fields and a button that put a corner at the end. */
function NewCorner({ onAdd }: { onAdd: (corner: Position) => void }) {
  const [texts, setTexts] = useState<[string, string]>(['', ''])
  const [error, setError] = useState<string>()
  const add = (event: Event) => {
    event.preventDefault()
    const [lng, lat] = [readDegrees(texts[0]), readDegrees(texts[1])]
    if (lng === undefined || lat === undefined) {
      setError(say(words.notNumber(lng === undefined ? texts[0] : texts[1])))
      return
    }
    setError(undefined)
    onAdd([lng, lat])
    setTexts(['', ''])
    document.getElementById('new-corner-0')?.focus()
  }
  return (
    <form class="new-corner" onSubmit={add} noValidate>
      {([words.longitude, words.latitude] as const).map((label, place) => (
        <label class="field" key={label.id} for={`new-corner-${place}`}>
          <span class="small">{say(label)}</span>
          <input
            id={`new-corner-${place}`}
            type="text"
            class="input"
            inputMode="decimal"
            autocomplete="off"
            value={texts[place]}
            onInput={({ currentTarget: { value } }) =>
              setTexts(place === 0 ? [value, texts[1]] : [texts[0], value])
            }
          />
        </label>
      ))}
      <button type="submit" class="button">
        {say(words.addCorner)}
      </button>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
    </form>
  )
}
