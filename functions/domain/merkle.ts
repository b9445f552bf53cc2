import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'

// RFC 6962, section 2.1: the two prefixes keep a leaf from ever being read as an inner node.
const LEAF = Uint8Array.of(0)
const NODE = Uint8Array.of(1)

const hashLeaf = (data: Uint8Array): Uint8Array => sha256(concatBytes(LEAF, data))
const hashNode = (left: Uint8Array, right: Uint8Array): Uint8Array =>
  sha256(concatBytes(NODE, left, right))

/** A tree over leaves in a fixed order; hashes are lower-case hexadecimal. */
export interface MerkleTree {
  /** Count of leaves. */
  size: number
  /** Root over all leaves; of an empty tree the SHA-256 of nothing. */
  root: string
  /** The hashes beside the way from leaf `index` (from 0) up to the root. */
  path: (index: number) => string[]
}

/** The Merkle tree of RFC 6962 over these leaves: 64 bytes of memory per leaf. */
export function merkleTree(leaves: readonly Uint8Array[]): MerkleTree {
  let level = leaves.map(hashLeaf)
  const levels = [level]
  while (level.length > 1) {
    const above: Uint8Array[] = []
    for (let left = 0; left < level.length; left += 2) {
      const right = level[left + 1]
      above.push(right ? hashNode(level[left]!, right) : level[left]!) // an odd last one moves up as it is
    }
    levels.push((level = above))
  }
  return {
    size: leaves.length,
    root: bytesToHex(level[0] ?? sha256(new Uint8Array())),
    path: (index) => {
      if (!(index in leaves)) throw new RangeError(`The tree has no leaf ${index}.`)
      return levels.flatMap((hashes, height) => {
        const sibling = hashes[Math.floor(index / 2 ** height) ^ 1]
        return sibling ? [bytesToHex(sibling)] : []
      })
    },
  }
}

/** The place of one leaf in a tree of `size` leaves, and its way up. */
export interface Inclusion {
  index: number
  size: number
  path: readonly string[]
}

/** Whether `leaf` stands at that place of the tree with this root (RFC 9162, section 2.1.3.2). */
export function isIncluded(
  leaf: Uint8Array,
  { index, size, path }: Inclusion,
  root: string,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false
  if (index < 0 || index >= size) return false
  let place = index
  let last = size - 1
  let hash = hashLeaf(leaf)
  for (const step of path) {
    if (last === 0 || !/^[0-9a-f]{64}$/.test(step)) return false
    const sibling = hexToBytes(step)
    if (place % 2 === 1 || place === last) {
      hash = hashNode(sibling, hash)
      while (place % 2 === 0 && place !== 0) {
        place /= 2 // an odd last one had no sibling on these levels
        last = Math.floor(last / 2)
      }
    } else {
      hash = hashNode(hash, sibling)
    }
    place = Math.floor(place / 2)
    last = Math.floor(last / 2)
  }
  return last === 0 && bytesToHex(hash) === root
}
