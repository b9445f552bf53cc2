import { Aws, Duration, Fn, RemovalPolicy } from 'aws-cdk-lib'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  HttpMethods,
  type IBucket,
} from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

const ABANDONED = Duration.days(7) // nobody takes up an upload after a week

/**
 * The bucket's name, known before the bucket is: the site needs it as an origin while the bucket needs
 * the site for CORS. It holds the stack's own id, since a bucket that outlived its stack keeps its name.
 */
const nameOfBucket = (): string => `petak-documents-${Fn.select(2, Fn.split('/', Aws.STACK_ID))}`

/** The document bucket as CloudFront reaches it, without any right of its own. */
export const documentOrigin = (scope: Construct): IBucket =>
  Bucket.fromBucketName(scope, 'DocumentOrigin', nameOfBucket())

/**
 * Uploads under `incoming/`, and documents and boundaries under their SHA-256. It outlives the stack.
 *
 * Encrypted by S3's own keys: a KMS key of ours would guard against nobody who is not kept out by
 * the bucket already, and would make every read depend on one more service.
 */
export class Documents extends Construct {
  readonly name: string
  private readonly bucket: Bucket

  /** @param siteOrigin the only origin whose pages may upload */
  constructor(scope: Construct, id: string, { siteOrigin }: { siteOrigin: string }) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: nameOfBucket(),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.S3_MANAGED,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      cors: [
        {
          allowedOrigins: [siteOrigin],
          allowedMethods: [HttpMethods.GET, HttpMethods.HEAD, HttpMethods.PUT],
          allowedHeaders: ['content-type'],
          exposedHeaders: ['ETag'],
          maxAge: 3600, // seconds
        },
      ],
      // Outside of incoming/ no rule ends a version: what was replaced or removed there can be restored.
      lifecycleRules: [
        {
          id: 'abandoned-uploads',
          prefix: 'incoming/',
          expiration: ABANDONED,
          noncurrentVersionExpiration: ABANDONED,
          abortIncompleteMultipartUploadAfter: ABANDONED,
        },
        { id: 'delete-markers', prefix: 'incoming/', expiredObjectDeleteMarker: true },
      ],
    })
    this.bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN) // TLS only, then too
    this.name = this.bucket.bucketName
  }

  /** Let `grantee` take uploads in and keep files; nothing that is kept can be removed by it. */
  grantKeeping(grantee: IGrantable): void {
    const { bucket } = this
    const kept = [bucket.arnForObjects('documents/*'), bucket.arnForObjects('boundaries/*')]
    const incoming = [bucket.arnForObjects('incoming/*')]
    const allow = (actions: string[], resourceArns: string[]) =>
      Grant.addToPrincipal({ grantee, actions, resourceArns })
    allow(['s3:GetObject', 's3:PutObject'], [...kept, ...incoming])
    allow(['s3:AbortMultipartUpload', 's3:DeleteObject', 's3:ListMultipartUploadParts'], incoming)
    allow(['s3:ListBucket'], [bucket.bucketArn]) // else S3 says 403, not 404, of what is not there
  }
}
