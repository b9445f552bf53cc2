import type { Phrase } from '../../functions/domain/phrase.ts'
import type { Kept } from '../documents/database.ts'
import type { SentReport } from '../use-api.ts'
import type { ReportDraft } from './draft.ts'

/** A report that is on its way: it stays in this browser until the registry has it. */
export interface QueuedReport extends Kept {
  /** What it was made of, photos included, to be corrected from. */
  draft: ReportDraft
  /** As it is sent; its photos get their ids on the way. */
  report: Omit<SentReport, 'photos'>
  /** Of this wording; a corrected report has another. */
  sendKey: string
  /** Instant, UTC. */
  queuedAt: string
  /** Why it stopped, when only a person can help; the faults as the registry says them. */
  problem?: {
    words: Phrase
    faults: string[]
    code: string
    /** Where the registry found its faults; absent in what earlier versions kept. */
    pointers?: string[]
  }
}

/** What a report is doing just now. */
export type Stage = 'waiting' | 'photos' | 'report' | 'resting' | 'stopped'

/** A queued report as it is shown. */
export interface Shown {
  queued: QueuedReport
  stage: Stage
  /** Bytes of its photos that have left. */
  sent: number
  /** False when this browser could not keep it: it then lives as long as the page. */
  isKept: boolean
}
