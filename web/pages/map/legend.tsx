import { useState } from 'preact/hooks'
import { IDLE_STATES, PROBLEMS } from '../../../functions/domain/standing.ts'
import { letterOf, OUTLINES, STATE_ORDER, USES } from '../../layers/status.ts'
import { LegalSwatch, StateSwatch, UseSwatch } from '../../layers/swatch.tsx'
import { mapWords, useNames } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { idleNames, problemNames } from '../../messages/standing.ts'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { formatNumber } from '../../time.ts'
import type { Facet, Filter } from './filter.ts'
import './legend.css'

type Shown = 'status' | 'idle' | 'problem' | 'state'

interface LegendProps {
  filter: Filter
  counts: Readonly<Record<Shown, ReadonlyMap<string, number>>>
  onChange: (facet: Facet, chosen: string[]) => void
  /** Whether it starts unfolded. */
  open: boolean
}

/** What colours, hatches, letters and outlines mean, with counts; a press narrows map and list. */
export function Legend({ filter, counts, onChange, open }: LegendProps) {
  const [isOpen, setIsOpen] = useState(open)
  const toggle = (facet: Shown, value: string) => {
    const chosen: readonly string[] = filter[facet]
    onChange(
      facet,
      chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value],
    )
  }
  const uses = USES.filter((use) => counts.status.has(use))
  const states = STATE_ORDER.filter((state) => counts.state.has(state) && OUTLINES[state])
  const idle = IDLE_STATES.filter((each) => counts.idle.has(each))
  const problems = PROBLEMS.filter((each) => counts.problem.has(each))
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
          <div>
            <LegendGroup title={say(mapWords.legendUse)}>
              {uses.map((use) => (
                <LegendItem
                  key={use}
                  pressed={filter.status.includes(use)}
                  count={counts.status.get(use) ?? 0}
                  onPress={() => toggle('status', use)}
                >
                  <UseSwatch use={use} />
                  <Name letter={letterOf({ use })} name={useNames[use]} />
                </LegendItem>
              ))}
            </LegendGroup>
            {idle.length > 0 && (
              <LegendGroup title={say(mapWords.legendIdle)}>
                {idle.map((each) => (
                  <LegendItem
                    key={each}
                    pressed={filter.idle.includes(each)}
                    count={counts.idle.get(each) ?? 0}
                    onPress={() => toggle('idle', each)}
                  >
                    <LegalSwatch axis="idle" />
                    <Name
                      letter={letterOf({ use: 'tanpa-laporan', idle: each })}
                      name={idleNames[each]}
                    />
                  </LegendItem>
                ))}
              </LegendGroup>
            )}
            {problems.length > 0 && (
              <LegendGroup title={say(mapWords.legendProblem)}>
                {problems.map((each) => (
                  <LegendItem
                    key={each}
                    pressed={filter.problem.includes(each)}
                    count={counts.problem.get(each) ?? 0}
                    onPress={() => toggle('problem', each)}
                  >
                    <LegalSwatch axis="problem" />
                    <Name
                      letter={letterOf({ use: 'tanpa-laporan', problem: each })}
                      name={problemNames[each]}
                    />
                  </LegendItem>
                ))}
              </LegendGroup>
            )}
          </div>
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

/** A name with the letter that it carries on the map. */
function Name({ letter, name }: { letter: string; name: Phrase }) {
  return (
    <span class="legend-name">
      <b class="legend-letter" aria-hidden="true">
        {letter}
      </b>
      {say(name)}
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
