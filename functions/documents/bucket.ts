import { createHash } from 'node:crypto'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListPartsCommand,
  PutObjectCommand,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { MOST_BYTES, partsOfFile, typeOf } from '../domain/document.ts'
import { type Files, throughOrigin } from '../store/files.ts'

/** A multipart upload under way. */
export interface Upload {
  key: string
  uploadId: string
  size: number
}

/** One part of an upload: where to PUT it, and whether it has arrived. */
export interface Part {
  number: number
  start: number
  size: number
  url: string
  received: boolean
}

const UPLOAD_LIVES = 3600 // seconds; a slow link sends 5 MiB in less
const LINK_LIVES = 300 // seconds
const SNIFFED = 1024 // bytes

const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException &&
  (error.$metadata.httpStatusCode === 404 || error.name === 'NoSuchUpload')

const orMissing = (error: unknown): undefined => {
  if (!isMissing(error)) throw error
}

/** Begin an upload into `incoming/`. */
export async function beginUpload(
  { s3, bucket }: Files,
  parcel: string,
  document: string,
  { size, contentType }: { size: number; contentType: string },
): Promise<Upload> {
  const key = `incoming/${parcel}/${document}`
  const { UploadId } = await s3.send(
    new CreateMultipartUploadCommand({ Bucket: bucket, Key: key, ContentType: contentType }),
  )
  if (!UploadId) throw new Error('S3 gave no upload id.')
  return { key, uploadId: UploadId, size }
}

/** Sizes of the parts that have arrived, by number; undefined when the upload is no longer open. */
async function arrived(
  { s3, bucket }: Files,
  { key, uploadId }: Upload,
): Promise<Map<number, { size: number; tag: string }> | undefined> {
  try {
    const { Parts = [] } = await s3.send(
      new ListPartsCommand({ Bucket: bucket, Key: key, UploadId: uploadId }),
    )
    return new Map(
      Parts.map(({ PartNumber = 0, Size = 0, ETag = '' }) => [
        PartNumber,
        { size: Size, tag: ETag },
      ]),
    )
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** The parts of an upload with fresh addresses; undefined when the upload is no longer open. */
export async function partsOfUpload(files: Files, upload: Upload): Promise<Part[] | undefined> {
  const there = await arrived(files, upload)
  if (!there) return undefined
  const { key, uploadId } = upload
  return Promise.all(
    partsOfFile(upload.size).map(async (part) => {
      const command = new UploadPartCommand({
        Bucket: files.bucket,
        Key: key,
        UploadId: uploadId,
        PartNumber: part.number,
        ContentLength: part.size,
      })
      const url = await getSignedUrl(files.s3, command, {
        expiresIn: UPLOAD_LIVES,
        signableHeaders: new Set(['host', 'content-length']), // no more bytes than announced
      })
      const received = there.get(part.number)?.size === part.size
      return { ...part, url: throughOrigin(files, url), received }
    }),
  )
}

/** Seconds for which the addresses of `partsOfUpload` live. */
export const uploadLives = UPLOAD_LIVES

/** Give an upload up; what had arrived is removed. */
export async function abortUpload({ s3, bucket }: Files, upload: Upload): Promise<void> {
  const { key, uploadId } = upload
  try {
    await s3.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: uploadId }))
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

async function isThere({ s3, bucket }: Files, key: string): Promise<boolean> {
  try {
    await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }))
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

/**
 * Join the parts of an upload to one file. What was joined before is no fault.
 * @returns numbers of the parts that have not arrived in full; empty when the file is whole
 */
export async function joinParts(files: Files, upload: Upload): Promise<number[]> {
  const { key, uploadId, size } = upload
  const all = partsOfFile(size).map((part) => part.number)
  const there = await arrived(files, upload)
  if (!there) return (await isThere(files, key)) ? [] : all
  const missing = partsOfFile(size).filter((part) => there.get(part.number)?.size !== part.size)
  if (missing.length > 0) return missing.map((part) => part.number)
  const Parts = partsOfFile(size).map(({ number }) => ({
    PartNumber: number,
    ETag: there.get(number)?.tag,
  }))
  const MultipartUpload = { Parts }
  try {
    await files.s3.send(
      new CompleteMultipartUploadCommand({
        Bucket: files.bucket,
        Key: key,
        UploadId: uploadId,
        MultipartUpload,
      }),
    )
  } catch (error) {
    if (!isMissing(error)) throw error
    if (!(await isThere(files, key))) return all // given up meanwhile; else a twin joined them
  }
  return []
}

/** What a file really is. */
export interface Examined {
  size: number
  sha256: string
  contentType: string | undefined
}

/**
 * What a file in `incoming/` really is; undefined when it is no longer there.
 * @param announced the type that it is said to be
 */
export async function examine(
  { s3, bucket }: Files,
  key: string,
  announced: string,
): Promise<Examined | undefined> {
  const found = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key })).catch(orMissing)
  if (!found) return undefined
  const hash = createHash('sha256')
  let head = new Uint8Array(0)
  let size = 0
  for await (const chunk of found.Body as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > MOST_BYTES) break // longer than announced in any case
    hash.update(chunk)
    if (head.length < SNIFFED) head = Buffer.concat([head, chunk]).subarray(0, SNIFFED)
  }
  return { size, sha256: hash.digest('hex'), contentType: typeOf(head, announced) }
}

/** The bytes of a file in `incoming/`, undefined when it is no longer there; one byte beyond `most` at most. */
export async function readArrived(
  { s3, bucket }: Files,
  key: string,
  most: number,
): Promise<Uint8Array | undefined> {
  const get = new GetObjectCommand({ Bucket: bucket, Key: key, Range: `bytes=0-${most}` })
  const found = await s3.send(get).catch(orMissing)
  return found?.Body?.transformToByteArray()
}

/** Keep bytes of our own making under their hash, unless they are there. */
export async function keepBytes(
  files: Files,
  bytes: Uint8Array,
  { sha256, contentType }: { sha256: string; contentType: string },
): Promise<void> {
  const { s3, bucket } = files
  const Key = documentKey(sha256)
  if (await isThere(files, Key)) return
  await s3.send(
    new PutObjectCommand({ Bucket: bucket, Key, Body: bytes, ContentType: contentType }),
  )
}

const documentKey = (sha256: string): string => `documents/${sha256}`

/** Keep a verified file under its hash, byte for byte; false when it is no longer in `incoming/`. */
export async function keep(
  files: Files,
  key: string,
  { sha256, contentType }: { sha256: string; contentType: string },
): Promise<boolean> {
  const { s3, bucket } = files
  if (await isThere(files, documentKey(sha256))) return true
  const copy = new CopyObjectCommand({
    Bucket: bucket,
    Key: documentKey(sha256),
    CopySource: `${bucket}/${key}`,
    ContentType: contentType,
    MetadataDirective: 'REPLACE',
  })
  return (await s3.send(copy).catch(orMissing)) !== undefined
}

/** Remove a file from `incoming/`. */
export async function discard({ s3, bucket }: Files, key: string): Promise<void> {
  await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }))
}

/** An address that serves a document as an attachment for five minutes, and the instant it ends. */
export async function linkTo(
  files: Files,
  document: { sha256: string; name: string; contentType: string },
  now: Date,
): Promise<{ url: string; expiresAt: string }> {
  const { sha256, name, contentType } = document
  const ascii = name.replace(/[^\w. -]/g, '_')
  const command = new GetObjectCommand({
    Bucket: files.bucket,
    Key: documentKey(sha256),
    ResponseContentType: contentType,
    ResponseContentDisposition: `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  })
  const url = await getSignedUrl(files.s3, command, { expiresIn: LINK_LIVES })
  const expiresAt = new Date(now.getTime() + LINK_LIVES * 1000).toISOString()
  return { url: throughOrigin(files, url), expiresAt }
}
