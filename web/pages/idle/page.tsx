import { useState } from 'preact/hooks'
import { SelectField } from '../../field.tsx'
import { useLoaded } from '../../loaded.ts'
import { idleWords as m } from '../../messages/idle.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { navigate, useRoute } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { formatHectares, formatNumber } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { useKanwilNames } from '../map/kanwil-names.ts'
import { useNarrowScreen } from '../map/narrow-screen.ts'
import { fetchIdleLand, type Group, type IdleLand } from './land.ts'
import { LandRows } from './rows.tsx'
import {
  addressOf,
  byDeadline,
  GROUPS,
  inPlace,
  narrow,
  type Sort,
  SORTS,
  totalOf,
  type View,
  viewOf,
} from './view.ts'
import './idle.css'

const GROUP_NAMES = { legal: m.legal, internal: m.internal, soon: m.soon } as const
const GROUP_HINTS = { legal: m.legalHint, internal: m.internalHint, soon: m.soonHint } as const
const SORT_NAMES = { tenggat: m.sortDue, umur: m.sortAge, luas: m.sortArea } as const

/** Lahan menganggur: what lies idle or soon will, whose turn it is, and until when. */
export function IdlePage() {
  const me = useMe()
  useTitle(say(m.title))
  const { search } = useRoute()
  const view = viewOf(search)
  const found = useResource((signal) => fetchIdleLand(me, signal), [me.id])
  const land = found.data?.land
  const set = (change: Partial<View>) =>
    navigate(addressOf({ ...view, ...change }), { replace: true })
  const here = land && inPlace(land, view)
  const shown = land && narrow(land, view)
  return (
    <div class="page stack idle-page">
      <div>
        <h1>{say(m.title)}</h1>
        <p class="quiet">{say(m.lead)}</p>
      </div>
      {found.error ? <Problem error={found.error} onRetry={found.reload} /> : null}
      {!land && found.isLoading && (
        <div class="stack" aria-busy="true">
          <span class="visually-hidden">{say(shell.loading)}</span>
          <span class="skeleton skeleton-card" />
          <span class="skeleton skeleton-card" />
        </div>
      )}
      {found.data?.isAll === false && <p class="notice warning">{say(m.incomplete)}</p>}
      {land?.length === 0 && <Empty title={say(m.none)} next={say(m.noneNext)} />}
      {here && shown && land.length > 0 && (
        <>
          <Totals land={here} />
          <Tools view={view} set={set} land={land} here={here} />
          <p role="status" class="quiet">
            {say(m.shown(shown.length, land.length))}
          </p>
          {shown.length === 0 ? (
            <NothingShown view={view} here={here} />
          ) : (
            <Shown view={view} shown={shown} today={me.today} />
          )}
        </>
      )}
    </div>
  )
}

/** Three figures side by side, each of its own kind; there is no sum of them. */
function Totals({ land }: { land: readonly IdleLand[] }) {
  return (
    <div class="idle-totals">
      {GROUPS.map((group) => {
        const { count, m2 } = totalOf(land, group)
        return (
          <div key={group} class={`card idle-total idle-${group}`}>
            <p>{say(GROUP_NAMES[group])}</p>
            <p class="idle-number">{formatHectares(m2)}</p>
            <p class="quiet small">
              {say(m.parcels(formatNumber(count), count === 1))} · {say(GROUP_HINTS[group])}
            </p>
          </div>
        )
      })}
    </div>
  )
}

interface ToolsProps {
  view: View
  set: (change: Partial<View>) => void
  land: readonly IdleLand[]
  here: readonly IdleLand[]
}

function Tools({ view, set, land, here }: ToolsProps) {
  const names = useKanwilNames()
  const kanwil = [...new Set(land.map(({ parcel }) => parcel.properties.kanwil))]
    .map((id) => ({ value: id, label: names.get(id) ?? id }))
    .sort((a, b) => a.label.localeCompare(b.label))
  const chip = (label: string, group: Group | '', count: number) => (
    <button
      key={group}
      type="button"
      class="chip"
      aria-pressed={view.group === group}
      onClick={() => set({ group: view.group === group ? '' : group })}
    >
      {label} <span class="count">{formatNumber(count)}</span>
    </button>
  )
  return (
    <div class="stack no-print">
      <div class="idle-tools">
        <div class="field">
          <label for="idle-search">{say(m.search)}</label>
          <input
            id="idle-search"
            type="search"
            autocomplete="off"
            value={view.q}
            onInput={(event) => set({ q: event.currentTarget.value })}
          />
        </div>
        {kanwil.length > 1 && (
          <SelectField
            id="idle-kanwil"
            label={say(m.kanwil)}
            value={view.kanwil}
            onInput={(value) => set({ kanwil: value })}
            options={[{ value: '', label: say(m.allKanwil) }, ...kanwil]}
          />
        )}
        {!view.isCases && (
          <SelectField
            id="idle-sort"
            label={say(m.sort)}
            value={view.sort}
            onInput={(value) => set({ sort: value as Sort })}
            options={SORTS.map((value) => ({ value, label: say(SORT_NAMES[value]) }))}
          />
        )}
      </div>
      <div class="row spread">
        <div class="row" role="group" aria-label={say(m.group)}>
          {GROUPS.map((group) => chip(say(GROUP_NAMES[group]), group, totalOf(here, group).count))}
        </div>
        <div class="row" role="group" aria-label={say(m.view)}>
          {[false, true].map((isCases) => (
            <button
              key={String(isCases)}
              type="button"
              class="chip"
              aria-pressed={view.isCases === isCases}
              onClick={() => set({ isCases })}
            >
              {say(isCases ? m.cases : m.land)}
            </button>
          ))}
        </div>
      </div>
    </div>
  )
}

const loadMap = () => import('./land-map.tsx').then((module) => module.LandMap)

interface ShownProps {
  view: View
  shown: readonly IdleLand[]
  today: string
}

function Shown({ view, shown, today }: ShownProps) {
  const isNarrow = useNarrowScreen()
  const [hasMap, setHasMap] = useState(false) // on a phone the list comes first
  return (
    <div class="idle-columns">
      <div class="stack">
        {view.isCases ? (
          <ByDeadline cases={shown} today={today} />
        ) : (
          <LandRows land={shown} today={today} label={say(m.list)} />
        )}
      </div>
      <section class="idle-map-place no-print" aria-label={say(m.map)}>
        <button
          type="button"
          class="button idle-map-button"
          aria-expanded={hasMap}
          onClick={() => setHasMap(!hasMap)}
        >
          {say(hasMap ? m.hideMap : m.showMap)}
        </button>
        {(hasMap || !isNarrow) && (
          <div class="idle-map">
            <LazyMap land={shown} />
          </div>
        )}
      </section>
    </div>
  )
}

function LazyMap({ land }: { land: readonly IdleLand[] }) {
  const { part: LandMap, error, retry } = useLoaded(loadMap)
  if (error !== undefined) return <Problem error={error} onRetry={retry} />
  return LandMap ? <LandMap land={land} isComplete /> : null
}

function ByDeadline({ cases, today }: { cases: readonly IdleLand[]; today: string }) {
  const parts = byDeadline(cases, today)
  return (
    <>
      {(['passed', 'near', 'later', 'unclocked'] as const).map(
        (part) =>
          parts[part].length > 0 && (
            <section key={part} class="stack" aria-labelledby={`cases-${part}`}>
              <h2 id={`cases-${part}`}>
                {say(m[part])} ({formatNumber(parts[part].length)})
              </h2>
              <LandRows land={parts[part]} today={today} label={say(m[part])} />
            </section>
          ),
      )}
    </>
  )
}

function NothingShown({ view, here }: { view: View; here: readonly IdleLand[] }) {
  const hasNoCase = view.isCases && here.every(({ caseState }) => caseState === undefined)
  if (hasNoCase && !view.q && !view.kanwil && !view.group)
    return <Empty title={say(m.noCases)} next={say(m.noCasesNext)} />
  return (
    <Empty title={say(m.nothing)} next={say(m.nothingCure)}>
      <button
        type="button"
        class="button"
        onClick={() => navigate('/menganggur', { replace: true })}
      >
        {say(m.clear)}
      </button>
    </Empty>
  )
}

function Empty(props: { title: string; next: string; children?: preact.ComponentChildren }) {
  return (
    <div class="card empty">
      <h2>{props.title}</h2>
      <p class="quiet">{props.next}</p>
      {props.children && <p>{props.children}</p>}
    </div>
  )
}
