import type { ParcelFeature as Parcel } from '../../api.ts'
import type { ServedDocument } from '../../documents/calls.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { Problem } from '../../problem.tsx'
import { formatArea } from '../../time.ts'
import { DocumentCard } from './documents.tsx'
import { fieldLabel } from './field-words.ts'
import { type ProvedField, provedFields } from './proved-fields.ts'
import { Facts, Section } from './section.tsx'
import type { Documents } from './use-documents.ts'

/** Everything that was entered, in the order of the form, each part beside the documents that prove it. */
export function ProvedFields({ parcel, from }: { parcel: Parcel; from: Documents }) {
  const { documents, error, retry } = from
  const { properties } = parcel
  const parts = provedFields(
    properties,
    properties.areaM2 === null ? undefined : formatArea(properties.areaM2),
  )
  const proofsOf = ({ isProof }: ProvedField) => (documents ?? []).filter(isProof)
  const told = parts.filter((part) => part.values.length > 0 || proofsOf(part).length > 0)
  const empty = parts.filter((part) => !told.includes(part))
  const others = (documents ?? []).filter(
    (document) => !told.some((part) => part.isProof(document)),
  )
  return (
    <Section title={say(stepWords.reviewFields)}>
      {error !== undefined && <Problem error={error} onRetry={retry} />}
      {told.map((part) => {
        const proofs = proofsOf(part)
        return (
          <div class="proof" key={part.pointer}>
            <div>
              <h3>{titleOf(part)}</h3>
              <Facts rows={part.values} />
            </div>
            <div>
              <Papers parcel={parcel.id} documents={proofs} proves={[titleOf(part)]} />
              {documents && part.needsProof && proofs.length === 0 && (
                <p class="needs-look">{say(stepWords.reviewNoProof)}</p>
              )}
            </div>
          </div>
        )
      })}
      {others.length > 0 && (
        <div class="proof">
          <h3>{say(stepWords.reviewOtherPapers)}</h3>
          <div>
            <Papers parcel={parcel.id} documents={others} proves={[]} />
          </div>
        </div>
      )}
      {empty.length > 0 && (
        <p class="quiet">
          {say(stepWords.reviewEmpty)} {empty.map(titleOf).join(', ')}
        </p>
      )}
    </Section>
  )
}

const titleOf = ({ pointer }: ProvedField): string =>
  pointer === '#/properties/name' ? say(stepWords.reviewAbout) : fieldLabel(pointer)

interface PapersProps {
  parcel: string
  documents: readonly ServedDocument[]
  proves: readonly string[]
}

const Papers = ({ parcel, documents, proves }: PapersProps) => (
  <>
    {documents.map((document) => (
      <DocumentCard key={document.id} parcel={parcel} document={document} proves={proves} />
    ))}
  </>
)
