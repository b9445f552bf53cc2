import { useEffect, useState } from 'preact/hooks'
import { Dialog } from '../dialog.tsx'
import { announce } from '../live.tsx'
import { queueWords as words } from '../messages/queue.ts'
import { say } from '../messages/phrase.ts'
import { shell } from '../messages/shell.ts'
import { useObservable } from '../observable.ts'
import { useOnline } from '../offline.tsx'
import { useMe } from '../session.ts'
import { QueueList } from './list.tsx'
import { keepPage } from './offline-copy.ts'
import { type Queue, queueOf } from './queue.ts'
import './reports.css'

/** A line over every page while this device holds reports that the registry has not. */
export function Waiting() {
  const { id } = useMe()
  useEffect(() => void keepPage(), [])
  return <WaitingOf key={id} queue={queueOf(id)} />
}

function WaitingOf({ queue }: { queue: Queue }) {
  const shown = useObservable(queue.shown)
  const arrived = useObservable(queue.arrived)
  const isOnline = useOnline()
  const [isOpen, setOpen] = useState(false)
  const last = arrived.at(-1)
  useEffect(() => {
    if (last) announce(say(words.arrived(last.parcelName)))
  }, [last])
  const isAtRisk = shown.some(({ isKept }) => !isKept)
  useEffect(() => {
    if (!isAtRisk) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', warn)
    return () => removeEventListener('beforeunload', warn)
  }, [isAtRisk])
  const stopped = shown.filter(({ stage }) => stage === 'stopped').length
  const moving = shown.filter(({ stage }) => stage === 'photos' || stage === 'report').length
  const count = stopped || shown.length
  const told = stopped ? words.stoppedCount : isOnline && moving ? words.sendingCount : words.waitingCount // prettier-ignore
  return (
    <>
      {shown.length > 0 && (
        <div class={`waiting-reports no-print ${stopped ? 'needs-look' : ''}`}>
          <span role="status">{say(told(count))}</span>
          <button type="button" class="button plain small" onClick={() => setOpen(true)}>
            {say(words.show)}
            <span class="visually-hidden"> {say(words.title)}</span>
          </button>
        </div>
      )}
      {isOpen && (
        <Dialog
          title={say(words.title)}
          onClose={() => setOpen(false)}
          actions={
            <button type="button" class="button" onClick={() => setOpen(false)}>
              {say(shell.close)}
            </button>
          }
        >
          <QueueList queue={queue} onLeave={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}
