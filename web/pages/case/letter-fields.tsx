import { useState } from 'preact/hooks'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { SelectField, TextField } from '../../field.tsx'
import { caseWords as m } from '../../messages/case.ts'
import { say } from '../../messages/phrase.ts'
import { useMe } from '../../session.ts'
import { Decision } from '../parcel/decision.tsx'
import { possibleSteps } from '../parcel/next-step.ts'
import { useDocuments } from '../parcel/use-documents.ts'
import type { Opened } from '../parcel/use-parcel.ts'

/** A letter as it is typed. */
export interface LetterDraft {
  number: string
  date: string
  document: string
}

interface LetterProps {
  opened: Opened
  parcel: Parcel
  value: LetterDraft
  onChange: (change: Partial<LetterDraft>) => void
  wrong: Partial<Record<keyof LetterDraft, true>>
  /** Letters of tomorrow do not exist. */
  today: string
}

/** Number, date and signed scan of a letter; a scan that is not there yet is added on the way. */
export function LetterFields({ opened, parcel, value, onChange, wrong, today }: LetterProps) {
  const me = useMe()
  const [added, setAdded] = useState(0)
  const { documents = [] } = useDocuments(parcel.id, parcel.properties.version + added, true)
  const mayAdd = possibleSteps(me, parcel).addDocument
  return (
    <>
      <TextField
        id="letter-number"
        label={say(m.letterNumber)}
        value={value.number}
        onInput={(number) => onChange({ number })}
        error={wrong.number && say(m.letterNumberMissing)}
        input={{ maxLength: 120, autocomplete: 'off' }}
      />
      <TextField
        id="letter-date"
        label={say(m.letterDate)}
        class="short-field"
        value={value.date}
        onInput={(date) => onChange({ date })}
        error={wrong.date && say(m.letterDateMissing)}
        input={{ type: 'date', max: today, class: 'short' }}
      />
      <SelectField
        id="letter-document"
        label={say(m.letterScan)}
        hint={say(m.letterScanHint)}
        value={value.document}
        onInput={(document) => onChange({ document })}
        options={[
          { value: '', label: say(m.letterScanNone) },
          ...documents
            .filter(({ state }) => state === 'complete')
            .map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {mayAdd && (
        <Decision
          parcel={parcel.id}
          kind="keputusan"
          label={say(m.letterScanAdd)}
          onAdded={(document, etag) => {
            onChange({ document })
            setAdded(added + 1)
            opened.replace(parcel, etag ?? opened.etag)
          }}
        />
      )}
    </>
  )
}
