import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { isUnderWay } from '../../../functions/domain/resurvey.ts'
import { ProblemError } from '../../api.ts'
import { toHeading } from '../../heading.ts'
import { axesOf } from '../../layers/status.ts'
import { parcelWords } from '../../messages/parcel.ts'
import { say, useLanguage } from '../../messages/phrase.ts'
import { fetchUse } from '../../idle-api.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { Link, useRoute } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { formatInstant, formatNumber } from '../../time.ts'
import { AfterStep } from './after-step.tsx'
import { AreaTable } from './areas.tsx'
import { AsOfBanner, AsOfForm, dayIn, endOf } from './as-of.tsx'
import { BoundaryMap } from './boundary-map.tsx'
import { BoundarySourceLine } from './boundary-source.tsx'
import { ChainLine } from './chain.tsx'
import { Address, GrantTerms, LegalProblems, Value } from './details.tsx'
import { DocumentSection } from './documents.tsx'
import { Findings } from './findings.tsx'
import { possibleSteps } from './next-step.ts'
import { formatNupOf } from './numbers.ts'
import { BookRecords, Titles } from './papers.tsx'
import { ResurveySection } from './resurvey.tsx'
import { Review } from './review.tsx'
import { Section } from './section.tsx'
import { SharedLandSection } from './shared-land.tsx'
import { StateNotice } from './state-notice.tsx'
import { ReportSection } from './reports.tsx'
import { StandingNotice } from './standing.tsx'
import { CaseLine } from './standing-case.tsx'
import { PastStanding } from './standing-past.tsx'
import { StatusTimeline } from './status-timeline.tsx'
import { StepBar } from './steps.tsx'
import { SuccessionSection } from './succession.tsx'
import { UseSection } from './use-section.tsx'
import { useDocuments } from './use-documents.ts'
import { type Opened, useParcel } from './use-parcel.ts'
import './parcel.css'
import './parcel-page.css'

/**
 * One parcel: everything about it and what to do; with `?periksa=1` whether to sign it, with
 * `?per=2025-11-23` as it was known at the end of that day.
 */
export function ParcelPage() {
  const { params, search } = useRoute()
  const id = params['id'] ?? ''
  const day = dayIn(search)
  const opened = useParcel(id, day && endOf(day))
  const { parcel, error, reload } = opened
  const isReview = search.has('periksa')
  const isBefore = day !== undefined && error instanceof ProblemError && error.status === 404
  useTitle(parcel?.properties.name ?? say(parcelWords.parcelTitle))
  const view = `${isReview} ${day}`
  const before = useRef(view)
  useEffect(() => {
    scrollTo(0, 0)
    if (before.current !== view) toHeading() // the link that was pressed has gone
    before.current = view
  }, [view])
  if (!parcel)
    return (
      <div class="page stack" aria-busy={error === undefined}>
        {error !== undefined ? (
          <>
            <h1>{say(parcelWords.parcelTitle)}</h1>
            {isBefore && <AsOfBanner id={id} day={day!} />}
            {!isBefore && (
              <Problem error={error} onRetry={reload}>
                <Link class="button" href="/peta">
                  {say(parcelWords.backToMap)}
                </Link>
              </Problem>
            )}
          </>
        ) : (
          <ParcelSkeleton />
        )}
      </div>
    )
  return isReview && !day ? (
    <Review opened={opened} parcel={parcel} />
  ) : (
    <Whole opened={opened} day={day} />
  )
}

function ParcelSkeleton() {
  const heading = useRef<HTMLHeadingElement>(null)
  useLayoutEffect(() => {
    const waiting = heading.current
    return () => {
      if (document.activeElement === waiting) requestAnimationFrame(toHeading)
    }
  }, [])
  return (
    <>
      <h1 class="visually-hidden" ref={heading}>
        {say(parcelWords.parcelTitle)}
      </h1>
      <span class="skeleton skeleton-title" />
      <span class="skeleton skeleton-card" />
      <span class="skeleton skeleton-card" />
    </>
  )
}

function Whole({ opened, day }: { opened: Opened; day: string | undefined }) {
  const me = useMe()
  const parcel = opened.parcel!
  const { id, geometry, properties } = parcel
  const { name, state, version, updatedAt, boundarySource, restricted } = properties
  const isPast = day !== undefined
  const may = possibleSteps(me, parcel)
  const canEdit = !isPast && may.edit
  const mayDecide = !isPast && may.decideOverlap
  const documents = useDocuments(id, version, !restricted && !isPast)
  const isMeasuring = canEdit && isUnderWay(properties.resurvey, properties.verifiedAt)
  const isListed = state !== 'draf' && state !== 'nonaktif' && !isPast
  const language = useLanguage() // the registry says why in it
  const use = useResource(
    (signal) => (isListed ? fetchUse(id, { signal }) : Promise.resolve(undefined)),
    [id, version, isListed, language],
  )
  const survey = (
    <ResurveySection parcel={parcel} opened={opened} from={documents} canEdit={canEdit} />
  )
  return (
    <article class="page parcel-page">
      <header class="parcel-head stack">
        <div>
          <p class="quiet">{formatNupOf(properties)}</p>
          <h1>{name}</h1>
        </div>
        {opened.done && <AfterStep done={opened.done} id={id} />}
        {day && <AsOfBanner id={id} day={day} version={version} />}
        <StateNotice parcel={parcel} canEdit={canEdit} hasUse={!isListed} />
        {isPast && !restricted && <PastStanding parcel={parcel} day={day} />}
        {isListed && <StandingNotice parcel={parcel} use={use.data} />}
        {isListed && <CaseLine parcel={parcel} use={use.data} />}
        {opened.error !== undefined && <Problem error={opened.error} onRetry={opened.reload} />}
        {!isPast && <StepBar opened={opened} documents={documents} />}
        {isMeasuring && survey}
        {restricted && (
          <div class="notice">
            <strong>{say(parcelWords.withheldTitle)}</strong>
            <p>{say(parcelWords.withheldText)}</p>
          </div>
        )}
      </header>
      <div class="parcel-columns">
        <div class="stack">
          <SharedLandSection opened={opened} parcel={parcel} mayDecide={mayDecide} />
          <Section
            title={say(parcelWords.boundary)}
            class="at-top"
            aside={
              <Link class="small no-print" href={`/peta/${id}`}>
                {say(parcelWords.backToMap)}
              </Link>
            }
          >
            {geometry ? (
              <BoundaryMap boundaries={[{ id, name, geometry, state, ...axesOf(properties) }]} />
            ) : (
              <p class="quiet">{say(parcelWords.noBoundary)}</p>
            )}
            {boundarySource && <BoundarySourceLine source={boundarySource} />}
          </Section>
          <Section title={say(parcelWords.areas)} class="at-top">
            <AreaTable areas={properties.areas} />
          </Section>
          {isListed && <UseSection parcel={parcel} use={use} />}
          {use.data?.blocks && <ReportSection parcel={parcel} blocks={use.data.blocks} />}
          {!isMeasuring && survey}
          <SuccessionSection parcel={parcel} isPast={isPast} />
          <Titles parcel={parcel} />
          <BookRecords parcel={parcel} />
          {!isPast && <DocumentSection parcel={parcel} from={documents} />}
          <GrantTerms parcel={parcel} />
          <LegalProblems parcel={parcel} />
          <Value parcel={parcel} />
          <Address parcel={parcel} />
        </div>
        <div class="stack">
          <Section title={say(parcelWords.chain)} class="at-top">
            <ChainLine properties={properties} />
          </Section>
          <Findings parcel={parcel} canEdit={canEdit} />
          {!isPast && !restricted && state !== 'draf' && (
            <StatusTimeline id={id} version={version} />
          )}
          <Section title={say(parcelWords.history)}>
            <p>{say(parcelWords.historyShort(formatNumber(version), formatInstant(updatedAt)))}</p>
            <p class="row no-print">
              {!restricted && (
                <Link class="button" href={`/bidang/${id}/jejak`}>
                  {say(parcelWords.toTrail)}
                </Link>
              )}
              <button type="button" class="button" onClick={() => print()}>
                {say(parcelWords.print)}
              </button>
            </p>
            {!restricted && <AsOfForm key={day} id={id} day={day} />}
          </Section>
        </div>
      </div>
      <footer class="print-only small">
        {say(parcelWords.printedFrom(formatInstant(new Date().toISOString()), location.href))}
      </footer>
    </article>
  )
}
