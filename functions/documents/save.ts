import type { DocumentFacts, ParcelRecord } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Ctx } from '../operation.ts'
import { openParcel } from '../parcels/open.ts'
import { type Save, saveParcel } from '../parcels/save.ts'
import { pause } from '../store/transient.ts'
import { factsWrites } from './table.ts'

const MOST_TRIES = 8 // other changes of the parcel may come between

/** A document as it is kept, and the version of its parcel. */
export interface KeptDocument {
  facts: DocumentFacts
  version: number
}

/**
 * Change one document of a parcel, whatever else happens to the parcel meanwhile.
 *
 * @param revise gives the document anew, or undefined when what is kept already will do
 * @throws Refusal `not-found` when the document went meanwhile, or as `openParcel`
 */
export async function saveDocument(
  c: Ctx,
  parcel: string,
  document: string,
  revise: (known: DocumentFacts | undefined) => DocumentFacts | undefined,
  event: Pick<Save, 'action' | 'reason' | 'idempotency'>,
): Promise<KeptDocument> {
  const { deps, caller } = c.var
  for (let tries = 1; ; tries += 1) {
    const { stored, role } = await openParcel(c, parcel)
    const known = stored.documents[document]
    const facts = revise(known)
    if (!facts) return { facts: known!, version: stored.chain.version }
    const documents = { ...stored.record.documents, [document]: facts }
    const record: ParcelRecord = { ...stored.record, documents }
    const version = stored.chain.version + 1
    try {
      await saveParcel(deps, {
        id: parcel,
        stored,
        record,
        place: stored.head,
        hands: facts.kind === 'keputusan' ? [] : [facts.by, caller.member],
        actor: { member: caller.member, role },
        writes: factsWrites(deps.table.name, parcel, facts, version),
        ...event,
      })
      return { facts, version }
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'stale' || tries === MOST_TRIES) throw error
      await pause(tries)
    }
  }
}
