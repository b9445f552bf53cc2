import type { State } from '../../../functions/domain/parcel.ts'
import { CoverageBar } from '../../coverage-bar.tsx'
import { home as m } from '../../messages/home.ts'
import { say } from '../../messages/phrase.ts'
import { coverageNames, stateNames } from '../../messages/terms.ts'
import { Link } from '../../router.tsx'
import { formatArea, formatHectares, formatNumber } from '../../time.ts'
import { countParcels, countUnits, COVERAGES, type UnitCoverage } from '../../units.ts'
import type { DrawnArea } from './tasks.ts'

/** Parcels by state and units by coverage, of the units within the person's reach. */
export function Numbers({ units, area }: { units: readonly UnitCoverage[]; area?: DrawnArea }) {
  const counts = countParcels(units)
  const states = (Object.keys(stateNames) as State[]).filter((state) => counts[state])
  const total = states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const verified = (counts.terverifikasi ?? 0) + (counts['terverifikasi-dengan-catatan'] ?? 0)
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
          <p class="large-number">{say(m.parcelCount(total))}</p>
        </div>
        {total === 0 ? (
          <p>{say(m.noParcels)}</p>
        ) : (
          <>
            <CoverageBar
              label={say(m.parcels)}
              hasLegend={false}
              shares={[
                { key: 'terverifikasi', label: say(stateNames.terverifikasi), count: verified },
                {
                  key: 'diajukan',
                  label: say(stateNames.diajukan),
                  count: counts.diajukan ?? 0,
                },
                {
                  key: 'draf',
                  label: say(stateNames.draf),
                  count: (counts.draf ?? 0) + (counts.dikembalikan ?? 0),
                },
              ]}
            />
            <dl class="facts">
              {states.map((state) => (
                <div key={state}>
                  <dt>{say(stateNames[state])}</dt>
                  <dd>
                    <Link href={`/peta?state=${state}`}>{formatNumber(counts[state] ?? 0)}</Link>
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </div>
      {units.length > 1 && (
        <div class="card stack">
          <p class="quiet small">{say(m.unitCoverage)}</p>
          <p class="large-number">{say(m.unitCount(units.length))}</p>
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
