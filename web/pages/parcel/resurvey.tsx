import { useState } from 'preact/hooks'
import { areaChanges, needsExplanation } from '../../../functions/domain/area-change.ts'
import { isUnderWay, resurveyFaults, surveyedChanges } from '../../../functions/domain/resurvey.ts'
import { changeParcel, type ParcelFeature as Parcel } from '../../api.ts'
import { TextAreaField } from '../../field.tsx'
import { announce } from '../../live.tsx'
import { say } from '../../messages/phrase.ts'
import { successionWords as words } from '../../messages/succession.ts'
import { Problem } from '../../problem.tsx'
import { Link } from '../../router.tsx'
import { useSubmit } from '../../submit.ts'
import { formatInstant } from '../../time.ts'
import { AreaChanges } from './area-changes.tsx'
import { Decision } from './decision.tsx'
import { Section } from './section.tsx'
import type { Documents } from './use-documents.ts'
import type { Opened } from './use-parcel.ts'

type Resurvey = NonNullable<Parcel['properties']['resurvey']>

interface ResurveyProps {
  parcel: Parcel
  opened: Opened
  from: Documents
  canEdit: boolean
}

/** The last survey for which the parcel was opened: why, and what it measured before and after. */
export function ResurveySection(props: ResurveyProps) {
  const { resurvey, verifiedAt } = props.parcel.properties
  if (!resurvey) return null
  const { reason, at } = resurvey
  return (
    <Section title={say(words.survey)}>
      <p>{say(words.surveyOpened(formatInstant(at), reason))}</p>
      {isUnderWay(resurvey, verifiedAt) ? (
        <UnderWay {...props} resurvey={resurvey} />
      ) : (
        <>
          <AreaChanges changes={areaChanges([resurvey.before], [resurvey.after ?? []])} />
          {resurvey.note && <p>{say(words.areaNoteIs(resurvey.note))}</p>}
        </>
      )}
    </Section>
  )
}

/** A survey that has not been verified: what it changes so far, what is missing, and where to add it. */
function UnderWay(props: ResurveyProps & { resurvey: Resurvey }) {
  const { parcel, opened, from, canEdit, resurvey } = props
  const { properties, id } = parcel
  const changes = surveyedChanges(resurvey, properties, properties.areaM2)
  const lacks = resurveyFaults({
    resurvey,
    verifiedAt: properties.verifiedAt,
    properties,
    boundaryAreaM2: properties.areaM2,
    documents: (from.documents ?? []).map(({ state, ...document }) => ({
      ...document,
      withdrawn: state === 'withdrawn',
    })),
  })
  const isOpen = properties.state === 'dikembalikan'
  const asksForPaper = lacks.some(({ pointer }) => pointer === '#/documents')
  const added = (_: string, etag: string | undefined) => {
    opened.replace(parcel, etag ?? opened.etag)
    opened.reload()
    from.retry()
  }
  return (
    <>
      <AreaChanges changes={changes} />
      {isOpen && from.documents && (
        <>
          {lacks.length === 0 ? (
            <p class="quiet">{say(words.surveyWhole)}</p>
          ) : (
            <div class="notice warning">
              <strong>{say(words.surveyLacks)}</strong>
              <ul class="plain-list">
                {lacks.map(({ pointer, detail }) => (
                  <li key={pointer}>{say(detail)}</li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      {canEdit && isOpen && (
        <>
          <p class="no-print">
            <Link class="button" href={`/daftarkan/${id}/3`}>
              {say(words.toBoundary)}
            </Link>
          </p>
          {asksForPaper && from.documents && (
            <Decision parcel={id} kind="surat-ukur" label={say(words.surveyAdd)} onAdded={added} />
          )}
          {(needsExplanation(changes) || properties.areaNote !== undefined) && (
            <NoteForm key={properties.areaNote} parcel={parcel} opened={opened} />
          )}
        </>
      )}
      {(!canEdit || !isOpen) && properties.areaNote !== undefined && (
        <p>{say(words.areaNoteIs(properties.areaNote))}</p>
      )}
    </>
  )
}

/** Why the area is another than before, kept with the parcel. */
function NoteForm({ parcel, opened }: Pick<ResurveyProps, 'parcel' | 'opened'>) {
  const saved = parcel.properties.areaNote ?? ''
  const [note, setNote] = useState(saved)
  const [isMissing, setIsMissing] = useState(false)
  const { isSending, error, submit } = useSubmit()
  const save = () => {
    const told = note.trim()
    setIsMissing(!told)
    const { etag } = opened
    if (!told || !etag) return
    void submit(async () => {
      const answer = await changeParcel(parcel.id, { properties: { areaNote: told } }, etag)
      opened.replace(answer.data, answer.etag)
      announce(say(words.surveySaved))
    })
  }
  return (
    <div class="stack">
      <TextAreaField
        id="area-note"
        label={say(words.areaNote)}
        hint={say(words.areaNoteHint)}
        value={note}
        onInput={setNote}
        rows={3}
        error={isMissing ? say(words.areaNoteMissing) : undefined}
      />
      {error !== undefined && <Problem error={error} />}
      <p>
        <button type="button" class="button" aria-busy={isSending} onClick={save}>
          {say(words.surveySave)}
        </button>
      </p>
    </div>
  )
}
