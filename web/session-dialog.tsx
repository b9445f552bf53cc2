import { useState } from 'preact/hooks'
import { Dialog } from './dialog.tsx'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'
import { useObservable } from './observable.ts'
import { signIn, signInBeside } from './session.ts'
import { expired, giveUp } from './token.ts'

/** Stands over the page while a request waits for a new sign-in; the page beneath stays as it is. */
export function SessionDialog() {
  const isExpired = useObservable(expired)
  const [isBlocked, setIsBlocked] = useState(false)
  if (!isExpired) return null
  // A blocked window leaves the ordinary way: the address is kept, and drafts are saved as they grow.
  const again = () => (isBlocked ? void signIn() : setIsBlocked(!signInBeside()))
  return (
    <Dialog
      title={say(shell.expiredTitle)}
      onClose={giveUp}
      actions={
        <>
          <button type="button" class="button" onClick={giveUp}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button primary" onClick={again}>
            {say(shell.signInAgain)}
          </button>
        </>
      }
    >
      <p>{say(shell.expiredText)}</p>
      {isBlocked && <p role="alert">{say(shell.windowBlocked)}</p>}
    </Dialog>
  )
}
