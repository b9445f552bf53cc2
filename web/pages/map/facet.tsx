import { useEffect, useId, useRef, useState } from 'preact/hooks'
import type { ComponentChildren } from 'preact'
import { mapWords } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { formatNumber } from '../../time.ts'
import './facet.css'

/** One value to choose, and how many parcels it would leave. */
export interface Choice {
  value: string
  label: string
  count: number
  mark?: ComponentChildren
}

interface FacetProps {
  label: string
  choices: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** A chip that opens the values of one filter with their counts. */
export function FacetChip({ label, choices, chosen, onChange }: FacetProps) {
  const [isOpen, setIsOpen] = useState(false)
  const ref = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()

  useEffect(() => {
    if (!isOpen) return
    ref.current?.querySelector<HTMLElement>('input')?.focus()
    const leave = (event: Event) => {
      if (event.target instanceof Node && !ref.current?.contains(event.target)) setIsOpen(false)
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
    }
  }, [isOpen])

  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation() // the parcel's panel stays open
    setIsOpen(false)
    button.current?.focus()
  }
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  const [only] = chosen
  const summary =
    chosen.length === 0
      ? label
      : chosen.length === 1
        ? (choices.find(({ value }) => value === only)?.label ?? only)
        : `${label}: ${say(mapWords.chosenCount(chosen.length))}`

  return (
    <div class="facet" ref={ref} onKeyDown={close}>
      <button
        type="button"
        class="chip"
        ref={button}
        data-chosen={chosen.length > 0}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span class="facet-summary">{summary}</span>
        <span aria-hidden="true">▾</span>
      </button>
      {chosen.length > 0 && (
        <button
          type="button"
          class="chip facet-clear"
          aria-label={say(mapWords.removeFilter(label))}
          onClick={() => {
            onChange([])
            button.current?.focus()
          }}
        >
          ✕
        </button>
      )}
      {isOpen && (
        <FacetChoices id={id} label={label} choices={choices} chosen={chosen} onToggle={toggle} />
      )}
    </div>
  )
}

const MANY = 12 // from here on the values themselves can be searched

interface ChoicesProps extends Omit<FacetProps, 'onChange'> {
  id: string
  onToggle: (value: string) => void
}

function FacetChoices({ id, label, choices, chosen, onToggle }: ChoicesProps) {
  const [words, setWords] = useState('')
  const shown = choices.filter(({ label: text }) =>
    text.toLocaleLowerCase('id').includes(words.trim().toLocaleLowerCase('id')),
  )
  return (
    <fieldset class="facet-choices" id={id}>
      <legend class="visually-hidden">{label}</legend>
      {choices.length > MANY && (
        <input
          type="text"
          class="input"
          aria-label={say(mapWords.narrowChoices(label))}
          placeholder={say(mapWords.narrowChoices(label))}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <div class="facet-scroll">
        {shown.map(({ value, label: text, count, mark }) => (
          <label class="facet-choice" key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={() => onToggle(value)}
            />
            {mark}
            <span class="facet-label">{text}</span>
            <span class="count numeric">{formatNumber(count)}</span>
          </label>
        ))}
        {shown.length === 0 && <p class="quiet small">{say(mapWords.noChoice)}</p>}
      </div>
    </fieldset>
  )
}
