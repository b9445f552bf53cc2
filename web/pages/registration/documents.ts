import { createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import { fetchDocuments, type ServedDocument } from '../../documents/calls.ts'
import { useObservable } from '../../observable.ts'
import type { Desk } from './desk.ts'

type Documents = ReadonlyMap<string, ServedDocument>

/** What the registry tells of the documents of the parcel at hand, by id. */
export const DocumentsContext = createContext<Documents>(new Map())

/** The documents of the parcel at hand, by id; those not loaded yet are missing. */
export const useDocuments = (): Documents => useContext(DocumentsContext)

/** Loads the documents of a desk's parcel, again whenever one has arrived. */
export function useServedDocuments(desk: Desk): Documents {
  const [documents, setDocuments] = useState<Documents>(new Map())
  const draft = useObservable(desk.draft)
  const { id } = draft
  const waiting = useObservable(desk.uploads.shown).length
  useEffect(() => {
    if (!id) return
    let stale = false
    fetchDocuments(id).then(
      ({ data }) => stale || setDocuments(new Map(data.documents.map((one) => [one.id, one]))),
      () => {}, // their names come later; the ids stand in the form already
    )
    return () => {
      stale = true
    }
  }, [id, waiting])
  return documents
}
