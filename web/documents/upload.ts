import type { Phrase } from '../../functions/domain/phrase.ts'
import type { Kept } from './database.ts'

/** A file on its way to the registry, kept in this browser until it has arrived. */
export interface Upload extends Kept {
  /** Key of the draft that it belongs to. */
  draft: string
  /** Pointer to the list of document ids that it joins, such as `/grant/steps/bast/documents`. */
  slot: string
  kind: string
  name: string
  contentType: string
  file: Blob
  /** Makes a repeated announcement harmless. */
  announceKey: string
  /** Id that the registry gave. */
  document?: string
  addedAt: string
  /** Why it stopped, when only a person can help. */
  problem?: Phrase
}

/** What an upload is doing just now. */
export type Stage =
  'waiting' | 'no-parcel' | 'checking' | 'sending' | 'resting' | 'finishing' | 'stopped'

/** An upload as it is shown: `sent` counts bytes. */
export interface Shown {
  upload: Upload
  stage: Stage
  sent: number
}

/** One part of a file as the registry wants it. */
export interface Part {
  number: number
  url: string
  size: number
  received: boolean
}

/** Another parcel that carries the very same file. */
export interface SameFile {
  id: string
  name: string
}

/** A file of one place in the form that other parcels carry too. */
export interface Twin {
  slot: string
  name: string
  others: readonly SameFile[]
}

/** The calls of the registry that an upload needs. */
export interface DocumentCalls {
  announce: (
    parcel: string,
    file: { kind: string; name: string; contentType: string; size: number; sha256: string },
    key: string,
  ) => Promise<{ document: string; parts: Part[] }>
  /** Which parts have arrived, and fresh addresses for the others. */
  remaining: (parcel: string, document: string) => Promise<Part[]>
  /** Verify the whole file and attach it to the parcel. */
  complete: (parcel: string, upload: Upload, document: string) => Promise<SameFile[]>
  cancel: (parcel: string, document: string) => Promise<void>
  /** Whether the registry no longer knows the upload. */
  gone: (error: unknown) => boolean
  /** Whether an error may pass by itself, and the words for one that does not. */
  passing: (error: unknown) => boolean
  wordsFor: (error: unknown) => Phrase
}
