import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'
import { shell } from '../../../messages/shell.ts'

interface ReplacedProps {
  onAsPart: () => void
  onUndo: () => void
  onClose: () => void
}

/** A new drawing took the place of a boundary, which may not have been meant. */
export const Replaced = ({ onAsPart, onUndo, onClose }: ReplacedProps) => (
  <div class="notice">
    <p>{say(words.replaced)}</p>
    <div class="row">
      <button type="button" class="button" onClick={onAsPart}>
        {say(words.asPart)}
      </button>
      <button type="button" class="button" onClick={onUndo}>
        {say(words.undo)}
      </button>
      <button type="button" class="button plain" onClick={onClose}>
        {say(shell.close)}
      </button>
    </div>
  </div>
)
