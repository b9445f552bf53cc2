import type { State } from './parcel.ts'

/** What a person is in the registry. One person may hold several, each for its own units or Kanwil. */
export const ROLES = ['petugas', 'kpb', 'kanwil', 'pusat', 'auditor'] as const
export type Role = (typeof ROLES)[number]

/** A membership that is in force: a role, and the units or Kanwil it holds for. */
export interface HeldRole {
  role: Role
  /** Ids of units, for petugas and kpb. */
  upt: readonly string[]
  /** Ids of Kanwil, for kanwil. */
  kanwil: readonly string[]
}

/** Who asks: a member, with the roles that are in force now. */
export interface Caller {
  member: string
  name: string
  roles: readonly HeldRole[]
}

/** Where a thing belongs. */
export interface Place {
  upt: string
  kanwil: string
}

/** How far a role reaches: its own units, its own Kanwil, or the whole country. */
type Reach = 'unit' | 'kanwil' | 'country'

interface Permit {
  reach: Reach
  /** Record states from which the action may start; any, when left out. */
  from?: readonly State[]
}

const OPEN = ['draf', 'dikembalikan'] as const
const VERIFIED = ['terverifikasi', 'terverifikasi-dengan-catatan'] as const
const LIVING = [...OPEN, 'diajukan', ...VERIFIED] as const
const REGISTERED = ['diajukan', ...VERIFIED] as const
/** A case that is open goes on while its parcel is being corrected. */
const WITH_CASE = ['dikembalikan', ...REGISTERED] as const

const everyone = (): Record<Role, Permit> => ({
  petugas: { reach: 'country' },
  kpb: { reach: 'country' },
  kanwil: { reach: 'country' },
  pusat: { reach: 'country' },
  auditor: { reach: 'country' },
})
const insiders = (): Record<Role, Permit> => ({
  petugas: { reach: 'unit' },
  kpb: { reach: 'unit' },
  kanwil: { reach: 'kanwil' },
  pusat: { reach: 'country' },
  auditor: { reach: 'country' },
})

/** What the Kanwil does in a case, and headquarters after an escalation. */
const region = (from: readonly State[]): Partial<Record<Role, Permit>> => ({
  kanwil: { reach: 'kanwil', from },
  pusat: { reach: 'country', from },
})

/**
 * Who may do what: role by action by reach. Whatever is not here is refused.
 *
 * `parcel:read` opens what has been submitted or verified; drafts, returned and retired parcels,
 * restricted fields, documents and history need `parcel:read-restricted`.
 */
export const PERMISSIONS = {
  'parcel:list': everyone(),
  'parcel:read': everyone(),
  'parcel:read-restricted': insiders(),
  'parcel:draft': { petugas: { reach: 'unit' } },
  'parcel:change': { petugas: { reach: 'unit', from: OPEN } },
  'boundary:inspect': { petugas: { reach: 'unit' } },
  'parcel:hand-over': { petugas: { reach: 'unit', from: OPEN } },
  'parcel:submit': { kpb: { reach: 'unit', from: OPEN } },
  'parcel:return': {
    kpb: { reach: 'unit', from: OPEN }, // what the petugas handed over
    kanwil: { reach: 'kanwil', from: ['diajukan'] },
  },
  'parcel:verify': { kanwil: { reach: 'kanwil', from: ['diajukan'] } },
  'parcel:decide-overlap': { pusat: { reach: 'country', from: ['diajukan'] } },
  'parcel:reopen': {
    kpb: { reach: 'unit', from: VERIFIED },
    kanwil: { reach: 'kanwil', from: VERIFIED },
    pusat: { reach: 'country', from: VERIFIED },
  },
  'parcel:retire': {
    petugas: { reach: 'unit', from: ['draf'] },
    kpb: { reach: 'unit', from: ['draf'] },
    kanwil: { reach: 'kanwil', from: LIVING },
    pusat: { reach: 'country', from: LIVING },
  },
  'document:add': {
    petugas: { reach: 'unit', from: OPEN },
    kpb: { reach: 'unit', from: WITH_CASE }, // the signed answer to a clarification
    kanwil: { reach: 'kanwil', from: LIVING }, // decisions, such as the paper behind a retirement
    pusat: { reach: 'country', from: LIVING },
  },
  'document:withdraw': { petugas: { reach: 'unit', from: OPEN } },
  'document:read': insiders(),
  'history:read': insiders(),
  'number:read': everyone(),
  'coverage:read': everyone(), // each sees the units within its reach
  'unit:state-nihil': { kpb: { reach: 'unit' } },
  'use:read': insiders(),
  'use:record': {
    petugas: { reach: 'unit', from: ['diajukan', ...VERIFIED] },
    kpb: { reach: 'unit', from: ['diajukan', ...VERIFIED] },
  },
  // also while it is corrected: the fields do not wait, and a phone may send what it kept for days
  'use:report': {
    petugas: { reach: 'unit', from: ['dikembalikan', 'diajukan', ...VERIFIED] },
    kpb: { reach: 'unit', from: ['dikembalikan', 'diajukan', ...VERIFIED] },
  },
  'food:read': insiders(), // each sees the units within its reach
  'idle:flag': region(REGISTERED),
  'idle:request': region(WITH_CASE),
  'idle:answer': { kpb: { reach: 'unit', from: WITH_CASE } },
  'idle:plan': region(WITH_CASE),
  'idle:monitoring': region(WITH_CASE),
  'idle:use-again': region(WITH_CASE),
  'idle:revocation': region(WITH_CASE),
  'idle:report': region(WITH_CASE),
  'idle:letter': region(WITH_CASE), // what the Pengelola Barang writes
  'idle:scan': { kpb: { reach: 'unit', from: WITH_CASE }, ...region(WITH_CASE) },
  'member:read': { pusat: { reach: 'country' }, auditor: { reach: 'country' } },
  'member:manage': { pusat: { reach: 'country' } },
  'due:list': insiders(), // each sees the dues, and the ledger, within its reach
  'setting:read': everyone(),
  'setting:manage': { pusat: { reach: 'country' } },
  'reference:read': everyone(),
  'anchor:read': everyone(),
} satisfies Record<string, Partial<Record<Role, Permit>>>
export type Action = keyof typeof PERMISSIONS

const permitOf = (action: Action, role: Role): Permit | undefined =>
  (PERMISSIONS[action] as Partial<Record<Role, Permit>>)[role]

const reaches = (held: HeldRole, { reach }: Permit, place: Place): boolean =>
  reach === 'country' ||
  (reach === 'kanwil' ? held.kanwil.includes(place.kanwil) : held.upt.includes(place.upt))

/**
 * The roles by which a caller may do this to a thing in that place, whatever its state; the one nearest
 * to the land first, so that who is petugas and Kanwil acts as petugas.
 */
export const rolesFor = (caller: Caller, action: Action, place: Place): HeldRole[] =>
  caller.roles
    .filter((held) => {
      const permit = permitOf(action, held.role)
      return permit !== undefined && reaches(held, permit, place)
    })
    .sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))

/** Whether a caller may do this somewhere: the first gate, before anything is read. */
export const mayAtAll = (caller: Caller, action: Action): boolean =>
  caller.roles.some(({ role }) => permitOf(action, role) !== undefined)

/** Whether a caller may do this to a thing in that place. */
export const may = (caller: Caller, action: Action, place: Place): boolean =>
  rolesFor(caller, action, place).length > 0

/** The role by which a caller may do this from that record state, or undefined if from no role. */
export const roleFrom = (
  caller: Caller,
  action: Action,
  place: Place,
  state: State,
): Role | undefined =>
  rolesFor(caller, action, place).find(({ role }) => {
    const from = permitOf(action, role)?.from
    return from === undefined || from.includes(state)
  })?.role

/** Record states from which someone may do this. */
export const statesFor = (action: Action): State[] => [
  ...new Set(
    Object.values(PERMISSIONS[action] as Partial<Record<Role, Permit>>).flatMap(({ from }) => [
      ...(from ?? []),
    ]),
  ),
]

/** States in which everyone who is signed in may read a parcel. */
const OPEN_TO_ALL: readonly State[] = ['diajukan', ...VERIFIED]

/** Whether a parcel in this state may be read by everyone who is signed in. */
export const isOpenToAll = (state: State): boolean => OPEN_TO_ALL.includes(state)

/** Whether a caller may read a parcel at all; to others it does not exist. */
export const mayRead = (caller: Caller, place: Place, state: State): boolean =>
  isOpenToAll(state)
    ? may(caller, 'parcel:read', place)
    : may(caller, 'parcel:read-restricted', place)
