import * as v from 'valibot'
import { type HeldRole, ROLES } from './permissions.ts'
import { isPlain, PlainDate, slug, text } from './text.ts'

const Slug = slug('sumatera-utara')

/** A role, the units or Kanwil that it holds for, and the days on which it is in force. */
export const RoleGrant = v.pipe(
  v.strictObject({
    role: v.picklist(ROLES),
    /** Ids of units; needed by petugas and kpb, empty for the others. */
    upt: v.optional(v.pipe(v.array(Slug), v.maxLength(100)), []),
    /** Ids of Kanwil; needed by kanwil, empty for the others. */
    kanwil: v.optional(v.pipe(v.array(Slug), v.maxLength(40)), []),
    from: PlainDate,
    /** The last day in force; open-ended when left out. */
    until: v.optional(PlainDate),
  }),
  v.check(
    ({ role, upt, kanwil }) =>
      (role === 'petugas' || role === 'kpb') === upt.length > 0 &&
      (role === 'kanwil') === kanwil.length > 0,
    'scope',
  ),
)
export type RoleGrant = v.InferOutput<typeof RoleGrant>

/** Where a member's digest goes; none is mailed without. */
const Email = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(200),
  v.email('form:nama@instansi.go.id'),
  isPlain,
)
/** The language of the digest; both when left out. */
const DigestLanguage = v.picklist(['id', 'en'])

/** What headquarters writes of a member: who the OpenID provider says they are, and their roles. */
export const NewMember = v.strictObject({
  /** The provider's issuer; the registry's own provider when left out. */
  issuer: v.optional(v.pipe(v.string(), v.url(), v.maxLength(300))),
  /** The provider's `sub`. */
  subject: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200), isPlain),
  name: text(120),
  roles: v.pipe(v.array(RoleGrant), v.maxLength(10)),
  email: v.optional(Email),
  language: v.optional(DigestLanguage),
})

/** What headquarters may change of a member; a change replaces all roles. */
export const MemberChange = v.strictObject({
  name: v.optional(text(120)),
  roles: v.optional(v.pipe(v.array(RoleGrant), v.maxLength(10))),
  /** Null takes the address, or the choice, away. */
  email: v.optional(v.nullable(Email)),
  language: v.optional(v.nullable(DigestLanguage)),
})

/** A member as stored and served. */
export const Member = v.object({
  id: v.string(),
  issuer: v.string(),
  subject: v.string(),
  name: v.string(),
  roles: v.array(RoleGrant),
  email: v.optional(v.string()),
  language: v.optional(DigestLanguage),
})
export type Member = v.InferOutput<typeof Member>

/** The roles that are in force on a day. */
export const rolesOn = (member: Member, today: string): HeldRole[] =>
  member.roles.filter(({ from, until }) => from <= today && (until === undefined || today <= until))
