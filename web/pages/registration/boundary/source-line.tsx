import type { BoundarySource } from '../../../../functions/domain/parcel.ts'
import { useObservable } from '../../../observable.ts'
import { readingWords as words } from '../../../messages/reading.ts'
import { say } from '../../../messages/phrase.ts'
import { walkWords } from '../../../messages/walk.ts'
import { formatNumber } from '../../../time.ts'
import { useDocuments } from '../documents.ts'
import { useDesk } from '../form.tsx'

/** Where the boundary comes from, as far as that is worth knowing, and whether its file is safe. */
export function SourceLine({ source }: { source: BoundarySource | undefined }) {
  const desk = useDesk()
  const waiting = useObservable(desk.uploads.shown).find(({ upload }) => upload.slot === FILE_SLOT)
  const kept = useDocuments().get(source?.document ?? '')
  if (source?.method === 'walked' && source.accuracyM?.length) {
    const [least, most] = [Math.min(...source.accuracyM), Math.max(...source.accuracyM)]
    const range = least === most ? `±${formatNumber(most)} m` : `±${formatNumber(least)}–${formatNumber(most)} m` // prettier-ignore
    return <p class="small">{say(walkWords.walked(source.accuracyM.length, range))}</p>
  }
  if (source?.method !== 'file') return null
  if (waiting?.upload.problem)
    return (
      <div class="notice warning small">
        <span>{say(words.originalStopped(waiting.upload.name, say(waiting.upload.problem)))}</span>
        <button
          type="button"
          class="button small self-start"
          onClick={() => desk.uploads.retry(waiting.upload.key)}
        >
          {say(words.originalAgain)}
        </button>
      </div>
    )
  if (waiting)
    return (
      <p class="small quiet">
        {say(waiting.stage === 'no-parcel' ? words.originalWaits : words.originalGoes)}
      </p>
    )
  return source.document ? (
    <p class="small quiet">{say(words.originalKept(kept?.name ?? source.fileName ?? ''))}</p>
  ) : null
}

/** Pointer to the id of the file that a boundary was taken from. */
export const FILE_SLOT = '/properties/boundarySource/document'
