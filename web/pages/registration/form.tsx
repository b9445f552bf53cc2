import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { Field, TextAreaField, TextField } from '../../field.tsx'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { useObservable } from '../../observable.ts'
import { valueAt } from './content.ts'
import type { Desk } from './desk.ts'
import { fieldId } from './places.ts'

/** The registration that the fields below write to. */
export const DeskContext = createContext<Desk | undefined>(undefined)

/** The registration at hand; only within a DeskContext. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('A field of a registration stands outside of one')
  return desk
}

/** The value at a pointer, drawn again only when that value changes. */
export function useValue<T>(pointer: string): T | undefined {
  const { draft } = useDesk()
  const read = () => valueAt(draft.get().mine, pointer) as T | undefined
  const [value, setValue] = useState(read)
  useEffect(() => {
    setValue(read)
    return draft.subscribe(() => setValue(read))
  }, [draft, pointer])
  return value
}

/** What is wrong with a field, and what the Kanwil noted there when it sent the parcel back. */
export function useRemarks(pointer: string): { error?: string; note?: string } {
  const desk = useDesk()
  const fault = useObservable(desk.faults).find((one) => one.pointer === pointer && !one.isWaiting)
  const notes = useObservable(desk.served)?.properties.returned?.notes ?? []
  return {
    error: fault && say(fault.detail),
    note: notes.find((one) => one.pointer === `#${pointer}`)?.note,
  }
}

/** A note of the Kanwil at the field that it is about. */
export const Note = ({ children }: { children: ComponentChildren }) => (
  <div class="notice warning small">
    <span>
      <strong>{say(words.noteHere)}</strong> {children}
    </span>
  </div>
)

/** The note of the Kanwil at a part of the form that is no field by itself, if there is one. */
export function NoteAt({ at }: { at: string }) {
  const { note } = useRemarks(at)
  return note ? <Note>{note}</Note> : null
}

export interface BoundProps {
  /** Pointer into the content, such as `/properties/name`. */
  at: string
  label: string
  hint?: ComponentChildren
}

interface WrittenProps extends BoundProps {
  lines?: number
  input?: Record<string, unknown>
  short?: boolean
  /** How what was typed is written down, such as in capitals. */
  tidy?: (typed: string) => string
}

/** Text, kept as it is typed. */
export function Written({
  at,
  lines,
  input,
  short,
  tidy = (typed) => typed,
  ...rest
}: WrittenProps) {
  const desk = useDesk()
  const value = useValue<string>(at) ?? ''
  const { error, note } = useRemarks(at)
  const props = {
    ...rest,
    id: fieldId(at),
    error,
    value,
    class: short ? 'short-field' : '',
    onInput: (typed: string) => desk.change(at, tidy(typed) || undefined),
  }
  return (
    <>
      {note && <Note>{note}</Note>}
      {lines ? <TextAreaField {...props} rows={lines} /> : <TextField {...props} input={input} />}
    </>
  )
}

interface OneOfProps extends BoundProps {
  options: readonly { value: string; label: string; hint?: string }[]
}

/** One of a few, each with room for an explanation. */
export function OneOf({ at, label, hint, options }: OneOfProps) {
  const desk = useDesk()
  const value = useValue<string>(at)
  const { error, note } = useRemarks(at)
  const id = fieldId(at)
  return (
    <fieldset class={`field ${error ? 'invalid' : ''}`}>
      <legend>{label}</legend>
      {note && <Note>{note}</Note>}
      {hint && <div class="hint">{hint}</div>}
      {error && <div class="field-error">{error}</div>}
      {options.map((option, place) => (
        <label class="choice" key={option.value}>
          <input
            type="radio"
            id={place === 0 ? id : undefined}
            name={id}
            value={option.value}
            checked={value === option.value}
            onChange={() => desk.change(at, option.value)}
          />
          <span>
            {option.label}
            {option.hint && <span class="hint block">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

/** One of a list that is too long for radio buttons. */
export function Picked({ at, label, hint, options }: OneOfProps) {
  const desk = useDesk()
  const value = useValue<string>(at) ?? ''
  const { error, note } = useRemarks(at)
  return (
    <>
      {note && <Note>{note}</Note>}
      <Field
        id={fieldId(at)}
        label={label}
        hint={hint}
        error={error}
        render={(attributes) => (
          <select
            {...attributes}
            value={value}
            onChange={(event) => desk.change(at, event.currentTarget.value || undefined)}
          >
            <option value="">{say(words.choose)}</option>
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )}
      />
    </>
  )
}

/** Yes, or nothing said. */
export function Ticked({ at, label, hint }: BoundProps) {
  const desk = useDesk()
  const value = useValue<boolean>(at) ?? false
  const { note } = useRemarks(at)
  const id = fieldId(at)
  return (
    <div class="field">
      {note && <Note>{note}</Note>}
      <label class="choice plain" for={id}>
        <input
          type="checkbox"
          id={id}
          checked={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onChange={(event) => desk.change(at, event.currentTarget.checked || undefined)}
        />
        <span>
          {label}
          {hint && (
            <span class="hint block" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}

/** The label of a field that may stay empty. */
export const optional = (label: Phrase): string => say(words.optional(say(label)))

/** What a term means, told to who asks. */
export const Explained = ({ term, children }: { term: string; children: ComponentChildren }) => (
  <details class="explained">
    <summary>{say(words.whatIs(term))}</summary>
    <p>{children}</p>
  </details>
)
