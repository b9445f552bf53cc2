import { useEffect, useState } from 'preact/hooks'
import { listParcels, nextParcels, type ListedParcel, type ParcelList } from '../../api.ts'

/** What has come of the list so far. */
export interface Loaded {
  parcels: readonly ListedParcel[]
  /** All pages are here. */
  complete: boolean
  /** Why the rest did not come; what is here stays. */
  error?: unknown
}

const PAGE = 200 // parcels in one answer

/** The last complete list, shown at once when the person comes back to the map and then read anew. */
let kept: { q: string; parcels: readonly ListedParcel[] } | undefined

/** Every parcel that fits the words, page by page as they arrive; call `retry` after an error. */
export function useParcels(q: string): Loaded & { retry: () => void } {
  const start = (): Loaded =>
    kept?.q === q ? { parcels: kept.parcels, complete: true } : { parcels: [], complete: false }
  const [loaded, setLoaded] = useState<Loaded>(start)
  const [turn, setTurn] = useState(0)

  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const known = start()
    setLoaded(known)
    const parcels: ListedParcel[] = []
    const load = async () => {
      let answer: Promise<{ data: ParcelList }> | null = listParcels({ q, limit: PAGE }, { signal })
      while (answer) {
        const { data: page }: { data: ParcelList } = await answer
        parcels.push(...page.features)
        answer = nextParcels(page, { signal })
        if (answer && !known.complete) setLoaded({ parcels: [...parcels], complete: false })
      }
      kept = { q, parcels }
      setLoaded({ parcels, complete: true })
    }
    load().catch((error: unknown) => {
      if (signal.aborted) return
      setLoaded({ parcels: known.complete ? known.parcels : [...parcels], complete: false, error })
    })
    return () => leaving.abort()
  }, [q, turn])

  return { ...loaded, retry: () => setTurn((before) => before + 1) }
}
