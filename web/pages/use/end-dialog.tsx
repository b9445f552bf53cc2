import { useState } from 'preact/hooks'
import { Dialog } from '../../dialog.tsx'
import { Field, TextAreaField } from '../../field.tsx'
import { announce } from '../../live.tsx'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { useWords as words } from '../../messages/use.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { changeBlock } from '../../use-api.ts'
import type { ShownBlock } from './blocks.tsx'

interface EndDialogProps {
  parcel: string
  etag: string
  block: ShownBlock
  today: string
  /** Told whether anything was changed. */
  onClose: (hasChanged: boolean) => void
}

/** A block ends on a day, for a reason; what was told of it stays. */
export function EndDialog({ parcel, etag, block, today, onClose }: EndDialogProps) {
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const [wasSent, setSent] = useState(false)
  const { isSending, error, submit } = useSubmit()
  const needs = (value: string, label: string) =>
    wasSent && !value.trim() ? say(words.needs(label)) : undefined
  const end = () => {
    setSent(true)
    if (!on || !reason.trim()) {
      document.getElementById(on ? 'end-reason' : 'end-day')?.focus()
      return
    }
    void submit(async () => {
      await changeBlock(parcel, block.id, { ended: { on, reason: reason.trim() } }, etag)
      announce(say(words.saved(block.name)))
      onClose(true)
    })
  }
  return (
    <Dialog
      title={say(words.endTitle(block.name))}
      onClose={() => onClose(false)}
      actions={
        <>
          <button type="button" class="button" onClick={() => onClose(false)}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button danger primary" aria-busy={isSending} onClick={end}>
            {say(words.end)}
          </button>
        </>
      }
    >
      <p>{say(words.endText)}</p>
      <Field
        id="end-day"
        label={say(words.endDay)}
        error={needs(on, say(words.endDay))}
        render={(attributes) => (
          <input
            type="date"
            max={today}
            value={on}
            onInput={(event) => setOn(event.currentTarget.value)}
            {...attributes}
          />
        )}
      />
      <TextAreaField
        id="end-reason"
        label={say(words.reason)}
        error={needs(reason, say(words.reason))}
        value={reason}
        rows={3}
        onInput={setReason}
      />
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}
