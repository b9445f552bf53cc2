import { Duration } from 'aws-cdk-lib'
import {
  HeadersFrameOption,
  type HeadersReferrerPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import type { Construct } from 'constructs'
import { STRICT_TRANSPORT_SECURITY } from '../headers.ts'

/** CloudFront wants these by names of its own and refuses them among the other headers. */
const NAMED = [
  'X-Content-Type-Options',
  'X-Frame-Options',
  'Referrer-Policy',
  'Content-Security-Policy',
]

/** CloudFront's policy that sends `headers` and HSTS with every answer, whatever the origin said. */
export function answerHeaders(
  scope: Construct,
  id: string,
  headers: Readonly<Record<string, string>>,
): ResponseHeadersPolicy {
  const override = true
  const [, seconds = '0'] = /max-age=(\d+)/.exec(STRICT_TRANSPORT_SECURITY) ?? []
  const frameOption = headers['X-Frame-Options']
  const referrerPolicy = headers['Referrer-Policy']
  const contentSecurityPolicy = headers['Content-Security-Policy']
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior: {
      contentTypeOptions: { override }, // nosniff, the only value there is
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(Number(seconds)),
        includeSubdomains: STRICT_TRANSPORT_SECURITY.includes('includeSubDomains'),
        override,
      },
      ...(frameOption && {
        frameOptions: {
          frameOption:
            frameOption === 'DENY' ? HeadersFrameOption.DENY : HeadersFrameOption.SAMEORIGIN,
          override,
        },
      }),
      ...(referrerPolicy && {
        referrerPolicy: { referrerPolicy: referrerPolicy as HeadersReferrerPolicy, override },
      }),
      ...(contentSecurityPolicy && {
        contentSecurityPolicy: { contentSecurityPolicy, override },
      }),
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(headers)
        .filter(([header]) => !NAMED.includes(header))
        .map(([header, value]) => ({ header, value, override })),
    },
  })
}
