import { useState } from 'preact/hooks'
import type { DefinitionValues } from '../../../functions/domain/definition.ts'
import { say } from '../../messages/phrase.ts'
import { settingsWords as m } from '../../messages/settings.ts'
import { ProposeDialog } from './propose-dialog.tsx'
import { entriesOf, type Entry, valueWords, withEntries } from './thresholds.ts'

interface Typed {
  value: string
  source: string
  status: Entry['status']
}

const typedOf = ({ value, source, status }: Entry): Typed => ({
  value: value === null ? '' : String(value),
  source,
  status,
})

const isWrong = ({ unit }: Entry, { value, source }: Typed): boolean =>
  !source.trim() ||
  (unit === 'date' ? !/^\d{4}-\d\d-\d\d$/.test(value) : !/^\d{0,4}$/.test(value.trim()))

/** The entry as it was typed. */
const entryAs = (entry: Entry, { value, source, status }: Typed): Entry => ({
  ...entry,
  value: entry.unit === 'date' ? value : value.trim() === '' ? null : Number(value),
  source: source.trim(),
  status,
})

interface Props {
  values: DefinitionValues
  onClose: () => void
  onDone: () => void
}

/** Proposes other thresholds: those that are in force stand in the fields. */
export function ProposeDefinition({ values, onClose, onDone }: Props) {
  const entries = entriesOf(values)
  const [typed, setTyped] = useState<Record<string, Typed>>(() =>
    Object.fromEntries(entries.map((entry) => [entry.path, typedOf(entry)])),
  )
  const [checked, setChecked] = useState(false)
  const of = (path: string) => typed[path]!
  const set = (path: string, change: Partial<Typed>) =>
    setTyped((before) => ({ ...before, [path]: { ...before[path]!, ...change } }))
  const isChanged = (entry: Entry) =>
    JSON.stringify(of(entry.path)) !== JSON.stringify(typedOf(entry))
  const changed = entries.filter(isChanged)
  const read = () => {
    setChecked(true)
    if (changed.length === 0 || changed.some((entry) => isWrong(entry, of(entry.path))))
      return undefined
    return withEntries(
      values,
      changed.map((entry) => entryAs(entry, of(entry.path))),
    )
  }
  return (
    <ProposeDialog name="definisi" values={read} onClose={onClose} onDone={onDone}>
      {checked && changed.length === 0 && (
        <p class="field-error" role="alert">
          {say(m.nothingChanged)}
        </p>
      )}
      {entries.map((entry) => (
        <ThresholdFields
          key={entry.path}
          entry={entry}
          typed={of(entry.path)}
          isOpen={isChanged(entry)}
          isWrong={checked && isChanged(entry) && isWrong(entry, of(entry.path))}
          onChange={(change) => set(entry.path, change)}
        />
      ))}
    </ProposeDialog>
  )
}

interface FieldsProps {
  entry: Entry
  typed: Typed
  /** Ground and source are asked once the value is another one. */
  isOpen: boolean
  isWrong: boolean
  onChange: (change: Partial<Typed>) => void
}

function ThresholdFields({ entry, typed, isOpen, isWrong: wrong, onChange }: FieldsProps) {
  const id = `setting-${entry.path.replace('.', '-')}`
  const unit = entry.unit === 'date' ? '' : say(m[entry.unit]('')).trim()
  return (
    <fieldset class={`threshold ${wrong ? 'invalid' : ''}`}>
      <div class="field">
        <label for={id}>
          {entry.label}
          {unit && <span class="quiet"> ({unit})</span>}
        </label>
        {wrong && <span class="field-error">{say(m.numberWrong)}</span>}
        <input
          id={id}
          class="short"
          {...(entry.unit === 'date'
            ? { type: 'date' as const }
            : { type: 'text' as const, inputMode: 'numeric' as const })}
          autocomplete="off"
          aria-describedby={`${id}-now`}
          aria-invalid={wrong ? 'true' : undefined}
          value={typed.value}
          onInput={(event) => onChange({ value: event.currentTarget.value })}
        />
        <span class="hint" id={`${id}-now`}>
          {say(m.before)}: {valueWords(entry)}
        </span>
      </div>
      {isOpen && (
        <div class="threshold-source">
          <div class="field">
            <label for={`${id}-basis`}>{say(m.basis)}</label>
            <select
              id={`${id}-basis`}
              value={typed.status}
              onChange={(event) =>
                onChange({ status: event.currentTarget.value as Entry['status'] })
              }
            >
              <option value="internal">{say(m.internal)}</option>
              <option value="regulation">{say(m.regulation)}</option>
            </select>
          </div>
          <div class="field">
            <label for={`${id}-source`}>{say(m.source)}</label>
            <input
              id={`${id}-source`}
              type="text"
              maxLength={500}
              value={typed.source}
              onInput={(event) => onChange({ source: event.currentTarget.value })}
            />
          </div>
        </div>
      )}
    </fieldset>
  )
}
