import { useState } from 'preact/hooks'
import { CRS } from '../../../../functions/domain/crs.ts'
import { readingWords as words } from '../../../messages/reading.ts'
import { say } from '../../../messages/phrase.ts'
import type { Candidate, Inspection } from './inspection.ts'

const HOW = {
  declared: words.declared,
  prj: words.prj,
  chosen: words.picked,
  guessed: words.guessed,
  unknown: words.unknown,
}

interface SystemProps {
  crs: Inspection['crs']
  /** Whether the areas have a place: else a person has to choose. */
  isKnown: boolean
  chosen: number | undefined
  /** A system was pointed at: the map shows where it would put the file. */
  onLook: (epsg: number) => void
  /** Have the file read in the system that was pointed at. */
  onRead: (epsg: number) => void
}

/** The coordinate system of a file and how it is known; a person decides where it is not. */
export function SystemChoice(props: SystemProps) {
  const { crs, isKnown } = props
  if (!isKnown)
    return (
      <div class="notice warning">
        <strong>{say(words.systemMissing)}</strong>
        <p>{question(crs.candidates)}</p>
        <Systems {...props} candidates={crs.candidates} />
      </div>
    )
  return (
    <div>
      <p class="small">
        {say(words.system)}: <strong>{crs.name ?? `EPSG ${crs.epsg}`}</strong>
        {crs.name && crs.epsg !== null && ` (EPSG ${crs.epsg})`}, {say(HOW[crs.known])}
      </p>
      <details class="explained">
        <summary>{say(words.systemOther)}</summary>
        <Systems {...props} candidates={[]} />
      </details>
    </div>
  )
}

function question(candidates: readonly Candidate[]): string {
  const fitting = candidates.filter(({ fits }) => fits)
  const [only] = fitting
  if (fitting.length !== 1 || !only) return say(words.systemAsk)
  return say(words.systemFits(only.name, candidates.length - 1))
}

function Systems({
  chosen,
  candidates,
  onLook,
  onRead,
}: Omit<SystemProps, 'isKnown'> & { candidates: readonly Candidate[] }) {
  const [error, setError] = useState('')
  const others = CRS.filter(({ epsg }) => !candidates.some((one) => one.epsg === epsg))
  const read = () => {
    if (chosen === undefined) return setError(say(words.systemChoose))
    setError('')
    onRead(chosen)
  }
  // Those in the region of the address come first: usually one, and the right one.
  const ordered = [...candidates].sort((a, b) => Number(b.fits) - Number(a.fits))
  return (
    <fieldset class="stack systems">
      <legend class="visually-hidden">{say(words.systemPick)}</legend>
      {ordered.length > 0 && (
        <div class="choice-list">
          {ordered.map(({ epsg, name, fits }) => (
            <label class="choice" key={epsg}>
              <input
                type="radio"
                name="boundary-system"
                checked={chosen === epsg}
                onChange={() => onLook(epsg)}
              />
              <span>
                {name} <span class="hint block">{say(fits ? words.fits : words.fitsNot)}</span>
              </span>
            </label>
          ))}
        </div>
      )}
      <label class="field">
        <span class="label">{say(words.systemOther)}</span>
        <select
          class="input"
          value={others.some(({ epsg }) => epsg === chosen) ? String(chosen) : ''}
          onChange={(event) => onLook(Number(event.currentTarget.value))}
        >
          <option value="" />
          {others.map(({ epsg, name }) => (
            <option key={epsg} value={epsg}>
              {name} (EPSG {epsg})
            </option>
          ))}
        </select>
      </label>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      <button type="button" class="button primary self-start" onClick={read}>
        {say(words.systemUse)}
      </button>
    </fieldset>
  )
}
