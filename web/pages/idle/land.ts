import { CLOSED_STATES, type CaseState } from '../../../functions/domain/idle-case.ts'
import {
  type ListedParcel,
  listParcels,
  type Me,
  nextParcels,
  type ParcelFilter,
} from '../../api.ts'
import { type Due, type DueParcel, fetchDues } from '../../idle-api.ts'
import { daysBetween, deadlineOf } from '../case/days.ts'
import { type Axes, axesOf, hasIdleBorder } from '../../layers/status.ts'

/**
 * Why land is on the page: a letter calls it idle, the registry holds it for unused, or it is about to.
 * No parcel is in two of them, so that what is internal is never counted as legal.
 */
export type Group = 'legal' | 'internal' | 'soon'

/** One parcel that lies idle, or is about to. */
export interface IdleLand {
  parcel: ListedParcel
  axes: Axes
  group: Group
  /** Plain date since which it stands so, where that is known. */
  since: string | undefined
  /** What falls due next. */
  due: Due | undefined
  /** Where its case stands, when one is open. */
  caseState: CaseState | undefined
}

/** Clocks at whose end land counts as unused, or no longer as used. */
const RUNS_OUT: readonly string[] = ['bukti', 'menganggur', 'rencana', 'pemanfaatan', 'status']
/** Calendar days before such an end from which land shows: time enough for a visit and a report. */
const SOON_DAYS = 30

function groupOf(
  axes: Axes,
  { due, today, isCase }: { due: DueParcel | undefined; today: string; isCase: boolean },
): Group | undefined {
  if (hasIdleBorder(axes.idle)) return 'legal'
  if (isCase || axes.use === 'terindikasi-tidak-terpakai') return 'internal'
  const isSoon =
    due && RUNS_OUT.includes(due.clock) && daysBetween(today, deadlineOf(due)) <= SOON_DAYS
  return isSoon ? 'soon' : undefined
}

/** The clock of an open case, else of whatever comes next; with its last day in time. */
function clockOf(due: DueParcel | undefined): Due | undefined {
  if (!due) return undefined
  const own = due.idleCase?.due
  return own ? { ...own, clock: `kasus-${own.clock}` } : { ...due, day: deadlineOf(due) }
}

/** The idle land among some parcels, by what is listed of them and what falls due. */
export function idleLandOf(
  parcels: readonly ListedParcel[],
  dues: readonly DueParcel[],
  today: string,
): IdleLand[] {
  const byParcel = new Map<string, DueParcel>()
  for (const due of dues) if (!byParcel.has(due.parcel)) byParcel.set(due.parcel, due)
  return parcels.flatMap((parcel) => {
    const due = byParcel.get(parcel.id)
    const axes = axesOf({ ...parcel.properties, ...(due && { use: due.use }) })
    const state = due?.idleCase?.state
    const caseState = state && !CLOSED_STATES.includes(state) ? state : undefined
    const group = groupOf(axes, { due, today, isCase: caseState !== undefined })
    if (!group || parcel.properties.state === 'nonaktif') return []
    const since = due?.idleCase?.openedOn ?? due?.since
    return [{ parcel, axes, group, due: clockOf(due), caseState, since }]
  })
}

/** Places that a person looks after: their units, their Kanwil, or the whole country. */
export function reachOf({ roles }: Me): Pick<ParcelFilter, 'upt' | 'kanwil'>[] {
  if (roles.some(({ role }) => role === 'pusat' || role === 'auditor')) return [{}]
  return roles.flatMap(({ units, kanwil }) => [
    ...units.map(({ id }) => ({ upt: id })),
    ...kanwil.map(({ id }) => ({ kanwil: id })),
  ])
}

const SUBMITTED = 'diajukan,dikembalikan,terverifikasi,terverifikasi-dengan-catatan'
const PAGE = 200

async function parcelsIn(
  place: Pick<ParcelFilter, 'upt' | 'kanwil'>,
  signal: AbortSignal,
): Promise<ListedParcel[]> {
  let { data } = await listParcels({ ...place, state: SUBMITTED, limit: PAGE }, { signal })
  const parcels = [...data.features]
  for (let more = nextParcels(data, { signal }); more; more = nextParcels(data, { signal })) {
    data = (await more).data
    parcels.push(...data.features)
  }
  return parcels
}

/** The idle land that a person looks after, and whether all that falls due was read. */
export async function fetchIdleLand(
  me: Me,
  signal: AbortSignal,
): Promise<{ land: IdleLand[]; isAll: boolean }> {
  const parts = await Promise.all(
    reachOf(me).map((place) =>
      Promise.all([parcelsIn(place, signal), fetchDues({ ...place, limit: PAGE }, { signal })]),
    ),
  )
  const parcels = new Map(parts.flatMap(([listed]) => listed.map((parcel) => [parcel.id, parcel])))
  const dues = parts.flatMap(([, { dues: some }]) => some)
  return {
    land: idleLandOf([...parcels.values()], dues, me.today),
    isAll: parts.every(([, { next }]) => !next),
  }
}
