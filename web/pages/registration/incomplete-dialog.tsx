import type { Fault } from '../../../functions/domain/refusal.ts'
import { Dialog } from '../../dialog.tsx'
import { say } from '../../messages/phrase.ts'
import { review as told } from '../../messages/review.ts'
import { useObservable } from '../../observable.ts'
import { fieldLabel } from '../parcel/field-words.ts'
import { useDesk } from './form.tsx'
import { goToField } from './going.ts'

interface IncompleteDialogProps {
  /** What stands between the draft and its submission. */
  missing: readonly Fault[]
  /** Pointers of what the registry does not have. */
  unsaved: readonly string[]
  isBusy: boolean
  onHandOver: () => void
  onClose: () => void
}

/** Says before a draft is handed over what its head of unit cannot go on with. */
export function IncompleteDialog(props: IncompleteDialogProps) {
  const { missing, unsaved, isBusy, onHandOver, onClose } = props
  const { id, key } = useObservable(useDesk().draft)
  const go = (pointer: string) => {
    onClose()
    goToField(id ?? key, pointer)
  }
  const toField = (pointer: string) => (
    <button type="button" class="link-button" onClick={() => go(pointer)}>
      {fieldLabel(pointer)}
    </button>
  )
  return (
    <Dialog
      title={say(told.incompleteTitle)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" aria-busy={isBusy} onClick={onHandOver}>
            {say(told.handOverAnyway)}
          </button>
          <button type="button" class="button primary" onClick={onClose}>
            {say(told.completeNow)}
          </button>
        </>
      }
    >
      {missing.length > 0 && (
        <>
          <p>{say(told.incompleteText)}</p>
          <ul class="lacks">
            {missing.map(({ pointer, detail }) => (
              <li key={pointer + detail.id}>
                {toField(pointer)}: {say(detail)}
              </li>
            ))}
          </ul>
        </>
      )}
      {unsaved.length > 0 && (
        <>
          <p>{say(told.unsavedText)}</p>
          <ul class="lacks">
            {unsaved.map((pointer) => (
              <li key={pointer}>{toField(pointer)}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  )
}
