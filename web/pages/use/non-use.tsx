import { useState } from 'preact/hooks'
import { NON_USE_REASONS, type NonUse } from '../../../functions/domain/use.ts'
import { TextAreaField } from '../../field.tsx'
import { announce } from '../../live.tsx'
import { say } from '../../messages/phrase.ts'
import { nonUseNames } from '../../messages/standing.ts'
import { useWords as words } from '../../messages/use.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { stateNonUse } from '../../use-api.ts'

interface NonUseProps {
  parcel: string
  nonUse: NonUse | undefined
  mayChange: boolean
  onDone: () => void
}

/** Why the land, or what its blocks leave of it, is not used. */
export function NonUseForm({ parcel, nonUse, mayChange, onDone }: NonUseProps) {
  const [reasons, setReasons] = useState(nonUse?.reasons ?? [])
  const [text, setText] = useState(nonUse?.text ?? '')
  const [isEmpty, setEmpty] = useState(false)
  const { isSending, error, submit } = useSubmit()
  if (!mayChange)
    return nonUse ? (
      <section class="card stack" aria-labelledby="non-use">
        <h2 id="non-use">{say(words.nonUse)}</h2>
        <p>{nonUse.reasons.map((reason) => say(nonUseNames[reason])).join(', ')}</p>
        {nonUse.text && <p>{nonUse.text}</p>}
      </section>
    ) : null
  const save = () => {
    setEmpty(reasons.length === 0)
    if (reasons.length === 0) return document.getElementById('reason-0')?.focus()
    void submit(async () => {
      await stateNonUse(parcel, { reasons, ...(text.trim() && { text: text.trim() }) })
      announce(say(words.nonUseSaved))
      onDone()
    })
  }
  return (
    <section class="card stack" aria-labelledby="non-use">
      <h2 id="non-use">{say(words.nonUse)}</h2>
      <fieldset class={`field ${isEmpty ? 'invalid' : ''}`}>
        <legend>{say(words.nonUseLead)}</legend>
        {isEmpty && <div class="field-error">{say(words.needsReason)}</div>}
        {NON_USE_REASONS.map((reason, at) => (
          <label class="choice" key={reason}>
            <input
              type="checkbox"
              id={`reason-${at}`}
              checked={reasons.includes(reason)}
              onChange={(event) => {
                const isOn = event.currentTarget.checked
                setReasons((before) =>
                  isOn ? [...before, reason] : before.filter((other) => other !== reason),
                )
              }}
            />
            <span>{say(nonUseNames[reason])}</span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        id="non-use-text"
        label={say(words.nonUseText)}
        rows={2}
        value={text}
        onInput={setText}
      />
      {error !== undefined && <Problem error={error} />}
      <button type="button" class="button self-start no-print" aria-busy={isSending} onClick={save}>
        {say(words.save)}
      </button>
    </section>
  )
}
