import { Duration, TimeZone } from 'aws-cdk-lib'
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler'
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { Entry } from './entry.ts'
import type { MailSender } from './mail.ts'
import type { RegistryTable } from './table.ts'

const BUDGET = Duration.minutes(13) // of sweeping; then two minutes are left for the call under way

/**
 * Sweeps what is due every night, and tells those concerned. It is called twice an hour from half
 * past midnight in Jakarta on, until dawn: a call goes on where the last one's time ended, and is
 * one read once the night's work is done.
 */
export class SweepJob extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: {
      table: RegistryTable
      /** Origin of the page, for the mails. */
      siteOrigin: string
      /** Without one, digests stand on the page alone. */
      mail: MailSender | undefined
      /** ARN of an SNS topic that hears the alarms. */
      alarmTopic: string | undefined
    },
  ) {
    super(scope, id)
    const { table, siteOrigin, mail, alarmTopic } = props
    const { handler } = new Entry(this, 'Entry', {
      file: 'sweep.ts',
      timeout: Duration.minutes(15),
      environment: {
        TABLE_NAME: table.name,
        SITE_ORIGIN: siteOrigin,
        BUDGET_SECONDS: String(BUDGET.toSeconds()),
        ...(mail && { MAIL_FROM: mail.from }),
      },
    })
    table.grantRequests(handler)
    mail?.grantSending(handler)
    const missed = new Queue(this, 'Missed', {
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    handler.configureAsyncInvoke({
      retryAttempts: 0, // the next call goes on
      maxEventAge: Duration.hours(1),
      onFailure: new SqsDestination(missed),
    })

    new Schedule(this, 'Nightly', {
      description: 'From 00:30 to 05:45 in Jakarta, which is 17:30 to 22:45 UTC, twice an hour',
      schedule: ScheduleExpression.cron({
        minute: '30,45',
        hour: '17-22',
        timeZone: TimeZone.ETC_UTC,
      }),
      target: new LambdaInvoke(handler, {
        retryAttempts: 2,
        maxEventAge: Duration.hours(1),
        deadLetterQueue: missed,
      }),
    })
    const topic = alarmTopic ? Topic.fromTopicArn(this, 'AlarmTopic', alarmTopic) : undefined
    const alarm = (name: string, alarmDescription: string, metric: IMetric, threshold: number) => {
      const isTooFew = threshold === 0
      const made = new Alarm(this, name, {
        alarmDescription,
        metric,
        threshold: isTooFew ? 1 : threshold,
        evaluationPeriods: 1,
        comparisonOperator: isTooFew
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: isTooFew ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      })
      if (topic) made.addAlarmAction(new SnsAction(topic))
    }
    const sum = (period: Duration) => ({ period, statistic: 'Sum' })
    alarm(
      'Failed',
      'Parcels could not be swept or mails not sent; the next call tries again.',
      handler.metricErrors(sum(Duration.minutes(5))),
      1,
    )
    alarm(
      'Lost',
      'A call of the nightly sweep never came through.',
      missed.metricApproximateNumberOfMessagesVisible(sum(Duration.minutes(5))),
      1,
    )
    alarm(
      'Asleep',
      'The nightly sweep was not called for a day.',
      handler.metricInvocations(sum(Duration.days(1))),
      0,
    )
  }
}
