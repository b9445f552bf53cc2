import { useEffect, useState } from 'preact/hooks'
import { fetchDocuments, type ServedDocument } from '../../documents/calls.ts'

/** The documents of a parcel, or why they did not come. */
export interface Documents {
  documents: readonly ServedDocument[] | undefined
  error: unknown
  retry: () => void
}

/** The documents of a parcel, read anew with each of its versions; nothing is asked when closed. */
export function useDocuments(id: string, version: number | undefined, isOpen: boolean): Documents {
  const [documents, setDocuments] = useState<readonly ServedDocument[]>()
  const [error, setError] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    if (!isOpen || version === undefined) return
    let isHere = true
    setError(undefined)
    fetchDocuments(id).then(
      ({ data }) =>
        isHere && setDocuments(data.documents.filter(({ state }) => state !== 'uploading')),
      (failure: unknown) => isHere && setError(failure),
    )
    return () => {
      isHere = false
    }
  }, [id, version, isOpen, turn])
  return { documents, error, retry: () => setTurn((before) => before + 1) }
}
