import { type Box, boxesMeet } from '../../domain/box.ts'
import {
  decodeEntries,
  decodeStandings,
  encodeEntries,
  encodeStandings,
  type Entry,
  type Standing,
} from '../../domain/cellpage.ts'
import type { Write } from '../change.ts'
import type { Table } from '../table.ts'
import { type Page, pageCheck, pageWrite, partitionKey, readItems } from './pages.ts'

/** A wide parcel that is being submitted: until it is confirmed or its lease ends, others wait. */
export interface Pending {
  id: string
  box: Box
  /** Epoch milliseconds: from then on anybody may put it away, after which it cannot be confirmed. */
  until: number
}

/** The coarse pages of a partition: parcels too wide for leaves. */
export interface Coarse {
  partition: string
  geometry: Page<Entry>
  pending: Pending[]
  standings: Page<Standing>
}

const geometryKey = (partition: string) => ({ pk: partitionKey(partition), sk: '!#G' })
const standingsKey = (partition: string) => ({ pk: partitionKey(partition), sk: '!#S' })

interface Item {
  pk: string
  sk: string
  version: number
  bytes: Uint8Array
  pending?: Pending[]
}

/** The coarse pages of these partitions, by the items that were found of them. */
export function coarseOf(partitions: readonly string[], items: readonly unknown[]): Coarse[] {
  const at = new Map((items as Item[]).map((item) => [`${item.pk} ${item.sk}`, item]))
  return partitions.map((partition) => {
    const pk = partitionKey(partition)
    const [geometry, standings] = [at.get(`${pk} !#G`), at.get(`${pk} !#S`)]
    return {
      partition,
      geometry: {
        version: geometry?.version ?? 0,
        rows: geometry ? decodeEntries(geometry.bytes) : [],
      },
      pending: geometry?.pending ?? [],
      standings: {
        version: standings?.version ?? 0,
        rows: standings ? decodeStandings(standings.bytes) : [],
      },
    }
  })
}

export const coarseKeys = (partition: string) => [geometryKey(partition), standingsKey(partition)]

/** The coarse pages of partitions, strongly consistent: 1 read unit for each while it has none. */
export async function readCoarse(table: Table, partitions: readonly string[]): Promise<Coarse[]> {
  const items = await readItems(table, partitions.map(geometryKey), true)
  const isThere = new Set(items.map(({ pk }) => pk))
  const wide = partitions.filter((partition) => isThere.has(partitionKey(partition)))
  const standings = await readItems(table, wide.map(standingsKey), true)
  return coarseOf(partitions, [...items, ...standings])
}

/** The write of a partition's coarse geometry. */
export const coarseWrite = (
  table: Table,
  { partition, geometry }: Coarse,
  entries: readonly Entry[],
  pending: readonly Pending[],
): Write =>
  pageWrite(table, geometryKey(partition), geometry.version, {
    bytes: encodeEntries(entries),
    ...(pending.length > 0 && { pending }),
  })

export const coarseStandingsWrite = (
  table: Table,
  { partition, standings }: Coarse,
  rows: readonly Standing[],
): Write =>
  pageWrite(table, standingsKey(partition), standings.version, { bytes: encodeStandings(rows) })

export const coarseCheck = (table: Table, { partition, geometry }: Coarse): Write =>
  pageCheck(table, geometryKey(partition), geometry.version)

/** Whether somebody else's wide parcel that meets the box is being submitted. */
export const isHeld = ({ pending }: Coarse, id: string, box: Box, now: number): boolean =>
  pending.some((other) => other.id !== id && other.until > now && boxesMeet(other.box, box))

/** Pending entries whose lease runs. */
export const inForce = ({ pending }: Coarse, now: number): Pending[] =>
  pending.filter(({ until }) => until > now)
