import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Match } from 'aws-cdk-lib/assertions'
import { afterAll, describe, expect, test } from 'vitest'
import { PLACES_IN_THE_PAGE } from '../../infra/aws/site.ts'
import {
  contentSecurityPolicy,
  FILE_HEADERS,
  SECURITY_HEADERS,
  STRICT_TRANSPORT_SECURITY,
} from '../../infra/headers.ts'
import { one, type Properties, synthesise, textOf, UNBUNDLED } from './synthesised.ts'

const folder = await mkdtemp(join(tmpdir(), 'petak-aws-'))
afterAll(() => rm(folder, { recursive: true }))
const stack = synthesise(folder)
const { template, resources } = stack
const documents = one(stack, 'AWS::S3::Bucket', 'DocumentsBucket')
const distribution = one(stack, 'AWS::CloudFront::Distribution', 'Site').Properties
  .DistributionConfig
const synthesised = (context: Record<string, unknown>) =>
  synthesise(folder, { ...context, ...UNBUNDLED }).template

describe('the site', () => {
  const behavior = (path: string): Properties =>
    distribution.CacheBehaviors.find(({ PathPattern }: Properties) => PathPattern === path)
  const originOf = ({ TargetOriginId }: Properties): Properties =>
    distribution.Origins.find(({ Id }: Properties) => Id === TargetOriginId)
  // Ids of AWS's managed policies, by the CloudFront Developer Guide
  const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
  const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

  /** The headers that a behaviour sends, as HTTP names them. */
  function headersOf({ ResponseHeadersPolicyId }: Properties): Record<string, string> {
    const { CustomHeadersConfig, SecurityHeadersConfig } =
      resources[ResponseHeadersPolicyId.Ref as string]!.Properties.ResponseHeadersPolicyConfig
    const { StrictTransportSecurity: hsts, ContentTypeOptions } = SecurityHeadersConfig
    const subdomains = hsts.IncludeSubdomains ? '; includeSubDomains' : ''
    return {
      ...Object.fromEntries(
        CustomHeadersConfig.Items.map(({ Header, Value }: Properties) => [Header, Value]),
      ),
      'Strict-Transport-Security': `max-age=${hsts.AccessControlMaxAgeSec}${subdomains}`,
      'X-Content-Type-Options': ContentTypeOptions && 'nosniff',
      'X-Frame-Options': SecurityHeadersConfig.FrameOptions.FrameOption,
      'Referrer-Policy': SecurityHeadersConfig.ReferrerPolicy.ReferrerPolicy,
      'Content-Security-Policy': textOf(
        SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy,
      ),
    }
  }
  const always = { ...SECURITY_HEADERS, 'Strict-Transport-Security': STRICT_TRANSPORT_SECURITY }

  test('page and API come with the same headers as on one machine, and the token endpoint', () => {
    const signIn = 'https://petak-<AWS::AccountId>.auth.<AWS::Region>.amazoncognito.com'
    const expected = {
      ...always,
      'Content-Security-Policy': contentSecurityPolicy({ connect: [signIn] }),
    }
    expect(headersOf(distribution.DefaultCacheBehavior)).toEqual(expected)
    expect(headersOf(behavior('/api/*'))).toEqual(expected)
  })

  test('requests of the API arrive whole and uncached', () => {
    const api = behavior('/api/*')
    expect(api).toMatchObject({
      CachePolicyId: CACHING_DISABLED,
      OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER, // Authorization included
      ViewerProtocolPolicy: 'https-only',
    })
    expect([...api.AllowedMethods].sort()).toEqual(
      ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'], // prettier-ignore
    )
    expect(textOf(originOf(api).DomainName)).toMatch(
      /^<GatewayHttp\w+>\.execute-api\.<AWS::Region>\.<AWS::URLSuffix>$/,
    )
    expect(originOf(api).CustomOriginConfig.OriginProtocolPolicy).toBe('https-only')
  })

  test.each(['/documents/*', '/incoming/*'])('%s leaves the judgement to S3', (path) => {
    const files = behavior(path)
    expect(files).toMatchObject({
      CachePolicyId: CACHING_DISABLED,
      OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
      ViewerProtocolPolicy: 'https-only',
    })
    const origin = originOf(files)
    const name = textOf(documents.Properties.BucketName)
    expect(textOf(origin.DomainName)).toBe(`${name}.s3.<AWS::Region>.<AWS::URLSuffix>`)
    expect(origin.OriginAccessControlId).toBeUndefined()
    expect(origin.S3OriginConfig).toEqual({ OriginAccessIdentity: '' })
    expect(headersOf(files)).toEqual({ ...always, ...FILE_HEADERS })
    expect(files.AllowedMethods?.includes('PUT') ?? false).toBe(path === '/incoming/*')
  })

  test('no error page swallows an answer of the API', () => {
    expect(distribution.CustomErrorResponses).toBeUndefined()
  })

  test.each([
    ['/', '/index.html'],
    ['/bidang/0199-ab', '/index.html'],
    ['/masuk', '/index.html'],
    ['/v1.2/peta', '/index.html'],
    ['/assets/index-1a2b3c4d.js', '/assets/index-1a2b3c4d.js'],
    ['/petak.svg', '/petak.svg'],
  ])('%s shows %s', (uri, shown) => {
    template.hasResourceProperties('AWS::CloudFront::Function', {
      FunctionCode: PLACES_IN_THE_PAGE,
    })
    const run = new Function('event', `${PLACES_IN_THE_PAGE}; return handler(event)`)
    expect(run({ request: { uri } })).toEqual({ uri: shown })
  })

  test('browsers keep what has a hash in its name, and nothing else unasked', () => {
    const deployed = Object.values(resources)
      .filter(({ Type }) => Type === 'Custom::CDKBucketDeployment')
      .map(({ Properties: { Include, Exclude, SystemMetadata } }) => ({
        Include,
        Exclude,
        cache: SystemMetadata['cache-control'],
      }))
    expect(deployed).toEqual([
      { Include: ['assets/*'], Exclude: ['*'], cache: 'public, max-age=31536000, immutable' },
      { Include: undefined, Exclude: ['assets/*'], cache: 'no-cache' },
    ])
    expect(originOf(distribution.DefaultCacheBehavior).OriginAccessControlId).toBeDefined()
  })

  test('a domain of its own comes with TLS 1.2 and is the only origin for files', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/one'
    const own = synthesised({ domain: 'petak.example', certificateArn })
    own.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['petak.example'],
        ViewerCertificate: Match.objectLike({ MinimumProtocolVersion: 'TLSv1.2_2021' }),
        HttpVersion: 'http2and3',
      },
    })
    own.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      CallbackURLs: ['https://petak.example/masuk'],
    })
    own.hasResourceProperties('AWS::S3::Bucket', {
      CorsConfiguration: {
        CorsRules: [Match.objectLike({ AllowedOrigins: ['https://petak.example'] })],
      },
    })
  })
})

describe('settings', () => {
  test('a base map reaches the API and may be drawn', () => {
    const baseMap = {
      name: 'RBI',
      url: 'https://tiles.example/{z}/{x}/{y}.png',
      attribution: 'BIG',
    }
    const own = synthesised({ baseMaps: JSON.stringify([baseMap]) })
    own.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ BASE_MAPS: JSON.stringify([baseMap]) }) },
    })
    const [policy] = Object.values(own.findResources('AWS::CloudFront::ResponseHeadersPolicy'))
    const { ContentSecurityPolicy } =
      policy!.Properties.ResponseHeadersPolicyConfig.SecurityHeadersConfig
    expect(textOf(ContentSecurityPolicy.ContentSecurityPolicy)).toContain(
      "img-src 'self' data: blob: https://tiles.example;",
    )
  })

  test('a topic hears the alarm', () => {
    const alarmTopicArn = 'arn:aws:sns:ap-southeast-3:123456789012:petak'
    synthesised({ alarmTopicArn }).hasResourceProperties('AWS::CloudWatch::Alarm', {
      AlarmActions: [alarmTopicArn],
    })
  })

  test.each([{ domain: 'petak.example' }, { retainDays: 'ten' }, { baseMaps: '[{"name":"x"}]' }])(
    '%j is refused',
    (context) => expect(() => synthesised(context)).toThrow(),
  )
})
