import { useEffect, useRef, useState } from 'preact/hooks'
import {
  type DraftEntry,
  findDraft,
  forgetDraft,
  keepDraft,
  lastDraftOf,
  type ReportDraft,
} from '../../reports/draft.ts'
import type { FieldData } from '../../reports/field.ts'
import type { Queue } from '../../reports/queue.ts'
import { periodAfter } from './form.ts'

const REST = 400 // ms after the last key

/** A report with nothing told yet. */
export function newDraft(account: string, field: FieldData, today: string): ReportDraft {
  const now = new Date().toISOString()
  return {
    key: crypto.randomUUID(),
    account,
    parcel: field.parcel.id,
    parcelName: field.parcel.name,
    ...periodAfter(field.reports[0], today),
    entries: {},
    photos: [],
    isStated: false,
    statement: '',
    startedAt: now,
    changedAt: now,
  }
}

/** Whether anything was told that would be a pity to lose. */
export const isBegun = ({ entries, photos }: ReportDraft): boolean =>
  photos.length > 0 || Object.keys(entries).length > 0

interface Opened {
  draft: ReportDraft | undefined
  /** It came back from the queue, or was left unfinished earlier. */
  origin: 'new' | 'unfinished' | 'returned'
  /** False when this browser could not keep the last change. */
  isKept: boolean
  /** Instant of the last time that it was kept, UTC. */
  keptAt: string | undefined
  /** Take over a change; a function is given the newest draft, as photos learn their place late. */
  change: (change: Partial<ReportDraft> | ((draft: ReportDraft) => Partial<ReportDraft>)) => void
  changeEntry: (block: string, entry: DraftEntry | undefined) => void
  startAnew: () => void
  /** It has gone into the queue: nothing of it is kept as a draft any more. */
  leave: () => Promise<void>
}

/** The report under way: one that came back, one left unfinished, or a new one; kept as it grows. */
export function useReportDraft(
  { field, account, today, queue, returned }: { field: FieldData; account: string; today: string; queue: Queue; returned: string | null }, // prettier-ignore
): Opened {
  const [draft, setDraft] = useState<ReportDraft>()
  const [origin, setOrigin] = useState<Opened['origin']>('new')
  const [isKept, setKept] = useState(true)
  const [keptAt, setKeptAt] = useState<string>()
  const latest = useRef<ReportDraft | undefined>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const save = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    const now = latest.current
    if (!now || !isBegun(now)) return
    keepDraft(now).then(
      () => {
        setKept(true)
        setKeptAt(new Date().toISOString())
      },
      () => setKept(false),
    )
  }
  const show = (next: ReportDraft, from: Opened['origin']) => {
    latest.current = next
    setOrigin(from)
    setDraft(next)
  }

  useEffect(() => {
    let isHere = true
    const open = async () => {
      if (returned) {
        const known = await findDraft(account, returned).catch(() => undefined)
        if (known) return isHere && show(known, 'returned')
        const queued = await queue.find(returned)
        if (queued) {
          // Another report holds the id where the registry says so; else it keeps its own.
          const isTaken = queued.problem?.code === 'report-exists'
          const again: ReportDraft = {
            ...queued.draft,
            ...(isTaken && { key: crypto.randomUUID() }),
            ...(queued.problem?.pointers?.includes('#/statement') && { isWordAsked: true }),
          }
          await keepDraft(again).catch(() => {}) // in the store before it leaves the queue
          await queue.take(returned)
          return isHere && show(again, 'returned')
        }
      }
      const left = await lastDraftOf(account, field.parcel.id).catch(() => undefined)
      if (isHere) show(left ?? newDraft(account, field, today), left ? 'unfinished' : 'new')
    }
    void open()
    return () => {
      isHere = false
    }
  }, [field.parcel.id, account, returned])

  useEffect(() => {
    const hidden = () => timer.current !== undefined && save() // phones drop pages that are not seen
    document.addEventListener('visibilitychange', hidden)
    addEventListener('pagehide', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      removeEventListener('pagehide', hidden)
      hidden()
    }
  }, [])

  const change: Opened['change'] = (given) => {
    const before = latest.current
    if (!before) return
    const part = typeof given === 'function' ? given(before) : given
    const next = { ...before, ...part, changedAt: new Date().toISOString() }
    latest.current = next
    setDraft(next)
    clearTimeout(timer.current)
    timer.current = setTimeout(save, REST)
  }
  const leave = async () => {
    clearTimeout(timer.current)
    timer.current = undefined
    const key = latest.current?.key
    latest.current = undefined
    if (key) await forgetDraft(key).catch(() => {})
  }
  return {
    draft,
    origin,
    isKept,
    keptAt,
    change,
    changeEntry(block, entry) {
      change(({ entries }) => {
        const { [block]: _, ...others } = entries
        return { entries: entry ? { ...others, [block]: entry } : others }
      })
    },
    startAnew() {
      void leave()
      show(newDraft(account, field, today), 'new')
    },
    leave,
  }
}
