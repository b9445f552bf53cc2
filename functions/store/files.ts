import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3'

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

/**
 * A client for the buckets. Checksums are ours (SHA-256, given before and verified after), so a
 * presigned address asks the browser for none.
 */
export const connectS3 = (config: S3ClientConfig = {}): S3Client =>
  new S3Client({
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 4,
    ...config,
  })
