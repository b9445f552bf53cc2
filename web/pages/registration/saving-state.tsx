import { useEffect } from 'preact/hooks'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { useObservable } from '../../observable.ts'
import { wordsOf } from '../../problem.tsx'
import { formatTime } from '../../time.ts'
import type { Desk } from './desk.ts'
import { goToField } from './going.ts'
import type { Saving } from './sending.ts'
import { useUnsaved } from './unsaved.ts'

function sentence(saving: Saving, isWhole: boolean): string {
  switch (saving.is) {
    case 'saved':
      return say((isWhole ? words.saved : words.savedBut)(formatTime(saving.at)))
    case 'saving':
      return say(words.saving)
    case 'unsent':
      return say(saving.why === 'offline' ? words.unsentOffline : words.unsentIncomplete)
    case 'conflict':
      return say(words.saveConflict)
    case 'failed': {
      const { title, detail } = wordsOf(saving.error)
      return say(words.saveFailed(detail || title))
    }
  }
}

function showConflicts(): void {
  const box = document.getElementById('conflicts')
  box?.scrollIntoView({ block: 'center' })
  box?.focus()
}

/** How safe the work is, told honestly; warns before leaving only when nothing keeps it. */
export function SavingState({ desk }: { desk: Desk }) {
  const saving = useObservable(desk.saving)
  const isKept = useObservable(desk.keptHere)
  const unsaved = useUnsaved(desk)
  const { id, key } = useObservable(desk.draft)
  const isAtRisk = !isKept && saving.is !== 'saved'
  useEffect(() => {
    if (!isAtRisk) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isAtRisk])
  return (
    <div class={`saving saving-${saving.is}`}>
      <span role="status" aria-live={saving.is === 'saving' ? 'off' : 'polite'}>
        {sentence(saving, unsaved.length === 0)}
      </span>
      {unsaved[0] && saving.is !== 'failed' && saving.is !== 'conflict' && (
        <button
          type="button"
          class="link-button unsaved"
          onClick={() => goToField(id ?? key, unsaved[0] ?? '')}
        >
          {say(words.notSaved(unsaved.length))}
        </button>
      )}
      {saving.is === 'failed' && (
        <button type="button" class="link-button" onClick={() => void desk.flush()}>
          {say(shell.tryAgain)}
        </button>
      )}
      {saving.is === 'conflict' && (
        <button type="button" class="link-button" onClick={showConflicts}>
          {say(words.choose)}
        </button>
      )}
      {isAtRisk && (
        <p class="notice danger small" role="alert">
          {say(words.notKept)}
        </p>
      )}
    </div>
  )
}
