import { RemovalPolicy } from 'aws-cdk-lib'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { cacheControl } from '../headers.ts'

/** The built page in a private bucket. It is gone with the stack, as it is built in seconds. */
export class PageFiles extends Construct {
  readonly bucket: Bucket

  /** @param folder the built page; without it the bucket stays as it is */
  constructor(scope: Construct, id: string, { folder }: { folder: string | undefined }) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.DESTROY,
      autoDeleteObjects: true,
    })
    if (!folder) return
    const deploy = (
      name: string,
      path: string,
      filter: { include?: string[]; exclude: string[] },
    ) =>
      new BucketDeployment(this, name, {
        sources: [Source.asset(folder)],
        destinationBucket: this.bucket,
        cacheControl: [CacheControl.fromString(cacheControl(path))],
        prune: false, // a page that is open now still loads the parts it was built with
        ...filter,
      })
    const assets = deploy('Assets', '/assets/', { exclude: ['*'], include: ['assets/*'] })
    const rest = deploy('Rest', '/index.html', { exclude: ['assets/*'] })
    rest.node.addDependency(assets) // no index.html before what it names
  }
}
