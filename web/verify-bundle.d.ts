// Types of web/public/verify-bundle.mjs, which has to stay one plain file that an auditor can run.
declare module '*/verify-bundle.mjs' {
  import type { Phrase } from '../functions/domain/phrase.ts'

  /** What a bundle proves, and what is wrong with it. */
  export interface BundleVerdict {
    /** No fault was found. Without `anchored` it only says that the bundle agrees with itself. */
    ok: boolean
    subject: string
    /** How many events. */
    events: number
    /** What the newest good anchor proves: up to `version`, nothing changed since `date`. */
    anchored: {
      date: string
      at: string
      version: number
      /** Whose key the signature fits: one given from elsewhere, or the bundle's own. */
      keySource: 'given' | 'bundle'
      /** SHA-256 of the public key, to be compared with the published one. */
      fingerprint: string
    } | null
    /** Events after the anchored one. */
    newer: number
    faults: (Phrase & { version?: number })[]
    notes: Phrase[]
    /** The record at the end; `{erased: true}` stands for personal values that are not there. */
    state: unknown
    documents: Record<string, unknown>[]
  }
  export function verifyBundle(bundle: unknown, options?: { key?: string }): Promise<BundleVerdict>
}
