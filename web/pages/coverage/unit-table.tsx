import type { Phrase } from '../../../functions/domain/phrase.ts'
import { may } from '../../../functions/domain/permissions.ts'
import type { Me } from '../../api.ts'
import { LongTable } from '../../long-table.tsx'
import { coverageMessages as m } from '../../messages/coverage.ts'
import { say } from '../../messages/phrase.ts'
import { coverageNames } from '../../messages/terms.ts'
import { Link } from '../../router.tsx'
import { callerOf } from '../../session.ts'
import { formatNumber } from '../../time.ts'
import type { UnitCoverage } from '../../units.ts'
import { countIn, leastAdvanced, type Sort, type View } from './view.ts'

/** What a head of unit wants to do about "nihil". */
export interface Ask {
  unit: UnitCoverage
  step: 'state' | 'withdraw'
}

interface UnitTableProps {
  units: readonly UnitCoverage[]
  view: View
  set: (change: Partial<View>) => void
  /** Left out when all units are of one Kanwil. */
  kanwilName: ((kanwil: string) => string) | undefined
  me: Me
  ask: (ask: Ask) => void
}

const COUNTS = ['draf', 'diajukan', 'dikembalikan', 'terverifikasi'] as const
const TITLES: Record<Sort, Phrase> = {
  unit: m.unit,
  cakupan: m.coverage,
  draf: m.draft,
  diajukan: m.submitted,
  dikembalikan: m.returned,
  terverifikasi: m.verified,
}

/** Units with their counts, sorted by any column; on a phone each unit is a card. */
export function UnitTable({ units, view, set, kanwilName, me, ask }: UnitTableProps) {
  const caller = callerOf(me)
  const mayState = (unit: UnitCoverage) => may(caller, 'unit:state-nihil', unit)
  const hasActions = units.some(mayState)
  const sortBy = (sort: Sort) =>
    set({ sort, isDown: view.sort === sort ? !view.isDown : sort !== 'unit' })
  const heading = (sort: Sort) => (
    <th
      key={sort}
      scope="col"
      class={sort === 'unit' || sort === 'cakupan' ? '' : 'numeric'}
      aria-sort={view.sort === sort ? (view.isDown ? 'descending' : 'ascending') : undefined}
    >
      <button type="button" class="sort" onClick={() => sortBy(sort)}>
        {say(TITLES[sort])}
        <span aria-hidden="true">{view.sort === sort ? (view.isDown ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  )
  return (
    <LongTable
      class="unit-table"
      caption={say(m.title)}
      head={
        <>
          {heading('unit')}
          {heading('cakupan')}
          {COUNTS.map(heading)}
          {hasActions && (
            <th scope="col" class="no-print">
              {say(m.action)}
            </th>
          )}
        </>
      }
      items={units}
      row={(unit) => (
        <tr key={unit.upt}>
          <th scope="row">
            <Link href={`/peta?upt=${unit.upt}`}>{unit.name}</Link>
            {kanwilName && <span class="quiet small block">{kanwilName(unit.kanwil)}</span>}
          </th>
          <td>
            <span class="coverage-mark">
              <span class={`swatch bar-${unit.coverage}`} aria-hidden="true" />
              {say(coverageNames[unit.coverage])}
            </span>
            <Least unit={unit} />
            {unit.nihil && <span class="quiet small block">{unit.nihil.statement}</span>}
          </td>
          {COUNTS.map((column) => (
            <td key={column} class="numeric" data-label={say(TITLES[column])}>
              {formatNumber(countIn(unit, column))}
            </td>
          ))}
          {hasActions && (
            <td class="no-print unit-action">
              <NihilButton unit={unit} ask={ask} isAllowed={mayState(unit)} />
            </td>
          )}
        </tr>
      )}
      first={100}
      more={(count) => say(m.more(count))}
    />
  )
}

/** "1 dari 3 bidang" where the unit's others are further than the unit counts. */
function Least({ unit }: { unit: UnitCoverage }) {
  const { some, all } = leastAdvanced(unit)
  if (some === all) return null
  return (
    <span class="quiet small block">{say(m.least(formatNumber(some), formatNumber(all)))}</span>
  )
}

function NihilButton({
  unit,
  ask,
  isAllowed,
}: {
  unit: UnitCoverage
  ask: (ask: Ask) => void
  isAllowed: boolean
}) {
  const step = { 'belum-mulai': 'state', nihil: 'withdraw' } as const
  const next =
    unit.coverage === 'belum-mulai' || unit.coverage === 'nihil' ? step[unit.coverage] : null
  if (!isAllowed || !next) return null
  return (
    <button type="button" class="button small" onClick={() => ask({ unit, step: next })}>
      {say(next === 'state' ? m.stateNihil : m.withdraw)}
      <span class="visually-hidden">: {unit.name}</span>
    </button>
  )
}
