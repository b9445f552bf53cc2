import type { ComponentChildren, JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'

interface FieldProps {
  /** Id of the control, unique on the page; the error summary links to it. */
  id: string
  label: string
  hint?: ComponentChildren
  /** What is wrong, in the user's words; nothing when all is well. */
  error?: string
  class?: string
}

const describedBy = ({ id, hint, error }: FieldProps): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined

/** Label, hint and error around any control; the control takes its attributes from `render`. */
export function Field({
  render,
  ...props
}: FieldProps & {
  render: (attributes: {
    id: string
    'aria-describedby': string | undefined
    'aria-invalid': 'true' | undefined
  }) => ComponentChildren
}) {
  const { id, label, hint, error } = props
  return (
    <div class={`field ${error ? 'invalid' : ''} ${props.class ?? ''}`}>
      <label for={id}>{label}</label>
      {hint && (
        <div class="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div class="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
      {render({
        id,
        'aria-describedby': describedBy(props),
        'aria-invalid': error ? 'true' : undefined,
      })}
    </div>
  )
}

interface TextProps extends FieldProps {
  value: string
  onInput: (value: string) => void
  /** Attributes of the control itself, such as `{ inputMode: 'numeric', autocomplete: 'off' }`. */
  input?: JSX.IntrinsicElements['input']
}

/** One line of text. */
export function TextField({ value, onInput, input, ...props }: TextProps) {
  return (
    <Field
      {...props}
      render={(attributes) => (
        <input
          type="text"
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...input}
          {...attributes}
        />
      )}
    />
  )
}

/** Several lines of text. */
export function TextAreaField({
  value,
  onInput,
  rows = 4,
  ...props
}: TextProps & { rows?: number }) {
  return (
    <Field
      {...props}
      render={(attributes) => (
        <textarea
          rows={rows}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
          {...attributes}
        />
      )}
    />
  )
}

interface SelectProps extends FieldProps {
  value: string
  onInput: (value: string) => void
  options: readonly { value: string; label: string }[]
}

/** One of a list. */
export function SelectField({ value, onInput, options, ...props }: SelectProps) {
  return (
    <Field
      {...props}
      render={(attributes) => (
        <select
          value={value}
          onChange={(event) => onInput(event.currentTarget.value)}
          {...attributes}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    />
  )
}

interface ErrorSummaryProps {
  /** What is wrong and the id of the field that cures it. */
  errors: readonly { id?: string; text: string }[]
  title?: string
}

/** All errors at once, each a link to its field. Takes the focus when it appears or changes. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const ref = useRef<HTMLDivElement>(null)
  const shown = errors.map(({ text }) => text).join('\n')
  useEffect(() => {
    if (shown) ref.current?.focus()
  }, [shown])
  if (errors.length === 0) return null
  const jump = (id: string) => (event: Event) => {
    event.preventDefault() // the address belongs to the router
    const field = document.getElementById(id)
    field?.scrollIntoView({ block: 'center' })
    field?.focus()
  }
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={ref}>
      <h2>{title ?? say(shell.errorSummary)}</h2>
      <ul>
        {errors.map(({ id, text }) => (
          <li key={`${id}${text}`}>
            {id ? (
              <a href={`#${id}`} onClick={jump(id)}>
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
