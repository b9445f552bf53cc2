import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { NoSuchKey, S3ServiceException } from '@aws-sdk/client-s3'
import { paginateScan } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import type { Signer } from '../deps.ts'
import { Anchor, type Anchored, AnchorLeaf, anchorHash, anchorTree } from '../domain/anchor.ts'
import { lostLeaves, rawSignature, signedBytes, sortLeaves } from '../domain/anchor.ts'
import { dayOf } from '../domain/calendar.ts'
import type { MerkleTree } from '../domain/merkle.ts'
import type { Files } from './files.ts'
import type { Table } from './table.ts'

/** What makes an anchor. */
export interface Anchoring {
  table: Table
  files: Files
  sign: Signer
  now: () => Date
  /** Keep the anchor under Object Lock (COMPLIANCE) for so many days; without it there is no lock. */
  retainDays?: number
}

const SEGMENTS = 4 // of the scan, read side by side
const FOLDER = 'anchors/'
const anchorKey = (date: string): string => `${FOLDER}${date}/anchor.json`
const leavesKey = ({ date, root }: Pick<Anchor, 'date' | 'root'>): string =>
  `${FOLDER}${date}/leaves-${root}.json`

/** The end of every chain, sorted by subject. Scans the whole table, strongly consistent: jobs only. */
export async function chainEnds({ client, name }: Table): Promise<AnchorLeaf[]> {
  const segment = async (Segment: number): Promise<AnchorLeaf[]> => {
    const pages = paginateScan(
      { client },
      {
        TableName: name,
        ConsistentRead: true,
        Segment,
        TotalSegments: SEGMENTS,
        FilterExpression: 'sk = :head AND attribute_exists(#chain)',
        ProjectionExpression: '#chain.subject, #chain.version, #chain.#hash',
        ExpressionAttributeNames: { '#chain': 'chain', '#hash': 'hash' },
        ExpressionAttributeValues: { ':head': 'H' },
      },
    )
    const found: AnchorLeaf[] = []
    for await (const { Items = [] } of pages) {
      for (const { chain } of Items) found.push(v.parse(AnchorLeaf, chain))
    }
    return found
  }
  const segments = await Promise.all(Array.from({ length: SEGMENTS }, (_, index) => segment(index)))
  return sortLeaves(segments.flat())
}

async function readJson({ s3, proofBucket }: Files, Key: string): Promise<unknown> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: proofBucket, Key }))
    return JSON.parse((await Body?.transformToString()) ?? '')
  } catch (error) {
    if (error instanceof NoSuchKey) return undefined
    throw error
  }
}

/** Store `value` unless something is there already; says whether it was stored. */
async function writeJson(
  { s3, proofBucket }: Files,
  Key: string,
  value: unknown,
  until: Date | undefined,
): Promise<boolean> {
  const put = new PutObjectCommand({
    Bucket: proofBucket,
    Key,
    Body: JSON.stringify(value),
    ContentType: 'application/json',
    IfNoneMatch: '*',
    ChecksumAlgorithm: 'SHA256', // Object Lock wants a checksum
    ...(until && { ObjectLockMode: 'COMPLIANCE' as const, ObjectLockRetainUntilDate: until }),
  })
  try {
    await s3.send(put)
    return true
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412) return false
    throw error
  }
}

/** The days that have a folder of their own, oldest first. */
async function anchorDays({ s3, proofBucket }: Files): Promise<string[]> {
  const days: string[] = []
  let ContinuationToken: string | undefined
  do {
    const page = await s3.send(
      new ListObjectsV2Command({
        Bucket: proofBucket,
        Prefix: FOLDER,
        Delimiter: '/',
        ...(ContinuationToken !== undefined && { ContinuationToken }),
      }),
    )
    for (const { Prefix = '' } of page.CommonPrefixes ?? [])
      days.push(Prefix.slice(FOLDER.length, -1))
    ContinuationToken = page.NextContinuationToken
  } while (ContinuationToken !== undefined)
  return days.sort()
}

/** Every anchor that was made, newest first. */
export async function* anchors(files: Files): AsyncGenerator<Anchor> {
  for (const day of (await anchorDays(files)).reverse()) {
    const stored = await readJson(files, anchorKey(day)) // missing after a crash between the two files
    if (stored !== undefined) yield v.parse(Anchor, stored)
  }
}

async function newestAnchors(files: Files, most: number): Promise<Anchor[]> {
  const newest: Anchor[] = []
  for await (const anchor of anchors(files)) if (newest.push(anchor) === most) break
  return newest
}

/** The newest anchor; null before the first. One list and one read. */
export const latestAnchor = async (files: Files): Promise<Anchor | null> =>
  (await newestAnchors(files, 1))[0] ?? null

/**
 * The sorted chain ends that an anchor is over.
 *
 * @throws Error when they are missing or do not lead to the anchor's root: someone touched the bucket.
 */
export async function readLeaves(files: Files, anchor: Anchor): Promise<AnchorLeaf[]> {
  return (await readTree(files, anchor)).leaves
}

async function readTree(files: Files, anchor: Anchor) {
  const leaves = v.parse(v.array(AnchorLeaf), await readJson(files, leavesKey(anchor)))
  const tree = anchorTree(leaves)
  if (tree.root !== anchor.root || tree.size !== anchor.count)
    throw new Error(`The leaves of ${anchor.date} do not lead to the root of their anchor.`)
  return { leaves, tree }
}

/** What the day's job made or found. */
export interface AnchorOutcome {
  anchor: Anchor
  /** False when the day had its anchor already. */
  fresh: boolean
  /** Chain ends of the last two anchors that are gone, shorter or different: somebody was at the history. */
  lost: AnchorLeaf[]
}

/**
 * Make the anchor of today (in Jakarta), or find the one that is there: a day's anchor is never
 * replaced. The leaves go first, under a name that holds their root, so that a job that died in
 * between is simply repeated.
 */
export async function makeAnchor(work: Anchoring): Promise<AnchorOutcome> {
  const { table, files, sign, now, retainDays } = work
  const recent = await newestAnchors(files, 2)
  const [before] = recent
  const leaves = await chainEnds(table)
  // Against two anchors, and before anything is written: a job that is repeated says it again.
  const known = await Promise.all(recent.map((anchor) => readLeaves(files, anchor)))
  const lost = [
    ...new Map(lostLeaves(known.flat(), leaves).map((leaf) => [leaf.subject, leaf])).values(),
  ]
  const at = now()
  const date = dayOf(at)
  if (before && before.date >= date) return { anchor: before, fresh: false, lost }
  const unsigned = {
    date,
    at: at.toISOString(),
    count: leaves.length,
    root: anchorTree(leaves).root,
    previous: before ? anchorHash(before) : null,
    keyId: sign.keyId,
    publicKeyPem: sign.publicKeyPem,
  }
  const signature = rawSignature(await sign.sign(signedBytes(unsigned)))
  const anchor = { ...unsigned, signature: btoa(String.fromCharCode(...signature)) }
  const until =
    retainDays === undefined ? undefined : new Date(at.getTime() + retainDays * 86_400_000)
  await writeJson(files, leavesKey(anchor), leaves, until)
  if (!(await writeJson(files, anchorKey(date), anchor, until))) {
    const winner = v.parse(Anchor, await readJson(files, anchorKey(date))) // another job was faster
    return { anchor: winner, fresh: false, lost }
  }
  return { anchor, fresh: true, lost }
}

interface Known {
  signature: string
  leaves: AnchorLeaf[]
  tree: MerkleTree
  places: Map<string, number>
}

/** Leaves of the newest anchor, kept between requests; an anchor never changes. */
const newest = new WeakMap<Files, Known>()

/**
 * The newest anchor with the end of this subject's chain in it, and the proof; null when the subject
 * is younger than that anchor, or none was made yet.
 */
export async function proofFor(files: Files, subject: string): Promise<Anchored | null> {
  const anchor = await latestAnchor(files)
  if (!anchor) return null
  let known = newest.get(files)
  if (known?.signature !== anchor.signature) {
    const { leaves, tree } = await readTree(files, anchor)
    const places = new Map(leaves.map((leaf, index) => [leaf.subject, index]))
    known = { signature: anchor.signature, leaves, tree, places }
    newest.set(files, known)
  }
  const index = known.places.get(subject)
  const leaf = index === undefined ? undefined : known.leaves[index]
  if (index === undefined || !leaf) return null
  return { anchor, leaf, proof: { index, size: known.tree.size, path: known.tree.path(index) } }
}
