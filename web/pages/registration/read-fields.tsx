import { useState } from 'preact/hooks'
import type { Language, Phrase } from '../../../functions/domain/phrase.ts'
import {
  formatArea,
  formatDate,
  formatHectares,
  formatNumber,
  formatRupiah,
  parseArea,
  parseRupiah,
} from '../../../functions/domain/writing.ts'
import { TextField } from '../../field.tsx'
import { registration as words } from '../../messages/registration.ts'
import { language, say } from '../../messages/phrase.ts'
import { useObservable } from '../../observable.ts'
import { parseDay } from './dates.ts'
import { type BoundProps, Note, useDesk, useRemarks, useValue } from './form.tsx'
import { useJudgement } from './judged.ts'
import { fieldId } from './places.ts'

type Read<T> =
  | { ok: true; value: T; alternatives?: T[]; note?: Phrase }
  | { ok: false; reason: Phrase; alternatives?: T[] }

interface ReadFieldProps<T> extends BoundProps {
  read: (text: string, language: Language) => Read<T>
  /** The value as a person would write it into the field. */
  write: (value: T, language: Language) => string
  /** What was understood, shown back. */
  echo: (value: T, language: Language) => string
  /** What else may have been meant, by its name; its echo unless told. */
  nameOf?: (value: T, language: Language) => string
  numeric?: boolean
}

/**
 * A field in free writing that shows back what it understood. What it cannot understand stays as
 * typed, on this device, and is explained when the field is left.
 */
function ReadField<T>({
  at,
  label,
  hint,
  read,
  write,
  echo,
  nameOf = echo,
  numeric,
}: ReadFieldProps<T>) {
  const desk = useDesk()
  const value = useValue<T>(at)
  const typed = useObservable(desk.draft).typed[at]
  const { error, note } = useRemarks(at)
  const found = useJudgement().missing.find(({ rule, pointer }) => rule && pointer === `#${at}`)
  const [writing, setWriting] = useState<string>()
  const [said, setSaid] = useState<string>() // as last typed here: other readings are of this
  const tongue = language()
  const text = writing ?? typed ?? (value === undefined ? '' : write(value, tongue))
  const reading = text.trim() ? read(text, tongue) : undefined
  const spoken = said?.trim() && reading?.ok ? read(said, tongue) : undefined
  const other = spoken?.ok && spoken.value === value ? spoken : undefined
  const take = (input: string) => {
    setWriting(input)
    setSaid(input)
    const now = input.trim() ? read(input, tongue) : undefined
    desk.change(at, now?.ok ? now.value : undefined, now && !now.ok ? input : undefined)
  }
  const choose = (meant: T) => {
    setWriting(undefined)
    setSaid(undefined)
    desk.change(at, meant)
  }
  const unread = reading && !reading.ok && writing === undefined ? reading : undefined
  const remark = found && writing === undefined ? say(found.detail) : undefined
  const offer = (meant: T) => (
    <button key={String(meant)} type="button" class="link-button" onClick={() => choose(meant)}>
      {say(words.iMeant(nameOf(meant, tongue)))}
    </button>
  )
  return (
    <div class="read-field">
      {note && <Note>{note}</Note>}
      <TextField
        id={fieldId(at)}
        label={label}
        hint={hint}
        error={unread ? say(unread.reason) : (error ?? remark)}
        value={text}
        onInput={take}
        input={{
          autocomplete: 'off',
          inputMode: numeric ? 'decimal' : 'text',
          onBlur: () => setWriting(undefined),
        }}
      />
      {reading?.ok && (other?.note || echo(reading.value, tongue) !== text.trim()) && (
        <div class="echo small">
          {say(words.understood)} <strong>{echo(reading.value, tongue)}</strong>
          {other?.note && <> · {say(other.note)}</>}
          {other?.alternatives?.map(offer)}
        </div>
      )}
      {unread?.alternatives && <div class="echo small">{unread.alternatives.map(offer)}</div>}
    </div>
  )
}

/** An area in free writing: `24.233,50 m²`, `5 ha`. */
export const AreaWritten = (props: BoundProps) => (
  <ReadField<number>
    hint={say(words.areaHint)}
    {...props}
    read={parseArea}
    write={(m2, tongue) => formatArea(m2, tongue)}
    echo={(m2, tongue) => `${formatArea(m2, tongue)} (${formatHectares(m2, tongue)})`}
  />
)

/** An amount as people say it, and in full: `10,3 M (Rp10.300.000.000)`. */
const inMagnitude = (amount: number, tongue: Language): string => {
  const [by, unit] = amount >= 1e9 ? [1e9, 'M'] : [1e6, 'jt']
  return `${formatNumber(amount / by, tongue, { most: 9 })} ${unit} (${formatRupiah(amount, tongue)})`
}

/** An amount in free writing: `10,3 M`, `450 jt`. */
export const RupiahWritten = (props: BoundProps) => (
  <ReadField<number>
    hint={say(words.rupiahHint)}
    {...props}
    read={parseRupiah}
    nameOf={inMagnitude}
    write={(amount, tongue) => formatRupiah(amount, tongue)}
    echo={(amount, tongue) => formatRupiah(amount, tongue)}
  />
)

/** A day in free writing: `15-1-2026`, `15 Januari 2026`. */
export const DayWritten = (props: BoundProps) => (
  <ReadField<string>
    hint={say(words.dayHint)}
    {...props}
    read={parseDay}
    write={(day, tongue) => formatDate(day, tongue)}
    echo={(day, tongue) => formatDate(day, tongue)}
  />
)

const readWhole = (text: string): Read<number> => {
  const digits = text.replace(/[\s.]/g, '')
  return /^\d{1,6}$/.test(digits) && Number(digits) > 0
    ? { ok: true, value: Number(digits) }
    : { ok: false, reason: words.wholeNumber }
}

/** A counting number, such as a NUP or a year. */
export const WholeWritten = (props: BoundProps) => (
  <ReadField<number>
    {...props}
    numeric
    read={readWhole}
    write={String}
    echo={(value) => formatNumber(value, 'id').replace(/\./g, '')}
  />
)
