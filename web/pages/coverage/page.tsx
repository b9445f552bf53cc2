import { useState } from 'preact/hooks'
import { fetchReference } from '../../api.ts'
import { CoverageBar } from '../../coverage-bar.tsx'
import { coverageMessages as m } from '../../messages/coverage.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { coverageNames } from '../../messages/terms.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { navigate, useRoute } from '../../router.tsx'
import { holds, useMe } from '../../session.ts'
import { formatInstant } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { countUnits, COVERAGES, fetchCoverage } from '../../units.ts'
import { Filters } from './filters.tsx'
import { NihilDialog } from './nihil-dialog.tsx'
import { isFiltered, narrow, type View, viewOf } from './view.ts'
import { type Ask, UnitTable } from './unit-table.tsx'
import './coverage.css'

/** Cakupan: what each unit within the person's reach has recorded. The address holds the filters. */
export function CoveragePage() {
  const me = useMe()
  useTitle(say(shell.coverage))
  const { search } = useRoute()
  const view = viewOf(search)
  const report = useResource((signal) => fetchCoverage(signal), [me.id])
  const offices = useResource(
    (signal) => fetchReference('kanwil', {}, { signal }).then(({ data }) => data.rows),
    [],
  )
  const [asked, setAsked] = useState<Ask | undefined>()
  const units = report.data?.units
  const names = new Map(offices.data?.map(({ id, name }) => [id, name]))
  const nameOf = (kanwil: string) => names.get(kanwil) ?? kanwil
  const kanwil = [...new Set(units?.map((unit) => unit.kanwil))].sort((a, b) =>
    nameOf(a).localeCompare(nameOf(b)),
  )
  const set = (change: Partial<View>) =>
    navigate(addressOf({ ...view, ...change }), { replace: true })
  const inKanwil = units && narrow(units, { ...view, coverage: '', q: '' })
  const shown = units && narrow(units, view)
  const seesAll = holds(me, 'pusat') || holds(me, 'auditor')
  return (
    <div class="page stack">
      <div>
        <h1>{say(m.title)}</h1>
        <p class="quiet">{say(seesAll ? m.country : holds(me, 'kanwil') ? m.region : m.own)}</p>
        <p class="small quiet">{say(m.meaning)}</p>
        <p class="print-only">{say(m.printedAt(formatInstant(new Date().toISOString())))}</p>
      </div>
      {report.error ? <Problem error={report.error} onRetry={report.reload} /> : null}
      {!units && report.isLoading && (
        <div class="stack" aria-busy="true">
          <span class="visually-hidden">{say(shell.loading)}</span>
          <span class="skeleton skeleton-title" />
          <span class="skeleton skeleton-card" />
          <span class="skeleton skeleton-card" />
        </div>
      )}
      {units?.length === 0 && (
        <div class="card empty">
          <h2>{say(m.none)}</h2>
          <p class="quiet">{say(m.noneNext)}</p>
        </div>
      )}
      {inKanwil && units.length > 0 && (
        <>
          {inKanwil.length > 1 && (
            <div class="card">
              <CoverageBar
                label={say(m.coverage)}
                shares={COVERAGES.map((coverage) => ({
                  key: coverage,
                  label: say(coverageNames[coverage]),
                  count: countUnits(inKanwil)[coverage],
                }))}
              />
            </div>
          )}
          {units.length > 1 && (
            <Filters
              view={view}
              set={set}
              counts={countUnits(inKanwil)}
              kanwil={kanwil.map((id) => ({ id, name: nameOf(id) }))}
            />
          )}
          <p role="status" class="quiet">
            {say(m.shown(shown?.length ?? 0, units.length))}
          </p>
          {shown?.length ? (
            <UnitTable
              units={shown}
              view={view}
              set={set}
              kanwilName={kanwil.length > 1 ? nameOf : undefined}
              me={me}
              ask={setAsked}
            />
          ) : (
            <div class="card empty">
              <h2>{say(m.nothing)}</h2>
              <p class="quiet">{say(m.nothingNext)}</p>
              <p>
                <button
                  type="button"
                  class="button"
                  onClick={() => navigate('/cakupan', { replace: true })}
                >
                  {say(m.clear)}
                </button>
              </p>
            </div>
          )}
        </>
      )}
      {asked && (
        <NihilDialog
          ask={asked}
          onClose={() => setAsked(undefined)}
          onDone={() => {
            setAsked(undefined)
            report.reload()
          }}
        />
      )}
    </div>
  )
}

function addressOf(view: View): string {
  const search = new URLSearchParams()
  if (view.q) search.set('q', view.q)
  if (view.kanwil) search.set('kanwil', view.kanwil)
  if (view.coverage) search.set('cakupan', view.coverage)
  if (view.sort !== 'unit' || view.isDown)
    search.set('urut', `${view.isDown ? '-' : ''}${view.sort}`)
  return isFiltered(view) || search.size ? `/cakupan?${search}` : '/cakupan'
}
