import { useState } from 'preact/hooks'
import type { ProblemError } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { TextAreaField } from '../../field.tsx'
import { say } from '../../messages/phrase.ts'
import { review as told } from '../../messages/review.ts'
import { shell } from '../../messages/shell.ts'
import { Link } from '../../router.tsx'

interface ReasonDialogProps {
  title: string
  /** What was refused; its sentences come first. */
  about?: ProblemError
  label: string
  hint?: string
  action: string
  isBusy: boolean
  onSend: (reason: string) => void
  onClose: () => void
}

/** Asks for a reason before a step is taken. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { title, about, label, hint, action, isBusy, onSend, onClose } = props
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const holders = (about?.parameters.holders ?? []) as { id?: string; name?: string }[]
  const send = () => {
    if (reason.trim()) return onSend(reason.trim())
    setError(say(told.reasonNeeded))
    document.getElementById('release-reason')?.focus()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button primary" aria-busy={isBusy} onClick={send}>
            {action}
          </button>
        </>
      }
    >
      {about && (
        <>
          <p>{about.detail}</p>
          <ul>
            {about.errors.map(({ pointer, detail }) => (
              <li key={pointer + detail}>{detail}</li>
            ))}
          </ul>
          {holders.map(
            ({ id, name }) =>
              id && (
                <Link key={id} href={`/bidang/${id}`}>
                  {name ?? id}
                </Link>
              ),
          )}
        </>
      )}
      <TextAreaField
        id="release-reason"
        label={label}
        hint={hint}
        error={error}
        rows={3}
        value={reason}
        onInput={setReason}
      />
    </Dialog>
  )
}
