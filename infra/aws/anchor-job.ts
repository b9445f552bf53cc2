import { Duration, TimeZone } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Construct } from 'constructs'
import { Entry } from './entry.ts'
import type { Proofs } from './proofs.ts'
import type { RegistryTable } from './table.ts'

/** Signs the Merkle root over all histories every night, and raises an alarm when that fails. */
export class AnchorJob extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: {
      table: RegistryTable
      proofs: Proofs
      /** Days for which nobody at all can remove an anchor. */
      retainDays: number
      /** ARN of an SNS topic that hears the alarm. */
      alarmTopic: string | undefined
    },
  ) {
    super(scope, id)
    const { table, proofs, retainDays, alarmTopic } = props
    const { handler } = new Entry(this, 'Entry', {
      file: 'anchor.ts',
      timeout: Duration.minutes(15), // it reads the whole table
      environment: {
        TABLE_NAME: table.name,
        PROOF_BUCKET: proofs.bucketName,
        SIGNING_KEY_ID: proofs.keyId,
        RETAIN_DAYS: String(retainDays),
      },
    })
    table.grantScan(handler)
    proofs.grantAnchoring(handler)

    new Schedule(this, 'Nightly', {
      description: 'Shortly after midnight in Jakarta, which is 17:05 UTC',
      schedule: ScheduleExpression.cron({ minute: '5', hour: '17', timeZone: TimeZone.ETC_UTC }),
      target: new LambdaInvoke(handler, { retryAttempts: 3, maxEventAge: Duration.hours(6) }),
    })
    const alarm = new Alarm(this, 'Failed', {
      alarmDescription:
        'The daily anchor of Petak could not be made, or chains of the one before are lost.',
      metric: handler.metricErrors({ period: Duration.minutes(5), statistic: 'Sum' }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING, // it runs once a day
    })
    if (alarmTopic)
      alarm.addAlarmAction(new SnsAction(Topic.fromTopicArn(this, 'AlarmTopic', alarmTopic)))
  }
}
