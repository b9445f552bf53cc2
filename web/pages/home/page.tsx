import type { Me } from '../../api.ts'
import { fetchReference } from '../../api.ts'
import { CoverageBar } from '../../coverage-bar.tsx'
import { home as m } from '../../messages/home.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { coverageNames } from '../../messages/terms.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { Link } from '../../router.tsx'
import { allowed, holds, useMe } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { countUnits, COVERAGES, fetchCoverage, ownUnits, type UnitCoverage } from '../../units.ts'
import { Audit } from './audit.tsx'
import { National } from './national.tsx'
import { Digests } from './digests.tsx'
import { DueList } from './due-list.tsx'
import { fetchDueTasks } from './due-tasks.ts'
import { Numbers } from './numbers.tsx'
import { Elsewhere, TaskList } from './task-list.tsx'
import { inOrder, isElsewhere, workOf } from './tasks.ts'
import './home.css'

/** Beranda: what waits for this person today, and their numbers. */
export function HomePage() {
  const me = useMe()
  useTitle(say(shell.home))
  const isOfUnit = holds(me, 'petugas') || holds(me, 'kpb')
  const seesAll = holds(me, 'pusat') || holds(me, 'auditor')
  const work = useResource((signal) => workOf(me, signal), [me.id])
  const coverage = useResource((signal) => fetchCoverage(signal), [me.id])
  const kanwil = useResource(
    (signal) => (seesAll ? fetchReference('kanwil', {}, { signal }) : Promise.resolve(undefined)),
    [seesAll],
  )
  const due = useResource(
    (signal) => (holds(me, 'auditor') ? Promise.resolve([]) : fetchDueTasks(me, signal)),
    [me.id],
  )
  const units = coverage.data?.units
  const mine = inOrder(work.data?.tasks.filter((task) => !isElsewhere(task)) ?? [])
  const deadlines = due.data ?? []
  const hasTasks = isOfUnit || holds(me, 'kanwil') || mine.length + deadlines.length > 0
  const others = inOrder(work.data?.tasks.filter(isElsewhere) ?? [])
  const failure = work.error ?? coverage.error ?? kanwil.error ?? due.error
  const silent = holds(me, 'kpb')
    ? units?.filter(({ upt, coverage }) => coverage === 'belum-mulai' && ownUnits(me).has(upt))
    : []
  const reload = () => [work, coverage, kanwil, due].forEach((one) => one.error && one.reload())
  return (
    <div class="page home">
      <div class="stack home-main">
        <div>
          <h1>{say(hasTasks ? m.title : m.national)}</h1>
          <p class="quiet" role="status">
            {work.isLoading && hasTasks
              ? say(m.loading)
              : summary(
                  me,
                  work.data && due.data && hasTasks
                    ? mine.length + deadlines.length + (silent?.length ?? 0)
                    : undefined,
                  units,
                )}
          </p>
        </div>
        {failure ? (
          <>
            {(work.data || units) && <p>{say(m.partial)}</p>}
            <Problem error={failure} onRetry={reload} />
          </>
        ) : null}
        {hasTasks && work.isLoading && !work.data && (
          <div class="stack" aria-hidden="true">
            <span class="skeleton skeleton-card" />
            <span class="skeleton skeleton-card" />
          </div>
        )}
        {silent?.map((unit) => (
          <SilentUnit key={unit.upt} name={unit.name} />
        ))}
        <DueList tasks={deadlines} today={me.today} />
        {mine.length > 0 && <TaskList tasks={mine} />}
        {work.data && hasTasks && mine.length + deadlines.length === 0 && !silent?.length && (
          <Nothing me={me} isFirst={work.data.tasks.length === 0 && !anyParcel(units)} />
        )}
        <Elsewhere tasks={others} />
        {!holds(me, 'auditor') && <Digests />}
        {holds(me, 'kanwil') && units && <SilentUnits units={units} />}
        {holds(me, 'auditor') && <Audit />}
        {seesAll && units && kanwil.data && (
          <National units={units} kanwil={kanwil.data.data.rows} />
        )}
        {seesAll && !failure && !(units && kanwil.data) && (
          <span class="skeleton skeleton-card" aria-hidden="true" />
        )}
      </div>
      {units ? (
        <Numbers units={units} area={work.data?.area} hasCoverage={!holds(me, 'kanwil')} />
      ) : (
        <div class="stack" aria-hidden="true">
          {coverage.isLoading && <span class="skeleton skeleton-card" />}
        </div>
      )}
    </div>
  )
}

const anyParcel = (units: readonly UnitCoverage[] | undefined): boolean =>
  units?.some(({ counts }) => Object.values(counts).some((count) => count > 0)) ?? false

function summary(me: Me, tasks: number | undefined, units?: readonly UnitCoverage[]): string {
  const places = me.roles.flatMap((held) => [...held.units, ...held.kanwil])
  const [first] = places
  const where =
    first === undefined
      ? say(shell.country)
      : places.length === 1
        ? first.name
        : say(shell.and(first.name, places.length - 1))
  const count = units && units.length > 1 ? `, ${say(m.unitCount(units.length))}` : ''
  const head = tasks === undefined ? '' : `${say(m.tasks(tasks))}. `
  return `${head}${where.charAt(0).toUpperCase()}${where.slice(1)}${count}.`
}

function SilentUnit({ name }: { name: string }) {
  return (
    <div class="card row spread">
      <div class="task-text">
        <h2 class="task-title">{name}</h2>
        <p>{say(m.nothingRecorded)}</p>
        <p class="quiet">{say(m.nothingRecordedHint)}</p>
      </div>
      <Link class="button" href="/cakupan">
        {say(m.openCoverage)}
      </Link>
    </div>
  )
}

function SilentUnits({ units }: { units: readonly UnitCoverage[] }) {
  const counts = countUnits(units)
  const silent = counts['belum-mulai']
  return (
    <section class="stack" aria-labelledby="silent">
      <h2 id="silent">{say(m.silentUnits)}</h2>
      <div class="card silent-units">
        <p>
          <span class="large-number">{silent}</span>{' '}
          <span class="quiet">{say(m.outOf(units.length))}</span>
        </p>
        <CoverageBar
          label={say(m.unitCoverage)}
          shares={COVERAGES.map((coverage) => ({
            key: coverage,
            label: say(coverageNames[coverage]),
            count: counts[coverage],
          }))}
        />
        {silent > 0 ? (
          <Link class="button" href="/cakupan?cakupan=belum-mulai">
            {say(m.showUnits)}
          </Link>
        ) : (
          <p>{say(m.allStarted)}</p>
        )}
      </div>
    </section>
  )
}

function Nothing({ me, isFirst }: { me: Me; isFirst: boolean }) {
  const isOfficer = allowed(me, 'parcel:draft')
  const [title, next] = isOfficer
    ? isFirst
      ? [m.emptyFirst, m.emptyFirstNext]
      : [m.emptyOfficer, m.emptyOfficerNext]
    : holds(me, 'kpb')
      ? [m.emptyHead, m.emptyHeadNext]
      : [m.emptyKanwil, m.emptyKanwilNext]
  return (
    <div class="card empty">
      <h2>{say(title)}</h2>
      <p class="quiet">{say(next)}</p>
      <p>
        {isOfficer ? (
          <Link class="button primary" href="/daftarkan">
            {say(m.registerParcel)}
          </Link>
        ) : (
          <Link class="button" href="/peta">
            {say(m.toMap)}
          </Link>
        )}
      </p>
    </div>
  )
}
