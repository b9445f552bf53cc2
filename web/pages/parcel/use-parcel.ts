import { useEffect, useState } from 'preact/hooks'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { fetchParcel } from '../../api.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { useLanguage } from '../../messages/phrase.ts'

/** A parcel with the ETag for its next change; `error` beside an older `parcel` leaves that standing. */
export interface Opened {
  parcel: Parcel | undefined
  etag: string | undefined
  error: unknown
  /** Read it anew. */
  reload: () => void
  /** Take over what a step answered, and what it did in words. */
  replace: (parcel: Parcel, etag: string | undefined, done?: Phrase) => void
  /** What the person has just done with it here. */
  done: Phrase | undefined
}

interface State {
  /** Which parcel at which instant. */
  of: string
  parcel?: Parcel
  etag?: string | undefined
  error?: unknown
  done?: Phrase | undefined
}

/** One parcel by its id, with its exact boundary; as it was known at `asOf`, where an instant is given. */
export function useParcel(id: string, asOf?: string): Opened {
  const of = `${id} ${asOf ?? ''}`
  const [state, setState] = useState<State>({ of })
  const [turn, setTurn] = useState(0)
  const language = useLanguage() // the registry writes findings and their cures in it
  useEffect(() => {
    const leaving = new AbortController()
    fetchParcel(id, { signal: leaving.signal, ...(asOf && { asOf }) }).then(
      ({ data, etag }) =>
        setState(({ of: before, done }) => ({
          of,
          parcel: data,
          etag,
          ...(before === of && done && { done }),
        })),
      (error: unknown) => {
        if (leaving.signal.aborted) return
        setState((before) => (before.of === of ? { ...before, error } : { of, error }))
      },
    )
    return () => leaving.abort()
  }, [of, turn, language])
  const { parcel, etag, error, done }: Partial<State> = state.of === of ? state : {}
  return {
    parcel,
    etag,
    error,
    done,
    reload: () => {
      setState((before) => ({ ...before, error: undefined }))
      setTurn((before) => before + 1)
    },
    replace: (next, nextEtag, did) => setState({ of, parcel: next, etag: nextEtag, done: did }),
  }
}
