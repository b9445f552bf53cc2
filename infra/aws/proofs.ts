import { RemovalPolicy } from 'aws-cdk-lib'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'

/** The signed daily roots, under Object Lock, and the key that signs them. Both outlive the stack. */
export class Proofs extends Construct {
  readonly bucketName: string
  readonly keyId: string
  private readonly bucket: Bucket
  private readonly key: Key

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.bucket = new Bucket(this, 'Bucket', {
      objectLockEnabled: true, // each anchor says itself until when (COMPLIANCE)
      versioned: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      encryption: BucketEncryption.S3_MANAGED,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.bucket.policy?.applyRemovalPolicy(RemovalPolicy.RETAIN) // TLS only, then too
    this.key = new Key(this, 'SigningKey', {
      description: 'Signs the daily Merkle root over all histories of Petak',
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.bucketName = this.bucket.bucketName
    this.keyId = this.key.keyArn
  }

  /** Let `grantee` read the anchors. */
  grantRead(grantee: IGrantable): void {
    this.allow(grantee, ['s3:GetObject'])
    // without a condition, as S3 then says 404 and not 403 of an anchor that is not there
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:ListBucket'],
      resourceArns: [this.bucket.bucketArn],
    })
  }

  /** Let `grantee` make anchors; none can be replaced while its lock holds. */
  grantAnchoring(grantee: IGrantable): void {
    this.grantRead(grantee)
    this.allow(grantee, ['s3:PutObject', 's3:PutObjectRetention'])
    Grant.addToPrincipal({
      grantee,
      actions: ['kms:GetPublicKey', 'kms:Sign'],
      resourceArns: [this.key.keyArn],
    })
  }

  private allow(grantee: IGrantable, actions: string[]): void {
    const resourceArns = [this.bucket.arnForObjects('anchors/*')]
    Grant.addToPrincipal({ grantee, actions, resourceArns })
  }
}
