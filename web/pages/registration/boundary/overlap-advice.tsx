import { useEffect, useState } from 'preact/hooks'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import { overlapAdvice as words } from '../../../messages/overlap-advice.ts'
import { say } from '../../../messages/phrase.ts'
import { useObservable } from '../../../observable.ts'
import { request } from '../../../request.ts'
import { OverlapList, type Overlaps } from '../../parcel/overlaps.tsx'
import type { Desk } from '../desk.ts'

/** What is known of the land that the saved boundary shares. */
export type Advice =
  { is: 'none' } | { is: 'asked' } | { is: 'failed' } | { is: 'told'; told: Overlaps }

/** Asks after each save of a boundary what it shares with other parcels. */
export function useOverlapAdvice(desk: Desk): Advice {
  const { id, base } = useObservable(desk.draft)
  const saved = base?.geometry ?? null
  const [advice, setAdvice] = useState<Advice>({ is: 'none' })
  useEffect(() => {
    if (!id || !saved) return setAdvice({ is: 'none' })
    const asked = new AbortController()
    setAdvice({ is: 'asked' })
    request<Overlaps>(`/parcels/${encodeURIComponent(id)}/overlaps`, asked).then(
      ({ data }) => setAdvice({ is: 'told', told: data }),
      () => asked.signal.aborted || setAdvice({ is: 'failed' }),
    )
    return () => asked.abort()
  }, [id, saved])
  return advice
}

/** The neighbours that the boundary lies on, in words, below the map. */
export function OverlapAdvice({
  advice,
  onLook,
}: {
  advice: Advice
  onLook: (outline: Boundary) => void
}) {
  if (advice.is === 'none') return null
  const count = advice.is === 'told' ? advice.told.overlaps.length + advice.told.hidden.count : 0
  return (
    <section class="stack" aria-labelledby="section-neighbours" aria-live="polite">
      <h2 id="section-neighbours">{say(words.title)}</h2>
      {advice.is === 'asked' && <p class="quiet small">{say(words.checking)}</p>}
      {advice.is === 'failed' && <p class="quiet small">{say(words.failed)}</p>}
      {advice.is === 'told' && count === 0 && <p class="quiet small">{say(words.none)}</p>}
      {advice.is === 'told' && count > 0 && (
        <div class="notice warning small">
          <OverlapList {...advice.told} onLook={onLook} />
          <span>{say(words.cure)}</span>
        </div>
      )}
    </section>
  )
}
