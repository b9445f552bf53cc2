import { useState } from 'preact/hooks'
import type { Member } from '../../../functions/domain/member.ts'
import { Dialog } from '../../dialog.tsx'
import { announce } from '../../live.tsx'
import { membersMessages as m } from '../../messages/members.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { changeMember } from '../../members.ts'
import { Problem } from '../../problem.tsx'

interface EndDialogProps {
  known: { member: Member; etag: string }
  onClose: () => void
  onDone: () => void
}

/** Asks once more, then takes every role from a member. */
export function EndDialog({ known: { member, etag }, onClose, onDone }: EndDialogProps) {
  const [isSending, setIsSending] = useState(false)
  const [problem, setProblem] = useState<unknown>()
  const end = async () => {
    if (isSending) return
    setIsSending(true)
    setProblem(undefined)
    try {
      await changeMember(member.id, { roles: [] }, etag)
      announce(say(m.endedNow(member.name)))
      onDone()
    } catch (failure) {
      setProblem(failure)
      setIsSending(false)
    }
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
            onClick={() => void end()}
          >
            {say(m.confirmEnd)}
          </button>
        </>
      }
    >
      <p>{say(m.endExplained)}</p>
      {problem ? <Problem error={problem} /> : null}
    </Dialog>
  )
}
