import { fileURLToPath } from 'node:url'
import type { Duration } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'

/** Bundled dependencies that are CommonJS ask for Node's own modules by `require`. */
const REQUIRE =
  "import{createRequire as petakRequire}from'node:module';const require=petakRequire(import.meta.url);"

/** One entry of `functions/` as a Lambda that may do nothing yet but write its log. */
export class Entry extends Construct {
  readonly handler: NodejsFunction

  constructor(
    scope: Construct,
    id: string,
    props: {
      /** File in `functions/`, such as `api.ts`. */
      file: string
      timeout: Duration
      environment: Record<string, string>
    },
  ) {
    super(scope, id)
    const { file, timeout, environment } = props
    const logGroup = new LogGroup(this, 'Log', { retention: RetentionDays.ONE_YEAR })
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    }) // of its own: the managed policy would let it write to every log of the account
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: [logGroup.logGroupArn],
      }),
    )
    this.handler = new NodejsFunction(this, 'Handler', {
      entry: fileURLToPath(new URL(`../../functions/${file}`, import.meta.url)),
      depsLockFilePath: fileURLToPath(new URL('../../package-lock.json', import.meta.url)),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 512, // MiB; the CPU share grows with it
      timeout,
      role,
      logGroup,
      tracing: Tracing.ACTIVE,
      environment: { ...environment, NODE_OPTIONS: '--enable-source-maps' },
      awsSdkConnectionReuse: false, // the SDK keeps connections by itself
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        mainFields: ['module', 'main'],
        externalModules: [], // the SDK that was tested goes along, not whichever Lambda has
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        banner: REQUIRE,
        logLevel: LogLevel.WARNING,
      },
    })
  }
}
