import type { Deps } from '../deps.ts'
import { advance } from '../domain/advance.ts'
import { settingsFor } from '../store/settings.ts'
import { type Saved, saveParcel } from './save.ts'
import type { StoredParcel } from './table.ts'

/** Who acts where nobody does. */
export const SWEEP = { member: 'registri', role: 'sweep' } as const

/**
 * Bring a stored parcel up to a day: every deadline that passed, each once, with its ledger entries and
 * notices in the one transaction; undefined where nothing was to be done.
 * @throws Refusal `stale` when the parcel moved on since it was read: read it again
 */
export async function bringUp(
  deps: Pick<Deps, 'table' | 'files' | 'now' | 'random'>,
  stored: StoredParcel,
  today: string,
): Promise<Saved | undefined> {
  const { head, record } = stored
  const { definition, holidays } = await settingsFor(deps.table, today, deps.now())
  const done = advance(record, { today, areaM2: head.areaM2, definition, holidays })
  if (!done && !(head.due !== undefined && head.due <= today)) return undefined
  return saveParcel(deps, {
    id: head.id,
    stored,
    record,
    place: head,
    hands: [],
    actor: SWEEP,
    action: 'swept',
    reason: done?.reason ?? 'Diperiksa ulang.',
    today,
  })
}
