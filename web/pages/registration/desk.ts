import { openUploads, type Uploads } from '../../documents/uploads.ts'
import { documentCalls, withdrawDocument } from '../../documents/calls.ts'
import {
  type ParcelFeature,
  ProblemError,
  changeParcel,
  createDraft,
  fetchParcel,
} from '../../api.ts'
import { observable, type Observable } from '../../observable.ts'
import type { ParcelProperties } from '../../../functions/domain/parcel.ts'
import {
  asJson,
  type Content,
  contentOf,
  type FieldFault,
  valueAt,
  withValueAt,
} from './content.ts'
import { type Draft, forgetDraft, keepDraft } from './drafts.ts'
import { type Conflict, join, mergePatch } from './merge.ts'
import { newer } from './version.ts'
import { trackFaults } from './wrong.ts'

/** How safe the work is, told honestly. */
export type Saving =
  | { is: 'saved'; at: string }
  | { is: 'saving' }
  /** Kept here, not sent: there is no link, or the registry needs a unit and a name first. */
  | { is: 'unsent'; why: 'offline' | 'incomplete' }
  | { is: 'failed'; error: unknown }
  | { is: 'conflict' }

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

const DEBOUNCE = 1500 // ms after the last change
const RETRY = 20_000 // ms between tries while the registry does not answer

/** Open a draft for work: changes are kept here at once and sent when they come to rest. */
export function openDesk(opened: Draft, feature?: ParcelFeature): Desk {
  const draft = observable(opened)
  const served = observable<ParcelFeature | undefined>(feature)
  const conflicts = observable<readonly Conflict[]>([])
  const keptHere = observable(true)
  const saving = observable<Saving>(
    opened.savedAt ? { is: 'saved', at: opened.savedAt } : { is: 'unsent', why: 'incomplete' },
  )
  const wrong = trackFaults(() => draft.get().mine)
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let isDone = false
  let queue: Promise<unknown> = Promise.resolve()

  /** One conversation with the registry at a time, so that versions follow each other. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = queue.then(act)
    queue = turn.catch(() => {})
    return turn
  }

  const put = (change: Partial<Draft>) => {
    draft.set({ ...draft.get(), ...change })
    if (isDone) return // submitted: nothing of it belongs on this device any more
    keepDraft(draft.get()).then(
      () => keptHere.set(true),
      () => keptHere.set(false),
    )
  }

  /** What can be sent now; a wrong value stays behind with the one that the registry has. */
  function outgoing(): Content {
    const { base } = draft.get()
    let content = wrong.sendable(base)
    for (const name of ['upt', 'name'] as const)
      if (!content.properties[name] && base?.properties[name])
        content = withValueAt(content, `/properties/${name}`, base.properties[name])
    return content
  }

  /** Learn what the registry has now, and join it with what was changed here. */
  function learn(theirs: ParcelFeature, etag: string | undefined) {
    served.set(theirs)
    const { base, mine } = draft.get()
    const content = contentOf(theirs)
    const met = join(base && asJson(base), asJson(mine), asJson(content))
    conflicts.set(met.conflicts)
    put({ id: theirs.id, etag, base: content, mine: met.joined as unknown as Content })
  }

  async function create(): Promise<boolean> {
    const body = draft.get().creation?.body ?? outgoing()
    const { upt, name } = body.properties
    if (!upt || !name) {
      saving.set({ is: 'unsent', why: 'incomplete' })
      return false
    }
    const creation = draft.get().creation ?? { key: crypto.randomUUID(), body }
    if (!draft.get().creation) put({ creation })
    const content = { properties: body.properties as ParcelProperties, geometry: body.geometry }
    const { data, etag } = await createDraft(content, creation.key)
    served.set(data)
    put({ id: data.id, etag, base: body })
    uploads.wake()
    return true
  }

  async function send(): Promise<boolean> {
    if (conflicts.get().length) {
      saving.set({ is: 'conflict' })
      return false
    }
    const isNew = !draft.get().id
    if (isNew) {
      saving.set({ is: 'saving' })
      if (!(await create())) return false
    }
    let isSent = isNew
    for (;;) {
      const { id, etag, base } = draft.get()
      const content = outgoing()
      const patch = mergePatch(base && asJson(base), asJson(content))
      if (!id || patch === undefined) break
      saving.set({ is: 'saving' })
      isSent = true
      try {
        const answer = await changeParcel(id, patch as object, etag ?? '')
        served.set(answer.data)
        put({ etag: answer.etag, base: content })
      } catch (error) {
        if (!(error instanceof ProblemError) || error.status !== 412) throw error
        const answer = await fetchParcel(id)
        learn(answer.data, answer.etag)
        if (conflicts.get().length) {
          saving.set({ is: 'conflict' })
          return false
        }
      }
    }
    const { savedAt } = draft.get()
    const at = isSent || !savedAt ? new Date().toISOString() : savedAt
    if (at !== savedAt) put({ savedAt: at })
    saving.set({ is: 'saved', at })
    return true
  }

  async function trySend(): Promise<boolean> {
    clearTimeout(timer)
    for (;;) {
      try {
        return await send()
      } catch (error) {
        if (error instanceof ProblemError && error.status === 422 && wrong.holdBack(error)) {
          if (!draft.get().id) put({ creation: undefined }) // another body needs another key
          continue
        }
        if (error instanceof ProblemError && error.code === 'idempotency-key-reused') {
          put({ creation: undefined })
          continue
        }
        if (error instanceof ProblemError && error.code === 'wrong-state') await lookAgain()
        const offline = error instanceof ProblemError && error.code === 'no-link'
        saving.set(offline ? { is: 'unsent', why: 'offline' } : { is: 'failed', error })
        const passing = offline || !(error instanceof ProblemError) || error.status >= 500
        if (passing && !closed) timer = setTimeout(flush, RETRY)
        return false
      }
    }
  }

  /** Take over a version that our own change of the documents made. */
  async function follow(etag: string | undefined) {
    if (newer(draft.get().etag, etag) === 1) return put({ etag })
    const answer = await fetchParcel(draft.get().id ?? '') // others changed it meanwhile
    learn(answer.data, answer.etag)
  }

  /** Someone took the parcel a step further: show that, whatever comes of it. */
  async function lookAgain(): Promise<void> {
    const answer = await fetchParcel(draft.get().id ?? '').catch(() => undefined)
    if (answer) served.set(answer.data)
  }

  const flush = () => inTurn(trySend)
  const soon = () => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(flush, DEBOUNCE)
  }
  const refresh = () =>
    inTurn(async () => {
      const { id } = draft.get()
      if (!id) return
      const answer = await fetchParcel(id)
      learn(answer.data, answer.etag)
    })

  const uploads: Uploads = openUploads({
    account: opened.account,
    draft: opened.key,
    parcel: () => draft.get().id,
    calls: documentCalls((upload, document, finish) =>
      inTurn(async () => {
        await follow(await finish())
        const there = (valueAt(draft.get().mine, upload.slot) as string[] | undefined) ?? []
        if (!there.includes(document)) desk.change(upload.slot, [...there, document])
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
      const { [pointer]: _, ...others } = typed
      put({
        mine: withValueAt(mine, pointer, value),
        typed: typedText === undefined ? others : { ...others, [pointer]: typedText },
        changedAt: new Date().toISOString(),
      })
      soon()
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
    refresh,
    close() {
      closed = true
      clearTimeout(timer)
      removeEventListener('online', online)
      if (draft.get().id) void flush() // the last words go out though the page is left
      uploads.close()
    },
  }
  void flush()
  return desk
}
