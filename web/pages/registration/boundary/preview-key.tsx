import { isOnEarth } from '../../../../functions/domain/boundary.ts'
import { readingWords as words } from '../../../messages/reading.ts'
import { say } from '../../../messages/phrase.ts'
import type { Preview } from './preview.ts'

interface PreviewKeyProps {
  preview: Preview
  onLook: (part: 'before' | 'after') => void
}

/** What each line of a preview stands for; a press brings it into view. */
export function PreviewKey({ preview: { before, after, others }, onLook }: PreviewKeyProps) {
  const line = (part: 'before' | 'after', name: string, isThere: boolean) => (
    <button type="button" class="key-entry" onClick={() => onLook(part)}>
      <span class={`key-line key-${part}`} aria-hidden="true" />
      <span>
        {name}
        {!isThere && <span class="small quiet"> ({say(words.offMap)})</span>}
      </span>
    </button>
  )
  return (
    <div class="preview-key" role="group" aria-label={say(words.legend)}>
      {before && line('before', say(after ? words.before : words.selected), isOnEarth(before))}
      {after && line('after', say(words.after), true)}
      {others.length > 1 && (
        <span class="key-entry">
          <span class="key-line key-others" aria-hidden="true" />
          {say(words.others)}
        </span>
      )}
    </div>
  )
}
