import { announce } from '../../../live.tsx'
import { say } from '../../../messages/phrase.ts'
import { walkWords as words } from '../../../messages/walk.ts'
import { formatNumber } from '../../../time.ts'
import { useState } from 'preact/hooks'
import type { Walking } from './walk.ts'

/** Less sure than this, in metres, a corner is worth waiting for. */
const ROUGH_M = 15

const FAULTS = { none: words.none, denied: words.denied, unavailable: words.unavailable }

/** The walk around the field, at the thumb: how sure the phone is, and the next corner. */
export function WalkBar({ walking, onEnd }: { walking: Walking; onEnd: () => void }) {
  const { corners, here, fault, add, restart } = walking
  const [waits, setWaits] = useState(false)
  const put = () => {
    setWaits(!here)
    if (!add() || !here) return announce(say(words.waiting))
    announce(say(words.added(corners.length + 1, formatNumber(here.accuracyM))))
  }
  const isRough = here !== null && here.accuracyM > ROUGH_M
  return (
    <section class="walk-bar stack" aria-label={say(words.title)}>
      {fault && !here ? (
        <p class="field-error" role="alert">
          {say(FAULTS[fault])}
        </p>
      ) : (
        <p class={isRough || waits ? 'needs-look' : ''}>
          {here ? (
            <>
              {say(words.accuracy)} <strong>±{formatNumber(here.accuracyM)} m</strong>
              {isRough && <span class="small block">{say(words.rough)}</span>}
            </>
          ) : (
            say(words.waiting)
          )}
        </p>
      )}
      <button type="button" class="button primary" onClick={put}>
        {say(words.addHere)}
      </button>
      <div class="row spread">
        <span class="small">
          {say(words.count(corners.length))}
          {corners.length > 0 && corners.length < 3 && <> {say(words.few)}</>}
        </span>
        <span class="row">
          {corners.length > 0 && (
            <button type="button" class="link-button" onClick={restart}>
              {say(words.restart)}
            </button>
          )}
          <button type="button" class="link-button" onClick={onEnd}>
            {say(words.end)}
          </button>
        </span>
      </div>
    </section>
  )
}
