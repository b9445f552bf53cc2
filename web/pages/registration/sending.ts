import type { ParcelProperties } from '../../../functions/domain/parcel.ts'
import {
  type ParcelFeature,
  ProblemError,
  changeParcel,
  createDraft,
  fetchParcel,
} from '../../api.ts'
import { observable, type Observable } from '../../observable.ts'
import { asJson, type Content, contentOf, withValueAt } from './content.ts'
import type { Draft } from './drafts.ts'
import { type Conflict, join, mergePatch } from './merge.ts'
import { newer } from './version.ts'
import type { Wrong } from './wrong.ts'

/** How safe the work is, told honestly. */
export type Saving =
  | { is: 'saved'; at: string }
  | { is: 'saving' }
  /** Kept here, not sent: there is no link, or the registry needs a unit and a name first. */
  | { is: 'unsent'; why: 'offline' | 'incomplete' }
  | { is: 'failed'; error: unknown }
  | { is: 'conflict' }

/** What lies on the desk, and how to change it. */
interface OnDesk {
  draft: Observable<Draft>
  served: Observable<ParcelFeature | undefined>
  conflicts: Observable<readonly Conflict[]>
  wrong: Wrong
  put: (change: Partial<Draft>) => void
  /** Called once the registry has the draft. */
  onCreated: () => void
}

/** The way of a draft's changes to the registry, and of others' changes from it. */
export interface Sending {
  saving: Observable<Saving>
  /** Send what is unsent now; true when the registry then has everything that can be sent. */
  flush: () => Promise<boolean>
  /** Send once the changes come to rest. */
  soon: () => void
  /** Do something with the registry when what is under way is done. */
  inTurn: <T>(act: () => Promise<T>) => Promise<T>
  /** Take over a version that our own change of the documents made; only in turn. */
  follow: (etag: string | undefined) => Promise<void>
  /** Look at the registry again. */
  refresh: () => Promise<void>
  /** Send the last words, though the page is left, and try no further. */
  close: () => void
}

const DEBOUNCE = 1500 // ms after the last change
const RETRY = 20_000 // ms between tries while the registry does not answer

/** Send the changes of a draft when they come to rest, again while the registry does not answer. */
export function openSending(desk: OnDesk): Sending {
  const { draft, served, conflicts, wrong, put, onCreated } = desk
  const { savedAt: lastSave } = draft.get()
  const saving = observable<Saving>(
    lastSave ? { is: 'saved', at: lastSave } : { is: 'unsent', why: 'incomplete' },
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false
  let queue: Promise<unknown> = Promise.resolve()

  /** One conversation with the registry at a time, so that versions follow each other. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = queue.then(act)
    queue = turn.catch(() => {})
    return turn
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
    onCreated()
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

  async function follow(etag: string | undefined): Promise<void> {
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
    if (saving.get().is === 'saved') saving.set({ is: 'saving' })
    timer = setTimeout(flush, closed ? 0 : DEBOUNCE)
  }
  const refresh = () =>
    inTurn(async () => {
      const { id } = draft.get()
      if (!id) return
      const answer = await fetchParcel(id)
      learn(answer.data, answer.etag)
    })
  return {
    saving,
    flush,
    soon,
    inTurn,
    follow,
    refresh,
    close() {
      closed = true
      clearTimeout(timer)
      if (draft.get().id) void flush()
    },
  }
}
