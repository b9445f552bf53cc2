import { toHeading } from '../../heading.ts'
import { useEffect } from 'preact/hooks'
import { queueWords } from '../../messages/queue.ts'
import { reportWords as words } from '../../messages/report.ts'
import { say } from '../../messages/phrase.ts'
import { useObservable } from '../../observable.ts'
import { useOnline } from '../../offline.tsx'
import { QueueList } from '../../reports/list.tsx'
import type { Queue } from '../../reports/queue.ts'
import { Link } from '../../router.tsx'
import { formatTime } from '../../time.ts'

interface SentProps {
  queue: Queue
  /** Key of the report. */
  report: string
  parcel: string
  onAnother: () => void
}

/** What becomes of a report that was written: sent, or waiting on this device. */
export function Sent({ queue, report, parcel, onAnother }: SentProps) {
  const arrived = useObservable(queue.arrived).find(({ key }) => key === report)
  const shown = useObservable(queue.shown)
  const isOnline = useOnline()
  useEffect(() => void toHeading(), [])
  return (
    <>
      {arrived ? (
        <p class="notice success" role="status">
          {say(words.sentAt(formatTime(arrived.at)))}
        </p>
      ) : (
        <p class="notice" role="status">
          {say(isOnline ? words.queuedOnline : words.queuedOffline)}
        </p>
      )}
      {shown.length > 0 && (
        <section class="stack" aria-label={say(queueWords.title)}>
          <h2>{say(queueWords.title)}</h2>
          <QueueList queue={queue} />
        </section>
      )}
      <p class="row">
        <button type="button" class="button" onClick={onAnother}>
          {say(words.another)}
        </button>
        <Link class="button" href={`/bidang/${parcel}`}>
          {say(words.toParcel)}
        </Link>
      </p>
    </>
  )
}
