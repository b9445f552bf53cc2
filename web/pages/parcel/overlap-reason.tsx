import {
  OVERLAP_KIND_NAMES,
  OVERLAP_KINDS,
  type OverlapKind,
  type OverlapReason,
} from '../../../functions/domain/shared-land.ts'
import { TextAreaField } from '../../field.tsx'
import { overlapAdvice as words } from '../../messages/overlap-advice.ts'
import { say } from '../../messages/phrase.ts'

const HINTS: Record<OverlapKind, { id: string; en: string }> = {
  sengketa: words.sengketaHint,
  'sertipikat-ganda': words.gandaHint,
  'satu-sertipikat-beberapa-nup': words.beberapaHint,
  'batas-sementara': words.sementaraHint,
}

/** A reason while it is written. */
export type ReasonDraft = Partial<OverlapReason>

/** The reason once nothing of it is missing. */
export const wholeReason = ({ kind, text = '' }: ReasonDraft): OverlapReason | undefined =>
  kind && text.trim() ? { kind, text: text.trim() } : undefined

interface OverlapReasonProps {
  value: ReasonDraft
  onChange: (value: ReasonDraft) => void
  /** Whether it was sent once without being whole: then what is missing is said. */
  isChecked: boolean
}

/** Why one piece of land is recorded with two parcels. */
export function OverlapReasonFields({ value, onChange, isChecked }: OverlapReasonProps) {
  const kindMissing = isChecked && !value.kind
  return (
    <>
      <fieldset class={`field ${kindMissing ? 'invalid' : ''}`}>
        <legend>{say(words.kind)}</legend>
        {kindMissing && <div class="field-error">{say(words.kindMissing)}</div>}
        {OVERLAP_KINDS.map((kind) => (
          <label class="choice" key={kind}>
            <input
              type="radio"
              name="overlap-kind"
              checked={value.kind === kind}
              onChange={() => onChange({ ...value, kind })}
            />
            <span>
              {say(OVERLAP_KIND_NAMES[kind])}
              <span class="hint block">{say(HINTS[kind])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        id="overlap-reason"
        label={say(words.text)}
        hint={say(words.textHint)}
        error={isChecked && !value.text?.trim() ? say(words.textMissing) : undefined}
        rows={3}
        value={value.text ?? ''}
        onInput={(text) => onChange({ ...value, text })}
      />
    </>
  )
}
