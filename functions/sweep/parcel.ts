import type { Deps } from '../deps.ts'
import { Refusal } from '../domain/refusal.ts'
import { bringUp } from '../parcels/bring-up.ts'
import { derive } from '../parcels/derived.ts'
import { findParcel, partitionOf, type StoredParcel } from '../parcels/table.ts'
import type { Write } from '../store/change.ts'
import { duesPartition, dueAt, type DueKey, dueWrites } from '../store/dues.ts'
import type { Settings } from '../store/settings.ts'
import { together } from '../store/together.ts'
import { pause } from '../store/transient.ts'

/** What a sweep of a parcel works with. */
export type SweepStores = Pick<Deps, 'table' | 'files' | 'now' | 'random'>

/** Whether a parcel changed, only the day of its next clock did, or nothing at all. */
export type SweptParcel = 'changed' | 'moved' | 'same'

const MOST_TRIES = 8

/** Put the due item of a parcel where it belongs by these settings: no change of its record, no event. */
async function moveDue(
  stores: SweepStores,
  { head, chain, record }: StoredParcel,
  { today, definition, holidays }: Settings,
): Promise<'moved' | 'same' | 'stale'> {
  const { id, upt, kanwil, unitName, areaM2, due: day } = head
  const { due } = derive(
    record,
    { id, upt, kanwil, unitName, areaM2 },
    { today, areaM2, definition, holidays },
  )
  if (due?.day === day) return 'same'
  const TableName = stores.table.name
  const update: Write = {
    item: {
      Update: {
        TableName,
        Key: { pk: partitionOf(id), sk: 'H' },
        UpdateExpression: due ? 'SET due = :due' : 'REMOVE due',
        ConditionExpression: '#chain.#hash = :hash',
        ExpressionAttributeNames: { '#chain': 'chain', '#hash': 'hash' },
        ExpressionAttributeValues: { ':hash': chain.hash, ...(due && { ':due': due.day }) },
      },
    },
  }
  const before = day === undefined ? null : { kanwil, day, parcel: id }
  const isDone = await together(stores.table, [update, ...dueWrites(TableName, before, due)])
  return isDone ? 'moved' : 'stale'
}

/**
 * A due item whose parcel knows nothing of it: left by nobody's change, as both are written together. It
 * goes, so that it does not come up every night; the parcel's own item stays.
 */
async function dropStray(stores: SweepStores, seen: DueKey, stored: StoredParcel | undefined) {
  if (stored && stored.head.due === seen.day && stored.head.kanwil === seen.kanwil) return
  const Key = { pk: duesPartition(seen.kanwil), sk: dueAt(seen) }
  const head = { pk: partitionOf(seen.parcel), sk: 'H' }
  const TableName = stores.table.name
  await together(stores.table, [
    { item: { Delete: { TableName, Key } } },
    {
      item: {
        ConditionCheck: {
          TableName,
          Key: head,
          ConditionExpression: 'attribute_not_exists(pk) OR NOT due = :day',
          ExpressionAttributeValues: { ':day': seen.day },
        },
      },
    },
  ])
}

/**
 * Bring one parcel to the day of the settings, whatever else is going on: when somebody changes it at
 * the same moment, it is loaded again. Twice does nothing twice.
 *
 * @param seen the due item by which the parcel was found
 */
export async function sweepParcel(
  stores: SweepStores,
  id: string,
  settings: Settings,
  seen?: DueKey,
): Promise<SweptParcel> {
  for (let tries = 1; ; tries += 1) {
    const stored = await findParcel(stores.table, id)
    if (seen) await dropStray(stores, seen, stored)
    if (!stored) return 'same'
    try {
      if (await bringUp(stores, stored, settings.today)) return 'changed'
      const moved = await moveDue(stores, stored, settings)
      if (moved !== 'stale') return moved
    } catch (error) {
      const isStale = error instanceof Refusal && error.code === 'stale'
      if (!isStale || tries === MOST_TRIES) throw error
    }
    await pause(tries)
  }
}
