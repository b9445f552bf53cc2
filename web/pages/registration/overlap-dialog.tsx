import { useState } from 'preact/hooks'
import type { Boundary } from '../../../functions/domain/boundary.ts'
import type { OverlapReason } from '../../../functions/domain/shared-land.ts'
import { Dialog } from '../../dialog.tsx'
import { overlapAdvice as words } from '../../messages/overlap-advice.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { OverlapReasonFields, type ReasonDraft, wholeReason } from '../parcel/overlap-reason.tsx'
import { OverlapList, OverlapMap, type Overlaps } from '../parcel/overlaps.tsx'

interface OverlapDialogProps {
  shared: Overlaps
  boundary: Boundary | null
  isBusy: boolean
  onSend: (reason: OverlapReason) => void
  onMend: () => void
  onClose: () => void
}

/** A submission met other parcels: mend the boundary, or say why the land is recorded twice. */
export function OverlapDialog(props: OverlapDialogProps) {
  const { shared, boundary, isBusy, onSend, onMend, onClose } = props
  const [reason, setReason] = useState<ReasonDraft>({})
  const [isChecked, setChecked] = useState(false)
  const send = () => {
    setChecked(true)
    const whole = wholeReason(reason)
    if (whole) onSend(whole)
  }
  return (
    <Dialog
      title={say(words.dialogTitle)}
      onClose={onClose}
      wide
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button" onClick={onMend}>
            {say(words.mend)}
          </button>
          <button type="button" class="button primary" aria-busy={isBusy} onClick={send}>
            {say(words.submit)}
          </button>
        </>
      }
    >
      <div class="stack">
        <p>{say(words.dialogText)}</p>
        <OverlapList {...shared} />
        {boundary && <OverlapMap boundary={boundary} {...shared} />}
        <OverlapReasonFields value={reason} onChange={setReason} isChecked={isChecked} />
      </div>
    </Dialog>
  )
}
