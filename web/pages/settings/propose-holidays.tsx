import { useState } from 'preact/hooks'
import type { Holidays } from '../../../functions/domain/holidays.ts'
import { SelectField, TextAreaField, TextField } from '../../field.tsx'
import { say } from '../../messages/phrase.ts'
import { settingsWords as m } from '../../messages/settings.ts'
import { linesOf, readLines } from './holiday-lines.ts'
import { ProposeDialog } from './propose-dialog.tsx'

interface Props {
  values: Holidays
  today: string
  onClose: () => void
  onDone: () => void
}

/** Proposes the holidays of one year; those of other years stay. */
export function ProposeHolidays({ values, today, onClose, onDone }: Props) {
  const thisYear = Number(today.slice(0, 4))
  const years = [0, 1, 2].map((more) => String(thisYear + more))
  const start = years[1]!
  const known = (year: string) => values.years[year]
  const startOf = (year: string) => ({
    year,
    lines: known(year) ? linesOf(known(year)!) : '',
    source: known(year)?.source ?? '',
    isDecreed: false,
  })
  const [draft, setDraft] = useState(() => startOf(start))
  const [checked, setChecked] = useState(false)
  const result = readLines(draft.lines, draft.year)
  const read = (): Holidays | undefined => {
    setChecked(true)
    if ('wrong' in result || !draft.source.trim()) return undefined
    const { year, isDecreed, source } = draft
    return {
      years: {
        ...values.years,
        [year]: {
          days: result.days,
          source: source.trim(),
          ...(!isDecreed && { provisional: true as const }),
        },
      },
    }
  }
  return (
    <ProposeDialog name="libur" values={read} onClose={onClose} onDone={onDone}>
      <SelectField
        id="holiday-year"
        label={say(m.year)}
        value={draft.year}
        onInput={(year) => setDraft(startOf(year))}
        options={years.map((year) => ({ value: year, label: year }))}
      />
      <TextAreaField
        id="holiday-lines"
        label={say(m.lines)}
        hint={say(m.linesHint)}
        value={draft.lines}
        onInput={(lines) => setDraft({ ...draft, lines })}
        rows={12}
        error={checked && 'wrong' in result ? say(m.linesWrong(result.wrong)) : undefined}
      />
      <TextField
        id="holiday-source"
        label={say(m.yearSource)}
        value={draft.source}
        onInput={(source) => setDraft({ ...draft, source })}
        error={checked && !draft.source.trim() ? say(m.formSourceMissing) : undefined}
      />
      <label class="choice">
        <input
          type="checkbox"
          checked={draft.isDecreed}
          onChange={(event) => setDraft({ ...draft, isDecreed: event.currentTarget.checked })}
        />
        {say(m.isDecreed)}
      </label>
    </ProposeDialog>
  )
}
