import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, hashOf, type Json } from '../../functions/domain/canonical.ts'
import { applyChanges, type Change, diff } from '../../functions/domain/diff.ts'
import {
  conceal,
  departures,
  type Event,
  replay,
  reveal,
  sealEvent,
  verifyChain,
} from '../../functions/domain/history.ts'

/** Names that mean something to JavaScript, to RFC 6901 or to arrays. */
const awkward = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'a/b',
  '~',
  '~1',
  '0',
  '1',
  '',
)
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<Json>(null, true, false, 0, 1, '', 'a', {}, []),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string({ unit: 'grapheme' }),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(awkward, fc.string()), tie('value'), { maxKeys: 5 }),
  ),
})).value

const actor = { member: 'm1', role: 'petugas' }
const NOW = new Date('2026-11-23T02:00:00.000Z')

function chainOf(subject: string, states: readonly (Json | undefined)[]): Event[] {
  const events: Event[] = []
  states.forEach((state, index) => {
    const changes = diff(states[index - 1], state)
    const previous = events.at(-1) ?? null
    events.push(sealEvent({ subject, actor, action: 'ubah', changes }, previous, NOW))
  })
  return events
}

describe('diff', () => {
  test('tells each leaf, with what stood there before', () => {
    expect(diff({ name: 'A', areas: [1, 2, 3] }, { name: 'B', areas: [1, 5] })).toEqual([
      { pointer: '/areas/2', before: 3 },
      { pointer: '/areas/1', before: 2, after: 5 },
      { pointer: '/name', before: 'A', after: 'B' },
    ])
  })

  test('says where a container begins and ends, and of which kind', () => {
    expect(diff({ a: { '0': 1 } }, { a: [1] })).toEqual([
      { pointer: '/a/0', before: 1 },
      { pointer: '/a', before: {}, after: [] },
      { pointer: '/a/0', after: 1 },
    ])
    expect(diff(undefined, { 'a/b': { '~': null } })).toEqual([
      { pointer: '', after: {} },
      { pointer: '/a~1b', after: {} },
      { pointer: '/a~1b/~0', after: null },
    ])
  })

  test('is empty between equal records, whatever the order of their keys', () => {
    expect(diff({ a: 1, b: [{ c: undefined }] }, { b: [{}], a: 1 })).toEqual([])
  })

  test('applied one after another, rebuilds every record on the way', () => {
    const states = fc.array(fc.option(json, { nil: undefined }), { maxLength: 5 })
    fc.assert(
      fc.property(states, (records) => {
        let record: Json | undefined
        records.forEach((next, index) => {
          const changes = JSON.parse(JSON.stringify(diff(records[index - 1], next))) as Change[]
          record = applyChanges(record, changes)
          expect(record === undefined ? '' : canonical(record)).toBe(
            next === undefined ? '' : canonical(next),
          )
        })
        expect(Object.prototype).not.toHaveProperty('polluted')
      }),
      { numRuns: 500 },
    )
  })

  test.each<{ name: string; changes: Change[] }>([
    { name: 'another value stood there', changes: [{ pointer: '/a', before: 2, after: 3 }] },
    { name: 'nothing stood there', changes: [{ pointer: '/b', before: 1 }] },
    { name: 'something stood there', changes: [{ pointer: '/a', after: 3 }] },
    { name: 'nothing can hold it', changes: [{ pointer: '/a/b', after: 3 }] },
    {
      name: 'an inherited member is none',
      changes: [{ pointer: '/__proto__/polluted', after: 1 }],
    },
    { name: 'nor is a constructor', changes: [{ pointer: '/constructor/prototype/x', after: 1 }] },
    { name: 'an array has no gaps', changes: [{ pointer: '/list/3', after: 1 }] },
    { name: 'an array shrinks at its end', changes: [{ pointer: '/list/0', before: 0 }] },
    { name: 'an index has one form', changes: [{ pointer: '/list/01', after: 1 }] },
    { name: 'an array has no names', changes: [{ pointer: '/list/length', before: 2, after: 9 }] },
    { name: 'a container ends empty', changes: [{ pointer: '/list', before: [] }] },
    { name: 'a pointer starts with /', changes: [{ pointer: 'a', before: 1, after: 2 }] },
  ])('does not apply where $name', ({ changes }) => {
    expect(() => applyChanges({ a: 1, list: [0, 1] }, changes)).toThrow(RangeError)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a chain', () => {
  const events = chainOf('parcel:1', [{ s: 'draf' }, { s: 'diajukan' }, { s: 'diajukan', n: 1 }])

  test('starts at version 1, moves on at least 1 ms, and quotes the event before', () => {
    expect(events.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(events.map(({ at }) => at)).toEqual([
      '2026-11-23T02:00:00.000Z',
      '2026-11-23T02:00:00.001Z',
      '2026-11-23T02:00:00.002Z',
    ])
    expect(events.map(({ previous }) => previous)).toEqual([null, events[0]!.hash, events[1]!.hash])
    const { hash, ...content } = events[1]!
    expect(hash).toBe(hashOf(content))
    expect(verifyChain(events, 'parcel:1')).toEqual({ ok: true })
    expect(replay(events)).toEqual({ s: 'diajukan', n: 1 })
    expect(replay(events.slice(0, 1))).toEqual({ s: 'draf' })
    expect(replay([])).toBeUndefined()
  })

  test('has no reason where none was given', () => {
    const draft = { subject: 's', actor, action: 'a', changes: [] }
    expect(Object.keys(sealEvent({ ...draft, reason: undefined }, null, NOW))).not.toContain(
      'reason',
    )
    expect(sealEvent({ ...draft, reason: 'salah' }, null, NOW).reason).toBe('salah')
  })

  test('takes no event of another subject', () => {
    const draft = { subject: 'parcel:2', actor, action: 'a', changes: [] }
    expect(() => sealEvent(draft, events[2]!, NOW)).toThrow(TypeError)
  })

  const other = chainOf('parcel:2', [{ s: 'draf' }, { s: 'diajukan' }])
  const resealed = (event: Event, change: Partial<Event>): Event => {
    const { hash: _, ...content } = { ...event, ...change }
    return { ...content, hash: hashOf(content) }
  }
  test.each<{ name: string; tampered: unknown[]; at: number }>([
    { name: 'no event', tampered: [], at: 1 },
    { name: 'the first removed', tampered: events.slice(1), at: 1 },
    { name: 'one removed', tampered: [events[0], events[2]], at: 2 },
    { name: 'two swapped', tampered: [events[0], events[2], events[1]], at: 2 },
    { name: 'one repeated', tampered: [events[0], events[0], events[1], events[2]], at: 2 },
    { name: 'one of another chain', tampered: [events[0], other[1], events[2]], at: 2 },
    { name: 'a whole other chain', tampered: other, at: 1 },
    { name: 'no object', tampered: [events[0], null], at: 2 },
    {
      name: 'a changed event with a hash made anew',
      tampered: [resealed(events[0]!, { action: 'lain' }), events[1], events[2]],
      at: 2,
    },
    {
      name: 'a time that does not move on',
      tampered: [events[0], resealed(events[1]!, { at: events[0]!.at })],
      at: 2,
    },
    { name: 'a first event with a predecessor', tampered: [resealed(events[0]!, { previous: events[1]!.hash })], at: 1 }, // prettier-ignore
    { name: 'a member that events have not', tampered: [{ ...events[0], extra: 1 }], at: 1 },
  ])('is broken by $name', ({ tampered, at }) => {
    expect(verifyChain(tampered, 'parcel:1')).toMatchObject({ ok: false, at })
  })

  test('without a subject to expect, follows that of its first event', () => {
    expect(verifyChain(other)).toEqual({ ok: true })
  })
})

describe('personal values', () => {
  let salts = 0
  const salt = () => (++salts).toString(16).padStart(32, '0')
  const isPersonal = (pointer: string) => pointer.startsWith('/holder')
  const draft = (changes: Change[]) => ({ subject: 'parcel:1', actor, action: 'ubah', changes })
  const first = conceal(diff(undefined, { holder: { name: 'Budi' }, s: 1 }), isPersonal, salt)
  const second = conceal(
    diff({ holder: { name: 'Budi' }, s: 1 }, { holder: { name: 'Siti' }, s: 1 }),
    isPersonal,
    salt,
  )
  const one = sealEvent(draft(first.changes), null, NOW)
  const events = [one, sealEvent(draft(second.changes), one, NOW)]
  const personal = { ...first.personal, ...second.personal }

  test('stand outside the chain, each salted apart', () => {
    expect(JSON.stringify(events)).not.toMatch(/Budi|Siti/)
    expect(Object.values(personal).map(({ value }) => value)).toEqual(['Budi', 'Budi', 'Siti'])
    expect(new Set(Object.keys(personal)).size).toBe(3)
  })

  test('come back where they are known', () => {
    expect(reveal(replay(events), personal)).toEqual({ holder: { name: 'Siti' }, s: 1 })
    expect(reveal(events, personal)[1]!.changes).toEqual([
      { pointer: '/holder/name', before: 'Budi', after: 'Siti' },
    ])
    expect(departures(events, personal, { holder: { name: 'Siti' }, s: 1 })).toEqual([])
    expect(departures(events, personal, { holder: { name: 'Ani' }, s: 1 })).toEqual([
      '/holder/name',
    ])
  })

  test('can be erased, and the chain still holds', () => {
    expect(verifyChain(events)).toEqual({ ok: true })
    expect(reveal(replay(events), {})).toEqual({ holder: { name: { erased: true } }, s: 1 })
    expect(departures(events, {}, { holder: { name: 'anyone' }, s: 1 })).toEqual([])
    expect(departures(events, {}, { holder: {}, s: 2 })).toEqual(['/s'])
  })

  test('need a salt of 16 bytes', () => {
    const changes = diff(undefined, 'Budi')
    expect(() => conceal(changes, () => true, () => 'ab')).toThrow(TypeError) // prettier-ignore
  })

  test('a record cannot pretend to hold one', () => {
    expect(() => diff(undefined, { x: { personal: 'a'.repeat(64) } })).toThrow(TypeError)
  })
})
