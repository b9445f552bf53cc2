import type { Coverage } from '../../../functions/domain/coverage.ts'
import type { Named } from '../../api.ts'
import { SelectField } from '../../field.tsx'
import { coverageMessages as m } from '../../messages/coverage.ts'
import { say } from '../../messages/phrase.ts'
import { coverageNames } from '../../messages/terms.ts'
import { COVERAGES } from '../../units.ts'
import type { View } from './view.ts'

interface FiltersProps {
  view: View
  set: (change: Partial<View>) => void
  counts: Record<Coverage, number>
  kanwil: readonly Named[]
}

/** Search, Kanwil, and a chip with its count for each coverage. */
export function Filters({ view, set, counts, kanwil }: FiltersProps) {
  const total = COVERAGES.reduce((sum, coverage) => sum + counts[coverage], 0)
  return (
    <div class="stack no-print">
      <div class="coverage-filters">
        <div class="field">
          <label for="unit-search">{say(m.search)}</label>
          <input
            id="unit-search"
            type="search"
            autocomplete="off"
            value={view.q}
            onInput={(event) => set({ q: event.currentTarget.value })}
          />
        </div>
        {kanwil.length > 1 && (
          <SelectField
            id="kanwil"
            label={say(m.kanwil)}
            value={view.kanwil}
            onInput={(value) => set({ kanwil: value })}
            options={[
              { value: '', label: say(m.allKanwil) },
              ...kanwil.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </div>
      <div class="row chips" role="group" aria-label={say(m.filter)}>
        <button
          type="button"
          class="chip"
          aria-pressed={view.coverage === ''}
          onClick={() => set({ coverage: '' })}
        >
          {say(m.all)} <span class="count">{total}</span>
        </button>
        {COVERAGES.map((coverage) => (
          <button
            key={coverage}
            type="button"
            class="chip"
            aria-pressed={view.coverage === coverage}
            onClick={() => set({ coverage: view.coverage === coverage ? '' : coverage })}
          >
            {say(coverageNames[coverage])} <span class="count">{counts[coverage]}</span>
          </button>
        ))}
      </div>
    </div>
  )
}
