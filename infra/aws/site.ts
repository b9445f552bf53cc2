import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { contentSecurityPolicy, FILE_HEADERS, type Reach, SECURITY_HEADERS } from '../headers.ts'
import { answerHeaders } from './answer-headers.ts'
import { PageFiles } from './page-files.ts'

/** A domain of one's own and its certificate, which CloudFront wants in us-east-1. */
export interface OwnDomain {
  name: string
  certificateArn: string
}

/**
 * An address without a file extension is a place in the page. A function and no error page does
 * this, since error pages would also swallow the API's 404.
 */
export const PLACES_IN_THE_PAGE = `function handler(event) {
  var request = event.request
  if (request.uri.split('/').pop().indexOf('.') < 0) request.uri = '/index.html'
  return request
}
`

/** One origin for everything: the page, the API under /api and presigned addresses of documents. */
export class Site extends Construct {
  /** Such as `https://petak.example`, without a slash. */
  readonly origin: string

  constructor(
    scope: Construct,
    id: string,
    props: {
      apiHost: string
      documents: IBucket
      reach: Reach
      /** Folder of the built page. */
      page: string | undefined
      domain: OwnDomain | undefined
    },
  ) {
    super(scope, id)
    const { apiHost, documents, reach, page, domain } = props
    const { bucket } = new PageFiles(this, 'Page', { folder: page })
    const headers = answerHeaders(this, 'Headers', {
      ...SECURITY_HEADERS,
      'Content-Security-Policy': contentSecurityPolicy(reach),
    })
    const passedOn = {
      viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY, // a redirect comes too late for a token
      cachePolicy: CachePolicy.CACHING_DISABLED,
      // all of it, Authorization and query too, but for Host, by which the origin is found
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
    }
    // Without OAC: S3 judges the signature in the query, made for the bucket's regional host
    const files: BehaviorOptions = {
      ...passedOn,
      origin: S3BucketOrigin.withBucketDefaults(documents),
      responseHeadersPolicy: answerHeaders(this, 'FileHeaders', {
        ...SECURITY_HEADERS,
        ...FILE_HEADERS,
      }),
    }
    const distribution = new Distribution(this, 'Distribution', {
      comment: 'Petak',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_200, // has edges in Indonesia
      // CloudFront's own domain has its own certificate and protocols, which nobody can choose
      ...(domain && {
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [domain.name],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
      }),
      defaultBehavior: {
        origin: S3BucketOrigin.withOriginAccessControl(bucket),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        cachePolicy: CachePolicy.CACHING_OPTIMIZED, // heeds Cache-Control of the files
        responseHeadersPolicy: headers,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'Places', {
              runtime: FunctionRuntime.JS_2_0,
              code: FunctionCode.fromInline(PLACES_IN_THE_PAGE),
            }),
          },
        ],
      },
      additionalBehaviors: {
        '/api/*': {
          ...passedOn,
          origin: new HttpOrigin(apiHost),
          allowedMethods: AllowedMethods.ALLOW_ALL,
          responseHeadersPolicy: headers,
        },
        '/documents/*': files, // read only: GET and HEAD
        '/incoming/*': { ...files, allowedMethods: AllowedMethods.ALLOW_ALL }, // the least with PUT
      },
    })
    this.origin = `https://${domain?.name ?? distribution.distributionDomainName}`
  }
}
