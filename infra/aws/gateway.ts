import { Aws } from 'aws-cdk-lib'
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'

/** No address, no path and no token: the API logs itself what was asked, without what it carried. */
const ACCESS_LOG = {
  at: '$context.requestTime',
  requestId: '$context.requestId',
  method: '$context.httpMethod',
  status: '$context.status',
  bytes: '$context.responseLength',
  ms: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
}

/** The HTTP API in front of the function that answers. */
export class Gateway extends Construct {
  /** Where CloudFront finds it. */
  readonly host: string
  private readonly http: HttpApi

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.http = new HttpApi(this, 'Http', { createDefaultStage: false })
    new HttpStage(this, 'Stage', {
      httpApi: this.http,
      autoDeploy: true,
      throttle: { rateLimit: 200, burstLimit: 400 }, // requests a second: some 600 units
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_YEAR }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    })
    this.host = `${this.http.apiId}.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`
  }

  /** Answer every request with `handler`, which knows the paths itself. */
  answerWith(handler: IFunction): void {
    this.http.addRoutes({
      path: '/{proxy+}',
      integration: new HttpLambdaIntegration('Invoke', handler, { scopePermissionToRoute: false }),
    })
  }
}
