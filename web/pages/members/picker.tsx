import { useState } from 'preact/hooks'
import type { Named } from '../../api.ts'
import { Field } from '../../field.tsx'
import { membersMessages as m } from '../../messages/members.ts'
import { say } from '../../messages/phrase.ts'

/** Something to pick; found by its name or by another name that it goes by. */
export interface Pickable extends Named {
  aliases?: readonly string[]
}

interface PickerProps {
  id: string
  label: string
  hint: string
  error?: string
  from: readonly Pickable[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

const MOST = 8 // found ones shown at once

/** Pick several out of hundreds: type a few letters, press one; the chosen stand below. */
export function Picker({ id, label, hint, error, from, chosen, onChange }: PickerProps) {
  const [typed, setTyped] = useState('')
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ name, aliases = [] }: Pickable) => {
    const names = [name, ...aliases].join(' ').toLowerCase()
    return words.every((word) => names.includes(word))
  }
  const found = words.length > 0 ? from.filter((one) => !chosen.includes(one.id) && fits(one)) : []
  const nameOf = (wanted: string) => from.find((one) => one.id === wanted)?.name ?? wanted
  const pick = (wanted: string) => {
    onChange([...chosen, wanted])
    setTyped('')
    document.getElementById(id)?.focus()
  }
  return (
    <div class="picker">
      <Field
        id={id}
        label={label}
        hint={hint}
        error={error}
        render={(attributes) => (
          <input
            type="text"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onKeyDown={(event) => {
              const [first] = found
              if (event.key !== 'Enter') return
              event.preventDefault()
              if (first) pick(first.id)
            }}
            {...attributes}
          />
        )}
      />
      <p class="small quiet" role="status">
        {words.length > 0 && say(m.found(found.length))}
      </p>
      {found.length > 0 && (
        <ul class="picker-found">
          {found.slice(0, MOST).map((one) => (
            <li key={one.id}>
              <button type="button" onClick={() => pick(one.id)}>
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      {chosen.length > 0 && (
        <ul class="row picker-chosen" aria-label={say(m.chosen)}>
          {chosen.map((one) => (
            <li key={one} class="chip">
              {nameOf(one)}
              <button
                type="button"
                aria-label={say(m.remove(nameOf(one)))}
                onClick={() => onChange(chosen.filter((other) => other !== one))}
              >
                ✕
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
