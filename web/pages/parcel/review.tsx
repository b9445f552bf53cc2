import type { ParcelFeature as Parcel } from '../../api.ts'
import { axesOf } from '../../layers/status.ts'
import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { Problem } from '../../problem.tsx'
import { Link } from '../../router.tsx'
import { formatInstant } from '../../time.ts'
import { AfterStep } from './after-step.tsx'
import { AreaTable } from './areas.tsx'
import { BoundaryChange } from './boundary-change.tsx'
import { ChangeTable } from './changes.tsx'
import { Findings } from './findings.tsx'
import { changesOf, contentOnly, documentsIn, sinceJudged, useHistory } from './history.ts'
import { formatNupOf } from './numbers.ts'
import { ProvedFields } from './proved.tsx'
import { ResurveySection } from './resurvey.tsx'
import { Section } from './section.tsx'
import { SharedLandSection } from './shared-land.tsx'
import { StateNotice } from './state-notice.tsx'
import { StepBar } from './steps.tsx'
import { SuccessionSection } from './succession.tsx'
import { useDocuments } from './use-documents.ts'
import type { Opened } from './use-parcel.ts'
import './review.css'

/** "May I sign this?": what changed beside what was, and each document beside the fields it proves. */
export function Review({ opened, parcel }: { opened: Opened; parcel: Parcel }) {
  const { id, properties } = parcel
  const { name, version, restricted } = properties
  const documents = useDocuments(id, version, !restricted)
  return (
    <article class="page parcel-page parcel-review">
      <header class="parcel-head stack">
        <div>
          <p class="quiet">{formatNupOf(properties)}</p>
          <h1>
            {say(stepWords.reviewTitle)}: {name}
          </h1>
          <p>{say(stepWords.reviewQuestion)}</p>
        </div>
        {opened.done && <AfterStep done={opened.done} id={id} />}
        <StateNotice parcel={parcel} canEdit={false} />
      </header>
      <div class="stack">
        <Changed opened={opened} parcel={parcel} />
        <SharedLandSection opened={opened} parcel={parcel} mayDecide={false} />
        <Findings parcel={parcel} canEdit={false} />
        <Section title={say(parcelWords.areas)}>
          <AreaTable areas={properties.areas} />
        </Section>
        <ResurveySection parcel={parcel} opened={opened} from={documents} canEdit={false} />
        <SuccessionSection parcel={parcel} isReview />
        <ProvedFields parcel={parcel} from={documents} />
      </div>
      <div class="parcel-review-foot">
        <StepBar opened={opened} documents={documents} isReview />
        <Link class="button plain" href={`/bidang/${id}`}>
          {say(stepWords.leaveReview)}
        </Link>
      </div>
    </article>
  )
}

function Changed({ parcel }: { opened: Opened; parcel: Parcel }) {
  const { id, properties, geometry } = parcel
  const { history, error, retry } = useHistory(id, properties.version)
  const names = history
    ? new Map([...documentsIn(history)].map(([document, { name }]) => [document, String(name)]))
    : undefined
  const { judged, since } = sinceJudged(history?.events ?? [])
  const changes = history && judged ? contentOnly(changesOf(since, history)) : []
  const fields = changes.filter(({ pointer }) => pointer !== '/boundary')
  const boundaryChange = changes.find(({ pointer }) => pointer === '/boundary')
  return (
    <Section
      title={say(judged ? stepWords.reviewSince(formatInstant(judged.at)) : stepWords.reviewFirst)}
    >
      {error !== undefined && <Problem error={error} onRetry={retry} />}
      {!history && error === undefined && <span class="skeleton skeleton-card" />}
      {fields.length > 0 && <ChangeTable changes={fields} names={names} />}
      {history && judged && changes.length === 0 && <p>{say(stepWords.reviewNothingChanged)}</p>}
      {(boundaryChange || !judged) && geometry && (
        <BoundaryChange
          parcel={parcel}
          axes={axesOf(properties)}
          before={boundaryChange ? judged?.at : undefined}
        />
      )}
    </Section>
  )
}
