import { useState } from 'preact/hooks'
import { TextAreaField } from '../../../field.tsx'
import { type BoundProps, Note, useDesk, useRemarks, useValue } from '../form.tsx'
import { fieldId } from '../places.ts'

/** A list of short texts, written one per line. */
export function Lines({ at, label, hint }: BoundProps) {
  const desk = useDesk()
  const value = useValue<string[]>(at)
  const { error, note } = useRemarks(at)
  const [writing, setWriting] = useState<string>()
  const take = (text: string) => {
    setWriting(text) // an empty line under the hand must not vanish while it is typed
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    desk.change(at, lines.length ? lines : undefined)
  }
  return (
    <div onFocusOut={() => setWriting(undefined)}>
      {note && <Note>{note}</Note>}
      <TextAreaField
        id={fieldId(at)}
        label={label}
        hint={hint}
        error={error}
        rows={2}
        value={writing ?? (value ?? []).join('\n')}
        onInput={take}
      />
    </div>
  )
}
