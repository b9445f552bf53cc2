import * as v from 'valibot'
import type { Anchored } from './anchor.ts'
import type { Json } from './canonical.ts'
import { PersonalLeaf } from './diff.ts'
import { type Event, type Personal, replay } from './history.ts'

/** Where a record names its boundary: the hash of the geometry, or null. */
export const BOUNDARY_POINTER = '/boundary'

/** A document as the record names it under `/documents/<id>`; the file itself travels apart. */
export const BundledDocument = v.object({
  id: v.string(),
  name: v.string(),
  sha256: v.string(),
  /** Bytes. */
  size: v.number(),
})
export type BundledDocument = v.InferOutput<typeof BundledDocument>

/** A public key, as PEM of its SubjectPublicKeyInfo. */
export interface PublicKey {
  keyId: string
  pem: string
}

/** The whole history of one subject in one file that proves itself (see web/public/verify-bundle.mjs). */
export interface Bundle {
  format: 'petak-bundle/1'
  subject: string
  /** Instant in UTC. */
  exportedAt: string
  /** Oldest first, personal values by hash. */
  events: Event[]
  /** Every geometry that the events name, by its hash. */
  boundaries: Record<string, Json>
  /** Personal values that were not erased and that the reader may see, by hash. */
  personal: Personal
  documents: BundledDocument[]
  /** The proof that the chain ended so when a daily root was signed. */
  anchors: Anchored[]
  publicKeys: PublicKey[]
}

/** Every boundary hash that the events name. */
export function boundaryHashes(events: readonly Event[]): Set<string> {
  const hashes = new Set<string>()
  for (const { changes } of events) {
    for (const { pointer, before, after } of changes) {
      if (pointer !== BOUNDARY_POINTER) continue
      for (const value of [before, after]) if (typeof value === 'string') hashes.add(value)
    }
  }
  return hashes
}

const personalHashes = (events: readonly Event[]): Set<string> =>
  new Set(
    events
      .flatMap(({ changes }) => changes.flatMap(({ before, after }) => [before, after]))
      .flatMap((leaf) => (v.is(PersonalLeaf, leaf) ? [leaf.personal] : [])),
  )

const Documents = v.object({ documents: v.record(v.string(), BundledDocument) })

/** The documents that the record names at the end; a withdrawn one is still among them. */
function documentsOf(events: readonly Event[]): BundledDocument[] {
  const record = v.safeParse(Documents, replay(events))
  return record.success ? Object.values(record.output.documents) : []
}

const only = <T>(all: Readonly<Record<string, T>>, hashes: ReadonlySet<string>) =>
  Object.fromEntries(Object.entries(all).filter(([hash]) => hashes.has(hash)))

/**
 * Put a bundle together. Geometries and personal values that no event names are left out, and so are
 * anchors of other subjects; documents come from the events, public keys from the anchors.
 */
export function makeBundle(parts: {
  events: readonly Event[]
  boundaries: Readonly<Record<string, Json>>
  personal: Readonly<Personal>
  anchors: readonly Anchored[]
  now: Date
}): Bundle {
  const [first] = parts.events
  if (!first) throw new TypeError('A bundle needs at least one event.')
  const anchors = parts.anchors.filter(({ leaf }) => leaf.subject === first.subject)
  const keys = new Map<string, string>()
  for (const { anchor } of anchors)
    if (anchor.publicKeyPem) keys.set(anchor.keyId, anchor.publicKeyPem)
  return {
    format: 'petak-bundle/1',
    subject: first.subject,
    exportedAt: parts.now.toISOString(),
    events: [...parts.events],
    boundaries: only(parts.boundaries, boundaryHashes(parts.events)),
    personal: only(parts.personal, personalHashes(parts.events)),
    documents: documentsOf(parts.events),
    anchors,
    publicKeys: [...keys].map(([keyId, pem]) => ({ keyId, pem })),
  }
}
