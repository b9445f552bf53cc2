import { advance } from '../domain/advance.ts'
import { nextDue } from '../domain/clocks.ts'
import type { Given } from '../domain/definition.ts'
import { deriveStanding } from '../domain/derive.ts'
import type { LedgerEntry } from '../domain/ledger.ts'
import type { Notice } from '../domain/notice.ts'
import type { ParcelRecord } from '../domain/record.ts'
import { axesOfRecord, statusOf } from '../domain/status.ts'
import { type DueItem, dueItem, type DueParcel } from '../store/dues.ts'

/** A record with what follows from it on a day, and the next that happens to it by itself. */
export interface Derived {
  record: ParcelRecord
  due: DueItem | null
  /** Deadlines that had passed by that day and were not noted before, and who is told. */
  ledger: readonly LedgerEntry[]
  notices: readonly Notice[]
}

/**
 * Derive a record's standing and its due item, and note what is overdue: a parcel that comes in late
 * comes with the deadlines that it missed. Nothing is derived of drafts, nor anew of what is retired.
 */
export function derive(
  record: ParcelRecord,
  place: Omit<DueParcel, 'record' | 'status'>,
  given: Given,
): Derived {
  if (record.state === 'draf' || record.state === 'nonaktif')
    return { record, due: null, ledger: [], notices: [] }
  const done = advance(record, given)
  const derived = done?.record ?? { ...record, standing: deriveStanding(record, given) }
  const status = statusOf(axesOfRecord(derived))
  return {
    record: derived,
    due: dueItem(nextDue(derived, given), { ...place, status, record: derived }),
    ledger: done?.ledger ?? [],
    notices: done?.notices ?? [],
  }
}
