import { dayOf } from '../../../functions/domain/calendar.ts'
import { UseSwatch } from '../../layers/swatch.tsx'
import { axesOf } from '../../layers/status.ts'
import { statusWords } from '../../messages/standing.ts'
import { parcelWords, retirementNames } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { Link } from '../../router.tsx'
import { formatDate, formatInstant } from '../../time.ts'
import { fieldLabel } from './field-words.ts'
import { registrationStepOf } from './registration-step.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'

const day = (instant: string | undefined): string =>
  instant ? formatDate(dayOf(new Date(instant))) : ''

/** Why a record stands where it stands, in one sentence. */
export function reasonOf({ properties }: Parcel): string {
  const {
    state,
    handover,
    returned,
    verification,
    retirement,
    submittedAt,
    overlaps = [],
  } = properties
  const verifiedAt = verification?.at ?? properties.verifiedAt
  switch (state) {
    case 'draf':
      return handover
        ? say(parcelWords.stateHandedOver(formatInstant(handover.at)))
        : say(parcelWords.stateDraf)
    case 'diajukan': {
      const when = submittedAt ? formatInstant(submittedAt) : ''
      const isUndecided = overlaps.some(({ isNewcomer, decision }) => isNewcomer && !decision)
      return say(
        isUndecided ? parcelWords.stateDiajukanUndecided(when) : parcelWords.stateDiajukan(when),
      )
    }
    case 'dikembalikan':
      return [
        say(parcelWords.stateDikembalikan(returned?.reason ?? '')),
        handover && say(parcelWords.stateHandedOver(formatInstant(handover.at))),
      ]
        .filter(Boolean)
        .join(' · ')
    case 'terverifikasi':
      return say(parcelWords.stateTerverifikasi(day(verifiedAt)))
    case 'terverifikasi-dengan-catatan':
      return [say(parcelWords.stateDenganCatatan(day(verifiedAt))), verification?.note]
        .filter(Boolean)
        .join(' ')
    case 'nonaktif': {
      const kind = retirement && retirementNames[retirement.kind]
      return say(
        parcelWords.stateNonaktif(
          [kind && say(kind), retirement?.reason].filter(Boolean).join('. '),
        ),
      )
    }
  }
}

interface NoticeProps {
  parcel: Parcel
  canEdit: boolean
  /** False where the use stands in a notice of its own. */
  hasUse?: boolean
}

/** State, its reason, the use, and the notes at fields with a way to each. */
export function StateNotice({ parcel, canEdit, hasUse = true }: NoticeProps) {
  const { state, returned, verification } = parcel.properties
  const notes = state === 'dikembalikan' ? (returned?.notes ?? []) : (verification?.notes ?? [])
  const axes = axesOf(parcel.properties)
  const weight =
    state === 'dikembalikan' || state === 'nonaktif'
      ? 'danger'
      : state === 'terverifikasi'
        ? 'success'
        : state === 'terverifikasi-dengan-catatan'
          ? 'warning'
          : ''
  return (
    <div class={`notice state-notice ${weight}`}>
      <p class="row">
        <span class={`state state-${state}`}>{say(STATE_NAMES[state])}</span>
        {hasUse && (
          <span class="state-use small">
            <UseSwatch {...axes} /> {statusWords(axes)}
          </span>
        )}
      </p>
      <p>{reasonOf(parcel)}</p>
      {notes.length > 0 && (
        <ul class="field-notes" aria-label={say(parcelWords.notesAtFields)}>
          {notes.map(({ pointer, note }) => (
            <li key={pointer + note}>
              <strong>{fieldLabel(pointer)}:</strong> {note}{' '}
              {canEdit && (
                <Link href={`/daftarkan/${parcel.id}/${registrationStepOf(pointer)}`}>
                  {say(parcelWords.correctHere)}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
