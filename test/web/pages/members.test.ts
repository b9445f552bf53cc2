import { expect, test } from 'vitest'
import * as v from 'valibot'
import { NewMember } from '../../../functions/domain/member.ts'
import { type Draft, faultsOf, fieldOf, newRole, sentOf } from '../../../web/pages/members/draft.ts'

const TODAY = '2026-11-23'
const filled: Draft = {
  name: ' Siti Rahmawati ',
  subject: 'siti',
  roles: [{ ...newRole(TODAY), upt: ['lapas-kelas-iia-binjai'] }],
}
const withRole = (change: Partial<Draft['roles'][number]>): Draft => ({
  ...filled,
  roles: [{ ...filled.roles[0]!, ...change }],
})

test.each<{ name: string; draft: Draft; ids: string[] }>([
  { name: 'a complete form has none', draft: filled, ids: [] },
  { name: 'blanks are no name', draft: { ...filled, name: '  ' }, ids: ['member-name'] },
  { name: 'an account is needed', draft: { ...filled, subject: '' }, ids: ['member-subject'] },
  { name: 'a role is needed', draft: { ...filled, roles: [] }, ids: ['add-role'] },
  { name: 'a petugas needs a unit', draft: withRole({ upt: [] }), ids: ['role-0-upt'] },
  { name: 'kanwil needs a Kanwil', draft: withRole({ role: 'kanwil' }), ids: ['role-0-kanwil'] },
  { name: 'pusat needs neither', draft: withRole({ role: 'pusat', upt: [] }), ids: [] },
  { name: 'a first day is needed', draft: withRole({ from: '' }), ids: ['role-0-from'] },
  { name: 'the end follows', draft: withRole({ until: '2026-11-22' }), ids: ['role-0-until'] },
])('faults: $name', ({ draft, ids }) => {
  expect(faultsOf(draft).map(({ id }) => id)).toEqual(ids)
})

test.each<{ name: string; draft: Draft }>([
  { name: 'petugas', draft: filled },
  { name: 'a unit left over from another role', draft: withRole({ role: 'pusat' }) },
  { name: 'with a last day', draft: withRole({ until: TODAY }) },
])('a form without faults is what the registry takes: $name', ({ draft }) => {
  expect(v.safeParse(NewMember, sentOf(draft)).issues).toBeUndefined()
})

test.each([
  ['#/name', 'member-name'],
  ['#/subject', 'member-subject'],
  ['#/roles/1/upt/0', 'role-1-upt'],
  ['#/roles/0', 'role-0-role'],
  ['#/issuer', undefined],
])('a fault at %s belongs to the field %s', (pointer, id) => {
  expect(fieldOf(pointer)).toBe(id)
})
