import type { Block } from '../../../functions/domain/use.ts'
import { Field, SelectField, TextAreaField, TextField } from '../../field.tsx'
import { reportWords as words } from '../../messages/report.ts'
import { language, say } from '../../messages/phrase.ts'
import type { DraftEntry } from '../../reports/draft.ts'
import { formatNumber } from '../../time.ts'
import type { Commodity } from '../../use-api.ts'
import { fieldId, isSeasonal, restOf } from './form.ts'

const nameOf = ({ name }: Commodity): string => (typeof name === 'string' ? name : say(name))

interface EntryFieldsProps {
  block: Block
  entry: DraftEntry
  commodities: readonly Commodity[]
  /** The last day that may be told. */
  today: string
  errorAt: (id: string) => string | undefined
  onChange: (entry: DraftEntry) => void
}

/** What happened on one block: planting, harvest, where it went, who worked, what stood in the way. */
export function EntryFields(props: EntryFieldsProps) {
  const { block, entry, errorAt, onChange } = props
  const set = (name: keyof DraftEntry) => (value: string) => onChange({ ...entry, [name]: value })
  const bind = (name: keyof DraftEntry) => ({
    id: fieldId(block.id, name),
    error: errorAt(fieldId(block.id, name)),
    value: entry[name],
    onInput: set(name),
  })
  return (
    <div class="stack report-entry">
      {isSeasonal(block) && <Harvest {...props} bind={bind} />}
      <fieldset class="stack">
        <legend class="label">{say(words.people)}</legend>
        <TextField
          {...bind('wbp')}
          label={say(words.wbp)}
          hint={say(words.wbpHint)}
          input={{ inputMode: 'numeric', autocomplete: 'off' }}
        />
        <TextField
          {...bind('tpp')}
          label={say(words.tpp)}
          hint={say(words.tppHint)}
          input={{ autocomplete: 'off', maxLength: 120 }}
        />
        <TextAreaField {...bind('obstacles')} label={say(words.obstacles)} rows={2} />
      </fieldset>
    </div>
  )
}

type Bind = (name: keyof DraftEntry) => {
  id: string
  error: string | undefined
  value: string
  onInput: (value: string) => void
}

const FIGURES = { inputMode: 'decimal', autocomplete: 'off' } as const

function Harvest({ entry, commodities, today, bind }: EntryFieldsProps & { bind: Bind }) {
  const unit = commodities.find(({ id }) => id === entry.commodity)?.unit ?? 'kg'
  const day = (name: 'plantedOn' | 'harvestedOn', label: string) => (
    <Field
      {...bind(name)}
      label={label}
      render={(attributes) => (
        <input
          type="date"
          max={today}
          value={entry[name]}
          onInput={(event) => bind(name).onInput(event.currentTarget.value)}
          {...attributes}
        />
      )}
    />
  )
  const figure = (name: 'amount' | 'kitchen' | 'vendor' | 'sold' | 'stock') => (
    <TextField {...bind(name)} label={say(words[name](unit))} input={FIGURES} />
  )
  return (
    <>
      {commodities.length === 0 ? (
        <p class="notice warning">{say(words.noCommodities)}</p>
      ) : (
        <SelectField
          {...bind('commodity')}
          label={say(words.commodity)}
          options={[
            { value: '', label: say(words.choose) },
            ...commodities.map((one) => ({ value: one.id, label: nameOf(one) })),
          ]}
        />
      )}
      <fieldset>
        <legend class="label">{say(words.planting)}</legend>
        <div class="report-pair">
          <TextField {...bind('plantedArea')} label={say(words.plantedArea)} input={FIGURES} />
          {day('plantedOn', say(words.plantedOn))}
        </div>
      </fieldset>
      <fieldset class="stack">
        <legend class="label">{say(words.harvesting)}</legend>
        <div class="report-pair">
          <TextField {...bind('harvestedArea')} label={say(words.harvestedArea)} input={FIGURES} />
          {day('harvestedOn', say(words.harvestedOn))}
        </div>
        <TextField
          {...bind('amount')}
          label={say(words.amount(unit))}
          hint={say(words.amountHint)}
          input={FIGURES}
        />
      </fieldset>
      {entry.amount.trim() && (
        <fieldset class="stack">
          <legend class="label">{say(words.went)}</legend>
          <div class="report-pair">
            {figure('kitchen')}
            {figure('vendor')}
            {figure('sold')}
            {figure('stock')}
          </div>
          <Rest entry={entry} unit={unit} />
          {entry.sold.trim() && (
            <div class="report-pair">
              <TextField {...bind('soldIdr')} label={say(words.soldIdr)} input={FIGURES} />
              <TextField
                {...bind('ntpn')}
                label={say(words.ntpn)}
                hint={say(words.ntpnHint)}
                input={{ autocomplete: 'off', autocapitalize: 'characters', maxLength: 20 }}
              />
            </div>
          )}
        </fieldset>
      )}
    </>
  )
}

function Rest({ entry, unit }: { entry: DraftEntry; unit: string }) {
  const rest = restOf(entry, language())
  if (rest === undefined) return null
  const amount = `${Math.abs(rest).toLocaleString(language(), { maximumFractionDigits: 3 })} ${unit}`
  const told = rest === 0 ? words.restNone : rest > 0 ? words.rest(amount) : words.restOver(amount)
  return (
    <p class={`small ${rest < 0 ? 'field-error' : 'quiet'}`} role="status">
      {say(told)}
    </p>
  )
}

/** A harvest in a few words: `Jagung, 1.200 kg`. */
export function harvestWords(
  entry: { commodity?: string; harvest?: { amount: number; unit: string } },
  commodities: readonly Commodity[],
): string {
  const commodity = commodities.find(({ id }) => id === entry.commodity)
  const name = commodity ? nameOf(commodity) : (entry.commodity ?? '')
  const harvest = entry.harvest && `${formatNumber(entry.harvest.amount)} ${entry.harvest.unit}`
  return [name, harvest].filter(Boolean).join(', ')
}
