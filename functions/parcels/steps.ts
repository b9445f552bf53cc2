import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import {
  handedOver,
  type ParcelRecord,
  Retirement,
  retired,
  returned,
  ReturnNotice,
  submitted,
  Verification,
  verified,
} from '../domain/record.ts'
import type { Fault } from '../domain/refusal.ts'
import { Refusal, type RefusalCode } from '../domain/refusal.ts'
import { readiness } from '../domain/rules/readiness.ts'
import { text } from '../domain/text.ts'
import { type Ctx, type Env, notFound, operation, wrongState } from '../operation.ts'
import { once } from '../once.ts'
import { NumbersMoved } from '../store/numbers.ts'
import { pause } from '../store/transient.ts'
import { mayRead } from '../domain/permissions.ts'
import { contextOf, findingsOf, ParcelFeature, type ShownParcel } from './feature.ts'
import { type NumberPlan, planNumbers } from './numbers.ts'
import { headersOf, openSeen, pastParcel, present, shownAfter, shownOf } from './open.ts'
import type { OpenParcel } from './open.ts'
import { type Save, saveParcel } from './save.ts'
import { findHead, findParcel } from './table.ts'

export const ParcelId = v.strictObject({ id: v.pipe(v.string(), v.uuid()) })
const at = parameters('param', ParcelId)

const Submission = v.strictObject({
  /** Why a number that another parcel holds is right here as well. */
  duplicateReason: v.optional(text(1000)),
})
const Reopening = v.strictObject({ reason: text(2000) })
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

/** What a step does to a parcel: the record after it, and what else is written. */
type Taken = { record: ParcelRecord } & Pick<Save, 'action' | 'isHand'> &
  Partial<Pick<Save, 'numbers' | 'writes' | 'mark' | 'reason'>>

const MOST_PLANS = 6 // times that a submission is planned anew when its numbers move beneath it

/** Carry out one step of the parcel in the path: once, on the version that the caller saw. */
async function take(
  c: Ctx,
  id: string,
  plan: (open: OpenParcel & { shown: ShownParcel }, now: string) => Promise<Taken> | Taken,
): Promise<Response> {
  const { deps, caller } = c.var
  return once(
    c,
    (answer) => showAgain(c, id, answer.version, answer.status),
    async (request) => {
      for (let tries = 1; ; tries += 1) {
        const open = await openSeen(c, id)
        const { stored, role } = open
        const shown = await shownOf(c, stored)
        const taken = await plan({ ...open, shown }, deps.now().toISOString())
        try {
          const saved = await saveParcel(deps, {
            id,
            stored,
            place: stored.head,
            actor: { member: caller.member, role },
            ...taken,
            idempotency: request && {
              request,
              answer: (event) => ({ status: 200, subject: event.subject, version: event.version }),
            },
          })
          const feature = present(c, shownAfter(saved, shown), stored.head)
          return c.json(feature, 200, headersOf(saved.event.version))
        } catch (error) {
          if (!(error instanceof NumbersMoved) || tries === MOST_PLANS) throw error
          await pause(tries)
        }
      }
    },
  )
}

/** The answer that showed a parcel at a version, said again. */
export async function showAgain(
  c: Ctx,
  id: string,
  version: number,
  status: number,
): Promise<Response> {
  const stored = await findParcel(c.var.deps.table, id)
  if (!stored || !mayRead(c.var.caller, stored.head, stored.head.state)) throw notFound()
  const shown = await pastParcel(c, stored, (event) => event.version <= version)
  if (!shown) throw notFound()
  return c.json(present(c, shown, stored.head), status as 200, headersOf(version))
}

const notReady = (faults: readonly Fault[]): Refusal =>
  new Refusal(
    'not-ready',
    {
      id: 'Bidang ini belum dapat diajukan. Lengkapi yang ditunjuk; draf tetap tersimpan.',
      en: 'This parcel cannot be submitted yet. Complete what is named; the draft is kept.',
    },
    { faults },
  )

const MISSING_PAPER: Fault = {
  pointer: '#/documents',
  detail: {
    id: 'Lampirkan dokumen yang menjadi dasar: unggah ke bidang ini, lalu sebut nomornya.',
    en: 'Name the document that this rests on: upload it to this parcel, then give its id.',
  },
}

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
        isHand: true,
      })),
  )
  .post(
    '/:id/submission',
    step('parcel:submit', 'Release a parcel: check it, take its numbers, ask for verification', [
      'not-ready',
      'number-taken',
    ]),
    small,
    at,
    body(Submission),
    (c) =>
      take(c, c.req.valid('param').id, async ({ stored, shown }, now) => {
        const { duplicateReason } = c.req.valid('json')
        const faults = readiness(contextOf(shown, new Date(now)))
        if (faults.length > 0) throw notReady(faults)
        const plan: NumberPlan = await planNumbers(
          c,
          stored,
          stored.record.properties,
          duplicateReason,
        )
        return {
          record: submitted(stored.record, plan.duplicates),
          action: 'submitted',
          reason: duplicateReason,
          isHand: true,
          numbers: plan.keys,
          writes: plan.writes,
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
          isHand: false,
        }
      }),
  )
  .post(
    '/:id/verification',
    step('parcel:verify', 'Confirm that the record equals its documents', ['four-eyes']),
    small,
    at,
    body(Verification),
    (c) =>
      take(c, c.req.valid('param').id, ({ stored, shown }, now) => {
        const verification = c.req.valid('json')
        const { member } = c.var.caller
        if (stored.head.hands.includes(member)) throw fourEyes()
        const findings = findingsOf(shown, new Date(now))
        const withNotes =
          verification.notes.length > 0 ||
          verification.note !== undefined ||
          findings.some(({ severity }) => severity === 'E' || severity === 'B')
        return {
          record: verified(stored.record, { ...verification, by: member, at: now }, withNotes),
          action: 'verified',
          reason: verification.note,
          isHand: false,
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
        const { reason } = c.req.valid('json')
        const notice = { reason, notes: [], by: c.var.caller.member, at: now }
        return {
          record: returned(stored.record, notice),
          action: 'reopened',
          reason,
          isHand: false,
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
      take(c, c.req.valid('param').id, async ({ stored, role }, now) => {
        const retirement = c.req.valid('json')
        const wasSubmitted = stored.head.submittedAt !== undefined
        if (role !== 'kanwil' && role !== 'pusat' && wasSubmitted)
          throw wrongState(stored.head.state, ['draf'])
        await checkPapers(c, stored.documents, retirement, wasSubmitted)
        const { keys, writes } = await planNumbers(c, stored, null)
        return {
          record: retired(stored.record, { ...retirement, by: c.var.caller.member, at: now }),
          action: 'retired',
          reason: retirement.reason,
          isHand: false,
          numbers: keys,
          writes,
        }
      }),
  )

const fourEyes = (): Refusal =>
  new Refusal('four-eyes', {
    id: 'Anda ikut menyiapkan atau merilis bidang ini. Petugas Kanwil lain yang memverifikasinya.',
    en: 'You prepared or released this parcel yourself. Another officer of the Kanwil verifies it.',
  })

async function checkPapers(
  c: Ctx,
  known: Record<string, unknown>,
  { documents, successors }: Retirement,
  wasSubmitted: boolean,
): Promise<void> {
  const faults: Fault[] = documents.flatMap((id, i) =>
    Object.hasOwn(known, id) ? [] : [{ ...MISSING_PAPER, pointer: `#/documents/${i}` }],
  )
  if (wasSubmitted && documents.length === 0) faults.push(MISSING_PAPER)
  const heads = await Promise.all(successors.map((id) => findHead(c.var.deps.table, id)))
  for (const [i, head] of heads.entries())
    if (!head || !mayRead(c.var.caller, head, head.state))
      faults.push({
        pointer: `#/successors/${i}`,
        detail: {
          id: 'Bidang pengganti ini tidak ada di registri.',
          en: 'This successor is not in the registry.',
        },
      })
  if (faults.length > 0)
    throw new Refusal(
      'invalid-input',
      { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
      { faults },
    )
}
