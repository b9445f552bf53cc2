import { Hono } from 'hono'
import { body, parameters, small } from '../body.ts'
import { Answer } from '../domain/answer-form.ts'
import type { CaseStepName } from '../domain/idle-transitions.ts'
import { type Env, operation } from '../operation.ts'
import { ParcelFeature } from '../parcels/feature.ts'
import { openParcel } from '../parcels/open.ts'
import { ParcelId } from '../parcels/steps.ts'
import { etagOf } from '../precondition.ts'
import { settingsOn } from '../store/settings.ts'
import {
  Acceptance,
  Flag,
  Monitoring,
  Notice,
  Report,
  Request,
  Revocation,
  Scan,
  SentNotice,
  UseAgain,
  wholeLetter,
} from './requests.ts'
import { ShownCases, shownCases } from './shown.ts'
import { addScan, takeStep } from './step.ts'

const at = parameters('param', ParcelId)

const step = (name: CaseStepName | 'scan', summary: string) =>
  operation({
    action: `idle:${name}`,
    summary,
    answers: {
      200: {
        description: 'The parcel after the step',
        schema: ParcelFeature,
        contentType: 'application/geo+json',
      },
    },
    refusals: [
      'not-found',
      'wrong-state',
      'invalid-input',
      'too-large',
      'stale',
      'precondition-required',
      'idempotency-key-reused',
    ],
  })

/** Routes under `/parcels/:id/case`: idle cases, step by step, each with If-Match. */
export const idle = new Hono<Env>()
  .get(
    '/:id/case',
    operation({
      action: 'use:read',
      summary: 'The idle cases of a parcel, and the steps that the caller may take',
      answers: { 200: { description: 'The cases', schema: ShownCases } },
      refusals: ['not-found'],
    }),
    at,
    async (c) => {
      const { deps, caller, language } = c.var
      const { stored } = await openParcel(c, c.req.valid('param').id)
      const { today } = await settingsOn(deps.table, deps.now())
      const reader = { caller, place: stored.head, language, today }
      return c.json(shownCases(stored.record, reader), 200, {
        ETag: etagOf(stored.chain.version),
        'Cache-Control': 'private, no-store',
        Vary: 'Accept-Language, Authorization',
      })
    },
  )
  .post(
    '/:id/case/flag',
    step('flag', 'Flag land as unused, the whole parcel or a part'),
    small,
    at,
    body(Flag),
    (c) => takeStep(c, c.req.valid('param').id, 'flag', c.req.valid('json')),
  )
  .post(
    '/:id/case/request',
    step('request', 'Ask the unit for clarification by letter'),
    small,
    at,
    body(Request),
    (c) => takeStep(c, c.req.valid('param').id, 'request', c.req.valid('json')),
  )
  .post(
    '/:id/case/answer',
    step('answer', 'Answer a clarification, with the form of PMK 120/2024 Ps. 8'),
    small,
    at,
    body(Answer),
    (c) => {
      const answer = c.req.valid('json')
      return takeStep(c, c.req.valid('param').id, 'answer', { answer, letter: answer.letter })
    },
  )
  .post(
    '/:id/case/plan',
    step('plan', 'Accept the plan of an answer'),
    small,
    at,
    body(Acceptance),
    (c) => takeStep(c, c.req.valid('param').id, 'plan', c.req.valid('json')),
  )
  .post(
    '/:id/case/monitoring',
    step('monitoring', 'Tell how a plan goes on'),
    small,
    at,
    body(Monitoring),
    (c) => takeStep(c, c.req.valid('param').id, 'monitoring', c.req.valid('json')),
  )
  .post(
    '/:id/case/use-again',
    step('use-again', 'Close a case: the land is in use again, with fresh evidence'),
    small,
    at,
    body(UseAgain),
    (c) => takeStep(c, c.req.valid('param').id, 'use-again', c.req.valid('json')),
  )
  .post(
    '/:id/case/revocation',
    step('revocation', 'Withdraw a flag that was wrong'),
    small,
    at,
    body(Revocation),
    (c) => takeStep(c, c.req.valid('param').id, 'revocation', c.req.valid('json')),
  )
  .post(
    '/:id/case/report',
    step('report', 'Report land to the Pengelola Barang by letter'),
    small,
    at,
    body(Report),
    (c) => takeStep(c, c.req.valid('param').id, 'report', c.req.valid('json')),
  )
  .post(
    '/:id/case/letter',
    step('letter', 'Record a letter of the Pengelola Barang and what it says in law'),
    small,
    at,
    body(SentNotice, ['application/json'], { as: Notice }),
    (c) => {
      const notice = c.req.valid('json')
      const said = { ...notice, letter: wholeLetter(notice) }
      return takeStep(c, c.req.valid('param').id, 'letter', said)
    },
  )
  .post(
    '/:id/case/scan',
    step('scan', 'Put the signed scan to a letter that was recorded by number and date'),
    small,
    at,
    body(Scan),
    (c) => {
      const { step: index, document } = c.req.valid('json')
      return addScan(c, c.req.valid('param').id, index, document)
    },
  )
