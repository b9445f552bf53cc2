import { useState } from 'preact/hooks'
import { Dialog } from '../dialog.tsx'
import { TextField } from '../field.tsx'
import { documents as words } from '../messages/documents.ts'
import { say } from '../messages/phrase.ts'
import { shell } from '../messages/shell.ts'
import { Problem } from '../problem.tsx'
import { useSubmit } from '../submit.ts'
import { fetchDocumentLink, type ServedDocument } from './calls.ts'
import { sizeOf } from './size.ts'

interface StoredProps {
  id: string
  document: ServedDocument | undefined
  parcel: string | undefined
  onWithdraw: (reason: string) => Promise<void>
}

/** A document that the registry has: open it, or withdraw it for a reason. */
export function Stored({ id, document, parcel, onWithdraw }: StoredProps) {
  const [failed, setFailed] = useState('')
  const [isAsking, setAsking] = useState(false)
  const open = async () => {
    if (!parcel) return
    setFailed('')
    try {
      const { data } = await fetchDocumentLink(parcel, id)
      location.assign(data.url) // served as an attachment, so this page stays
    } catch {
      setFailed(say(words.linkFailed))
    }
  }
  return (
    <li>
      <span class="file-name">{document?.name ?? say(words.unlisted)}</span>
      <span class="small quiet">
        {document && `${sizeOf(document.size)} · `}
        {say(words.onServer)}
      </span>
      <span class="row no-print">
        <button type="button" class="button plain small" onClick={() => void open()}>
          {say(words.openFile)}
          <span class="visually-hidden"> {document?.name}</span>
        </button>
        <button type="button" class="button plain small" onClick={() => setAsking(true)}>
          {say(words.withdraw)}
          <span class="visually-hidden"> {document?.name}</span>
        </button>
      </span>
      {failed && (
        <span class="field-error" role="alert">
          {failed}
        </span>
      )}
      {isAsking && (
        <Withdrawal
          name={document?.name ?? say(words.unlisted)}
          onWithdraw={onWithdraw}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  )
}

interface WithdrawalProps {
  name: string
  onWithdraw: (reason: string) => Promise<void>
  onClose: () => void
}

function Withdrawal({ name, onWithdraw, onClose }: WithdrawalProps) {
  const [reason, setReason] = useState('')
  const [wasSent, setWasSent] = useState(false)
  const { isSending, error, submit } = useSubmit()
  const withdraw = () => {
    setWasSent(true)
    if (!reason.trim()) {
      document.getElementById('withdraw-reason')?.focus()
      return
    }
    void submit(async () => {
      await onWithdraw(reason.trim())
      onClose()
    })
  }
  return (
    <Dialog
      title={say(words.withdrawTitle)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {say(shell.cancel)}
          </button>
          <button
            type="button"
            class="button danger primary"
            aria-busy={isSending}
            onClick={withdraw}
          >
            {say(words.withdraw)}
          </button>
        </>
      }
    >
      <p>{say(words.withdrawText(name))}</p>
      <TextField
        id="withdraw-reason"
        label={say(words.withdrawReason)}
        hint={say(words.withdrawHint)}
        error={wasSent && !reason.trim() ? say(words.withdrawWhy) : undefined}
        value={reason}
        onInput={setReason}
        input={{ maxLength: 1000 }}
      />
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}
