import { observable, type Observable } from '../observable.ts'
import { sha256 } from './checksum.ts'
import { forget, keep, keptBy } from './database.ts'
import { pause, PartFailure, putPart, rest } from './part.ts'
import type { DocumentCalls, Shown, Twin, Upload } from './upload.ts'

/** The files of one draft, sent one after another. */
export interface Uploads {
  shown: Observable<readonly Shown[]>
  /** Files that arrived in this visit and that other parcels carry as well. */
  twins: Observable<readonly Twin[]>
  add: (file: Pick<Upload, 'slot' | 'kind' | 'name' | 'contentType' | 'file'>) => Promise<void>
  cancel: (key: string) => Promise<void>
  retry: (key: string) => void
  /** Look again whether something can be sent, as when the draft has got its id. */
  wake: () => void
  /** Stop sending; what is not sent stays kept. */
  close: () => void
}

/** A name that the registry takes: not too long, and without what would read as a person's number. */
export const safeName = (name: string): string =>
  name
    .slice(-200)
    .replace(/(?<!\d)(\d{8})(\d{8})(?!\d)/g, '$1-$2')
    .slice(-200)

/** After so many failures in a row of one part a person is asked. */
const MOST_TRIES = 8

/** Send the files of a draft, beginning with those that an earlier visit left unsent. */
export function openUploads({
  account,
  draft,
  parcel,
  calls,
}: {
  account: string
  draft: string
  /** Id of the parcel, once the registry knows it. */
  parcel: () => string | undefined
  calls: DocumentCalls
}): Uploads {
  const shown = observable<readonly Shown[]>([])
  const twins = observable<readonly Twin[]>([])
  let sending: { key: string; giveUp: AbortController } | undefined
  let closed = false

  const update = (key: string, change: Partial<Shown>) =>
    shown.set(shown.get().map((one) => (one.upload.key === key ? { ...one, ...change } : one)))
  const put = async (upload: Upload) => {
    update(upload.key, { upload })
    await keep('uploads', upload).catch(() => {}) // without room the file lives as long as the page
  }
  const drop = async (key: string) => {
    shown.set(shown.get().filter(({ upload }) => upload.key !== key))
    await forget('uploads', key).catch(() => {})
  }

  async function sendParts(one: Upload, id: string, document: string, signal: AbortSignal) {
    let parts = await calls.remaining(id, document)
    for (let tries = 0; ;) {
      const next = parts.find((part) => !part.received)
      if (!next) return
      const before = parts.filter((part) => part.received).reduce((sum, { size }) => sum + size, 0)
      const start = parts
        .filter(({ number }) => number < next.number)
        .reduce((sum, { size }) => sum + size, 0)
      update(one.key, { stage: 'sending', sent: before })
      try {
        const slice = one.file.slice(start, start + next.size)
        const moved = (bytes: number) => update(one.key, { sent: before + bytes })
        await putPart(next.url, slice, moved, signal)
        parts = parts.map((part) => (part === next ? { ...part, received: true } : part))
        tries = 0
      } catch (error) {
        if (!(error instanceof PartFailure) || ++tries > MOST_TRIES) throw error
        // Presigned addresses grow old; a refused part is asked for anew, a broken link waits.
        if (!error.passing && tries > 2) throw error
        update(one.key, { stage: 'resting', sent: before })
        await rest(pause(tries), signal)
        parts = await calls.remaining(id, document)
      }
    }
  }

  async function finish(one: Upload, id: string, document: string) {
    update(one.key, { stage: 'finishing', sent: one.file.size })
    const others = await calls.complete(id, one, document)
    if (others.length) twins.set([...twins.get(), { slot: one.slot, name: one.name, others }])
    await drop(one.key)
  }

  async function send(first: Upload, id: string, signal: AbortSignal): Promise<void> {
    let one = first
    let document = one.document
    if (!document) {
      update(one.key, { stage: 'checking' })
      const { kind, name, contentType, file } = one
      const about = { kind, name, contentType, size: file.size, sha256: await sha256(file) }
      document = (await calls.announce(id, about, one.announceKey)).document
      one = { ...one, document }
      await put(one)
    }
    signal.throwIfAborted()
    try {
      await sendParts(one, id, document, signal)
    } catch (error) {
      if (!calls.gone(error)) throw error
      // Either it is complete already and only the answer was lost, or it has expired.
      await finish(one, id, document).catch(async (second: unknown) => {
        if (!calls.gone(second) || !first.document) throw second
        const { document: _, ...again } = one
        await put({ ...again, announceKey: crypto.randomUUID() })
        throw new PartFailure(0)
      })
      return
    }
    await finish(one, id, document)
  }

  async function work(): Promise<void> {
    if (sending || closed) return
    const id = parcel()
    const next = shown.get().find(({ stage }) => stage !== 'stopped')
    if (!next) return
    if (!id) {
      for (const { upload, stage } of shown.get())
        if (stage === 'waiting') update(upload.key, { stage: 'no-parcel' })
      return
    }
    const giveUp = new AbortController()
    const { key } = next.upload
    sending = { key, giveUp }
    try {
      for (let tries = 1; ; tries++) {
        const now = shown.get().find(({ upload }) => upload.key === key)
        if (!now) break
        try {
          await send(now.upload, id, giveUp.signal)
          break
        } catch (error) {
          giveUp.signal.throwIfAborted()
          if (!calls.passing(error) && !(error instanceof PartFailure && error.passing)) throw error
          update(key, { stage: 'resting' })
          await rest(pause(tries), giveUp.signal)
        }
      }
    } catch (error) {
      const now = shown.get().find(({ upload }) => upload.key === key)
      if (now && !giveUp.signal.aborted) {
        await put({ ...now.upload, problem: calls.wordsFor(error) })
        update(key, { stage: 'stopped' })
      }
    } finally {
      sending = undefined
    }
    void work()
  }

  void keptBy<Upload>('uploads', account)
    .catch((): Upload[] => [])
    .then((all) => {
      const left = all
        .filter((one) => one.draft === draft)
        .sort((a, b) => a.addedAt.localeCompare(b.addedAt))
        .map((upload): Shown => ({
          upload,
          stage: upload.problem ? 'stopped' : 'waiting',
          sent: 0,
        }))
      if (left.length) shown.set([...left, ...shown.get()])
      void work()
    })

  return {
    shown,
    twins,
    async add(file) {
      const upload: Upload = {
        ...file,
        name: safeName(file.name),
        key: crypto.randomUUID(),
        account,
        draft,
        announceKey: crypto.randomUUID(),
        addedAt: new Date().toISOString(),
      }
      shown.set([...shown.get(), { upload, stage: 'waiting', sent: 0 }])
      await put(upload)
      void work()
    },
    async cancel(key) {
      const one = shown.get().find(({ upload }) => upload.key === key)
      if (sending?.key === key) sending.giveUp.abort()
      await drop(key)
      const id = parcel()
      // What the registry holds of it expires by itself should this not arrive.
      if (one?.upload.document && id) await calls.cancel(id, one.upload.document).catch(() => {})
    },
    retry(key) {
      const one = shown.get().find(({ upload }) => upload.key === key)
      if (!one) return
      const { problem: _, ...upload } = one.upload
      update(key, { stage: 'waiting', sent: 0 })
      void put(upload).then(work)
    },
    wake: () => {
      for (const { upload, stage } of shown.get())
        if (stage === 'no-parcel') update(upload.key, { stage: 'waiting' })
      void work()
    },
    close() {
      closed = true
      sending?.giveUp.abort()
    },
  }
}
