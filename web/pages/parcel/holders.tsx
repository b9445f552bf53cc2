import { useState } from 'preact/hooks'
import type { RecordNumber } from '../../../functions/domain/certificate.ts'
import { announce } from '../../live.tsx'
import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { wordsOf } from '../../problem.tsx'
import { request } from '../../request.ts'
import { Link } from '../../router.tsx'

/** A parcel that holds a number. */
export interface Holder {
  id: string
  name: string
  upt: string
  uptName: string
  reason?: string
}

/** Which other parcels hold a number: asked on demand, answered as far as the reader may know. */
export function HoldersOf({ number, except }: { number: RecordNumber; except: string }) {
  const [holders, setHolders] = useState<readonly Holder[]>()
  const [error, setError] = useState<unknown>()
  const look = async () => {
    const { kind, value } = number
    setError(undefined)
    try {
      const path = `/numbers/${kind}/${encodeURIComponent(value)}`
      const { data } = await request<{ holders: Holder[] }>(path)
      const others = data.holders.filter(({ id }) => id !== except)
      setHolders(others)
      if (others.length === 0) announce(say(parcelWords.holdersNone))
    } catch (failure) {
      setError(failure)
    }
  }
  if (!holders)
    return (
      <>
        <button
          type="button"
          class="link-button small no-print"
          aria-label={`${say(parcelWords.holders)} ${number.display}`}
          onClick={() => void look()}
        >
          {say(parcelWords.holders)}
        </button>
        {error !== undefined && (
          <span class="field-error small" role="alert">
            {wordsOf(error).title}. {wordsOf(error).cure}
          </span>
        )}
      </>
    )
  if (holders.length === 0) return <p class="small quiet">{say(parcelWords.holdersNone)}</p>
  return (
    <div class="small">
      {say(parcelWords.holdersSome)}
      <ul class="plain-list">
        {holders.map(({ id, name, uptName, reason }) => (
          <li key={id}>
            <Link href={`/bidang/${id}`}>{name}</Link>, {uptName}
            {reason && ` (${say(parcelWords.holdersBecause(reason))})`}
          </li>
        ))}
      </ul>
    </div>
  )
}
