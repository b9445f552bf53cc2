import { areaOf, toSquareDecimetres } from '../domain/area.ts'
import type { Boundary } from '../domain/boundary.ts'
import { canonical, type Json } from '../domain/canonical.ts'
import { numbersOf } from '../domain/certificate.ts'
import type { Event } from '../domain/history.ts'
import type { LedgerEntry } from '../domain/ledger.ts'
import type { Notice } from '../domain/notice.ts'
import { outlineOf } from '../domain/outline.ts'
import { isOpenToAll } from '../domain/permissions.ts'
import { isPersonal, type ParcelRecord } from '../domain/record.ts'
import { axesCode, axesOfRecord } from '../domain/status.ts'
import { packBoundary } from '../store/boundaries.ts'
import type { CellsOnHead, EntryPlan } from '../store/cells/entry.ts'
import { type PlannedWrites, planExit, planKept } from '../store/cells/kept.ts'
import { PagesMoved } from '../store/cells/pages.ts'
import { type Commit, commit, type Surroundings, type Write } from '../store/change.ts'
import { countWrites } from '../store/counters.ts'
import type { Files } from '../store/files.ts'
import { dueWrites } from '../store/dues.ts'
import { harvestWrites } from '../store/harvests.ts'
import { packHead } from '../store/heads.ts'
import { ledgerWrites } from '../store/ledger.ts'
import { outboxWrites } from '../store/outbox.ts'
import { judgingDay, settingsFor } from '../store/settings.ts'
import { OPEN_PARCELS, OWN_PARCELS } from '../store/table.ts'
import { pause } from '../store/transient.ts'
import { annexesIn, annexWrites, withAnnexes } from '../store/annexes.ts'
import { derive } from './derived.ts'
import { type Body, type Head, type ListEntry, partitionOf, type StoredParcel } from './table.ts'

/** One change of a parcel, new or stored. */
export interface Save {
  id: string
  /** As read; null for a new parcel. */
  stored: StoredParcel | null
  record: ParcelRecord
  /** The boundary, when this change sets it; left out when it stays as it is. */
  boundary?: Boundary | null
  place: { upt: string; kanwil: string; unitName: string }
  /** Members who have a hand in this change, so that they cannot verify it. */
  hands: readonly string[]
  actor: Event['actor']
  action: string
  reason?: string | undefined
  /** Numbers that it holds from now on, when that changes. */
  numbers?: string[]
  /** What a submission writes into the spatial index; all other changes keep it up by themselves. */
  entry?: EntryPlan
  writes?: readonly Write[] | ((event: Event) => readonly Write[])
  /** Who is told of this change in the next digest, besides what its clocks say. */
  notices?: readonly Notice[]
  /** The plain date by which it is judged; today in Jakarta, or as far as the sweep is. */
  today?: string
  /** Which head member takes the instant of this change. */
  mark?: 'submittedAt' | 'verifiedAt'
  idempotency?: Commit['idempotency']
}

/** A parcel as a change left it, to be shown without reading it again: others may have gone on. */
export interface Saved {
  event: Event
  head: Head
  record: ParcelRecord
}

/** Where a parcel stands in the list: by Kanwil, by unit, then by age. */
export const listKey = (place: { kanwil: string; upt: string }, id: string): string =>
  `${place.kanwil}#${place.upt}#${id}`

const MOST_SEARCHED = 90 // characters

function searchText({ properties }: ParcelRecord): string | undefined {
  const { address } = properties
  const words = [
    ...numbersOf(properties)
      .filter(({ kind }) => kind !== 'register')
      .map(({ display }) => display),
    address?.desa,
    address?.kecamatan,
    address?.kabupaten,
  ].filter((word) => word !== undefined)
  return words.join(' ').slice(0, MOST_SEARCHED) || undefined
}

/** A value as the history sees it: the JSON that it is stored as, no undefined members. */
const asJson = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json

const isSame = (a: unknown, b: unknown): boolean => canonical(asJson(a)) === canonical(asJson(b))

const bodyOf = ({
  properties,
  returned,
  verification,
  retirement,
  duplicates,
  overlaps,
  resurvey,
  use,
  idleCase,
  pastCases,
  legalIdle,
  passed,
}: ParcelRecord): Body => ({
  properties,
  ...(returned && { returned }),
  ...(verification && { verification }),
  ...(retirement && { retirement }),
  ...(duplicates && { duplicates }),
  ...(overlaps && { overlaps }),
  ...(resurvey && { resurvey }),
  ...(use && { use }),
  ...(idleCase && { idleCase }),
  ...(pastCases && { pastCases }),
  ...(legalIdle && { legalIdle }),
  ...(passed && { passed }),
})

const MOST_PLANS = 10 // times that pages of the index may move beneath a change that keeps its place

/**
 * Write a change of a parcel: one transaction, one event.
 * @throws PagesMoved when the pages of `entry` moved, so that its neighbours have to be judged again;
 * other changes plan their pages anew
 */
export async function saveParcel(
  around: Surroundings & { files: Files },
  save: Save,
): Promise<Saved> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await saveOnce(around, save, await planPages(around, save))
    } catch (error) {
      if (save.entry || !(error instanceof PagesMoved) || tries === MOST_PLANS) throw error
      await pause(tries)
    }
  }
}

/** What a change does to the spatial index: the parcel's place there from now on, and the writes. */
interface PagePlan {
  cells?: CellsOnHead
  writes?: PlannedWrites
}

async function planPages(
  { table }: Surroundings,
  { id, stored, record, place, entry }: Save,
): Promise<PagePlan> {
  if (entry) return { cells: entry.cells, writes: entry.writes }
  const cells = stored?.head.cells
  if (!cells) return {}
  const hasNone = record.boundary === null && record.state !== 'dikembalikan'
  if (record.state === 'nonaktif' || hasNone)
    return { writes: await planExit(table, { id, cells }) }
  const { upt, kanwil } = place
  const { name } = record.properties
  return { cells, writes: await planKept(table, { id, cells, name, upt, kanwil }) }
}

async function saveOnce(
  around: Surroundings & { files: Files },
  save: Save,
  pages: PagePlan,
): Promise<Saved> {
  const { id, stored, place, actor } = save
  const { upt, kanwil, unitName } = place
  const pk = partitionOf(id)
  const TableName = around.table.name
  const version = (stored?.chain.version ?? 0) + 1
  const hasNewBoundary =
    save.boundary !== undefined && save.record.boundary !== stored?.head.boundary
  const area = save.boundary ? areaOf(save.boundary) : null
  const areaM2 = hasNewBoundary ? area && toSquareDecimetres(area) : (stored?.head.areaM2 ?? null)
  const today = save.today ?? (await judgingDay(around.table, around.now()))
  const { definition, holidays } = await settingsFor(around.table, today, around.now())
  const { record, due, ledger, notices } = derive(
    save.record,
    { id, upt, kanwil, unitName, areaM2 },
    { today, areaM2, definition, holidays },
  )
  const body = bodyOf(record)
  const hasNewBody = !stored || !isSame(bodyOf(stored.record), body)
  const axes = axesOfRecord(record)
  const annexes = [...new Set([...(stored?.head.annexes ?? []), ...annexesIn(record)])]
  const outline = save.boundary ? outlineOf(save.boundary) : undefined
  const oldEntry = stored?.entry
  const hands = new Set([...(stored?.head.hands ?? []), ...save.hands])
  const hasNewDocuments = !isSame(stored?.record.documents ?? {}, record.documents ?? {})
  const documents = hasNewDocuments ? version : stored?.head.documents
  const headAt = (at: string): Head => ({
    id,
    schema: 1,
    upt,
    kanwil,
    unitName,
    state: record.state,
    axes,
    ...(record.standing && { standing: record.standing }),
    ...(due && { due: due.day }),
    ...(annexes.length > 0 && { annexes }),
    name: record.properties.name,
    areaM2,
    boundary: record.boundary,
    body: hasNewBody ? version : stored.head.body,
    ...(documents !== undefined && { documents }),
    hands: [...hands],
    numbers: save.numbers ?? stored?.head.numbers ?? [],
    ...(pages.cells && { cells: pages.cells }),
    createdAt: stored?.head.createdAt ?? at,
    ...(stored?.head.submittedAt && { submittedAt: stored.head.submittedAt }),
    ...(stored?.head.verifiedAt && { verifiedAt: stored.head.verifiedAt }),
    ...(save.mark && { [save.mark]: at }),
    ...(record.handover && { handover: record.handover }),
  })
  const entryAt = (at: string): ListEntry => ({
    n: record.properties.name,
    u: unitName,
    s: record.state,
    t: axesCode(axes),
    a: areaM2,
    v: version,
    d: at,
    ...(hasNewBoundary
      ? outline && { o: outline.bytes, x: outline.exact }
      : oldEntry?.o && { o: oldEntry.o, x: oldEntry.x ?? false }),
    ...(record.state === 'diajukan' &&
      record.overlaps?.some(({ decision }) => !decision) && { w: true as const }),
    ...(searchText(record) && { q: searchText(record)! }),
  })
  const { writes: more = [] } = save
  const writes: Write[] = [
    ...annexWrites(TableName, id, record),
    ...harvestWrites(TableName, place, stored?.record.reports, record.reports),
    ...dueWrites(
      TableName,
      stored?.head.due === undefined
        ? null
        : { kanwil: stored.head.kanwil, day: stored.head.due, parcel: id },
      due,
    ),
  ]
  if (hasNewBody)
    writes.push({ item: { Put: { TableName, Item: { pk, sk: 'A', body, version } } } })
  if (hasNewBoundary) {
    if (stored?.boundary) {
      const { hash, bytes } = stored.boundary
      const Item = { pk, sk: `B#${hash}`, hash, ...(bytes && { bytes }) }
      writes.push({ item: { Put: { TableName, Item } } })
    }
    writes.push(
      save.boundary
        ? {
            item: {
              Put: {
                TableName,
                Item: { pk, sk: 'B', ...(await packBoundary(around.files, save.boundary)) },
              },
            },
          }
        : { item: { Delete: { TableName, Key: { pk, sk: 'B' } } } },
    )
  }
  writes.push(
    ...countWrites(TableName, stored && { place: stored.head, state: stored.head.state }, {
      place,
      state: record.state,
    }),
  )
  const after = asJson(withAnnexes(record, annexes))
  const event = await commit(around, {
    pk,
    subject: `parcel:${id}`,
    chain: stored?.chain ?? null,
    before: stored ? asJson(withAnnexes(stored.record, stored.head.annexes)) : undefined,
    after,
    actor,
    action: save.action,
    reason: save.reason,
    isPersonal,
    head: ({ at }) =>
      packHead(headAt(at), {
        listOf: isOpenToAll(record.state) ? OPEN_PARCELS : OWN_PARCELS,
        listAt: listKey(place, id),
        entry: entryAt(at),
      }),
    writes: (event) => [
      ...writes,
      ...(typeof more === 'function' ? more(event) : more),
      ...toldWrites(TableName, { event, id, today, place, record }, ledger, [
        ...(save.notices ?? []),
        ...notices,
      ]),
      ...(pages.writes?.({
        state: record.state,
        axes,
        version: event.version,
        updatedAt: event.at,
        areaM2,
      }) ?? []),
    ],
    idempotency: save.idempotency,
  })
  return { event, head: headAt(event.at), record: asJson(record) as unknown as ParcelRecord }
}

/** What passed into the ledger, and who is told of it into the outbox. */
function toldWrites(
  TableName: string,
  {
    event,
    id,
    today,
    place,
    record,
  }: Pick<Save, 'id' | 'place' | 'record'> & {
    event: Event
    today: string
  },
  ledger: readonly LedgerEntry[],
  notices: readonly Notice[],
): Write[] {
  const { upt, kanwil, unitName } = place
  const { name } = record.properties
  const subject = { upt, kanwil, unitName, parcel: id, version: event.version, name }
  return [
    ...ledgerWrites(TableName, subject, ledger),
    ...outboxWrites(TableName, { day: today, ...subject, notices }),
  ]
}
