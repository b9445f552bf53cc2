import { useState } from 'preact/hooks'
import { Dialog } from '../dialog.tsx'
import { queueWords as words } from '../messages/queue.ts'
import { language, say } from '../messages/phrase.ts'
import { useObservable } from '../observable.ts'
import { useOnline } from '../offline.tsx'
import { navigate } from '../router.tsx'
import { formatDate } from '../time.ts'
import type { Queue } from './queue.ts'
import type { Shown } from './queued.ts'
import { bytesOf } from './send.ts'
import './reports.css'

function stageWords(one: Shown, isOnline: boolean): string {
  const total = bytesOf(one.queued)
  const share = total ? (one.sent / total).toLocaleString(language(), { style: 'percent' }) : '0%'
  switch (one.stage) {
    case 'photos':
      return say(words.sendingPhotos(share))
    case 'report':
      return say(words.sendingReport)
    case 'stopped':
      return say(words.stopped)
    case 'resting':
      return say(isOnline ? words.resting : words.waiting)
    case 'waiting':
      return say(words.waiting)
  }
}

interface QueueListProps {
  queue: Queue
  /** Called before the page changes to correct a report. */
  onLeave?: () => void
}

/** The reports that this device still holds: their state, and what a person can do with each. */
export function QueueList({ queue, onLeave }: QueueListProps) {
  const shown = useObservable(queue.shown)
  const isOnline = useOnline()
  const [asked, setAsked] = useState<Shown>()
  if (shown.length === 0) return <p class="quiet">{say(words.none)}</p>
  const named = (act: string, parcel: string) => say(words.ofParcel(act, parcel))
  return (
    <>
      <ul class="queued">
        {shown.map((one) => {
          const { key, draft, report, problem } = one.queued
          const { parcel, parcelName } = draft
          return (
            <li key={key} class={`card stack queued-${one.stage}`}>
              <div>
                <strong>{parcelName}</strong>
                <div class="small quiet">
                  {say(
                    words.period(formatDate(report.period.from), formatDate(report.period.until)),
                  )}
                  {draft.photos.length > 0 && ` · ${say(words.photos(draft.photos.length))}`}
                </div>
              </div>
              <div class="small">{stageWords(one, isOnline)}</div>
              {one.stage === 'photos' && (
                <progress aria-label={parcelName} max={bytesOf(one.queued)} value={one.sent} />
              )}
              {problem && (
                <div class="field-error">
                  {say(problem.words)}
                  {problem.faults.length > 0 && (
                    <ul>
                      {problem.faults.map((fault) => (
                        <li key={fault}>{fault}</li>
                      ))}
                    </ul>
                  )}
                </div>
              )}
              {!one.isKept && <p class="notice danger small">{say(words.notKept)}</p>}
              <div class="row">
                {one.stage === 'stopped' && (
                  <button
                    type="button"
                    class="button small"
                    aria-label={named(say(words.retry), parcelName)}
                    onClick={() => void queue.retry(key)}
                  >
                    {say(words.retry)}
                  </button>
                )}
                {one.stage !== 'report' && (
                  <button
                    type="button"
                    class="button small"
                    aria-label={named(say(words.correct), parcelName)}
                    onClick={() => {
                      onLeave?.()
                      navigate(`/bidang/${parcel}/lapor?laporan=${key}`)
                    }}
                  >
                    {say(words.correct)}
                  </button>
                )}
                <button
                  type="button"
                  class="button plain small"
                  aria-label={named(say(words.discard), parcelName)}
                  onClick={() => setAsked(one)}
                >
                  {say(words.discard)}
                </button>
              </div>
            </li>
          )
        })}
      </ul>
      {asked && (
        <Dialog
          title={say(words.discardTitle)}
          onClose={() => setAsked(undefined)}
          actions={
            <>
              <button type="button" class="button" onClick={() => setAsked(undefined)}>
                {say(words.keep)}
              </button>
              <button
                type="button"
                class="button danger primary"
                onClick={() => {
                  void queue.take(asked.queued.key)
                  setAsked(undefined)
                }}
              >
                {say(words.discard)}
              </button>
            </>
          }
        >
          <p>{say(words.discardText(asked.queued.draft.parcelName))}</p>
        </Dialog>
      )}
    </>
  )
}
