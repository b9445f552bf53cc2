import { useState } from 'preact/hooks'
import { areaOf } from '../../../../functions/domain/area.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'
import { formatArea } from '../../../time.ts'
import { type BoundaryFile, type Choice, readBoundaryFile } from './geojson-file.ts'

interface FileDropProps {
  /** Where the present boundary comes from, when that was a file. */
  fileName: string | undefined
  /** Called with the area under consideration, to show it on the map; null when there is none. */
  onLook: (choice: Choice | null) => void
  onUse: (choice: Choice, fileName: string) => void
}

/** A place to drop a file, and the choice between its areas. */
export function FileDrop({ fileName, onLook, onUse }: FileDropProps) {
  const [file, setFile] = useState<BoundaryFile>()
  const [isOver, setOver] = useState(false)
  const [isReading, setReading] = useState(false)

  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    setReading(true)
    const read = await readBoundaryFile(chosen)
    setReading(false)
    setFile(read)
    const [only] = read.choices
    onLook(null)
    if (read.choices.length === 1 && only) onUse(only, read.name)
  }
  const use = (choice: Choice) => {
    if (!file) return
    onLook(null)
    onUse(choice, file.name)
    setFile({ ...file, choices: [choice] })
  }
  const close = () => {
    onLook(null)
    setFile(undefined)
  }

  return (
    <div class="stack">
      <div
        class={`drop ${isOver ? 'over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void take(event.dataTransfer?.files[0])
        }}
      >
        <strong>{fileName ? say(words.fromFile(fileName)) : say(words.drop)}</strong>
        <span class="small quiet" id="boundary-file-hint">
          {say(words.kinds)}
        </span>
        <label class="button file-button" aria-busy={isReading}>
          {say(words.choose)}
          <input
            type="file"
            class="visually-hidden"
            id="boundary-file"
            aria-describedby="boundary-file-hint"
            accept=".geojson,.json,application/geo+json,application/json"
            onChange={(event) => {
              void take(event.currentTarget.files?.[0])
              event.currentTarget.value = ''
            }}
          />
        </label>
      </div>
      {file && file.faults.length > 0 && (
        <div class="notice danger" role="alert">
          {file.faults.map((fault) => (
            <p key={fault.id}>{say(fault)}</p>
          ))}
        </div>
      )}
      {file?.notices.map((notice) => (
        <p class="notice small" key={notice.id}>
          {say(notice)}
        </p>
      ))}
      {file && file.choices.length > 1 && (
        <Choices choices={file.choices} onLook={onLook} onUse={use} onClose={close} />
      )}
    </div>
  )
}

/** More rows than this make a slow page; searching narrows them. */
const MOST_ROWS = 50

const textOf = ({ attributes }: Choice): string =>
  attributes
    .map(([, value]) => value)
    .join(' ')
    .toLowerCase()

/** Attributes that name an area, the best first. */
const NAMING = [/^na?m[ae]|na?ma_|_na?ma$|^name$/i, /nib|nomor|hak|persil|blok/i]

/** What an area is called: by the attribute that names it best, else by its place in the file. */
const nameOf = ({ attributes, place }: Choice): string => {
  for (const pattern of NAMING) {
    const named = attributes.find(([name]) => pattern.test(name))
    if (named) return named[1]
  }
  return say(words.areaNumber(place))
}

interface ChoicesProps {
  choices: readonly Choice[]
  onLook: (choice: Choice | null) => void
  onUse: (choice: Choice) => void
  onClose: () => void
}

function Choices({ choices, onLook, onUse, onClose }: ChoicesProps) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Choice>()
  const fitting = choices.filter((choice) => textOf(choice).includes(search.trim().toLowerCase()))
  return (
    <fieldset class="stack choices">
      <legend class="label">{say(words.pickOne(choices.length))}</legend>
      <label class="field">
        <span class="small">{say(words.filterList)}</span>
        <input
          type="search"
          class="input"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      {fitting.length === 0 && <p class="quiet">{say(words.noneFits)}</p>}
      <div class="choice-list">
        {fitting.slice(0, MOST_ROWS).map((choice) => {
          const m2 = areaOf(choice.boundary)
          const about = choice.attributes.slice(0, 6).map(([name, value]) => `${name}: ${value}`)
          return (
            <label class="choice" key={choice.place}>
              <input
                type="radio"
                name="boundary-choice"
                checked={chosen === choice}
                onChange={() => {
                  setChosen(choice)
                  onLook(choice)
                }}
              />
              <span>
                <strong>{nameOf(choice)}</strong>
                {m2 !== null && ` · ${formatArea(Math.round(m2))}`}
                <span class="hint block">{about.join(' · ')}</span>
              </span>
            </label>
          )
        })}
      </div>
      {fitting.length > MOST_ROWS && (
        <p class="small quiet">{say(words.moreRows(fitting.length - MOST_ROWS))}</p>
      )}
      <div class="row">
        {chosen && (
          <button type="button" class="button primary" onClick={() => onUse(chosen)}>
            {say(words.useThis)}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {say(words.otherFile)}
        </button>
      </div>
    </fieldset>
  )
}
