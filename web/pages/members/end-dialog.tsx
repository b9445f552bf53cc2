import type { Member } from '../../../functions/domain/member.ts'
import { Dialog } from '../../dialog.tsx'
import { announce } from '../../live.tsx'
import { membersMessages as m } from '../../messages/members.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { changeMember } from '../../members.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'

interface EndDialogProps {
  known: { member: Member; etag: string }
  onClose: () => void
  onDone: () => void
}

/** Asks once more, then takes every role from a member. */
export function EndDialog({ known: { member, etag }, onClose, onDone }: EndDialogProps) {
  const { isSending, error, submit } = useSubmit()
  const end = async () => {
    await changeMember(member.id, { roles: [] }, etag)
    announce(say(m.endedNow(member.name)))
    onDone()
  }
  return (
    <Dialog
      title={say(m.endTitle(member.name))}
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
            onClick={() => void submit(end)}
          >
            {say(m.confirmEnd)}
          </button>
        </>
      }
    >
      <p>{say(m.endExplained)}</p>
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}
