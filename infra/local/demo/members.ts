import type { Deps } from '../../../functions/deps.ts'
import type { Member, RoleGrant } from '../../../functions/domain/member.ts'
import { findMember, memberId, saveMember } from '../../../functions/store/members.ts'
import { ACCOUNTS } from '../accounts.ts'

/** The registry itself, where nobody has signed in yet. */
const INSTALLER = { member: 'petak', role: 'sistem' }

const FROM = '2026-01-01'

const role = (name: RoleGrant['role'], scope: Partial<RoleGrant> = {}): RoleGrant => ({
  role: name,
  upt: [],
  kanwil: [],
  from: FROM,
  ...scope,
})

/** What the accounts of the local provider may do. */
const ROLES_OF: Readonly<Record<string, RoleGrant[]>> = {
  'petugas.binjai': [role('petugas', { upt: ['lapas-kelas-iia-binjai'] })],
  'kpb.binjai': [role('kpb', { upt: ['lapas-kelas-iia-binjai'] })],
  'petugas.batang': [role('petugas', { upt: ['lapas-kelas-iib-batang'] })],
  'kpb.batang': [role('kpb', { upt: ['lapas-kelas-iib-batang'] })],
  'kanwil.sumut': [role('kanwil', { kanwil: ['sumatera-utara'] })],
  'kanwil.jateng': [role('kanwil', { kanwil: ['jawa-tengah'] })],
  pusat: [role('pusat')],
  auditor: [role('auditor')],
}

const sameRoles = (a: Member['roles'], b: Member['roles']): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Register a member, or give one that is there these roles. */
async function setMember(
  deps: Deps,
  identity: { issuer: string; subject: string },
  name: string,
  roles: RoleGrant[],
  { replace }: { replace: boolean },
): Promise<void> {
  const id = memberId(identity)
  const stored = await findMember(deps.table, id)
  if (stored && (!replace || sameRoles(stored.member.roles, roles))) return
  const email = `${identity.subject}@petak.example` // no such domain: nothing can be sent there
  const member = stored ? { ...stored.member, roles } : { id, ...identity, name, roles, email }
  await saveMember(deps, stored, member, {
    actor: INSTALLER,
    action: stored ? 'changed' : 'registered',
  })
}

/**
 * Make the demo accounts members of the registry. Whoever is a member already stays as headquarters
 * left them.
 */
export async function ensureDemoMembers(deps: Deps, issuer: string): Promise<void> {
  for (const { account, name } of ACCOUNTS) {
    const roles = ROLES_OF[account] ?? []
    await setMember(deps, { issuer, subject: account }, name, roles, { replace: false })
  }
}

/** Subjects of the members that only the seed acts as: nobody can sign in with them. */
export const SEEDERS = { petugas: 'petugas.demo', kpb: 'kpb.demo', kanwil: 'kanwil.demo' } as const

const SEEDER_NAMES = {
  petugas: 'Petugas Unit Contoh',
  kpb: 'KPB Unit Contoh',
  kanwil: 'Kanwil Contoh',
}

/** Let the seed's members act for these units and Kanwil; with `until`, no later than that day. */
export async function setSeeders(
  deps: Deps,
  issuer: string,
  scope: { upt: string[]; kanwil: string[] },
  until?: string,
): Promise<void> {
  const term = { ...(until && { until }) }
  const roles = {
    petugas: role('petugas', { upt: scope.upt, ...term }),
    kpb: role('kpb', { upt: scope.upt, ...term }),
    kanwil: role('kanwil', { kanwil: scope.kanwil, ...term }),
  }
  for (const who of ['petugas', 'kpb', 'kanwil'] as const) {
    const identity = { issuer, subject: SEEDERS[who] }
    await setMember(deps, identity, SEEDER_NAMES[who], [roles[who]], { replace: true })
  }
}
