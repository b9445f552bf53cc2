import { useMemo } from 'preact/hooks'
import type { ListedParcel } from '../../api.ts'
import { LegalSwatch, StateSwatch, UseSwatch } from '../../layers/swatch.tsx'
import { IDLE_STATES, PROBLEMS } from '../../../functions/domain/standing.ts'
import { STATE_ORDER, USES } from '../../layers/status.ts'
import { mapWords, useNames } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { idleNames, problemNames } from '../../messages/standing.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { Problem } from '../../problem.tsx'
import { Link } from '../../router.tsx'
import { allowed, useMe } from '../../session.ts'
import { formatHectares, formatNumber } from '../../time.ts'
import { type Choice, FacetChip } from './facet.tsx'
import { type Facet, FACETS, type Filter, isNarrowed, type Sort, SORTS, totalOf } from './filter.ts'
import { useKanwilNames } from './kanwil-names.ts'
import { ParcelRows } from './list.tsx'
import type { Loaded } from './loading.ts'

/** Numbers of parcels by facet and value. */
export type Counts = Readonly<Record<Facet, ReadonlyMap<string, number>>>

interface ChipsProps {
  filter: Filter
  counts: Counts
  /** Everything loaded: it knows the names of the units. */
  parcels: readonly ListedParcel[]
  onChange: (facet: Facet, chosen: string[]) => void
}

const collator = new Intl.Collator('id', { numeric: true })
const byLabel = (a: Choice, b: Choice) => collator.compare(a.label, b.label)

/** The filters as chips, each opening its values with counts. */
export function FilterChips({ filter, counts, parcels, onChange }: ChipsProps) {
  const kanwilNames = useKanwilNames()
  const unitNames = useMemo(
    () => new Map(parcels.map(({ properties }) => [properties.upt, properties.uptName])),
    [parcels],
  )
  const choicesOf = (facet: Facet): Choice[] => {
    const all = [...counts[facet]].map(([value, count]) => ({ value, count, label: value }))
    if (facet === 'kanwil')
      return all
        .map((each) => ({ ...each, label: kanwilNames.get(each.value) ?? each.value }))
        .sort(byLabel)
    if (facet === 'upt')
      return all
        .map((each) => ({ ...each, label: unitNames.get(each.value) ?? each.value }))
        .sort(byLabel)
    if (facet === 'state')
      return STATE_ORDER.filter((state) => counts.state.has(state)).map((state) => ({
        value: state,
        label: say(STATE_NAMES[state]),
        count: counts.state.get(state) ?? 0,
        mark: <StateSwatch state={state} />,
      }))
    if (facet === 'idle')
      return IDLE_STATES.filter((idle) => counts.idle.has(idle)).map((idle) => ({
        value: idle,
        label: say(idleNames[idle]),
        count: counts.idle.get(idle) ?? 0,
        mark: <LegalSwatch axis="idle" />,
      }))
    if (facet === 'problem')
      return PROBLEMS.filter((problem) => counts.problem.has(problem)).map((problem) => ({
        value: problem,
        label: say(problemNames[problem]),
        count: counts.problem.get(problem) ?? 0,
        mark: <LegalSwatch axis="problem" />,
      }))
    return USES.filter((use) => counts.status.has(use)).map((use) => ({
      value: use,
      label: say(useNames[use]),
      count: counts.status.get(use) ?? 0,
      mark: <UseSwatch use={use} />,
    }))
  }
  return (
    <div class="map-chips" role="group" aria-label={say(mapWords.filters)}>
      {FACETS.filter((facet) => isLasting(facet) || counts[facet].size > 0).map((facet) => (
        <FacetChip
          key={facet}
          label={say(FACET_NAMES[facet])}
          choices={choicesOf(facet)}
          chosen={filter[facet]}
          onChange={(chosen) => onChange(facet, chosen)}
        />
      ))}
    </div>
  )
}

/** The legal axes have a chip only where there is something to choose. */
const isLasting = (facet: Facet): boolean => facet !== 'idle' && facet !== 'problem'

const FACET_NAMES = {
  kanwil: mapWords.kanwil,
  upt: mapWords.unit,
  state: mapWords.state,
  status: mapWords.use,
  idle: mapWords.idle,
  problem: mapWords.problem,
} as const
const SORT_NAMES: Record<Sort, { id: string; en: string }> = {
  updated: mapWords.sortUpdated,
  name: mapWords.sortName,
  unit: mapWords.sortUnit,
  area: mapWords.sortArea,
}

interface AsideProps {
  loaded: Loaded & { retry: () => void }
  filter: Filter
  shown: readonly ListedParcel[]
  counts: Counts
  selectedId: string | undefined
  hrefOf: (id: string) => string
  onFilter: (change: Partial<Filter>) => void
  onOpenRow: () => void
}

/** How many there are, in which order, and the rows; or why there are none. */
export function Aside(props: AsideProps) {
  const { loaded, filter, shown, selectedId, hrefOf, onFilter, onOpenRow } = props
  const { m2, unbounded } = totalOf(shown)
  return (
    <>
      <div class="map-count">
        <strong>{countWords(loaded, shown.length)}</strong>
        <span class="quiet small">
          {formatHectares(m2)} ·{' '}
          <label>
            <span class="visually-hidden">{say(mapWords.sortedBy)}</span>
            <select
              value={filter.sort}
              onChange={(event) => onFilter({ sort: event.currentTarget.value as Sort })}
            >
              {SORTS.map((sort) => (
                <option key={sort} value={sort}>
                  {say(SORT_NAMES[sort])}
                </option>
              ))}
            </select>
          </label>
        </span>
      </div>
      {!loaded.complete && loaded.error === undefined && <progress class="map-progress" />}
      <div class="map-list" onClickCapture={onOpenRow}>
        {loaded.error !== undefined && (
          <Problem error={loaded.error} onRetry={loaded.retry}>
            {loaded.parcels.length > 0 && (
              <p>{say(mapWords.partial(formatNumber(loaded.parcels.length)))}</p>
            )}
          </Problem>
        )}
        {unbounded > 0 && unbounded < shown.length && (
          <p class="map-remark quiet small">
            {say(mapWords.noBoundaryCount(formatNumber(unbounded)))}
          </p>
        )}
        <ParcelRows parcels={shown} selectedId={selectedId} hrefOf={hrefOf} />
        {shown.length === 0 && loaded.complete && <Nothing filter={filter} onFilter={onFilter} />}
        {shown.length === 0 && !loaded.complete && loaded.error === undefined && <RowSkeletons />}
      </div>
    </>
  )
}

function countWords({ parcels, complete, error }: Loaded, count: number): string {
  const [n, all] = [formatNumber(count), formatNumber(parcels.length)]
  const going = !complete && error === undefined
  if (count === parcels.length) return say(going ? mapWords.countLoading(n) : mapWords.count(n))
  return say(going ? mapWords.countOfLoading(n, all) : mapWords.countOf(n, all))
}

function Nothing({ filter, onFilter }: Pick<AsideProps, 'filter' | 'onFilter'>) {
  const me = useMe()
  if (isNarrowed(filter))
    return (
      <div class="empty">
        <h2>{say(mapWords.nothingTitle)}</h2>
        <p>{say(mapWords.nothingCure)}</p>
        <button
          type="button"
          class="button"
          onClick={() =>
            onFilter({ q: '', kanwil: [], upt: [], state: [], status: [], idle: [], problem: [] })
          }
        >
          {say(mapWords.clearFilters)}
        </button>
      </div>
    )
  return (
    <div class="empty">
      <h2>{say(mapWords.firstUseTitle)}</h2>
      <p>{say(mapWords.firstUseText)}</p>
      {allowed(me, 'parcel:draft') && (
        <Link class="button primary" href="/daftarkan">
          {say(mapWords.registerFirst)}
        </Link>
      )}
    </div>
  )
}

function RowSkeletons() {
  return (
    <div class="stack map-skeletons" aria-hidden="true">
      {[0, 1, 2, 3].map((each) => (
        <span key={each} class="skeleton skeleton-row" />
      ))}
    </div>
  )
}
