import { useMemo, useState } from 'preact/hooks'
import { readingWords as words } from '../../../messages/reading.ts'
import { say } from '../../../messages/phrase.ts'
import { formatArea } from '../../../time.ts'
import type { FoundArea } from './inspection.ts'

/** More rows than this make a slow page; searching narrows them. */
const MOST_ROWS = 50

/** Attributes that name an area, the best first. */
const NAMING = [/^na?m[ae]|na?ma_|_na?ma$|^name$/i, /nib|nomor|hak|persil|blok/i]

/** What an area is called: by the attribute that names it best, else by its place in the file. */
export function nameOf({ attributes }: FoundArea, place: number): string {
  for (const pattern of NAMING) {
    const named = Object.entries(attributes).find(
      ([name, value]) => pattern.test(name) && String(value).trim(),
    )
    if (named) return String(named[1])
  }
  return say(words.areaNumber(place))
}

const textOf = ({ attributes, id, layer }: FoundArea): string =>
  [...Object.values(attributes), id, layer].join(' ').toLowerCase()

/** The attributes of an area in one line. */
export const about = ({ attributes }: FoundArea, most: number): string =>
  Object.entries(attributes)
    .filter(([, value]) => String(value).trim())
    .slice(0, most)
    .map(([name, value]) => `${name}: ${value}`)
    .join(' · ')

interface FoundProps {
  areas: readonly FoundArea[]
  /** Areas beyond the limit, which are not in the list. */
  more: number
  chosen: FoundArea | undefined
  onChoose: (area: FoundArea) => void
}

/** Every area of a file, to choose one by its attributes. */
export function FoundAreas({ areas, more, chosen, onChoose }: FoundProps) {
  const [search, setSearch] = useState('')
  const texts = useMemo(() => areas.map(textOf), [areas])
  const wanted = search.trim().toLowerCase().split(/\s+/)
  const fitting = areas
    .map((area, at) => ({ area, at }))
    .filter(({ at }) => wanted.every((word) => texts[at]!.includes(word)))
  // The one that was chosen on the map stays in the list, though it is far down.
  const shown = fitting.slice(0, MOST_ROWS)
  const far = fitting.slice(MOST_ROWS).find(({ area }) => area === chosen)
  return (
    <fieldset class="stack choices">
      <legend class="label">{say(words.found(areas.length))}</legend>
      {areas.length > 5 && (
        <label class="field">
          <span class="small">{say(words.search)}</span>
          <input
            type="search"
            class="input"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
        </label>
      )}
      {fitting.length === 0 && <p class="quiet">{say(words.noneFits)}</p>}
      <div class="choice-list">
        {[...(far ? [far] : []), ...shown].map(({ area, at }) => (
          <label class="choice" key={area.id}>
            <input
              type="radio"
              name="boundary-choice"
              checked={chosen === area}
              onChange={() => onChoose(area)}
            />
            <span>
              <strong>{nameOf(area, at + 1)}</strong> · {measures(area)}
              <span class="hint block">{about(area, 6)}</span>
              {area.faults.length > 0 && (
                <span class="small needs-look block">
                  {say(words.faultCount(area.faults.length))}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {fitting.length > MOST_ROWS && (
        <p class="small quiet">{say(words.moreRows(fitting.length - MOST_ROWS))}</p>
      )}
      {more > 0 && <p class="small quiet">{say(words.moreFound(more))}</p>}
    </fieldset>
  )
}

/** Size of an area, as far as it is known: crossing lines have none. */
export function measures({ areas, corners, epsg, geometry }: FoundArea): string {
  const m2 = Math.round(areas?.ellipsoidalM2 ?? 0)
  return [
    ...(m2 > 0 ? [formatArea(m2)] : []),
    ...(!geometry && epsg === null ? [say(words.wantsSystem)] : []),
    say(words.corners(corners)),
  ].join(' · ')
}
