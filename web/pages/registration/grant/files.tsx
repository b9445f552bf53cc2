import { DocumentSlot } from '../../../documents/slot.tsx'
import { grantForm as words } from '../../../messages/grant-form.ts'
import { say } from '../../../messages/phrase.ts'
import { useObservable } from '../../../observable.ts'
import { useDocuments } from '../documents.ts'
import { NoteAt, useDesk, useValue } from '../form.tsx'
import { fieldId } from '../places.ts'

/** The files of one entry of the form; `at` points to its list of document ids. */
export function Files({ at, kind, name }: { at: string; kind: string; name: string }) {
  const desk = useDesk()
  const ids = useValue<string[]>(at) ?? []
  const { id: parcel } = useObservable(desk.draft)
  const documents = useDocuments()
  return (
    <>
      <NoteAt at={at} />
      <DocumentSlot
        id={fieldId(at)}
        label={say(words.files)}
        slot={at}
        kind={kind}
        fileName={name}
        uploads={desk.uploads}
        parcel={parcel}
        held={ids.map((id) => ({ id, document: documents.get(id) }))}
        onWithdraw={(id, reason) => desk.withdraw(at, id, reason)}
      />
    </>
  )
}
