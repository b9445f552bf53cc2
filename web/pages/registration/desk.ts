import { openUploads, type Uploads } from '../../documents/uploads.ts'
import { documentCalls, withdrawDocument } from '../../documents/calls.ts'
import type { ParcelFeature, ProblemError } from '../../api.ts'
import { observable, type Observable } from '../../observable.ts'
import { contentOf, type FieldFault, typedAfter, valueAt, withValueAt } from './content.ts'
import { isWanted, joined } from './document-slots.ts'
import { type Draft, forgetDraft, keepDraft } from './drafts.ts'
import type { Conflict } from './merge.ts'
import { openSending, type Saving } from './sending.ts'
import { trackFaults } from './wrong.ts'

/** One registration while someone works on it. */
export interface Desk {
  draft: Observable<Draft>
  saving: Observable<Saving>
  /** False when this browser could not keep the last change. */
  keptHere: Observable<boolean>
  /** The parcel as the registry last showed it whole. */
  served: Observable<ParcelFeature | undefined>
  /** What the registry or the form found wrong, at its fields. */
  faults: Observable<readonly FieldFault[]>
  conflicts: Observable<readonly Conflict[]>
  uploads: Uploads
  /** Set one value; `typed` is what was written when it could not be understood. */
  change: (pointer: string, value: unknown, typed?: string) => void
  /** End a conflict with one of the two values, or with something else. */
  settle: (conflict: Conflict, value: unknown) => void
  /** Send what is unsent now; true when the registry then has everything that can be sent. */
  flush: () => Promise<boolean>
  /** Withdraw a document and take it out of its list. */
  withdraw: (slot: string, document: string, reason: string) => Promise<void>
  /** Show what the registry found wrong at its fields, until they change. */
  tell: (errors: ProblemError['errors']) => void
  /** Take over what the registry answered to a step. */
  adopt: (feature: ParcelFeature, etag: string | undefined) => void
  /** Look at the registry again. */
  refresh: () => Promise<void>
  close: () => void
}

/** Open a draft for work: changes are kept here at once and sent when they come to rest. */
export function openDesk(opened: Draft, feature?: ParcelFeature): Desk {
  const draft = observable(opened)
  const served = observable<ParcelFeature | undefined>(feature)
  const conflicts = observable<readonly Conflict[]>([])
  const keptHere = observable(true)
  const wrong = trackFaults(() => draft.get().mine)
  let isDone = false

  const put = (change: Partial<Draft>) => {
    draft.set({ ...draft.get(), ...change })
    if (isDone) return // submitted: nothing of it belongs on this device any more
    keepDraft(draft.get()).then(
      () => keptHere.set(true),
      () => keptHere.set(false),
    )
  }

  const sending = openSending({
    draft,
    served,
    conflicts,
    wrong,
    put,
    onCreated: () => uploads.wake(),
  })
  const { saving, flush, inTurn, follow } = sending
  const uploads: Uploads = openUploads({
    account: opened.account,
    draft: opened.key,
    parcel: () => draft.get().id,
    calls: documentCalls((upload, document, finish) =>
      inTurn(async () => {
        await follow(await finish())
        const { mine } = draft.get()
        if (!isWanted(mine, upload)) return
        const there = valueAt(mine, upload.slot)
        desk.change(upload.slot, joined(upload.slot, there, document))
      }),
    ),
  })

  const online = () => {
    void flush()
    uploads.wake()
  }
  addEventListener('online', online)

  const desk: Desk = {
    draft,
    saving,
    keptHere,
    served,
    faults: wrong.faults,
    conflicts,
    uploads,
    change(pointer, value, typedText) {
      const { mine, typed } = draft.get()
      const others = typedAfter(typed, pointer, valueAt(mine, pointer), value)
      put({
        mine: withValueAt(mine, pointer, value),
        typed: typedText === undefined ? others : { ...others, [pointer]: typedText },
        changedAt: new Date().toISOString(),
      })
      sending.soon()
    },
    settle(conflict, value) {
      conflicts.set(conflicts.get().filter((one) => one !== conflict))
      desk.change(conflict.pointer, value)
    },
    flush,
    withdraw: (slot, document, reason) =>
      inTurn(async () => {
        await follow(await withdrawDocument(draft.get().id ?? '', document, reason))
        const left = ((valueAt(draft.get().mine, slot) ?? []) as string[]).filter(
          (id) => id !== document,
        )
        desk.change(slot, left.length ? left : undefined)
      }),
    tell: wrong.tell,
    adopt(data, etag) {
      served.set(data)
      isDone = data.properties.state !== 'draf' && data.properties.state !== 'dikembalikan'
      if (isDone) void forgetDraft(opened.key).catch(() => {})
      put({ etag, base: contentOf(data) })
    },
    refresh: sending.refresh,
    close() {
      removeEventListener('online', online)
      sending.close()
      uploads.close()
    },
  }
  void flush()
  return desk
}
