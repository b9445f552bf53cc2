import { useState } from 'preact/hooks'
import { OUTLINES, STATE_ORDER, USE_STYLES, type Use, USES } from '../../layers/status.ts'
import { StateSwatch, UseSwatch } from '../../layers/swatch.tsx'
import { mapWords, useNames } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { formatNumber } from '../../time.ts'
import type { Facet, Filter } from './filter.ts'
import './legend.css'

interface LegendProps {
  filter: Filter
  counts: Readonly<Record<'status' | 'state', ReadonlyMap<string, number>>>
  onChange: (facet: Facet, chosen: string[]) => void
  /** Whether it starts unfolded. */
  open: boolean
}

/** What colours, hatches, letters and outlines mean, with counts; a press narrows map and list. */
export function Legend({ filter, counts, onChange, open }: LegendProps) {
  const [isOpen, setIsOpen] = useState(open)
  const toggle = (facet: 'status' | 'state', value: string) => {
    const chosen: readonly string[] = filter[facet]
    onChange(
      facet,
      chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value],
    )
  }
  const uses = USES.filter((use) => counts.status.has(use))
  const states = STATE_ORDER.filter((state) => counts.state.has(state) && OUTLINES[state])
  if (uses.length === 0) return null
  return (
    <section class="legend" aria-label={say(mapWords.legend)}>
      <button
        type="button"
        class="legend-head"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {say(mapWords.legend)} <span aria-hidden="true">{isOpen ? '▾' : '▴'}</span>
      </button>
      {isOpen && (
        <div class="legend-body">
          <LegendGroup title={say(mapWords.legendUse)}>
            {uses.map((use) => (
              <LegendItem
                key={use}
                pressed={filter.status.includes(use)}
                count={counts.status.get(use) ?? 0}
                onPress={() => toggle('status', use)}
              >
                <UseSwatch use={use} />
                <UseName use={use} />
              </LegendItem>
            ))}
          </LegendGroup>
          <LegendGroup title={say(mapWords.legendState)}>
            {states.map((state) => (
              <LegendItem
                key={state}
                pressed={filter.state.includes(state)}
                count={counts.state.get(state) ?? 0}
                onPress={() => toggle('state', state)}
              >
                <StateSwatch state={state} />
                <span class="legend-name">{say(STATE_NAMES[state])}</span>
              </LegendItem>
            ))}
          </LegendGroup>
        </div>
      )}
    </section>
  )
}

/** The name of a use with the letter that it carries on the map. */
function UseName({ use }: { use: Use }) {
  return (
    <span class="legend-name">
      <b class="legend-letter" aria-hidden="true">
        {USE_STYLES[use].letter}
      </b>
      {say(useNames[use])}
    </span>
  )
}

function LegendGroup(props: { title: string; children: preact.ComponentChildren }) {
  return (
    <div role="group" aria-label={props.title}>
      <p class="legend-title">{props.title}</p>
      {props.children}
    </div>
  )
}

interface ItemProps {
  pressed: boolean
  count: number
  onPress: () => void
  children: preact.ComponentChildren
}

function LegendItem({ pressed, count, onPress, children }: ItemProps) {
  return (
    <button type="button" class="legend-item" aria-pressed={pressed} onClick={onPress}>
      {children}
      <b class="numeric">{formatNumber(count)}</b>
    </button>
  )
}
