import { useState } from 'preact/hooks'
import type { Position } from '../../../../functions/domain/boundary.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { language, say } from '../../../messages/phrase.ts'
import { walkWords } from '../../../messages/walk.ts'
import { formatNumber } from '../../../time.ts'
import { readOrdinate } from './corners.ts'
import { fromSystem, type TableSystem, toSystem } from './plane.ts'

const write = (ordinate: number): string =>
  String(ordinate).replace('.', language() === 'id' ? ',' : '.')

interface CornerProps {
  n: number
  corner: Position
  /** How sure it is, in metres, where it was walked. */
  accuracyM: number | undefined
  system: TableSystem
  /** What the two ordinates are called. */
  names: readonly string[]
  onFocus: () => void
  onChange: (corner: Position) => void
  onWrong: (why: string) => void
  onInsert: (() => void) | undefined
  onDrop: () => void
}

/** One corner as a row of the table. An ordinate that is left as it was changes nothing. */
export function Corner(props: CornerProps) {
  const { n, corner, accuracyM, system, names, onFocus, onChange, onWrong, onInsert, onDrop } =
    props
  const ordinates = toSystem(corner, system)
  const take = (text: string, place: 0 | 1) => {
    const typed = readOrdinate(text)
    if (typed === ordinates[place]) return
    const next: Position = [...ordinates]
    next[place] = typed ?? 0
    const moved = typed === undefined ? null : fromSystem(next, system)
    if (moved) return onChange(moved)
    onWrong(say(typed === undefined ? words.notNumber(text) : words.noPlace))
  }
  const ordinate = (place: 0 | 1) => (
    <Ordinate
      label={say(words.ordinateOf(names[place] ?? '', n))}
      value={write(ordinates[place])}
      onFocus={onFocus}
      onTake={(text) => take(text, place)}
    />
  )
  const button = (label: string, sign: string, act: () => void) => (
    <button type="button" class="button plain small" aria-label={label} title={label} onClick={act}>
      {sign}
    </button>
  )
  return (
    <tr>
      <th scope="row">
        {n}
        {accuracyM !== undefined && (
          <span class="small quiet block">
            <span class="visually-hidden">
              {say(walkWords.accuracyOf(n, formatNumber(accuracyM)))}
            </span>
            <span aria-hidden="true">±{formatNumber(accuracyM)} m</span>
          </span>
        )}
      </th>
      <td>{ordinate(0)}</td>
      <td>{ordinate(1)}</td>
      <td class="corner-actions">
        {onInsert && button(say(words.insertAfter(n)), '+', onInsert)}
        {button(say(words.dropCorner(n)), '✕', onDrop)}
      </td>
    </tr>
  )
}

interface OrdinateProps {
  label: string
  value: string
  onFocus: () => void
  onTake: (text: string) => void
}

/** A field whose text is taken when it is left; until then nothing drawn anew overwrites it. */
function Ordinate({ label, value, onFocus, onTake }: OrdinateProps) {
  const [typed, setTyped] = useState<string>()
  return (
    <input
      type="text"
      class="input"
      inputMode="decimal"
      autocomplete="off"
      aria-label={label}
      value={typed ?? value}
      onFocus={onFocus}
      onInput={(event) => setTyped(event.currentTarget.value)}
      onChange={(event) => {
        onTake(event.currentTarget.value)
        setTyped(undefined)
      }}
    />
  )
}

interface NewCornerProps {
  system: TableSystem
  names: readonly string[]
  onAdd: (corner: Position) => void
}

/** Two fields and a button that put a corner at the end. */
export function NewCorner({ system, names, onAdd }: NewCornerProps) {
  const [texts, setTexts] = useState<[string, string]>(['', ''])
  const [error, setError] = useState<string>()
  const add = (event: Event) => {
    event.preventDefault()
    const [x, y] = [readOrdinate(texts[0]), readOrdinate(texts[1])]
    if (x === undefined || y === undefined)
      return setError(say(words.notNumber(x === undefined ? texts[0] : texts[1])))
    const corner = fromSystem([x, y], system)
    if (!corner) return setError(say(words.noPlace))
    setError(undefined)
    onAdd(corner)
    setTexts(['', ''])
    requestAnimationFrame(() => document.getElementById('new-corner-0')?.focus()) // in view once drawn
  }
  return (
    <form class="new-corner" onSubmit={add} noValidate>
      {names.map((label, place) => (
        <label class="field" key={place} for={`new-corner-${place}`}>
          <span class="small">{label}</span>
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
