import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'
import { RETRY, retried } from './transient.ts'

/** Where files are kept, and how a browser reaches them. */
export interface Files {
  s3: S3Client
  /** `incoming/`, `documents/<sha256>` and `boundaries/<sha256>`. */
  bucket: string
  /** Signed roots of the history, under Object Lock. */
  proofBucket: string
  /** Origin that stands before presigned paths, such as `https://petak.example`; '' for the page's own. */
  origin: string
}

const CONNECTS_WITHIN = 2_000 // ms
const ANSWERS_WITHIN = 10_000 // ms until an answer begins; a copy of 25 MB takes some 500

/**
 * A client for the buckets. Checksums are ours (SHA-256, given before and verified after), so a
 * presigned address asks the browser for none. Faults that pass are tried again as for the table.
 */
export function connectS3(config: S3ClientConfig = {}): S3Client {
  const s3 = new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: CONNECTS_WITHIN,
      requestTimeout: ANSWERS_WITHIN,
      throwOnRequestTimeout: true,
    },
    ...config,
  })
  s3.middlewareStack.add((next) => (args) => retried(() => next(args)), RETRY)
  return s3
}

/** A presigned address as the browser reaches it: the same path and query at our own origin. */
export function throughOrigin({ origin }: Files, presigned: string): string {
  const { pathname, search } = new URL(presigned)
  return `${origin}${pathname}${search}`
}
