import { useEffect, useState } from 'preact/hooks'
import { may } from '../../../functions/domain/permissions.ts'
import type { Report, ReportEntry } from '../../../functions/domain/report.ts'
import { fetchReference } from '../../api.ts'
import type { ParcelFeature as Parcel, ServedFinding } from '../../api.ts'
import { fetchPhoto, fetchReports, type Reports, type UseOfParcel } from '../../idle-api.ts'
import { say } from '../../messages/phrase.ts'
import { gradeNames, standingWords as m } from '../../messages/standing.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { Link } from '../../router.tsx'
import { callerOf, useMe } from '../../session.ts'
import { useSubmit } from '../../submit.ts'
import { formatArea, formatDate, formatNumber } from '../../time.ts'
import { HarvestChart } from './harvest-chart.tsx'
import { harvestsIn } from './harvest-chart-of.ts'
import { findingsOf, findingsOfAll, ReportFindings } from './report-findings.tsx'
import { Section } from './section.tsx'

type Blocks = NonNullable<UseOfParcel['blocks']>

interface ReportsProps {
  parcel: Parcel
  /** Names of the blocks; reports of blocks that ended keep theirs. */
  blocks: Blocks
}

/** What was reported of a parcel, with photos, and its harvest over time. */
export function ReportSection({ parcel, blocks }: ReportsProps) {
  const me = useMe()
  const { id } = parcel
  const first = useResource((signal) => fetchReports(id, { signal }), [id])
  const names = useCommodityNames()
  const [older, setOlder] = useState<Reports[]>([])
  const { isSending, error, submit } = useSubmit()
  const pages = [...(first.data ? [first.data] : []), ...older]
  const cursor = pages.at(-1)?.next
  const reports = pages.flatMap((page) => page.reports)
  const findings = pages.flatMap((page) => page.findings ?? [])
  const series = harvestsIn(reports)
  const nameOf = (commodity: string | undefined) =>
    commodity ? (names.get(commodity) ?? commodity) : say(m.harvest)
  const more = () =>
    submit(async () => {
      const page = await fetchReports(id, { cursor: cursorOf(cursor ?? '') })
      setOlder([...older, page])
    })
  const mayReport = may(callerOf(me), 'use:report', parcel.properties)
  return (
    <Section
      title={say(m.reports)}
      aside={
        mayReport && (
          <Link class="button small no-print" href={`/bidang/${id}/lapor`}>
            {say(m.report)}
          </Link>
        )
      }
    >
      {first.error !== undefined && <Problem error={first.error} onRetry={first.reload} />}
      {!first.data && first.isLoading && <span class="skeleton skeleton-card" />}
      {first.data && reports.length === 0 && <p class="quiet">{say(m.noReports)}</p>}
      <ReportFindings findings={findingsOfAll(findings)} />
      {reports.length > 0 && (
        <ul class="report-list">
          {reports.map((report) => (
            <ReportLine
              key={report.id}
              parcel={id}
              report={report}
              findings={findingsOf(report, findings)}
              blocks={blocks}
              nameOf={nameOf}
            />
          ))}
        </ul>
      )}
      {error !== undefined && <Problem error={error} />}
      {cursor && (
        <p class="no-print">
          <button type="button" class="button" aria-busy={isSending} onClick={() => void more()}>
            {say(m.more)}
          </button>
        </p>
      )}
      {series.length > 0 && (
        <>
          <h3>{say(m.chart)}</h3>
          {series.map((one) => (
            <HarvestChart
              key={one.commodity + one.unit}
              series={one}
              name={nameOf(one.commodity)}
            />
          ))}
        </>
      )}
    </Section>
  )
}

/** A `next` may be the cursor itself or a whole address that holds it. */
const cursorOf = (next: string): string => /[?&]cursor=([^&]+)/.exec(next)?.[1] ?? next

interface LineProps {
  parcel: string
  report: Report
  findings: readonly ServedFinding[]
  blocks: Blocks
  nameOf: (commodity: string | undefined) => string
}

function ReportLine({ parcel, report, findings, blocks, nameOf }: LineProps) {
  const { period, entries, photos, withdrawn, grade, at } = report
  const blockName = (id: string) => blocks.find((block) => block.id === id)?.name ?? say(m.block)
  return (
    <li>
      <strong>{say(m.period(formatDate(period.from), formatDate(period.until)))}</strong>{' '}
      <span class="quiet small">{say(gradeNames[grade])}</span>
      <ul class="plain-list small">
        {entries.map((entry) => (
          <li key={entry.block}>
            {blockName(entry.block)}: {entryWords(entry, nameOf)}
          </li>
        ))}
      </ul>
      {withdrawn && <p class="small needs-look">{say(m.withdrawn(withdrawn.reason))}</p>}
      {photos.length > 0 && (
        <div class="photo-strip">
          {photos.map((photo) => (
            <Thumbnail
              key={photo}
              parcel={parcel}
              photo={photo}
              label={say(m.photo(formatDate(at.slice(0, 10))))}
            />
          ))}
        </div>
      )}
      <ReportFindings findings={findings} />
    </li>
  )
}

function entryWords(
  { same, commodity, plantedM2, harvest, harvestedM2, obstacles }: ReportEntry,
  nameOf: LineProps['nameOf'],
): string {
  const words = [
    commodity && nameOf(commodity),
    plantedM2 !== undefined && say(m.planted(formatArea(plantedM2))),
    harvest && say(m.harvested(`${formatNumber(harvest.amount)} ${harvest.unit}`)),
    !harvest && harvestedM2 !== undefined && say(m.harvested(formatArea(harvestedM2))),
    same && say(m.same),
    obstacles,
  ].filter(Boolean)
  return words.join(' · ')
}

/** A photo is fetched when it comes near the screen: every opening makes a link of its own. */
function Thumbnail({ parcel, photo, label }: { parcel: string; photo: string; label: string }) {
  const [place, setPlace] = useState<HTMLElement | null>(null)
  const [url, setUrl] = useState<string>()
  const [isMissing, setIsMissing] = useState(false)
  useEffect(() => {
    if (!place) return
    const { signal, abort } = abortable()
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting) return
        watch.disconnect()
        fetchPhoto(parcel, photo, { signal }).then(
          (found) => setUrl(found.url),
          () => signal.aborted || setIsMissing(true),
        )
      },
      { rootMargin: '200px' },
    )
    watch.observe(place)
    return () => {
      watch.disconnect()
      abort()
    }
  }, [place])
  return (
    <span class="strip-photo" ref={setPlace}>
      {url && !isMissing && (
        <a href={url} target="_blank" rel="noreferrer">
          <img src={url} alt={label} onError={() => setIsMissing(true)} />
        </a>
      )}
      {isMissing && say(m.photoFailed)}
    </span>
  )
}

function abortable(): { signal: AbortSignal; abort: () => void } {
  const asked = new AbortController()
  return { signal: asked.signal, abort: () => asked.abort() }
}

interface CommodityRow {
  id: string
  name: string | { id: string; en: string }
}

/** Names of the commodities in the language of the page; their ids until they have come. */
function useCommodityNames(): ReadonlyMap<string, string> {
  const { data } = useResource(
    (signal) => fetchReference<CommodityRow>('komoditas' as never, {}, { signal }),
    [],
  )
  return new Map(
    data?.data.rows.map(({ id, name }) => [id, typeof name === 'string' ? name : say(name)]),
  )
}
