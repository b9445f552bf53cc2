import type { Node } from 'constructs'
import * as v from 'valibot'

const Texts = v.pipe(v.string(), v.trim(), v.minLength(1))
const fromText = v.transform((value: unknown) =>
  typeof value === 'string' ? (JSON.parse(value) as unknown) : value,
)

/** What whoever deploys may say, each by `-c name=value` or under `context` in cdk.json. */
const Settings = v.pipe(
  v.object({
    /** A domain of one's own, such as `petak.example`; CloudFront's when left out. */
    domain: v.optional(Texts),
    /** ARN of its certificate, in us-east-1. */
    certificateArn: v.optional(Texts),
    /** First part of the sign-in page's domain; `petak-<account>` when left out. */
    signInPrefix: v.optional(Texts),
    /** Address from which digests are mailed; without one they stand on the page alone. */
    mailFrom: v.optional(v.pipe(Texts, v.email())),
    /** ARN of an SNS topic that hears when an anchor or the nightly sweep fails. */
    alarmTopicArn: v.optional(Texts),
    /** Days for which nobody at all, the account's owner included, can remove an anchor. */
    retainDays: v.optional(
      v.pipe(v.unknown(), v.transform(Number), v.integer(), v.minValue(1), v.maxValue(36_500)),
      3650,
    ),
    /** Base maps that a person may choose, as JSON; none when left out. */
    baseMaps: v.optional(
      v.pipe(
        v.unknown(),
        fromText,
        v.array(
          v.object({ name: Texts, url: v.pipe(v.string(), v.url()), attribution: v.string() }),
        ),
      ),
      [],
    ),
  }),
  v.check(
    ({ domain, certificateArn }) => (domain === undefined) === (certificateArn === undefined),
    'domain and certificateArn belong together',
  ),
)
export type Settings = v.InferOutput<typeof Settings>

/** The settings of this deployment. @throws ValiError when one makes no sense */
export const readSettings = (node: Node): Settings =>
  v.parse(
    Settings,
    Object.fromEntries(
      Object.keys(Settings.entries).map((name) => [name, node.tryGetContext(name) as unknown]),
    ),
  )
