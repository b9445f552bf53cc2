import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import {
  handedOver,
  Retirement,
  retired,
  reopenedForSurvey,
  returned,
  ReturnNotice,
  submitted,
  Verification,
  verified,
} from '../domain/record.ts'
import { countedAreas } from '../domain/area-change.ts'
import type { Fault } from '../domain/refusal.ts'
import { Refusal, type RefusalCode } from '../domain/refusal.ts'
import { readiness } from '../domain/rules/readiness.ts'
import { OverlapReason } from '../domain/shared-land.ts'
import { text } from '../domain/text.ts'
import { type Env, operation, wrongState } from '../operation.ts'
import { enterIndex } from './enter.ts'
import { contextOf, findingsOf, ParcelFeature } from './feature.ts'
import { type NumberPlan, planNumbers } from './numbers.ts'
import { planOverlaps } from './overlaps.ts'
import { type Pair, pairEnds } from '../store/pairs.ts'
import { NO_PAIRS } from './shared.ts'
import { surveyFaults, withSurvey } from './resurvey.ts'
import { judgeRetirement } from './retirement.ts'
import { requireRetiredOrigins, submissionOrigins } from './succession.ts'
import type { StoredParcel } from './table.ts'
import { take } from './take.ts'

export const ParcelId = v.strictObject({ id: v.pipe(v.string(), v.uuid()) })
const at = parameters('param', ParcelId)

const Submission = v.strictObject({
  /** Why a number that another parcel holds is right here as well. */
  duplicateReason: v.optional(text(1000)),
  /** Why land that another parcel holds is recorded here as well; headquarters then decides. */
  overlapReason: v.optional(OverlapReason),
})
const Reopening = v.strictObject({
  reason: text(2000),
  /** That the land is to be measured anew: a survey document and an explanation are then asked for. */
  cause: v.optional(v.literal('pengukuran-ulang')),
})
const Nothing = v.strictObject({})

const step = (
  action: Parameters<typeof operation>[0]['action'],
  summary: string,
  refusals: readonly RefusalCode[] = [],
) =>
  operation({
    action,
    summary,
    answers: {
      200: {
        description: 'The parcel after the step',
        schema: ParcelFeature,
        contentType: 'application/geo+json',
      },
    },
    refusals: [
      'wrong-state',
      'stale',
      'precondition-required',
      'idempotency-key-reused',
      ...refusals,
    ],
  })

const notReady = (faults: readonly Fault[]): Refusal =>
  new Refusal(
    'not-ready',
    {
      id: 'Bidang ini belum dapat diajukan. Lengkapi yang ditunjuk; draf tetap tersimpan.',
      en: 'This parcel cannot be submitted yet. Complete what is named; the draft is kept.',
    },
    { faults },
  )

/** The steps of a parcel through its states, each with If-Match and answered with the Feature. */
export const steps = new Hono<Env>()
  .post(
    '/:id/handover',
    step('parcel:hand-over', 'Hand a draft to the head of the unit for release'),
    small,
    at,
    body(Nothing),
    (c) =>
      take(c, c.req.valid('param').id, ({ stored }, now) => ({
        record: handedOver(stored.record, { by: c.var.caller.member, at: now }),
        action: 'handed-over',
        hands: [c.var.caller.member],
      })),
  )
  .post(
    '/:id/submission',
    step('parcel:submit', 'Release a parcel: check it, take its numbers, ask for verification', [
      'not-ready',
      'number-taken',
      'overlaps-parcel',
    ]),
    small,
    at,
    body(Submission),
    (c) =>
      take(c, c.req.valid('param').id, async ({ stored, shown }, now) => {
        const { duplicateReason, overlapReason } = c.req.valid('json')
        const faults = [
          ...readiness(contextOf(shown, new Date(now))),
          ...surveyFaults(shown),
          ...(await submissionOrigins(c, stored)),
        ]
        if (faults.length > 0) throw notReady(faults)
        const planned: Promise<NumberPlan> = planNumbers(
          c,
          stored,
          stored.record.properties,
          duplicateReason,
        )
        planned.catch(() => {}) // read beside the index; what it throws is thrown where it is awaited
        const { entry, judged } = await enterIndex(c, stored, shown, async (neighbours) => {
          const land = planOverlaps(c, stored, shown, neighbours, overlapReason)
          land.catch(() => {}) // as above: a number that is taken is told first
          return { numbers: await planned, land: await land }
        })
        const { numbers, land } = judged
        return {
          ...(entry && { entry }),
          record: submitted(withSurvey(shown), numbers.duplicates, land.overlaps),
          action: 'submitted',
          reason: duplicateReason,
          hands: [c.var.caller.member],
          numbers: numbers.keys,
          writes: [...numbers.writes, ...land.writes],
          pairs: land.pairs,
          mark: 'submittedAt',
        }
      }),
  )
  .post(
    '/:id/return',
    step('parcel:return', 'Send a parcel back with notes at its fields'),
    small,
    at,
    body(ReturnNotice),
    (c) =>
      take(c, c.req.valid('param').id, ({ stored, role }, now) => {
        const notice = c.req.valid('json')
        if (role === 'kpb' && !stored.record.handover)
          throw wrongState(stored.head.state, ['diajukan'])
        return {
          record: returned(stored.record, { ...notice, by: c.var.caller.member, at: now }),
          action: 'returned',
          reason: notice.reason,
          hands: [],
        }
      }),
  )
  .post(
    '/:id/verification',
    step('parcel:verify', 'Confirm that the record equals its documents', [
      'four-eyes',
      'overlap-undecided',
      'predecessor-stands',
    ]),
    small,
    at,
    body(Verification),
    (c) =>
      take(c, c.req.valid('param').id, async ({ stored, shown }, now) => {
        const verification = c.req.valid('json')
        const { member } = c.var.caller
        if (stored.head.hands.includes(member)) throw fourEyes()
        if (shown.pairs.open.some(({ pair }) => isUnsettled(stored, pair))) throw undecided()
        await requireRetiredOrigins(c, stored)
        const findings = findingsOf(shown, new Date(now))
        const withNotes =
          verification.notes.length > 0 ||
          verification.note !== undefined ||
          findings.some(({ severity }) => severity === 'E' || severity === 'B')
        return {
          record: verified(stored.record, { ...verification, by: member, at: now }, withNotes),
          action: 'verified',
          reason: verification.note,
          hands: [],
          mark: 'verifiedAt',
        }
      }),
  )
  .post(
    '/:id/reopening',
    step('parcel:reopen', 'Open a verified parcel again for a change, with a reason'),
    small,
    at,
    body(Reopening),
    (c) =>
      take(c, c.req.valid('param').id, ({ stored }, now) => {
        const { reason, cause } = c.req.valid('json')
        const at = now > stored.chain.at ? now : stored.chain.at // clocks of two servers differ
        const notice = { reason, notes: [], by: c.var.caller.member, at }
        const before = countedAreas(stored.record.properties, stored.head.areaM2)
        return {
          record: cause
            ? reopenedForSurvey(stored.record, notice, before)
            : returned(stored.record, notice),
          action: 'reopened',
          reason,
          hands: [],
        }
      }),
  )
  .post(
    '/:id/retirement',
    step('parcel:retire', 'Take a parcel out of the registry; its history stays'),
    small,
    at,
    body(Retirement),
    (c) =>
      take(c, c.req.valid('param').id, async ({ stored, shown }, now) => {
        const retirement = c.req.valid('json')
        const { areas, writes: guards } = await judgeRetirement(c, stored, retirement)
        const { keys, writes } = await planNumbers(c, stored, null)
        const { table } = c.var.deps
        const ending = shown.pairs.open.map(({ pair }) => pair)
        const { came } = shown.pairs
        const { id, cells } = stored.head
        const ends = pairEnds(table, id, ending, cells && came)
        const mark = { by: c.var.caller.member, at: now }
        return {
          record: retired(stored.record, { ...retirement, ...mark, ...(areas && { areas }) }),
          action: 'retired',
          reason: retirement.reason,
          hands: [],
          numbers: keys,
          writes: [...writes, ...guards, ...ends],
          pairs: NO_PAIRS,
        }
      }),
  )

/** A claim of this parcel that stands, and to which its own history has no consent. */
const isUnsettled = ({ head, record }: StoredParcel, { holder, newcomer }: Pair): boolean =>
  newcomer === head.id &&
  !record.overlaps?.some(
    ({ parcel, decision }) => parcel === holder && decision?.outcome === 'dicatat',
  )

const undecided = (): Refusal =>
  new Refusal('overlap-undecided', {
    id: 'Bidang ini berada di tanah bidang lain, dan pusat belum memutuskan bahwa keduanya tetap tercatat.',
    en: 'This parcel lies on the land of another one, and headquarters has not decided that both stay.',
  })

const fourEyes = (): Refusal =>
  new Refusal('four-eyes', {
    id: 'Anda ikut menyiapkan atau merilis bidang ini. Petugas Kanwil lain yang memverifikasinya.',
    en: 'You prepared or released this parcel yourself. Another officer of the Kanwil verifies it.',
  })
