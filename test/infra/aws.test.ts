import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Match } from 'aws-cdk-lib/assertions'
import { afterAll, describe, expect, test } from 'vitest'
import { EXPIRY_ATTRIBUTE, TABLE_DEFINITION } from '../../functions/store/table.ts'
import { one as oneOf, type Properties, synthesise, textOf } from './synthesised.ts'

const folder = await mkdtemp(join(tmpdir(), 'petak-aws-'))
afterAll(() => rm(folder, { recursive: true }))
const stack = synthesise(folder)
const { template, resources } = stack
const one = (type: string, start: string) => oneOf(stack, type, start)

const table = one('AWS::DynamoDB::GlobalTable', 'Table')
const documents = one('AWS::S3::Bucket', 'DocumentsBucket')
const proofs = one('AWS::S3::Bucket', 'ProofsBucket')
const pageBucket = one('AWS::S3::Bucket', 'SitePageBucket')
const key = one('AWS::KMS::Key', 'ProofsSigningKey')
const pool = one('AWS::Cognito::UserPool', 'SignInPool')

describe('what is entrusted to the registry', () => {
  test.each([table, documents, proofs, key, pool])('$id stays when the stack goes', (kept) => {
    expect(kept).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
  })

  test('the table has the keys and the index of its definition', () => {
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } =
      TABLE_DEFINITION
    expect(table.Properties).toMatchObject({ KeySchema, GlobalSecondaryIndexes, BillingMode })
    expect(table.Properties.AttributeDefinitions).toHaveLength(AttributeDefinitions.length)
    expect(table.Properties.AttributeDefinitions).toEqual(
      expect.arrayContaining([...AttributeDefinitions]),
    )
    expect(table.Properties.GlobalSecondaryIndexes).toHaveLength(GlobalSecondaryIndexes.length)
  })

  test('the table can be taken back to any second and is not deleted by mistake', () => {
    expect(table.Properties.TimeToLiveSpecification).toEqual({
      AttributeName: EXPIRY_ATTRIBUTE,
      Enabled: true,
    })
    expect(table.Properties.Replicas).toMatchObject([
      {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      },
    ])
  })

  test.each([documents, proofs, pageBucket])('$id is private, encrypted and TLS only', (bucket) => {
    expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    expect(bucket.Properties.BucketEncryption).toBeDefined()
    const policy = Object.values(resources).find(
      ({ Type, Properties }) =>
        Type === 'AWS::S3::BucketPolicy' && Properties.Bucket.Ref === bucket.id,
    )
    expect(policy?.Properties.PolicyDocument.Statement).toContainEqual({
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Action: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      Resource: expect.arrayContaining([{ 'Fn::GetAtt': [bucket.id, 'Arn'] }]),
    })
    for (const { Effect, Principal } of policy?.Properties.PolicyDocument.Statement ?? [])
      expect(Effect === 'Deny' || Principal.AWS !== '*').toBe(true)
  })

  test('documents keep their versions; only incoming/ is cleared, after a week', () => {
    expect(documents.Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' })
    const rules: Properties[] = documents.Properties.LifecycleConfiguration.Rules
    expect(rules.map(({ Prefix }) => Prefix as string)).toEqual(['incoming/', 'incoming/'])
    expect(rules[0]).toMatchObject({
      Status: 'Enabled',
      ExpirationInDays: 7,
      NoncurrentVersionExpiration: { NoncurrentDays: 7 },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
    })
  })

  test('only pages of the site may use the document bucket', () => {
    const [rule, ...others] = documents.Properties.CorsConfiguration.CorsRules
    expect(others).toEqual([])
    expect(rule.AllowedOrigins.map(textOf)).toEqual([
      expect.stringMatching(/^https:\/\/<SiteDistribution\w+\.DomainName>$/),
    ])
    expect(rule.AllowedMethods).toEqual(['GET', 'HEAD', 'PUT'])
  })

  test('proofs are under Object Lock and signed by a P-256 key', () => {
    expect(proofs.Properties).toMatchObject({
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
    })
    expect(key.Properties).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' })
  })
})

describe('the functions', () => {
  const handlers = ['ApiEntryHandler', 'AnchorEntryHandler'].map((start) =>
    one('AWS::Lambda::Function', start),
  )

  test.each(handlers)('$id runs on Node 24 on arm64, traced, and logs for a year', (handler) => {
    expect(handler.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      MemorySize: 512,
      TracingConfig: { Mode: 'Active' },
    })
    const log = resources[handler.Properties.LoggingConfig.LogGroup.Ref as string]
    expect(log?.Properties.RetentionInDays).toBe(365)
  })

  /** What a function may do: `action on resource`, sorted. */
  function grantsOf(start: string): string[] {
    const role = one('AWS::IAM::Role', start)
    expect(role.Properties.ManagedPolicyArns).toBeUndefined()
    const { Statement } = one('AWS::IAM::Policy', start).Properties.PolicyDocument
    return (Statement as Properties[])
      .flatMap(({ Effect, Action, Resource }) => {
        expect(Effect).toBe('Allow')
        return [Action]
          .flat()
          .flatMap((action: string) => [Resource].flat().map((on) => `${action} on ${textOf(on)}`))
      })
      .sort()
  }

  const tracing = ['xray:PutTelemetryRecords on *', 'xray:PutTraceSegments on *'] // know no resources
  const logging = (start: string) => {
    const { id } = one('AWS::Logs::LogGroup', start)
    return [`logs:CreateLogStream on <${id}.Arn>`, `logs:PutLogEvents on <${id}.Arn>`]
  }
  const on = (resource: { id: string }, path: string, actions: string[]) =>
    actions.map((action) => `${action} on <${resource.id}.Arn>${path}`)

  test('the API may do what its requests need and nothing else', () => {
    const items = ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem']
    expect(grantsOf('ApiEntryRole')).toEqual(
      [
        ...logging('ApiEntryLog'),
        ...tracing,
        ...on(
          table,
          '',
          [...items, 'Query', 'UpdateItem'].map((name) => `dynamodb:${name}`),
        ),
        ...on(table, '/index/list', ['dynamodb:Query']),
        ...on(documents, '', ['s3:ListBucket']),
        ...on(documents, '/documents/*', ['s3:GetObject', 's3:PutObject']),
        ...on(documents, '/boundaries/*', ['s3:GetObject', 's3:PutObject']),
        ...on(documents, '/incoming/*', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject']),
        ...on(documents, '/incoming/*', ['s3:AbortMultipartUpload']),
        ...on(documents, '/incoming/*', ['s3:ListMultipartUploadParts']),
        ...on(proofs, '', ['s3:ListBucket']),
        ...on(proofs, '/anchors/*', ['s3:GetObject']),
      ].sort(),
    )
  })

  test('the anchor job may read the table, add proofs and sign, and nothing else', () => {
    expect(grantsOf('AnchorEntryRole')).toEqual(
      [
        ...logging('AnchorEntryLog'),
        ...tracing,
        ...on(table, '', ['dynamodb:Scan']),
        ...on(proofs, '', ['s3:ListBucket']),
        ...on(proofs, '/anchors/*', ['s3:GetObject', 's3:PutObject', 's3:PutObjectRetention']),
        ...on(key, '', ['kms:GetPublicKey', 'kms:Sign']),
      ].sort(),
    )
  })

  test('the anchor job runs at 00:05 in Jakarta and raises an alarm when it fails', () => {
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'cron(5 17 * * ? *)',
      ScheduleExpressionTimezone: 'Etc/UTC',
      State: 'ENABLED',
    })
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'Errors',
      Threshold: 1,
      AlarmActions: Match.absent(),
    })
  })

  test('the gateway is throttled and logs neither paths nor addresses', () => {
    const stage = one('AWS::ApiGatewayV2::Stage', 'Gateway').Properties
    expect(stage.DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0)
    expect(stage.AccessLogSettings.Format).not.toMatch(/path|sourceIp|authorizer|userAgent/i)
  })
})

describe('sign-in', () => {
  test('accounts are made by an operator and need a strong password and a second factor', () => {
    expect(pool.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      DeletionProtection: 'ACTIVE',
    })
    expect(pool.Properties.Policies.PasswordPolicy.MinimumLength).toBeGreaterThanOrEqual(12)
  })

  test('the page is a public client with nothing but the code flow', () => {
    template.resourceCountIs('AWS::Cognito::UserPoolClient', 1)
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'profile'],
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 60, // minutes
      RefreshTokenValidity: 720,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    })
  })
})
