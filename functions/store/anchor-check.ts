import { type Anchor, type AnchorLeaf, anchorHash, signedBytes } from '../domain/anchor.ts'
import { readLeaves } from './anchors.ts'
import type { Files } from './files.ts'
import type { CheckedChain, HistoryFault } from './verification.ts'

const BACKDATED = 3_600_000 // milliseconds: the scan for a root never takes so long

/** What the anchors prove. */
export interface CheckedAnchors {
  /** How many. */
  count: number
  newest: Anchor | null
  /** SHA-256 (hex) of each public key that signed, to be compared with the published one. */
  fingerprints: string[]
  /** Events that are newer than the newest anchor. */
  notAnchored: number
  faults: HistoryFault[]
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

const hex = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** The fingerprint of the key that signed; undefined when the signature does not fit it. */
async function signerOf(anchor: Anchor): Promise<string | undefined> {
  try {
    const der = bytesOf((anchor.publicKeyPem ?? '').replace(/-----[A-Z ]+-----|\s/g, ''))
    const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('spki', der, ecdsa, false, ['verify'])
    const signed = Uint8Array.from(signedBytes(anchor))
    const isSigned = await crypto.subtle.verify(ecdsa, key, bytesOf(anchor.signature), signed)
    return isSigned ? hex(await crypto.subtle.digest('SHA-256', der)) : undefined
  } catch {
    return undefined // no key, or no base64
  }
}

/**
 * Check anchors, newest first and without a gap: each one's signature, its link to the one before, its
 * leaves, that each chain end it holds still stands in the chains, which were read after it, and that
 * no chain that it does not hold claims to be older.
 */
export async function checkAnchors(
  files: Files,
  made: readonly Anchor[],
  chains: ReadonlyMap<string, CheckedChain>,
): Promise<CheckedAnchors> {
  const faults: HistoryFault[] = []
  const fingerprints = new Set<string>()
  const newest = made[0] ?? null
  let younger: Anchor | null = null
  const backdated = new Set<string>()
  let anchored = 0
  for (const anchor of made) {
    const subject = `anchor:${anchor.date}`
    const fault = (id: string, en: string) => faults.push({ subject, reason: { id, en } })
    const signer = await signerOf(anchor)
    if (signer) fingerprints.add(signer)
    else fault('Tanda tangannya tidak sah.', 'Its signature does not hold.')
    if (younger && younger.previous !== anchorHash(anchor))
      fault(
        `Jangkar ${younger.date} tidak tersambung dengannya.`,
        `The anchor of ${younger.date} is not linked to it.`,
      )
    younger = anchor
    const leaves = await readLeaves(files, anchor).catch(() => undefined)
    if (!leaves) fault('Daunnya hilang atau diubah.', 'Its leaves are gone or were changed.')
    for (const { subject: owner, version, hash } of leaves ?? []) {
      if (anchor === newest) anchored += version
      const reason = contradiction(chains.get(owner), version, hash, anchor)
      if (reason) faults.push({ subject: owner, version, reason })
    }
    if (leaves) for (const owner of olderThan(anchor, leaves, chains)) backdated.add(owner)
  }
  for (const subject of backdated) faults.push({ subject, version: 1, reason: BACKDATED_CHAIN })
  if (younger?.previous)
    faults.push({
      subject: `anchor:${younger.date}`,
      reason: {
        id: 'Jangkar sebelum yang tertua ini hilang.',
        en: 'The anchor before this oldest one is gone.',
      },
    })
  const events = [...chains.values()].reduce((sum, { hashes }) => sum + hashes.length, 0)
  const notAnchored = Math.max(0, events - anchored)
  return { newest, count: made.length, fingerprints: [...fingerprints], notAnchored, faults }
}

const BACKDATED_CHAIN = {
  id: 'Rantai ini bertanggal lebih awal daripada segel yang tidak memuatnya.',
  en: 'The chain is dated before a seal that does not hold it.',
}

/** Chains that say they began before the anchor and are not in it: made up afterwards. */
function olderThan(
  { at }: Anchor,
  leaves: readonly AnchorLeaf[],
  chains: ReadonlyMap<string, CheckedChain>,
): string[] {
  const held = new Set(leaves.map(({ subject }) => subject))
  const earliest = Date.parse(at) - BACKDATED
  return [...chains].flatMap(
    ([
      subject,
      {
        times: [began],
      },
    ]) =>
      began !== undefined && Date.parse(began) < earliest && !held.has(subject) ? [subject] : [],
  )
}

function contradiction(
  chain: CheckedChain | undefined,
  version: number,
  hash: string,
  { date, at }: Anchor,
) {
  if (!chain)
    return {
      id: `Tersegel pada ${date}, tetapi sekarang lenyap.`,
      en: `Sealed on ${date}, but gone now.`,
    }
  const found = chain.hashes[version - 1]
  if (found === undefined)
    return {
      id: `Ekor riwayat dipotong: versi ini tersegel pada ${date}.`,
      en: `The tail was cut: this version was sealed on ${date}.`,
    }
  if (found !== hash)
    return {
      id: `Riwayat ditulis ulang: hash-nya bukan yang tersegel pada ${date}.`,
      en: `The chain was rewritten: its hash is not the one sealed on ${date}.`,
    }
  const next = chain.times[version]
  if (next !== undefined && Date.parse(next) < Date.parse(at) - BACKDATED)
    return {
      id: `Peristiwa sesudahnya bertanggal lebih awal daripada segel ${date}.`,
      en: `The event after it is dated before the seal of ${date}.`,
    }
  return undefined
}
