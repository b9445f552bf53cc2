import { deadlinesOf } from '../domain/deadlines.ts'
import type { Given } from '../domain/definition.ts'
import { scanned } from '../domain/idle-scan.ts'
import { type CaseSaid, stepCase } from '../domain/idle-steps.ts'
import type { CaseStepName } from '../domain/idle-transitions.ts'
import type { Notice } from '../domain/notice.ts'
import type { Role } from '../domain/permissions.ts'
import type { ParcelRecord } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Ctx } from '../operation.ts'
import { take } from '../parcels/take.ts'
import { settingsOn } from '../store/settings.ts'

/** What the history calls each step. */
const ACTIONS: Record<CaseStepName, string> = {
  flag: 'idle-flagged',
  request: 'clarification-asked',
  answer: 'clarification-answered',
  plan: 'plan-accepted',
  monitoring: 'plan-monitored',
  'use-again': 'used-again',
  revocation: 'idle-flag-withdrawn',
  report: 'idle-reported',
  letter: 'idle-letter-recorded',
}

/** Steps that may be taken time and again; a case can always be brought to its end. */
const REPEATED: readonly CaseStepName[] = ['request', 'answer', 'plan', 'monitoring']
/** All cases and plans of a parcel, in bytes of JSON: with its properties they share one item. */
const MOST_BYTES = 128 * 1024

function requireRoom(...parts: unknown[]): void {
  if (Buffer.byteLength(JSON.stringify(parts)) <= MOST_BYTES) return
  throw new Refusal('too-large', {
    id: 'Kasus bidang ini sudah terlalu panjang untuk ditambah. Ringkas isinya; rinciannya unggah sebagai dokumen.',
    en: 'The cases of this parcel are too long to be added to. Shorten them; send details as a document.',
  })
}

/** Carry out one step of the idle case of the parcel in the path. */
export const takeStep = (
  c: Ctx,
  id: string,
  step: CaseStepName,
  said: CaseSaid,
): Promise<Response> =>
  take(c, id, async ({ stored, shown, role }, now) => {
    const { deps, caller } = c.var
    const at = now > stored.chain.at ? now : stored.chain.at // clocks of two servers differ
    const { today, definition, holidays } = await settingsOn(deps.table, new Date(now))
    const given = { today, areaM2: shown.areaM2, definition, holidays }
    const mark = { by: caller.member, at, newId: deps.newId }
    const record = stepCase(stored.record, step, said, mark, given)
    if (REPEATED.includes(step)) requireRoom(record.idleCase, record.pastCases, record.use)
    return {
      record,
      action: ACTIONS[step],
      reason: said.reason,
      hands: [],
      notices: asked(record, given, role),
    }
  })

/** Whoever has to act next is told so in the next digest, but not of what they asked themselves. */
const asked = (record: ParcelRecord, given: Given, by: Role): Notice[] =>
  deadlinesOf(record, given)
    .filter(({ clock }) => clock.startsWith('kasus-'))
    .flatMap(({ owners, clock, key, day }) =>
      owners
        .filter((to) => to !== by)
        .map((to) => ({ to, kind: 'reminder' as const, clock, key, day })),
    )

/** Put the signed scan to a letter of the last case of the parcel in the path. */
export const addScan = (c: Ctx, id: string, index: number, document: string): Promise<Response> =>
  take(c, id, ({ stored }) => ({
    record: scanned(stored.record, index, document),
    action: 'letter-scanned',
    hands: [],
  }))
