import { useState } from 'preact/hooks'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { TextAreaField } from '../../../field.tsx'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'
import { polygonOf, readCorners } from './corners.ts'

/** A list of corners as text, such as from a letter or a spreadsheet. */
export function Paste({ onUse }: { onUse: (boundary: Boundary) => void }) {
  const [text, setText] = useState('')
  const [errors, setErrors] = useState<string[]>([])
  const use = (event: Event) => {
    event.preventDefault()
    const { corners, faults } = readCorners(text)
    const wrong = faults
      .slice(0, 5)
      .map(({ line, text: said, metres }) =>
        say(metres ? words.pasteMetres(line) : words.pasteLine(line, said)),
      )
    if (!wrong.length && corners.length < 3) wrong.push(say(words.pasteFew(corners.length)))
    setErrors(wrong)
    if (wrong.length) return
    setText('')
    onUse(polygonOf(corners))
  }
  return (
    <form class="stack" onSubmit={use} noValidate>
      <TextAreaField
        id="boundary-paste"
        label={say(words.pasteList)}
        hint={say(words.pasteHint)}
        error={errors.join(' ') || undefined}
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
