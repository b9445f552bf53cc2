import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Boundary } from '../domain/boundary.ts'
import { hashOf } from '../domain/canonical.ts'
import type { Files } from './files.ts'

const pack = promisify(gzip)
const unpack = promisify(gunzip)

/** Boundaries up to this size stand in the table, larger ones in the bucket. Bytes after gzip. */
const MOST_INLINE = 4096
/** 100,000 corners are about 4 MB of JSON: what unpacks to more was not packed here. */
const MOST_UNPACKED = 16 * 1024 * 1024

/** How a boundary is kept: ordinates exactly as they came, under the hash of their canonical JSON. */
export interface PackedBoundary {
  hash: string
  /** Gzipped JSON; absent when it lies in the bucket. */
  bytes?: Uint8Array
}

/** SHA-256 (hex) of a boundary's canonical JSON: what the history quotes. */
export const boundaryHash = (boundary: Boundary): string => hashOf(boundary)

const keyOf = (hash: string): string => `boundaries/${hash}`

/** Make a boundary ready for the table; a large one is put into the bucket first, under its hash. */
export async function packBoundary(
  { s3, bucket }: Files,
  boundary: Boundary,
): Promise<PackedBoundary> {
  const hash = boundaryHash(boundary)
  const bytes = await pack(JSON.stringify(boundary))
  if (bytes.length <= MOST_INLINE) return { hash, bytes }
  const { PutObjectCommand } = await import('@aws-sdk/client-s3')
  await s3.send(
    new PutObjectCommand({
      Bucket: bucket,
      Key: keyOf(hash),
      Body: bytes,
      ContentType: 'application/geo+json',
      ContentEncoding: 'gzip',
    }),
  )
  return { hash }
}

/** The boundary that was packed, its ordinates unchanged. */
export async function unpackBoundary(
  { s3, bucket }: Files,
  packed: PackedBoundary,
): Promise<Boundary> {
  const bytes = packed.bytes ?? (await fetchPacked({ s3, bucket }, packed.hash))
  const json = await unpack(bytes, { maxOutputLength: MOST_UNPACKED })
  return JSON.parse(json.toString('utf8')) as Boundary
}

async function fetchPacked(
  { s3, bucket }: Pick<Files, 's3' | 'bucket'>,
  hash: string,
): Promise<Uint8Array> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3')
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(hash) }))
  if (!Body) throw new Error(`Boundary ${hash} is not in the bucket.`)
  return Body.transformToByteArray()
}
