import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Match } from 'aws-cdk-lib/assertions'
import { afterAll, expect, test } from 'vitest'
import { one as oneOf, type Properties, synthesise, textOf, UNBUNDLED } from './synthesised.ts'

const folder = await mkdtemp(join(tmpdir(), 'petak-aws-'))
afterAll(() => rm(folder, { recursive: true }))
const FROM = 'petak@instansi.example'
const stack = synthesise(join(folder, 'mail'), { ...UNBUNDLED, mailFrom: FROM })
const { template } = stack
const one = (type: string, start: string) => oneOf(stack, type, start)

/** What the sweep may do: `action on resource`, sorted. */
function grants(of: typeof stack): string[] {
  const { Statement } = oneOf(of, 'AWS::IAM::Policy', 'SweepEntryRole').Properties.PolicyDocument
  return (Statement as Properties[])
    .flatMap(({ Effect, Action, Resource }) => {
      expect(Effect).toBe('Allow')
      return [Action]
        .flat()
        .flatMap((action: string) => [Resource].flat().map((on) => `${action} on ${textOf(on)}`))
    })
    .sort()
}

const table = one('AWS::DynamoDB::GlobalTable', 'Table').id
const log = one('AWS::Logs::LogGroup', 'SweepEntryLog').id
const queue = one('AWS::SQS::Queue', 'SweepMissed').id
const own = [
  `logs:CreateLogStream on <${log}.Arn>`,
  `logs:PutLogEvents on <${log}.Arn>`,
  'xray:PutTelemetryRecords on *',
  'xray:PutTraceSegments on *',
  ...['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'].map(
    (action) => `dynamodb:${action} on <${table}.Arn>`,
  ),
  `dynamodb:UpdateItem on <${table}.Arn>`,
  `dynamodb:Query on <${table}.Arn>/index/list`,
  ...['SendMessage', 'GetQueueAttributes', 'GetQueueUrl'].map(
    (action) => `sqs:${action} on <${queue}.Arn>`,
  ),
]

test('the sweep may change items, send from its address, say what was missed, and nothing else', () => {
  const sends = grants(stack).filter((grant) => grant.startsWith('ses:'))
  expect(sends).toEqual([expect.stringMatching(/^ses:SendEmail on .*:identity\//)])
  expect(grants(stack).filter((grant) => !sends.includes(grant))).toEqual(own.sort())
  const { Statement } = one('AWS::IAM::Policy', 'SweepEntryRole').Properties.PolicyDocument
  const ses = (Statement as Properties[]).find(({ Action }) => Action === 'ses:SendEmail')
  expect(ses?.Condition).toEqual({ StringEquals: { 'ses:FromAddress': FROM } })
})

test('without an address it mails nothing', () => {
  const bare = synthesise(join(folder, 'bare'))
  expect(grants(bare)).toEqual(own.sort())
  bare.template.resourceCountIs('AWS::SES::EmailIdentity', 0)
  const { Variables } = oneOf(bare, 'AWS::Lambda::Function', 'SweepEntryHandler').Properties
    .Environment
  expect(Object.keys(Variables as object)).not.toContain('MAIL_FROM')
})

test('it is called from half past midnight in Jakarta on, and goes on by itself', () => {
  const { FlexibleTimeWindow: _, ...schedule } = one(
    'AWS::Scheduler::Schedule',
    'SweepNightly',
  ).Properties
  expect(schedule).toMatchObject({
    ScheduleExpression: 'cron(30,45 17-22 * * ? *)',
    ScheduleExpressionTimezone: 'Etc/UTC',
    State: 'ENABLED',
    Target: {
      DeadLetterConfig: { Arn: { 'Fn::GetAtt': [queue, 'Arn'] } },
      RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 3600 },
    },
  })
  const { Timeout, Environment } = one('AWS::Lambda::Function', 'SweepEntryHandler').Properties
  expect(Number(Environment.Variables.BUDGET_SECONDS)).toBeLessThan(Number(Timeout) - 60)
})

test('alarms tell of what failed, of calls that never came through, and of a night without any', () => {
  const alarm = (MetricName: string, more: object) =>
    template.hasResourceProperties('AWS::CloudWatch::Alarm', { MetricName, ...more })
  const handler = { Ref: one('AWS::Lambda::Function', 'SweepEntryHandler').id }
  alarm('Errors', { Dimensions: [{ Name: 'FunctionName', Value: handler }], Threshold: 1 })
  alarm('ApproximateNumberOfMessagesVisible', { Threshold: 1, AlarmActions: Match.absent() })
  alarm('Invocations', {
    ComparisonOperator: 'LessThanThreshold',
    Period: 86_400,
    TreatMissingData: 'breaching',
  })
})
