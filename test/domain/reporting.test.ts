import { expect, test } from 'vitest'
import {
  doubtsIn,
  evidenceOf,
  freed,
  provedBy,
  reportFaults,
  unproved,
} from '../../functions/domain/reporting.ts'
import type { Photo, Report } from '../../functions/domain/report.ts'
import type { Block, Grade } from '../../functions/domain/use.ts'

const block = (id: string, more: Partial<Block> = {}): Block => ({
  id,
  name: `Blok ${id}`,
  kind: 'tanaman-pangan',
  areaM2: 113_000,
  from: '2026-01-01',
  ...more,
})
const report = (id: string, provedOn: string, grade: Grade, blocks: string[]): Report => ({
  id,
  period: { from: '2026-01-01', until: provedOn },
  entries: blocks.map((each) => ({ block: each })),
  photos: [],
  by: 'petugas',
  at: '2026-11-23T03:00:00.000Z',
  grade,
  provedOn,
})
const photo = (grade: Grade, at: string, more: Partial<Photo> = {}): Photo => ({
  id: 'f',
  name: 'Jagung.jpg',
  contentType: 'image/jpeg',
  size: 1,
  sha256: '0',
  shown: '0',
  by: 'petugas',
  at: '2026-11-23T03:00:00.000Z',
  grade,
  taken: { at },
  ...more,
})
const october = { from: '2026-10-01', until: '2026-10-31' }

test('a photo that its report lets go keeps the doubt that camera and phone disagree', () => {
  const doubted = { doubts: ['time' as const], report: 'r1' }
  const exif = { at: '2023-10-20T09:30:00' }
  const taken = '2026-10-20T02:30:00.000Z'
  expect(freed(photo('posisi', taken, doubted), '2026-11-23').doubts).toBe(undefined)
  expect(freed(photo('posisi', taken, { ...doubted, exif }), '2026-11-23').doubts).toEqual(['time'])
})

test('the newest evidence proves a block, whichever report comes first', () => {
  const [early, late] = [
    report('r1', '2026-06-10', 'posisi', ['a']),
    report('r2', '2026-10-31', 'pernyataan', ['a', 'b']),
  ]
  const use = { blocks: { a: block('a'), b: block('b') } }
  const proved = {
    a: { on: '2026-10-31', grade: 'pernyataan', report: 'r2' },
    b: { on: '2026-10-31', grade: 'pernyataan', report: 'r2' },
  }
  for (const order of [
    [early, late],
    [late, early],
  ]) {
    const { blocks = {} } = order.reduce(provedBy, use)
    expect({ a: blocks.a?.proof, b: blocks.b?.proof }).toEqual(proved)
  }
})

test('of one day the stronger evidence counts', () => {
  const use = { blocks: { a: block('a') } }
  const word = report('r1', '2026-10-31', 'pernyataan', ['a'])
  const stood = report('r2', '2026-10-31', 'posisi', ['a'])
  expect(provedBy(provedBy(use, stood), word).blocks!.a!.proof?.report).toBe('r2')
  expect(provedBy(provedBy(use, word), stood).blocks!.a!.proof?.report).toBe('r2')
})

test('a withdrawn report proves nothing; those that remain do', () => {
  const [r1, r2] = [
    report('r1', '2026-06-10', 'exif', ['a']),
    report('r2', '2026-10-31', 'posisi', ['a', 'b']),
  ]
  const use = [r1, r2].reduce(provedBy, { blocks: { a: block('a'), b: block('b') } })
  const { blocks = {} } = unproved(use, 'r2', [r2, r1])
  expect(blocks.a?.proof).toEqual({ on: '2026-06-10', grade: 'exif', report: 'r1' })
  expect(blocks.b).toEqual(block('b'))
  const withdrawn = { by: 'petugas', at: r1.at, reason: 'Salah blok' }
  expect(unproved(use, 'r2', [{ ...r1, withdrawn }]).blocks?.a?.proof).toBeUndefined()
  expect(unproved(use, 'r1', []).blocks?.a?.proof?.report).toBe('r2')
})

test('the strongest photo without doubts gives grade and day; else the word for the period', () => {
  const word = { grade: 'pernyataan', on: '2026-10-31' }
  expect(evidenceOf([], october)).toEqual(word)
  const day = '2026-10-12T03:00:00.000Z'
  expect(evidenceOf([photo('pernyataan', day)], october)).toEqual(word)
  expect(evidenceOf([photo('posisi', day, { doubts: ['place'] })], october)).toEqual(word)
  expect(
    evidenceOf([photo('exif', '2026-10-20T03:00:00.000Z'), photo('posisi', day)], october),
  ).toEqual({ grade: 'posisi', on: '2026-10-12' })
})

test('a photo of another period or another report is doubted', () => {
  const taken = photo('posisi', '2026-10-12T03:00:00.000Z')
  expect(doubtsIn(taken, october, false)).toBeUndefined()
  expect(doubtsIn(taken, { from: '2026-11-01', until: '2026-11-20' }, false)).toEqual(['time'])
  expect(doubtsIn({ ...taken, doubts: ['place'] }, october, true)).toEqual(['place', 'reused'])
  // 23.30 UTC on the last of September is the first of October in Jakarta
  expect(doubtsIn(photo('posisi', '2026-09-30T23:30:00.000Z'), october, false)).toBeUndefined()
})

test.each<{ name: string; entries?: Report['entries']; until?: string; at: string[] }>([
  { name: 'a harvest of zero', entries: [{ block: 'a', harvest: { amount: 0, unit: 'kg' } }], at: [] }, // prettier-ignore
  { name: 'a period beyond today', until: '2026-11-24', at: ['#/period/until'] },
  { name: 'a block of elsewhere', entries: [{ block: 'x' }], at: ['#/entries/0/block'] },
  { name: 'a block that had ended', entries: [{ block: 'past' }], at: ['#/entries/0/block'] },
  { name: 'a block that begins later', entries: [{ block: 'next' }], at: ['#/entries/0/block'] },
  { name: 'a block that ended within', entries: [{ block: 'ended' }], at: [] },
  {
    name: 'a harvest that is to come',
    entries: [{ block: 'a', plantedOn: '2026-10-02', harvestedOn: '2026-12-01' }],
    at: ['#/entries/0/harvestedOn'],
  },
])('$name: faults at $at', ({ entries = [{ block: 'a' }], until = october.until, at }) => {
  const blocks = {
    a: block('a'),
    past: block('past', { until: '2026-09-30' }),
    next: block('next', { from: '2026-11-02' }),
    ended: block('ended', { ended: { on: '2026-10-15', reason: 'Panen selesai' } }),
  }
  const sent = { ...report('r', until, 'pernyataan', []), entries }
  const faults = reportFaults({ ...sent, period: { ...october, until } }, { blocks }, '2026-11-23')
  expect(faults.map(({ pointer }) => pointer)).toEqual(at)
})
