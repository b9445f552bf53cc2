import { BatchGetCommand, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb'
import type { Boundary } from '../domain/boundary.ts'
import type { State } from '../domain/parcel.ts'
import type { Place } from '../domain/permissions.ts'
import type { DocumentFacts, ParcelRecord } from '../domain/record.ts'
import type { Axes } from '../domain/status.ts'
import type { Standing } from '../domain/standing.ts'
import { Refusal } from '../domain/refusal.ts'
import { type PackedBoundary, unpackBoundary } from '../store/boundaries.ts'
import type { AnnexName } from '../store/annexes.ts'
import type { CellsOnHead } from '../store/cells/entry.ts'
import type { Chain } from '../store/change.ts'
import type { Files } from '../store/files.ts'
import { headFrom } from '../store/heads.ts'
import { type Newcomers, newcomersAmong } from '../store/pairs.ts'
import type { Table } from '../store/table.ts'
import { pause } from '../store/transient.ts'

/** What the head item tells: see store/heads.ts. It carries the list entry and guards every change. */
export interface Head extends Place {
  id: string
  /** Version of the items' shape; readers upcast older ones. */
  schema: 1
  state: State
  /** How it stands on the three axes, and the reason once it was derived. */
  axes: Axes
  standing?: Standing
  /** Day of its item among the dues; absent while nothing happens to it by itself. */
  due?: string
  /** What stands in items of their own, so that a change knows what its history holds of them. */
  annexes?: AnnexName[]
  name: string
  unitName: string
  /** Ellipsoidal area of the boundary in whole square decimetres of m²; null without a boundary. */
  areaM2: number | null
  /** Hash of the boundary; null without one. */
  boundary: string | null
  /** Version of the event that last wrote the properties item. */
  body: number
  /** Version of the event that last wrote a document; absent while there is none. */
  documents?: number
  /** Members who ever prepared or released it, reopened or not: none of them may verify. */
  hands: string[]
  /** Keys of the numbers it holds; empty for a draft. */
  numbers: string[]
  /** Where it stands in the spatial index, from its first submission until it is retired. */
  cells?: CellsOnHead
  handover?: ParcelRecord['handover']
  createdAt: string
  submittedAt?: string
  verifiedAt?: string
}

/** The list entry, in short names: 50 of them have to fit three read units. */
export interface ListEntry {
  /** Name, unit's name, Kanwil is in the key. */
  n: string
  u: string
  /** State, and the axes by their code. */
  s: State
  t: number
  /** Area in m², version, instant of the last change. */
  a: number | null
  v: number
  d: string
  /** Outline and whether it is the exact boundary. */
  o?: Uint8Array
  x?: boolean
  /** Whether it waits for headquarters, as it shares land with another parcel. */
  w?: true
  /** NUP and certificate numbers as written, and the place, for the search. */
  q?: string
}

/** What the properties item holds: everything of the record that is no head, boundary or document. */
export type Body = Pick<
  ParcelRecord,
  | 'properties'
  | 'returned'
  | 'verification'
  | 'retirement'
  | 'duplicates'
  | 'overlaps'
  | 'resurvey'
  | 'use'
  | 'idleCase'
  | 'pastCases'
  | 'legalIdle'
  | 'passed'
>

/** A parcel as read, all of one version. */
export interface StoredParcel {
  head: Head
  entry: ListEntry
  chain: Chain
  record: ParcelRecord
  documents: Record<string, DocumentFacts>
  newcomers: Newcomers
  boundary: PackedBoundary | null
}

export const partitionOf = (id: string): string => `L#${id}`

/** How often a torn read is repeated; a change in between is rare, so many in a row are a crowd. */
const MOST_READS = 8

interface Items {
  H?: { head: Head; chain: Chain; entry: ListEntry }
  A?: { body: Body; version: number }
  B?: PackedBoundary
}

/** Head, properties and boundary; undefined when the table was too busy to give all of them. */
async function readItems({ client, name }: Table, id: string): Promise<Items | undefined> {
  const pk = partitionOf(id)
  const Keys = ['H', 'A', 'B'].map((sk) => ({ pk, sk }))
  const { Responses, UnprocessedKeys } = await client.send(
    new BatchGetCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
  )
  if (UnprocessedKeys?.[name]) return undefined
  const { H, ...rest } = Object.fromEntries(
    (Responses?.[name] ?? []).map((item) => [item.sk, item]),
  )
  if (!H) return rest
  const { chain, ...head } = headFrom(H)
  return { ...rest, H: { head, chain, entry: H.entry as ListEntry } }
}

interface Beside {
  /** Completed documents by id. */
  documents: Record<string, DocumentFacts>
  /** Version of the event that last wrote one. */
  version: number
  newcomers: Newcomers
}

/** What stands beside a parcel in any number: its documents, and who came onto its land. */
async function readBeside({ client, name }: Table, id: string): Promise<Beside> {
  const items: Record<string, unknown>[] = []
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :beside)',
      ExpressionAttributeValues: { ':pk': partitionOf(id), ':beside': 'D' },
      ConsistentRead: true,
    },
  )
  for await (const { Items = [] } of pages) items.push(...Items)
  const files = items.filter(({ sk }) => String(sk).startsWith('D#'))
  const facts = files.flatMap(({ facts }) => (facts ? [facts as DocumentFacts] : []))
  return {
    documents: Object.fromEntries(facts.map((document) => [document.id, document])),
    version: Math.max(0, ...files.map(({ version }) => Number(version ?? 0))),
    newcomers: newcomersAmong(items),
  }
}

/**
 * Read one parcel, strongly consistent, or undefined: two calls side by side, one round trip deep.
 * Items of different versions (a change came between) are read again.
 */
export async function findParcel(table: Table, id: string): Promise<StoredParcel | undefined> {
  for (let read = 1; read <= MOST_READS; read += 1) {
    const [items, beside] = await Promise.all([readItems(table, id), readBeside(table, id)])
    if (items) {
      const { H, A, B } = items
      if (!H && !A) return undefined
      const isWhole =
        A?.version === H?.head.body &&
        (B?.hash ?? null) === H?.head.boundary &&
        beside.version === (H?.head.documents ?? 0)
      if (H && A && isWhole) return assemble(H, A.body, B ?? null, beside)
    }
    await pause(read)
  }
  throw new Refusal('busy', {
    id: 'Bidang ini sedang diubah terus-menerus. Coba lagi sebentar.',
    en: 'This parcel keeps being changed. Try again in a moment.',
  })
}

function assemble(
  { head, chain, entry }: NonNullable<Items['H']>,
  body: Body,
  boundary: PackedBoundary | null,
  { documents, newcomers }: Beside,
): StoredParcel {
  const { state, boundary: hash, handover, standing } = head
  const record: ParcelRecord = {
    ...body,
    state,
    boundary: hash,
    ...(handover && { handover }),
    ...(standing && { standing }),
    ...(Object.keys(documents).length > 0 && { documents }),
  }
  return { head, entry, chain, record, documents, newcomers, boundary }
}

/** The boundary of a parcel as it was sent, or null. */
export const boundaryOf = async (
  files: Files,
  { boundary }: StoredParcel,
): Promise<Boundary | null> => (boundary ? unpackBoundary(files, boundary) : null)

/** The refusal of a unit that is not in the reference data. */
export const unknownUnit = (upt: string): Refusal =>
  new Refusal(
    'invalid-input',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
    {
      faults: [
        {
          pointer: '#/properties/upt',
          detail: {
            id: `Unit "${upt}" tidak ada di daftar UPT. Pilih dari daftar; namanya dapat dicari di /api/reference/upt?q=`,
            en: `The unit "${upt}" is not in the list. Choose one of /api/reference/upt?q=`,
          },
        },
      ],
    },
  )

/** The head alone: one read unit. */
export async function findHead(
  { client, name }: Table,
  id: string,
): Promise<(Head & { chain: Chain }) | undefined> {
  const Key = { pk: partitionOf(id), sk: 'H' }
  const get = new GetCommand({ TableName: name, Key, ConsistentRead: true })
  const { Item } = await client.send(get)
  return Item && headFrom(Item)
}
