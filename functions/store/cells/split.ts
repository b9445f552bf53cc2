import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { encodeEntries, type Entry, type Standing } from '../../domain/cellpage.ts'
import { type LeafContent, splitLeaf, touches } from '../../domain/cells.ts'
import { quarters, type Range } from '../../domain/quadkey.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Write } from '../change.ts'
import type { Table } from '../table.ts'
import { cancellations } from '../transient.ts'
import { geometryOf, type Leaf, leafKeys, pageWrite, standingsOf } from './pages.ts'

/** A page that cannot be split, of copies of one disputed parcel, ends here: an item ends at 400 KB. */
const MOST_STACKED = 200 * 1024

/** Leaves that one split makes: two pages each in a transaction of 100 items. */
const MOST_MADE = 48

const full = (): Refusal => {
  const detail = {
    id: 'Di tempat ini sudah tercatat lebih dari seribu bidang yang bertumpuk. Hubungi pusat.',
    en: 'More than a thousand parcels on top of one another are registered here. Ask headquarters.',
  }
  return new Refusal(
    'invalid-input',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
    { faults: [{ pointer: '#/geometry', detail }] },
  )
}

/** The writes by which leaves take the place of one leaf, each with its entries and their standings. */
function replaceWrites(
  table: Table,
  leaf: Leaf,
  into: readonly LeafContent[],
  rows: ReadonlyMap<string, Standing>,
): Write[] {
  const { partition, geometry, standings } = leaf
  return into.flatMap((cell) => {
    const stands = cell.entries.flatMap(({ id }) => rows.get(id) ?? [])
    const keys = leafKeys(partition, cell.end)
    const isLast = cell.end === leaf.end // takes the key of the leaf that was there
    // a new key goes on from the versions of its parent, so that no version ever comes again
    const next = (version: number) => (isLast ? {} : { version: version + 1 })
    return [
      pageWrite(table, keys.geometry, isLast ? geometry.version : 0, {
        ...geometryOf(cell, cell.entries),
        ...next(geometry.version),
      }),
      pageWrite(table, keys.standings, isLast ? standings.version : 0, {
        ...standingsOf(cell, stands),
        ...next(standings.version),
      }),
    ]
  })
}

/** What stands in a leaf. */
export interface Content {
  entries: readonly Entry[]
  standings: readonly Standing[]
}

/**
 * Put cells in the place of one leaf that they tile, in one transaction; where they are more than it
 * can hold, only its quarters.
 * @returns false when somebody else changed the leaf first, so that nothing was written
 */
export async function replaceLeaf(
  table: Table,
  leaf: Leaf,
  { entries, standings }: Content,
  cells: readonly Range[],
): Promise<boolean> {
  const into = (cells.length > MOST_MADE ? quarters(leaf) : cells).map((cell) => ({
    start: cell.start,
    end: cell.end,
    entries: entries.filter((entry) => touches(entry, cell)),
  }))
  const rows = new Map(standings.map((row) => [row.id, row]))
  const TransactItems = replaceWrites(table, leaf, into, rows).map(({ item }) => item)
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems }))
    return true
  } catch (error) {
    if (!cancellations(error)?.includes('ConditionalCheckFailed')) throw error
    return false
  }
}

/**
 * Split those of the leaves whose pages have no room for one more entry.
 * @returns whether one was split, so that the leaves have to be read again
 * @throws Refusal `invalid-input` where pages cannot be split and are full
 */
export async function makeRoom(
  table: Table,
  leaves: readonly Leaf[],
  entry: Entry,
): Promise<boolean> {
  let isSplit = false
  for (const leaf of leaves) {
    const entries = [...leaf.geometry.rows.filter(({ id }) => id !== entry.id), entry]
    const into = splitLeaf({ start: leaf.start, end: leaf.end, entries })
    if (into.length > 1) {
      const content = { entries: leaf.geometry.rows, standings: leaf.standings.rows }
      await replaceLeaf(table, leaf, content, into)
      isSplit = true
    } else if (entries.length > 64 && encodeEntries(entries).length > MOST_STACKED) throw full()
  }
  return isSplit
}
