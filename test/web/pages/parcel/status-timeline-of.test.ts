import { expect, test } from 'vitest'
import { diff } from '../../../../functions/domain/diff.ts'
import type { Json } from '../../../../functions/domain/canonical.ts'
import type { Event } from '../../../../functions/domain/history.ts'
import type { Standing, UseStatus } from '../../../../functions/domain/standing.ts'
import { standingOn, standingsIn } from '../../../../web/pages/parcel/status-timeline-of.ts'

const standing = (use: UseStatus, since: string, more: Partial<Standing> = {}): Standing => ({
  use,
  idle: null,
  problem: null,
  why: { rule: 'G02', definition: 1, since },
  areas: null,
  ...more,
})

/** A chain of records as the history keeps it: each event says what changed. */
function chain(steps: [at: string, record: object][]): Event[] {
  let before: Json | undefined
  return steps.map(([at, record], i) => {
    const after = JSON.parse(JSON.stringify(record)) as Json
    const changes = diff(before, after)
    before = after
    const actor = { member: 'registri', role: 'sweep' }
    return { subject: 'parcel:x', version: i + 1, at, actor, action: 'swept', changes, previous: null, hash: '' } // prettier-ignore
  })
}

const events = chain([
  ['2026-06-01T03:00:00.000Z', { state: 'draf' }],
  ['2026-06-02T03:00:00.000Z', { state: 'diajukan', standing: standing('belum-terbukti', '2026-06-01') }], // prettier-ignore
  ['2026-06-05T03:00:00.000Z', { state: 'terverifikasi', standing: standing('belum-terbukti', '2026-06-01') }], // prettier-ignore
  ['2026-07-01T16:00:00.000Z', { state: 'terverifikasi', standing: standing('digunakan', '2026-07-01', { areas: { provedM2: 10, unprovedM2: 0, vacantM2: 0 } }) }], // prettier-ignore
  ['2026-07-01T18:00:00.000Z', { state: 'terverifikasi', standing: standing('digunakan', '2026-07-01', { problem: 'sengketa' }) }], // prettier-ignore
])

test('each change of an axis is one entry, from its day in Jakarta', () => {
  const told = standingsIn(events).map(({ from, standing: { use, problem } }) => [from, use, problem]) // prettier-ignore
  expect(told).toEqual([
    ['2026-06-02', 'belum-terbukti', null],
    ['2026-07-01', 'digunakan', null], // 23.00 WIB
    ['2026-07-02', 'digunakan', 'sengketa'], // 01.00 WIB
  ])
})

test.each([
  ['2026-06-01', undefined],
  ['2026-06-30', 'belum-terbukti'],
  ['2026-07-01', 'digunakan'],
])('on %s it stood as %s', (day, use) => {
  expect(standingOn(events, day)?.use).toBe(use)
})
