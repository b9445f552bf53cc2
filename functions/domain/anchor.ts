import * as v from 'valibot'
import { canonicalBytes, hashOf } from './canonical.ts'
import { Hash } from './diff.ts'
import { type MerkleTree, merkleTree } from './merkle.ts'

/** The end of one chain when the root was made. */
export const AnchorLeaf = v.strictObject({
  subject: v.string(),
  version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  hash: Hash,
})
export type AnchorLeaf = v.InferOutput<typeof AnchorLeaf>

/** The signed Merkle root over the ends of all chains, one for each day. */
export const Anchor = v.strictObject({
  /** Day in Asia/Jakarta, such as `2026-11-23`. */
  date: v.pipe(v.string(), v.isoDate()),
  /** Instant in UTC at which the chain ends had been read. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** How many chains. */
  count: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Merkle root (RFC 6962) over the canonical JSON of each leaf, sorted by subject. */
  root: Hash,
  /** Hash of the canonical JSON of the anchor before this one; null for the first. */
  previous: v.nullable(Hash),
  keyId: v.string(),
  publicKeyPem: v.optional(v.string()),
  /**
   * ECDSA on P-256 with SHA-256 over the canonical JSON of all the other members: r and s, 32 bytes
   * each (IEEE P1363, as WebCrypto takes it), in base64.
   */
  signature: v.pipe(v.string(), v.base64()),
})
export type Anchor = v.InferOutput<typeof Anchor>

/** An anchor that still wants its signature. */
export type UnsignedAnchor = Omit<Anchor, 'signature'>

/** Where one chain end stands in the tree of its anchor. */
export const InclusionProof = v.strictObject({
  index: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  path: v.pipe(v.array(Hash), v.maxLength(64)),
})
export type InclusionProof = v.InferOutput<typeof InclusionProof>

/** A chain end, the anchor that holds it, and the proof that it does. */
export const Anchored = v.strictObject({
  anchor: Anchor,
  leaf: AnchorLeaf,
  proof: InclusionProof,
})
export type Anchored = v.InferOutput<typeof Anchored>

/** The bytes that an anchor's signature is over. */
export const signedBytes = (anchor: UnsignedAnchor | Anchor): Uint8Array =>
  canonicalBytes({ ...anchor, signature: undefined })

/** What the next anchor says of this one in `previous`. */
export const anchorHash = (anchor: Anchor): string => hashOf(anchor)

const bySubject = (a: AnchorLeaf, b: AnchorLeaf): number =>
  a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0

/** Leaves in the order in which they stand in the tree: by subject, in UTF-16 code units. */
export const sortLeaves = (leaves: readonly AnchorLeaf[]): AnchorLeaf[] =>
  [...leaves].sort(bySubject)

/** The tree over sorted leaves. */
export const anchorTree = (sorted: readonly AnchorLeaf[]): MerkleTree =>
  merkleTree(sorted.map(({ subject, version, hash }) => canonicalBytes({ subject, version, hash })))

/**
 * Earlier leaves that the present ends contradict: the subject is gone, its chain is shorter, or the
 * same version has another hash. (A longer chain that was rewritten shows only in its events.)
 */
export function lostLeaves(
  earlier: readonly AnchorLeaf[],
  present: readonly AnchorLeaf[],
): AnchorLeaf[] {
  const ends = new Map(present.map((leaf) => [leaf.subject, leaf]))
  return earlier.filter(({ subject, version, hash }) => {
    const end = ends.get(subject)
    return !end || end.version < version || (end.version === version && end.hash !== hash)
  })
}

/**
 * An ECDSA signature on P-256 as r and s, 32 bytes each. Takes it in that form or in DER
 * (`SEQUENCE {INTEGER r, INTEGER s}`), which AWS KMS and OpenSSL give.
 */
export function rawSignature(signature: Uint8Array): Uint8Array {
  if (signature.length === 64) return signature
  const raw = new Uint8Array(64)
  let at = 2 // past the SEQUENCE and its length, below 128 for P-256
  for (const end of [32, 64]) {
    const length = signature[at + 1] ?? 0
    const digits = signature.subarray(at + 2, at + 2 + length)
    const number = digits.subarray(digits.findIndex((digit) => digit !== 0)) // a leading 0 is the sign
    if (signature[at] !== 2 || digits.length !== length || number.length > 32)
      throw new TypeError('The signature is no ECDSA signature on P-256.')
    raw.set(number, end - number.length)
    at += 2 + length
  }
  return raw
}
