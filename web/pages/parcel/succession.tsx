import { useState } from 'preact/hooks'
import { may } from '../../../functions/domain/permissions.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { mayTakeOver, type Relative } from '../../../functions/domain/succession.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'
import { useLoaded } from '../../loaded.ts'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { say } from '../../messages/phrase.ts'
import { successionWords as words } from '../../messages/succession.ts'
import { Problem } from '../../problem.tsx'
import { Link } from '../../router.tsx'
import { callerOf, useMe } from '../../session.ts'
import { formatArea } from '../../time.ts'
import { AreaChanges } from './area-changes.tsx'
import { Section } from './section.tsx'
import { reconciled, useSuccession } from './use-succession.ts'
import './succession.css'

const loadDialogs = () => import('./succession-dialogs.tsx')

/** What became of a retired parcel, by how it left. */
const BECAME: Readonly<Record<string, Phrase>> = {
  dipecah: words.becameDivided,
  digabung: words.becameMerged,
}
/** How the parcels that took its place are told of. */
export const becameWords = (kind: string | undefined): string =>
  say(BECAME[kind ?? ''] ?? words.replacedBy)

interface SectionProps {
  parcel: Parcel
  /** In the focused view: nothing is begun from there. */
  isReview?: boolean
  /** As it was known on a day: what came later is not told. */
  isPast?: boolean
}

/** From which parcels this one came, which came from it, and how the area fared; the way to make more. */
export function SuccessionSection({ parcel, isReview = false, isPast = false }: SectionProps) {
  const { id, properties } = parcel
  const { version, state, retirement, predecessors: named = [], upt, kanwil } = properties
  const { data, error, reload } = useSuccession(id, version)
  const [making, setMaking] = useState<'divide' | 'merge'>()
  const [done, setDone] = useState('')
  const mayStart =
    !isReview &&
    !isPast &&
    mayTakeOver(state) &&
    may(callerOf(useMe()), 'parcel:draft', { upt, kanwil })
  const { predecessors = [], successors = [] } = data ?? {}
  const isNamed = retirement && retirement.successors.length > 0
  const came = isNamed ? successors.filter((each) => retirement.successors.includes(each.id)) : []
  const coming = isNamed || isPast ? [] : successors
  const isEmpty = named.length === 0 && coming.length === 0 && !isNamed
  if (isEmpty && !mayStart && error === undefined) return null
  const standing = coming.filter((each) => mayTakeOver(each.state))
  const areas =
    retirement?.areas ?? (standing.length > 0 ? reconciled(parcel, standing) : undefined)
  const made = (told: string) => {
    setMaking(undefined)
    setDone(told)
    reload()
  }
  return (
    <Section title={say(words.title)}>
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {done && (
        <p class="notice success" role="status">
          {done}
        </p>
      )}
      {named.length > 0 && (
        <>
          <h3>{say(words.cameFrom)}</h3>
          {predecessors.length > 0 && <Relatives of={predecessors} />}
          {data && predecessors.length < named.length && <p class="quiet">{say(words.closed)}</p>}
          {!isPast && predecessors.some((each) => each.state !== 'nonaktif') && (
            <p class="small quiet">{say(words.notYetVerified)}</p>
          )}
        </>
      )}
      {isNamed && (
        <>
          <h3>{becameWords(retirement.kind)}</h3>
          <Relatives of={came} />
        </>
      )}
      {coming.length > 0 && (
        <>
          <h3>{say(words.comingParts)}</h3>
          <Relatives of={coming} mayFill={mayStart} />
          {state !== 'nonaktif' && <p class="small quiet">{say(words.stillStands)}</p>}
        </>
      )}
      {areas && (
        <>
          <h3>{say(words.areas)}</h3>
          <AreaChanges changes={areas} />
          {retirement?.areaNote && <p>{say(words.areaNoteIs(retirement.areaNote))}</p>}
        </>
      )}
      {mayStart && (
        <p class="row no-print">
          <button type="button" class="button" onClick={() => setMaking('divide')}>
            {say(words.divide)}
          </button>
          <button type="button" class="button" onClick={() => setMaking('merge')}>
            {say(words.merge)}
          </button>
        </p>
      )}
      {making && (
        <Making which={making} parcel={parcel} onClose={() => setMaking(undefined)} onMade={made} />
      )}
    </Section>
  )
}

interface MakingProps {
  which: 'divide' | 'merge'
  parcel: Parcel
  onClose: () => void
  onMade: (told: string) => void
}

/** Seldom used: loaded when a parcel is to be divided or merged. */
function Making({ which, ...props }: MakingProps) {
  const { part, error, retry } = useLoaded(loadDialogs)
  if (error !== undefined) return <Problem error={error} onRetry={retry} />
  if (!part) return null
  const { DivideDialog, MergeDialog } = part
  return which === 'divide' ? <DivideDialog {...props} /> : <MergeDialog {...props} />
}

/** Parcels by name, each with its state, its area and the way to its history. */
function Relatives({ of, mayFill = false }: { of: readonly Relative[]; mayFill?: boolean }) {
  return (
    <ul class="relatives">
      {of.map(({ id, name, state, areas }) => (
        <li key={id}>
          <span class="row">
            <Link href={`/bidang/${id}`}>{name}</Link>
            <span class={`state state-${state}`}>{say(STATE_NAMES[state])}</span>
            <span class="numeric">{areas[0] && formatArea(areas[0].m2)}</span>
          </span>
          <span class="row small no-print">
            {mayFill && state === 'draf' && (
              <Link href={`/daftarkan/${id}/1`} aria-label={`${say(words.goOn)}: ${name}`}>
                {say(words.goOn)}
              </Link>
            )}
            <Link href={`/bidang/${id}/jejak`}>{say(words.toHistory(name))}</Link>
          </span>
        </li>
      ))}
    </ul>
  )
}
