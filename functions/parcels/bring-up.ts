import type { Deps } from '../deps.ts'
import { advance } from '../domain/advance.ts'
import { stale } from '../precondition.ts'
import { settingsFor } from '../store/settings.ts'
import { type Saved, saveParcel } from './save.ts'
import { findParcel, type StoredParcel } from './table.ts'

/** Who acts where nobody does. */
export const SWEEP = { member: 'registri', role: 'sweep' } as const

/**
 * Bring a stored parcel up to a day: every deadline that passed, each once, with its ledger entries and
 * notices in one transaction, or in several where very much passed; undefined where nothing was to be done.
 * @throws Refusal `stale` when the parcel moved on since it was read: read it again
 */
export async function bringUp(
  deps: Pick<Deps, 'table' | 'files' | 'now' | 'random'>,
  stored: StoredParcel,
  today: string,
): Promise<Saved | undefined> {
  const { definition, holidays } = await settingsFor(deps.table, today, deps.now())
  let current = stored
  let saved: Saved | undefined
  for (;;) {
    const { head, record } = current
    const done = advance(record, { today, areaM2: head.areaM2, definition, holidays })
    if (!done && !(head.due !== undefined && head.due <= today)) return saved
    saved = await saveParcel(deps, {
      id: head.id,
      stored: current,
      record,
      place: head,
      hands: [],
      actor: SWEEP,
      action: 'swept',
      reason: done?.reason ?? 'Diperiksa ulang.',
      today,
    })
    if (!done?.isCut) return saved
    const next = await findParcel(deps.table, head.id)
    const { version } = saved.event
    if (next?.chain.version !== version) throw stale(next?.chain.version ?? version)
    current = next
  }
}
