import { expect, test } from 'vitest'
import type { Event } from '../../../../functions/domain/history.ts'
import {
  changesOf,
  contentOnly,
  documentsIn,
  documentsOf,
  type History,
  sinceJudged,
} from '../../../../web/pages/parcel/history.ts'

const HASH = 'ab'.repeat(32)
const GONE = 'cd'.repeat(32)
const DOCUMENT = '01a209db-e31a-72a0-8462-df0de007401b'

let version = 0
const event = (action: string, changes: Event['changes']): Event => ({
  subject: 'parcel:1',
  version: ++version,
  at: `2026-01-15T03:2${version}:00.000Z`,
  actor: { member: 'a', role: 'petugas' },
  action,
  changes,
  previous: null,
  hash: HASH,
})
const history = (...events: Event[]): History => ({
  events,
  members: {},
  personal: { [HASH]: 'Pemerintah Kota Binjai' },
})

test('changes over several events are told once a field: the first before and the last after', () => {
  const events = [
    event('changed', [{ pointer: '/properties/name', before: 'Kebun', after: 'Sawah' }]),
    event('changed', [{ pointer: '/properties/name', before: 'Sawah', after: 'Kolam' }]),
  ]
  expect(changesOf(events, history(...events))).toEqual([
    { pointer: '/properties/name', before: 'Kebun', after: 'Kolam' },
  ])
})

test('what came back to what it was has not changed', () => {
  const events = [
    event('changed', [{ pointer: '/properties/name', before: 'Kebun', after: 'Sawah' }]),
    event('changed', [{ pointer: '/properties/name', before: 'Sawah', after: 'Kebun' }]),
  ]
  expect(changesOf(events, history(...events))).toEqual([])
})

test('personal values are put back, and erased ones say so', () => {
  const one = event('changed', [
    {
      pointer: '/properties/grant/grantor/name',
      before: { personal: GONE },
      after: { personal: HASH },
    },
  ])
  expect(changesOf([one], history(one))).toEqual([
    {
      pointer: '/properties/grant/grantor/name',
      before: { erased: true },
      after: 'Pemerintah Kota Binjai',
    },
  ])
})

test('containers, states and marks are no content', () => {
  const one = event('drafted', [
    { pointer: '', after: {} },
    { pointer: '/properties', after: {} },
    { pointer: '/properties/titles', after: [] },
    { pointer: '/state', after: 'draf' },
    { pointer: '/handover/by', after: 'a' },
    { pointer: '/properties/upt', after: 'lapas-kelas-iia-binjai' },
    { pointer: '/boundary', after: HASH },
  ])
  const content = contentOnly(changesOf([one], history(one)))
  expect(content.map(({ pointer }) => pointer)).toEqual(['/properties/upt', '/boundary'])
})

test('documents are told by name, of the event that brought them', () => {
  const one = event('document-added', [
    { pointer: `/documents/${DOCUMENT}`, after: {} },
    { pointer: `/documents/${DOCUMENT}/name`, after: 'nphd.pdf' },
    { pointer: `/documents/${DOCUMENT}/size`, after: 1814 },
  ])
  expect(documentsOf(one)).toEqual([DOCUMENT])
  expect(documentsIn(history(one)).get(DOCUMENT)).toEqual({ name: 'nphd.pdf', size: 1814 })
})

test('a verifier sees what came after the last judgement', () => {
  const events = ['drafted', 'submitted', 'returned', 'changed', 'submitted'].map((action) =>
    event(action, []),
  )
  const { judged, since } = sinceJudged(events)
  expect(judged?.action).toBe('returned')
  expect(since.map(({ action }) => action)).toEqual(['changed', 'submitted'])
  expect(sinceJudged(events.slice(0, 2))).toMatchObject({ judged: undefined, since: [{}, {}] })
})
