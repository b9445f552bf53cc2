import { useWords as words } from '../../messages/use.ts'
import { say } from '../../messages/phrase.ts'
import { useTitle } from '../../title.ts'

/** Penggunaan dan pemanfaatan: blocks of use, plans, and why the rest is not used. */
export function UsePage() {
  useTitle(say(words.title))
  return (
    <div class="page stack">
      <h1>{say(words.title)}</h1>
    </div>
  )
}
