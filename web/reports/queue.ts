import { forget, keep, kept, keptBy } from '../documents/database.ts'
import { pause, PartFailure } from '../documents/part.ts'
import { observable, type Observable } from '../observable.ts'
import { wordsOf } from '../problem.tsx'
import { ProblemError } from '../request.ts'
import type { DraftPhoto } from './draft.ts'
import type { QueuedReport, Shown } from './queued.ts'
import { sendQueued } from './send.ts'

/** A report that has arrived during this visit. */
export interface Arrived {
  key: string
  parcel: string
  parcelName: string
  /** Instant, UTC. */
  at: string
}

/** The reports of one account that are still to be sent, in the order in which they were written. */
export interface Queue {
  shown: Observable<readonly Shown[]>
  arrived: Observable<readonly Arrived[]>
  /** Put a report in the queue; false when this browser cannot keep it, and it lives as long as the page. */
  add: (queued: QueuedReport) => Promise<boolean>
  /** Try what stopped once more. */
  retry: (key: string) => Promise<void>
  /** Take a report out of the queue; answers with it. */
  take: (key: string) => Promise<QueuedReport | undefined>
  /** The report with this key, as it is kept here. */
  find: (key: string) => Promise<QueuedReport | undefined>
  close: () => void
}

const isPassing = (error: unknown): boolean =>
  error instanceof PartFailure ||
  !(error instanceof ProblemError) ||
  error.status >= 500 ||
  error.status === 429 ||
  ['no-link', 'busy', 'stale', 'not-signed-in'].includes(error.code)

const MOST_TRIES = 8 // in a row of what the link alone does not explain; then a person is asked

function problemOf(error: unknown): QueuedReport['problem'] {
  const { title, detail, cure } = wordsOf(error)
  const words = `${title}. ${detail ? `${detail} ` : ''}${cure}`
  return {
    words: { id: words, en: words }, // already in the language of the page
    code: error instanceof ProblemError ? error.code : 'failed',
    faults: error instanceof ProblemError ? error.errors.map((fault) => fault.detail) : [],
    pointers: error instanceof ProblemError ? error.errors.map((fault) => fault.pointer) : [],
  }
}

/** One tab at a time sends: the others wait for their turn and find nothing left. */
const inTurn = (account: string, signal: AbortSignal, act: () => Promise<void>): Promise<void> =>
  'locks' in navigator
    ? navigator.locks.request(`petak-reports ${account}`, { signal }, act)
    : act()

/** Send the reports of an account whenever there is a link, beginning with what earlier visits left. */
export function openQueue(account: string): Queue {
  const shown = observable<readonly Shown[]>([])
  const arrived = observable<readonly Arrived[]>([])
  const news = new BroadcastChannel('petak-reports') // other tabs show the same queue
  const closing = new AbortController()
  const onlyHere = new Map<string, QueuedReport>() // what the browser would not keep
  const tries = new Map<string, number>()
  let sending: { key: string; giveUp: AbortController } | undefined
  let isWorking = false
  let isWanted = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const update = (key: string, change: Partial<Shown>) =>
    shown.set(shown.get().map((one) => (one.queued.key === key ? { ...one, ...change } : one)))

  async function put(queued: QueuedReport): Promise<boolean> {
    const isKept = await keep('reports', queued).then(
      () => true,
      () => false,
    )
    if (isKept) onlyHere.delete(queued.key)
    else onlyHere.set(queued.key, queued)
    update(queued.key, { queued, isKept })
    return isKept
  }
  const find = async (key: string): Promise<QueuedReport | undefined> => {
    const one = await kept<QueuedReport>('reports', key).catch(() => undefined)
    return one?.account === account ? one : onlyHere.get(key)
  }
  async function drop(key: string): Promise<void> {
    onlyHere.delete(key)
    await forget('reports', key).catch(() => {})
    shown.set(shown.get().filter(({ queued }) => queued.key !== key))
    news.postMessage('changed')
  }

  async function load(): Promise<void> {
    const stored = await keptBy<QueuedReport>('reports', account).catch((): QueuedReport[] => [])
    const before = new Map(shown.get().map((one) => [one.queued.key, one]))
    const all = [...stored, ...[...onlyHere.values()].filter(({ key }) => !stored.some((one) => one.key === key))] // prettier-ignore
    shown.set(
      all
        .sort((a, b) => a.queuedAt.localeCompare(b.queuedAt))
        .map((queued): Shown => {
          const known = before.get(queued.key)
          const stage = queued.problem ? 'stopped' : known && known.stage !== 'stopped' ? known.stage : 'waiting' // prettier-ignore
          return { queued, stage, sent: known?.sent ?? 0, isKept: !onlyHere.has(queued.key) }
        }),
    )
  }

  /** Try one report; true when it shall be tried again later. */
  async function attempt(key: string): Promise<boolean> {
    let one = await find(key) // another tab may have sent it, or it was taken back
    if (!one || one.problem) return false
    const giveUp = new AbortController()
    sending = { key, giveUp }
    try {
      await sendQueued(one, {
        stage: (stage, sent) => update(key, { stage, sent }),
        async photo(photo: DraftPhoto) {
          if (!(await find(key))) giveUp.abort() // taken out of the queue meanwhile, maybe in another tab
          giveUp.signal.throwIfAborted()
          const { draft } = one!
          const photos = draft.photos.map((other) => (other.key === photo.key ? photo : other))
          one = { ...one!, draft: { ...draft, photos } }
          await put(one)
        },
        signal: giveUp.signal,
      })
      const { parcel, parcelName } = one.draft
      arrived.set([...arrived.get(), { key, parcel, parcelName, at: new Date().toISOString() }])
      await drop(key)
      return false
    } catch (error) {
      if (giveUp.signal.aborted) return false
      const offline =
        error instanceof ProblemError && ['no-link', 'not-signed-in'].includes(error.code)
      const count = offline ? 0 : (tries.get(key) ?? 0) + 1
      tries.set(key, count)
      if (isPassing(error) && count <= MOST_TRIES) {
        update(key, { stage: 'resting' })
        return true
      }
      await put({ ...one, problem: problemOf(error) })
      update(key, { stage: 'stopped' })
      news.postMessage('changed')
      return false
    } finally {
      sending = undefined
    }
  }

  async function sendAll(): Promise<void> {
    let isLeft = false
    await load()
    for (const { queued } of shown.get()) {
      if (!navigator.onLine) break
      if (!queued.problem) isLeft = (await attempt(queued.key)) || isLeft
    }
    if (isLeft) timer = setTimeout(work, pause(Math.max(1, ...tries.values())))
  }

  async function work(): Promise<void> {
    clearTimeout(timer)
    isWanted = true
    if (isWorking || closing.signal.aborted) return
    isWorking = true
    try {
      while (isWanted) {
        isWanted = false
        await load()
        if (!navigator.onLine || shown.get().every(({ stage }) => stage === 'stopped')) continue
        await inTurn(account, closing.signal, sendAll)
      }
    } catch (error) {
      if (!closing.signal.aborted) console.error(error)
    } finally {
      isWorking = false
    }
  }

  const wake = () => void work()
  addEventListener('online', wake)
  news.addEventListener('message', () => void load())
  void work()

  return {
    shown,
    arrived,
    find,
    async add(queued) {
      shown.set([
        ...shown.get().filter((one) => one.queued.key !== queued.key),
        { queued, stage: 'waiting', sent: 0, isKept: true },
      ])
      const isKept = await put(queued)
      void navigator.storage?.persist?.().catch(() => {}) // ask the browser not to make room by it
      news.postMessage('changed')
      void work()
      return isKept
    },
    async retry(key) {
      const one = await find(key)
      if (!one) return
      const { problem: _, ...again } = one
      tries.delete(key)
      await put(again)
      update(key, { stage: 'waiting', sent: 0 })
      void work()
    },
    async take(key) {
      if (sending?.key === key) sending.giveUp.abort()
      const one = await find(key)
      await drop(key)
      return one
    },
    close() {
      closing.abort()
      sending?.giveUp.abort()
      clearTimeout(timer)
      removeEventListener('online', wake)
      news.close()
    },
  }
}

let open: { account: string; queue: Queue } | undefined

/** The queue of the account that is signed in; one in each tab. */
export function queueOf(account: string): Queue {
  if (open?.account !== account) {
    open?.queue.close()
    open = { account, queue: openQueue(account) }
  }
  return open.queue
}
