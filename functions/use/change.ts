import type { ParcelRecord } from '../domain/record.ts'
import { type Fault, Refusal } from '../domain/refusal.ts'
import type { Ctx } from '../operation.ts'
import { bringUp } from '../parcels/bring-up.ts'
import { openParcel, openSeen } from '../parcels/open.ts'
import { type Save, type Saved, saveParcel } from '../parcels/save.ts'
import type { StoredParcel } from '../parcels/table.ts'
import { stale } from '../precondition.ts'
import { type Settings, settingsOn } from '../store/settings.ts'
import { pause } from '../store/transient.ts'

const MOST_TRIES = 8 // other changes of the parcel may come between

/** What a change of use makes of a parcel. */
export type Revised = { record: ParcelRecord } & Pick<Save, 'action' | 'reason' | 'writes'> & {
    /** The parcel as read, with the old entries of what the change replaces in its annexes. */
    stored?: StoredParcel
  }

/** What a change of use looks at. */
export interface Found {
  stored: StoredParcel
  settings: Settings
  /** Mark of who changes it, and when. */
  mark: { by: string; at: string }
}

/** The refusal of something that was understood and is wrong. */
export const wrong = (...faults: Fault[]): Refusal =>
  new Refusal(
    'invalid-input',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
    { faults },
  )

/** All that is recorded of the use of one parcel, in bytes of JSON: it shares an item with its properties. */
const MOST_BYTES = 96 * 1024

function requireRoom({ use }: ParcelRecord): void {
  if (Buffer.byteLength(JSON.stringify(use ?? {})) <= MOST_BYTES) return
  throw new Refusal('too-large', {
    id: 'Catatan pemanfaatan bidang ini lebih dari 96 KiB. Sederhanakan gambar bloknya, atau ringkas keterangannya.',
    en: 'The record of use of this parcel is more than 96 KiB. Simplify the outlines of its blocks, or shorten its notes.',
  })
}

/**
 * Change what is recorded of the use of a parcel: on the version that the caller saw where `isSeen`,
 * else whatever else happens to the parcel meanwhile, as a report from the field can name no version.
 * A parcel whose clocks are overdue is first brought up to today. Null where `revise` finds nothing to do.
 */
export async function changeUse<R extends Revised | null>(
  c: Ctx,
  id: string,
  { isSeen, request }: { isSeen?: boolean; request?: Save['idempotency'] },
  revise: (found: Found) => Promise<R> | R,
): Promise<Saved | Extract<R, null>> {
  const { deps, caller } = c.var
  let raisedTo: number | undefined
  for (let tries = 1; ; tries += 1) {
    const isFirst = isSeen && raisedTo === undefined
    const { stored, role } = isFirst ? await openSeen(c, id) : await openParcel(c, id)
    const settings = await settingsOn(deps.table, deps.now())
    try {
      if (isSeen && raisedTo !== undefined && stored.chain.version !== raisedTo)
        throw stale(stored.chain.version) // somebody else came after we brought it up
      const { due } = stored.head
      if (due !== undefined && due <= settings.today && raisedTo === undefined) {
        const raised = await bringUp(deps, stored, settings.today)
        raisedTo = raised?.event.version ?? stored.chain.version
        if (raised) continue
      }
      const mark = { by: caller.member, at: deps.now().toISOString() }
      const revised = await revise({ stored, settings, mark })
      if (revised === null) return revised as Extract<R, null>
      requireRoom(revised.record)
      return await saveParcel(deps, {
        id,
        stored,
        place: stored.head,
        hands: [],
        actor: { member: caller.member, role },
        idempotency: request,
        ...revised,
      })
    } catch (error) {
      const isBetween = error instanceof Refusal && error.code === 'stale' && !isSeen
      if (!isBetween || tries === MOST_TRIES) throw error
      await pause(tries)
    }
  }
}
