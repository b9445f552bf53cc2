import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { encodeEntries, type Entry } from '../../domain/cellpage.ts'
import { splitLeaf, touches } from '../../domain/cells.ts'
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

function splitWrites(table: Table, leaf: Leaf, into: readonly Range[]): Write[] {
  const { partition, geometry, standings } = leaf
  return into.flatMap((cell) => {
    const entries = geometry.rows.filter((entry) => touches(entry, cell))
    const ids = new Set(entries.map(({ id }) => id))
    const rows = standings.rows.filter(({ id }) => ids.has(id))
    const keys = leafKeys(partition, cell.end)
    const isLast = cell.end === leaf.end // takes the key of the leaf that was split
    // a new key goes on from the versions of its parent, so that no version ever comes again
    const next = (version: number) => (isLast ? {} : { version: version + 1 })
    return [
      pageWrite(table, keys.geometry, isLast ? geometry.version : 0, {
        ...geometryOf(cell, entries),
        ...next(geometry.version),
      }),
      pageWrite(table, keys.standings, isLast ? standings.version : 0, {
        ...standingsOf(cell, rows),
        ...next(standings.version),
      }),
    ]
  })
}

/** Split a leaf in one transaction that changes no content, unless somebody else changed it first. */
export async function split(table: Table, leaf: Leaf, into: readonly Range[]): Promise<void> {
  const cells = into.length > MOST_MADE ? quarters(leaf) : into
  const TransactItems = splitWrites(table, leaf, cells).map(({ item }) => item)
  try {
    await table.client.send(new TransactWriteCommand({ TransactItems }))
  } catch (error) {
    if (!cancellations(error)?.includes('ConditionalCheckFailed')) throw error
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
      await split(table, leaf, into)
      isSplit = true
    } else if (entries.length > 64 && encodeEntries(entries).length > MOST_STACKED) throw full()
  }
  return isSplit
}
