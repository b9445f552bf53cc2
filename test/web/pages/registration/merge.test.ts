import { expect, test } from 'vitest'
import { join, type Json, mergePatch } from '../../../../web/pages/registration/merge.ts'

// The examples of RFC 7396, appendix A, read backwards: from the original and the result.
test.each<{ from: Json; to: Json; patch: Json | undefined }>([
  { from: { a: 'b' }, to: { a: 'c' }, patch: { a: 'c' } },
  { from: { a: 'b' }, to: { a: 'b', b: 'c' }, patch: { b: 'c' } },
  { from: { a: 'b' }, to: {}, patch: { a: null } },
  { from: { a: 'b', b: 'c' }, to: { b: 'c' }, patch: { a: null } },
  { from: { a: ['b'] }, to: { a: 'c' }, patch: { a: 'c' } },
  { from: { a: { b: 'c' } }, to: { a: { b: 'd' } }, patch: { a: { b: 'd' } } },
  { from: { a: [{ b: 'c' }] }, to: { a: [1] }, patch: { a: [1] } },
  { from: { a: 1, b: 2 }, to: { b: 2, a: 1 }, patch: undefined },
])('a merge patch from $from to $to', ({ from, to, patch }) => {
  expect(mergePatch(from, to)).toEqual(patch)
})

test('changes of different fields join without a question', () => {
  const base = { name: 'A', address: { desa: 'X' } }
  const mine = { name: 'A', address: { desa: 'X', street: 'Jalan 1' } }
  const theirs = { name: 'B', address: { desa: 'Y' } }
  expect(join(base, mine, theirs)).toEqual({
    joined: { name: 'B', address: { desa: 'Y', street: 'Jalan 1' } },
    conflicts: [],
  })
})

test('one field changed on both sides is a conflict, and mine stands until a person chooses', () => {
  const { joined, conflicts } = join({ name: 'A' }, { name: 'B' }, { name: 'C' })
  expect(joined).toEqual({ name: 'B' })
  expect(conflicts).toEqual([{ pointer: '/name', mine: 'B', theirs: 'C' }])
})

test('removing here what was changed there is a conflict; removing on both sides is none', () => {
  expect(join({ a: 1 }, {}, { a: 2 }).conflicts).toHaveLength(1)
  expect(join({ a: 1 }, {}, {})).toEqual({ joined: {}, conflicts: [] })
})

test('documents that two people added are both kept, and a removed one stays away', () => {
  const base = { documents: ['one', 'gone'] }
  const mine = { documents: ['one', 'gone', 'mine'] }
  const theirs = { documents: ['one', 'theirs'] }
  expect(join(base, mine, theirs).joined).toEqual({ documents: ['one', 'theirs', 'mine'] })
})

test('two boundaries are never mixed', () => {
  const at = (x: number) => ({ geometry: { type: 'Polygon', coordinates: [[[x, 0]]] } })
  const { joined, conflicts } = join(at(1), at(2), at(3))
  expect(conflicts.map(({ pointer }) => pointer)).toEqual(['/geometry'])
  expect(joined).toEqual(at(2))
})
