import { GetObjectCommand, PutObjectCommand, S3ServiceException } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { type Files, throughOrigin } from '../store/files.ts'
import { MOST_UPLOADED } from './inspection.ts'

const UPLOAD_LIVES = 3600 // seconds

/** An upload is known by its hash and belongs to who announced it; the bucket clears it after days. */
const keyOf = (member: string, sha256: string): string => `incoming/inspections/${member}/${sha256}`

/** Where to PUT a file of exactly that size, and until when. */
export async function placeForUpload(
  files: Files,
  member: string,
  { sha256, size }: { sha256: string; size: number },
  now: Date,
): Promise<{ url: string; expiresAt: string }> {
  const command = new PutObjectCommand({
    Bucket: files.bucket,
    Key: keyOf(member, sha256),
    ContentLength: size,
  })
  const url = await getSignedUrl(files.s3, command, {
    expiresIn: UPLOAD_LIVES,
    signableHeaders: new Set(['host', 'content-length']), // no more bytes than announced
  })
  const expiresAt = new Date(now.getTime() + UPLOAD_LIVES * 1000).toISOString()
  return { url: throughOrigin(files, url), expiresAt }
}

/** The bytes of an upload; undefined when it has not arrived. At most one byte more than allowed. */
export async function readUpload(
  { s3, bucket }: Files,
  member: string,
  sha256: string,
): Promise<Uint8Array | undefined> {
  const get = new GetObjectCommand({
    Bucket: bucket,
    Key: keyOf(member, sha256),
    Range: `bytes=0-${MOST_UPLOADED}`,
  })
  try {
    const { Body } = await s3.send(get)
    return await Body?.transformToByteArray()
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404)
      return undefined
    throw error
  }
}
