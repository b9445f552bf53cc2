import type { Coverage } from '../../../functions/domain/coverage.ts'
import type { State } from '../../../functions/domain/parcel.ts'
import { CoverageBar } from '../../coverage-bar.tsx'
import { home as m } from '../../messages/home.ts'
import { say } from '../../messages/phrase.ts'
import { coverageNames } from '../../messages/terms.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { Link } from '../../router.tsx'
import { formatArea, formatHectares, formatNumber } from '../../time.ts'
import { countParcels, countUnits, COVERAGES, type UnitCoverage } from '../../units.ts'
import type { DrawnArea } from './tasks.ts'

/** Living states, done first, each with its part of the bar. */
const BARS = [
  ['terverifikasi', 'terverifikasi'],
  ['terverifikasi-dengan-catatan', 'terverifikasi'],
  ['diajukan', 'diajukan'],
  ['dikembalikan', 'draf'],
  ['draf', 'draf'],
] as const satisfies readonly (readonly [State, Coverage])[]

interface NumbersProps {
  units: readonly UnitCoverage[]
  area?: DrawnArea | undefined
  /** Whether to show the coverage of the units as well. */
  hasCoverage: boolean
}

/** Parcels by state and units by coverage, of the units within the person's reach. */
export function Numbers({ units, area, hasCoverage }: NumbersProps) {
  const counts = countParcels(units)
  const living = BARS.map(([state, key]) => ({
    state,
    key,
    label: say(STATE_NAMES[state]),
    count: counts[state] ?? 0,
  })).filter(({ count }) => count > 0)
  const total = living.reduce((sum, { count }) => sum + count, 0)
  const byCoverage = countUnits(units)
  return (
    <aside class="stack" aria-labelledby="numbers">
      <h2 id="numbers" class="visually-hidden">
        {say(m.numbers)}
      </h2>
      {area && area.drawn > 0 && (
        <div class="card">
          <p class="quiet small">{say(m.area)}</p>
          <p class="large-number">{formatHectares(area.m2)}</p>
          <p class="quiet small">
            {formatArea(Math.round(area.m2))} · {say(m.areaOf(area.drawn, area.all))}
          </p>
        </div>
      )}
      <div class="card stack">
        <div>
          <p class="quiet small">{say(m.parcels)}</p>
          <p class="large-number">{say(m.parcelCount(formatNumber(total), total === 1))}</p>
        </div>
        {total === 0 && <p>{say(m.noParcels)}</p>}
        <CoverageBar label={say(m.parcels)} hasLegend={false} shares={living} />
        <dl class="facts bar-facts">
          {living.map(({ state, key, label, count }) => (
            <div key={state}>
              <dt>
                <span class={`swatch bar-${key}`} aria-hidden="true" />
                {label}
              </dt>
              <dd>
                <Link href={`/peta?state=${state}`}>{formatNumber(count)}</Link>
              </dd>
            </div>
          ))}
          {counts.nonaktif ? (
            <div>
              <dt class="quiet">{say(STATE_NAMES.nonaktif)}</dt>
              <dd class="quiet">{formatNumber(counts.nonaktif)}</dd>
            </div>
          ) : null}
        </dl>
      </div>
      {hasCoverage && units.length > 1 && (
        <div class="card stack">
          <div>
            <p class="quiet small">{say(m.unitCoverage)}</p>
            <p class="large-number">{say(m.unitCount(units.length))}</p>
          </div>
          <CoverageBar
            label={say(m.unitCoverage)}
            shares={COVERAGES.map((coverage) => ({
              key: coverage,
              label: say(coverageNames[coverage]),
              count: byCoverage[coverage],
            }))}
          />
          <p>
            <Link href="/cakupan">{say(m.openCoverage)}</Link>
          </p>
        </div>
      )}
    </aside>
  )
}
