import { useState } from 'preact/hooks'
import { TextAreaField } from '../../../field.tsx'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'

/** A list of corners as text, such as from a letter or a spreadsheet. */
export function Paste({ onUse }: { onUse: (text: string) => void }) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const use = (event: Event) => {
    event.preventDefault()
    const isEmpty = !text.trim()
    setError(isEmpty ? say(words.pasteEmpty) : undefined)
    if (!isEmpty) onUse(text)
  }
  return (
    <form class="stack" onSubmit={use} noValidate>
      <TextAreaField
        id="boundary-paste"
        label={say(words.pasteList)}
        hint={say(words.pasteHint)}
        error={error}
        rows={5}
        value={text}
        onInput={setText}
      />
      <button type="submit" class="button self-start">
        {say(words.pasteUse)}
      </button>
    </form>
  )
}
