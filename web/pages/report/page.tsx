import { useState } from 'preact/hooks'
import { ProblemError } from '../../api.ts'
import { reportWords as words } from '../../messages/report.ts'
import { say } from '../../messages/phrase.ts'
import { PageSkeleton } from '../../outlet.tsx'
import { Problem } from '../../problem.tsx'
import { type FieldData, loadField } from '../../reports/field.ts'
import { queueOf } from '../../reports/queue.ts'
import { useResource } from '../../resource.ts'
import { Link, useRoute } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { formatInstant } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { ownUnits } from '../../units.ts'
import { Sent } from './sent.tsx'
import { Writing } from './writing.tsx'
import './report.css'

/** The day in Jakarta, by the registry's word or this device's clock, whichever is later. */
const dayNow = (told: string): string => {
  const here = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
  return here > told ? here : told
}

/** Laporan kegiatan: what happened on a parcel, told in two minutes, with or without a link. */
export function ReportPage() {
  const { params, search } = useRoute()
  const id = params.id ?? ''
  const { id: account } = useMe()
  useTitle(say(words.title))
  const { data, error, reload } = useResource((signal) => loadField(account, id, signal), [account, id]) // prettier-ignore
  if (data)
    return (
      <Report
        key={`${id} ${search.get('laporan') ?? ''}`}
        {...data}
        returned={search.get('laporan')}
      />
    )
  if (error === undefined) return <PageSkeleton />
  const isAway = error instanceof ProblemError && error.code === 'no-link'
  return (
    <div class="page stack report">
      <h1>{say(words.title)}</h1>
      {isAway ? (
        <p class="notice warning" role="status">
          {say(words.neverLoaded)}
        </p>
      ) : (
        <Problem error={error} onRetry={reload} />
      )}
    </div>
  )
}

interface ReportProps {
  field: FieldData
  isOld: boolean
  /** Key of a report that came back to be corrected. */
  returned: string | null
}

function Report({ field, isOld, returned }: ReportProps) {
  const me = useMe()
  const [queued, setQueued] = useState<string>()
  const { parcel, blocks, loadedAt } = field
  const running = blocks.filter((block) => block.running)
  const isOwn = ownUnits(me).has(parcel.upt)
  const isOpen = /^(dikembalikan|diajukan|terverifikasi)/.test(parcel.state)
  const why = !isOwn ? words.notYours : !isOpen ? words.notOpen : undefined
  return (
    <div class="page stack report">
      <div>
        <p class="small quiet">{parcel.unitName}</p>
        <h1>{say(words.title)}</h1>
        <p>
          <Link href={`/bidang/${parcel.id}`}>{parcel.name}</Link>
        </p>
      </div>
      {isOld && (
        <p class="notice small" role="status">
          {say(words.oldData(formatInstant(loadedAt)))}
        </p>
      )}
      {why && <p class="notice warning">{say(why)}</p>}
      {!why && running.length === 0 && (
        <div class="notice">
          <p>{say(words.noBlocks)}</p>
          <Link class="button primary self-start" href={`/bidang/${parcel.id}/pemanfaatan`}>
            {say(words.toBlocks)}
          </Link>
        </div>
      )}
      {!why &&
        running.length > 0 &&
        (queued ? (
          <Sent
            queue={queueOf(me.id)}
            report={queued}
            parcel={parcel.id}
            onAnother={() => setQueued(undefined)}
          />
        ) : (
          <Writing
            field={field}
            blocks={running}
            account={me.id}
            today={dayNow(me.today)}
            queue={queueOf(me.id)}
            returned={returned}
            onQueued={setQueued}
          />
        ))}
    </div>
  )
}
