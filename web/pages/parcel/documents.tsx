import { useState } from 'preact/hooks'
import { fetchDocumentLink, type ServedDocument } from '../../documents/calls.ts'
import { sizeOf } from '../../documents/size.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { documents as documentWords } from '../../messages/documents.ts'
import { documentKindNames, parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { stepNames } from '../../messages/terms.ts'
import { Problem } from '../../problem.tsx'
import { fieldLabel } from './field-words.ts'
import { proofsOf } from './proofs.ts'
import { Section } from './section.tsx'
import type { Documents } from './use-documents.ts'
import './documents.css'

/** What a document is, in words. */
export function kindName(kind: string): string {
  const name =
    documentKindNames[kind] ?? (stepNames as Record<string, (typeof stepNames)['nphd']>)[kind]
  return name ? say(name) : kind
}

/** All documents of a parcel with what each proves. */
export function DocumentSection({ parcel, from }: { parcel: Parcel; from: Documents }) {
  const { documents, error, retry } = from
  const proofs = proofsOf(parcel.properties)
  if (parcel.properties.restricted)
    return (
      <Section title={say(parcelWords.documents)}>
        <p class="quiet">{say(parcelWords.documentsClosed)}</p>
      </Section>
    )
  return (
    <Section title={say(parcelWords.documents)}>
      {error !== undefined && <Problem error={error} onRetry={retry} />}
      {!documents && error === undefined && <span class="skeleton skeleton-card" />}
      {documents?.length === 0 && <p class="quiet">{say(parcelWords.documentsNone)}</p>}
      {documents && documents.length > 0 && (
        <>
          <ul class="documents">
            {documents.map((document) => (
              <li key={document.id}>
                <DocumentCard
                  parcel={parcel.id}
                  document={document}
                  proves={(proofs.get(document.id) ?? []).map(fieldLabel)}
                />
              </li>
            ))}
          </ul>
          <p class="small quiet no-print">{say(parcelWords.documentPreviewHint)}</p>
        </>
      )}
    </Section>
  )
}

interface CardProps {
  parcel: string
  document: ServedDocument & { withdrawn?: { reason: string } }
  /** The fields that name it as their proof, in words. */
  proves: readonly string[]
}

/** One document: what it is, what it proves, and ways to open it. */
export function DocumentCard({ parcel, document, proves }: CardProps) {
  const { id, name, kind, contentType, size, sha256, withdrawn } = document
  const [picture, setPicture] = useState<string>()
  const [failed, setFailed] = useState(false)
  const isPicture = contentType.startsWith('image/')
  const withLink = async (use: (url: string) => void) => {
    setFailed(false)
    try {
      use((await fetchDocumentLink(parcel, id)).data.url)
    } catch {
      setFailed(true)
    }
  }
  return (
    <div class="document" data-withdrawn={withdrawn !== undefined}>
      {picture ? (
        <img src={picture} alt={name} class="document-picture" />
      ) : (
        <span class="document-sheet" aria-hidden="true">
          {isPicture ? say(parcelWords.sheetPicture) : 'PDF'}
        </span>
      )}
      <div class="document-words">
        <strong>{name}</strong>
        <span class="small quiet">
          {kindName(kind)} · {sizeOf(size)} ·{' '}
          <span title={sha256}>SHA-256 {sha256.slice(0, 8)}…</span>
        </span>
        <span class={`small ${proves.length ? '' : 'quiet'}`}>
          {proves.length
            ? say(parcelWords.documentProves(proves.join(', ')))
            : say(parcelWords.documentUnlinked)}
        </span>
        {withdrawn && (
          <span class="small needs-look">
            {say(parcelWords.documentWithdrawn(withdrawn.reason))}
          </span>
        )}
        {failed && (
          <span class="field-error small" role="alert">
            {say(documentWords.linkFailed)}
          </span>
        )}
        <span class="row no-print">
          {isPicture && !picture && (
            <button
              type="button"
              class="button plain small"
              aria-label={`${say(parcelWords.documentPreview)} ${name}`}
              onClick={() => void withLink(setPicture)}
            >
              {say(parcelWords.documentPreview)}
            </button>
          )}
          <button
            type="button"
            class="button plain small"
            aria-label={`${say(parcelWords.documentOpen)} ${name}`}
            onClick={() => void withLink((url) => location.assign(url))}
          >
            {say(parcelWords.documentOpen)}
          </button>
        </span>
      </div>
    </div>
  )
}
