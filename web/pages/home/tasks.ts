import {
  fetchParcel,
  type ListedParcel,
  listParcels,
  type Me,
  nextParcels,
  type ParcelFeature,
  type ParcelFilter,
} from '../../api.ts'
import type { State } from '../../../functions/domain/parcel.ts'
import { holds } from '../../session.ts'
import { ownUnits } from '../../units.ts'

/** What a parcel asks of this person, or of whom it waits for. */
export type TaskKind =
  | 'returned' // the petugas corrects
  | 'draft' // the petugas completes
  | 'draft-ready' // the petugas hands over
  | 'release' // the kpb submits
  | 'verify' // the kanwil verifies
  | 'decide' // headquarters says whether two parcels on the same land stay
  | 'with-head'
  | 'with-kanwil'
  | 'with-officer'

/** One parcel and whose turn it is. */
export interface Task {
  kind: TaskKind
  /** As listed; with notes, findings and hand-over where they matter. */
  parcel: ListedParcel | ParcelFeature
  /** Instant since which it waits. */
  since: string
}

/** Where a task is taken up. */
export function taskHref({ kind, parcel: { id } }: Task): string {
  if (kind === 'returned' || kind === 'draft') return `/daftarkan/${id}`
  if (kind === 'draft-ready') return `/daftarkan/${id}/4`
  return kind === 'release' || kind === 'verify' ? `/bidang/${id}?periksa=1` : `/bidang/${id}`
}

const URGENCY: readonly TaskKind[] = [
  'decide',
  'returned',
  'release',
  'verify',
  'draft-ready',
  'draft',
]

/** True for what waits for someone else. */
export const isElsewhere = ({ kind }: Task): boolean => kind.startsWith('with-')

/** The most urgent kind first; within a kind what has waited longest. */
export const inOrder = (tasks: readonly Task[]): Task[] =>
  [...tasks].sort(
    (a, b) => URGENCY.indexOf(a.kind) - URGENCY.indexOf(b.kind) || (a.since < b.since ? -1 : 1),
  )

/** Parcels of a unit or Kanwil, at most `most`; `isAll` tells whether that was all of them. */
async function listAll(
  filter: Pick<ParcelFilter, 'upt' | 'kanwil' | 'waitsFor'> & { state?: State },
  signal: AbortSignal,
): Promise<{ parcels: ListedParcel[]; isAll: boolean }> {
  let { data } = await listParcels({ ...filter, limit: 200 }, { signal })
  const parcels = [...data.features]
  let more = nextParcels(data, { signal })
  while (more && parcels.length < MOST) {
    data = (await more).data
    parcels.push(...data.features)
    more = nextParcels(data, { signal })
  }
  return { parcels, isAll: more === null }
}
const MOST = 500 // some ten times what a Kanwil holds today

/** How much land the boundaries enclose, and how many parcels have one. */
export interface DrawnArea {
  m2: number
  drawn: number
  all: number
}

/** What waits in a place, and its area where all of its parcels were read. */
export interface Work {
  tasks: Task[]
  area: DrawnArea | undefined
}

function areaOf(lists: readonly { parcels: ListedParcel[]; isAll: boolean }[]) {
  if (lists.some(({ isAll }) => !isAll)) return undefined
  const living = lists
    .flatMap(({ parcels }) => parcels)
    .filter(({ properties }) => properties.state !== 'nonaktif')
  const areas = living.flatMap(({ properties: { areaM2 } }) => (areaM2 === null ? [] : [areaM2]))
  const m2 = areas.reduce((sum, area) => sum + area, 0)
  return { m2, drawn: areas.length, all: living.length }
}

/** What waits in the person's own units: returned parcels, drafts, and what was handed over. */
async function unitWork(me: Me, signal: AbortSignal): Promise<Work> {
  const isOfficer = new Set(unitsAs(me, 'petugas'))
  const isHead = new Set(unitsAs(me, 'kpb'))
  const lists = await inTurns([...ownUnits(me)], (upt) => listAll({ upt }, signal))
  const unfinished = lists
    .flatMap(({ parcels }) => parcels)
    .filter(({ properties: { state } }) => /^(draf|dikembalikan|diajukan)$/.test(state))
  // Notes, findings and the hand-over are told with the parcel itself, not in the list.
  const tasks = await inTurns(unfinished, async (listed): Promise<Task> => {
    const { upt, state, updatedAt } = listed.properties
    if (state === 'diajukan') return { parcel: listed, kind: 'with-kanwil', since: updatedAt }
    const { data: parcel } = await fetchParcel(listed.id, { signal })
    const kind = turnOf(parcel, isOfficer.has(upt), isHead.has(upt))
    return { parcel, kind, since: parcel.properties.handover?.at ?? updatedAt }
  })
  return { tasks, area: areaOf(lists) }
}

function turnOf(
  { properties: { state, handover, findings } }: ParcelFeature,
  isOfficer: boolean,
  isHead: boolean,
): TaskKind {
  if (handover) return isHead ? 'release' : 'with-head'
  if (!isOfficer) return 'with-officer'
  if (state === 'dikembalikan') return 'returned'
  return findings?.some(({ severity }) => severity === 'B') ? 'draft' : 'draft-ready'
}

const unitsAs = (me: Me, role: 'petugas' | 'kpb'): string[] =>
  me.roles.filter((held) => held.role === role).flatMap(({ units }) => units.map(({ id }) => id))

/** What the Kanwil of this person has to verify. */
async function kanwilWork(me: Me, signal: AbortSignal): Promise<Work> {
  const kanwil = me.roles.filter(({ role }) => role === 'kanwil').flatMap((held) => held.kanwil)
  const [submitted, all] = await Promise.all([
    inTurns(kanwil, ({ id }) => listAll({ kanwil: id, state: 'diajukan' }, signal)),
    inTurns(kanwil, ({ id }) => listAll({ kanwil: id }, signal)),
  ])
  const tasks = submitted
    .flatMap(({ parcels }) => parcels)
    .map((parcel): Task => ({ kind: 'verify', parcel, since: parcel.properties.updatedAt }))
  return { tasks, area: areaOf(all) }
}

/** What headquarters has to decide: parcels on land of others. */
async function countryWork(signal: AbortSignal): Promise<Work> {
  const { parcels } = await listAll({ state: 'diajukan', waitsFor: 'pusat' }, signal)
  const tasks = parcels.map((parcel): Task => {
    return { kind: 'decide', parcel, since: parcel.properties.updatedAt }
  })
  return { tasks, area: undefined }
}

/** What waits for this person, and for others in the same places, by all roles held. */
export async function workOf(me: Me, signal: AbortSignal): Promise<Work> {
  const none: Work = { tasks: [], area: undefined }
  const [ofUnit, ofKanwil, ofCountry] = await Promise.all([
    holds(me, 'petugas') || holds(me, 'kpb') ? unitWork(me, signal) : none,
    holds(me, 'kanwil') ? kanwilWork(me, signal) : none,
    holds(me, 'pusat') ? countryWork(signal) : none,
  ])
  return {
    tasks: [...ofUnit.tasks, ...ofKanwil.tasks, ...ofCountry.tasks],
    area: ofKanwil.area ?? ofUnit.area,
  }
}

const AT_ONCE = 4 // a slow link serves four requests sooner than forty

/** Do something for each, four at a time; the answers keep their order. */
async function inTurns<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = []
  for (let at = 0; at < items.length; at += AT_ONCE)
    answers.push(...(await Promise.all(items.slice(at, at + AT_ONCE).map(work))))
  return answers
}
