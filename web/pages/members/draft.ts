import type { Member, RoleGrant } from '../../../functions/domain/member.ts'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import type { Role } from '../../../functions/domain/permissions.ts'
import { membersMessages as m } from '../../messages/members.ts'
import type { MemberDraft } from '../../members.ts'

/** One role as the form holds it: empty texts where nothing is filled in. */
export interface RoleDraft {
  role: Role
  upt: string[]
  kanwil: string[]
  from: string
  until: string
}

/** A member as the form holds one. */
export interface Draft {
  name: string
  subject: string
  roles: RoleDraft[]
}

/** Something missing or wrong, and the field that cures it. */
export interface DraftFault {
  id: string
  text: Phrase
}

/** What a role reaches: its units, its Kanwil, or the country. */
export const reachOf = (role: Role): 'upt' | 'kanwil' | 'country' =>
  role === 'petugas' || role === 'kpb' ? 'upt' : role === 'kanwil' ? 'kanwil' : 'country'

/** A role that begins today. */
export const newRole = (today: string): RoleDraft => ({
  role: 'petugas',
  upt: [],
  kanwil: [],
  from: today,
  until: '',
})

/** The form for a new member, or for a known one. */
export const draftOf = (member: Member | undefined, today: string): Draft => ({
  name: member?.name ?? '',
  subject: member?.subject ?? '',
  roles: member
    ? member.roles.map((role) => ({ ...role, until: role.until ?? '' }))
    : [newRole(today)],
})

/** Id of a field of a role. */
export const roleField = (index: number, field: 'role' | 'upt' | 'kanwil' | 'from' | 'until') =>
  `role-${index}-${field}`

/** Everything that keeps the form from being sent, field by field. */
export function faultsOf({ name, subject, roles }: Draft): DraftFault[] {
  const faults: DraftFault[] = []
  if (!name.trim()) faults.push({ id: 'member-name', text: m.nameMissing })
  if (!subject.trim()) faults.push({ id: 'member-subject', text: m.subjectMissing })
  if (roles.length === 0) faults.push({ id: 'add-role', text: m.roleMissing })
  roles.forEach(({ role, upt, kanwil, from, until }, index) => {
    const add = (field: Parameters<typeof roleField>[1], text: Phrase) =>
      faults.push({ id: roleField(index, field), text })
    if (reachOf(role) === 'upt' && upt.length === 0) add('upt', m.unitMissing)
    if (reachOf(role) === 'kanwil' && kanwil.length === 0) add('kanwil', m.kanwilMissing)
    if (!from) add('from', m.fromMissing)
    if (from && until && until < from) add('until', m.untilEarly)
  })
  return faults
}

/** What is sent: no scope that the role does not have, no empty last day. */
export const sentOf = ({ name, subject, roles }: Draft): MemberDraft => ({
  name: name.trim(),
  subject: subject.trim(),
  roles: roles.map(({ role, upt, kanwil, from, until }): RoleGrant => ({
    role,
    upt: reachOf(role) === 'upt' ? upt : [],
    kanwil: reachOf(role) === 'kanwil' ? kanwil : [],
    from,
    ...(until && { until }),
  })),
})

/** The field that a fault of the registry belongs to, by its pointer such as `#/roles/0/upt/1`. */
export function fieldOf(pointer: string): string | undefined {
  const [, first, index, field] = pointer.split('/')
  if (first === 'name' || first === 'subject') return `member-${first}`
  const known = (['role', 'upt', 'kanwil', 'from', 'until'] as const).find((f) => f === field)
  return first === 'roles' && index ? roleField(Number(index), known ?? 'role') : undefined
}
