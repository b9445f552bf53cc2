import type { Report } from '../../../functions/domain/report.ts'
import type { Block } from '../../../functions/domain/use.ts'
import { reportWords as words } from '../../messages/report.ts'
import { say } from '../../messages/phrase.ts'
import { useKindNames } from '../../messages/standing.ts'
import { type DraftEntry, emptyEntry } from '../../reports/draft.ts'
import { formatArea, formatDate } from '../../time.ts'
import type { Commodity } from '../../use-api.ts'
import { EntryFields, harvestWords } from './entry-fields.tsx'
import { startOf } from './form.ts'

interface BlockEntryProps {
  block: Block
  entry: DraftEntry | undefined
  reports: readonly Report[]
  commodities: readonly Commodity[]
  today: string
  errorAt: (id: string) => string | undefined
  onChange: (entry: DraftEntry | undefined) => void
}

/** One block: skipped, still the same, or with something that happened. */
export function BlockEntry(props: BlockEntryProps) {
  const { block, entry, reports, commodities, errorAt, onChange } = props
  const name = `told-${block.id}`
  const last = reports.find(({ entries }) => entries.some((one) => one.block === block.id))
  const said = last?.entries.find((one) => one.block === block.id)
  const lastWords = last && said && [formatDate(last.period.until), said.same ? say(words.same).toLowerCase() : harvestWords(said, commodities)].filter(Boolean).join(' · ') // prettier-ignore
  const error = errorAt(name)
  const choose = (told: DraftEntry['told'] | undefined) => {
    if (told === 'same') onChange(emptyEntry('same'))
    else if (told === 'changed') onChange(startOf(block.id, reports, 'changed'))
    else onChange(undefined)
  }
  const choices = [
    { told: 'same', label: words.same },
    { told: 'changed', label: words.changed },
    { told: undefined, label: words.skipped },
  ] as const
  return (
    <fieldset class={`card stack report-block ${error ? 'invalid' : ''}`}>
      <legend class="visually-hidden">{say(words.toldOf(block.name))}</legend>
      <div>
        <strong>{block.name}</strong>
        <div class="small quiet">
          {say(useKindNames[block.kind])} · {formatArea(block.areaM2)}
        </div>
        <div class="small quiet">
          {lastWords ? say(words.lastTold(lastWords)) : say(words.neverTold)}
        </div>
      </div>
      {error && <div class="field-error">{error}</div>}
      <div class="report-choices">
        {choices.map(({ told, label }, at) => (
          <label key={label.id} class={entry?.told === told ? 'is-chosen' : ''}>
            <input
              type="radio"
              id={at === 0 ? name : undefined}
              name={name}
              checked={entry?.told === told}
              onChange={() => choose(told)}
            />
            {say(label)}
          </label>
        ))}
      </div>
      {entry?.told === 'changed' && <EntryFields {...props} entry={entry} />}
    </fieldset>
  )
}
