import { Hono } from 'hono'
import * as v from 'valibot'
import { body, parameters, small } from '../body.ts'
import { dayOf } from '../domain/calendar.ts'
import { Member, MemberChange, NewMember, rolesOn } from '../domain/member.ts'
import { ROLES } from '../domain/permissions.ts'
import { Refusal } from '../domain/refusal.ts'
import { once } from '../once.ts'
import { type Ctx, type Env, notFound, operation } from '../operation.ts'
import { etagOf, requiredVersion, stale } from '../precondition.ts'
import { findKanwil, findUnit } from '../store/reference.ts'
import { settingsOn } from '../store/settings.ts'
import {
  findMember,
  listMembers,
  memberId,
  saveMember,
  type StoredMember,
} from '../store/members.ts'

const at = parameters(
  'param',
  v.strictObject({ id: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)) }),
)

/** A unit or Kanwil by its id and name. */
const Named = v.object({ id: v.string(), name: v.string() })

/** Who the caller is, and what they may be shown. */
const Me = v.object({
  id: v.string(),
  name: v.string(),
  roles: v.array(
    v.object({ role: v.picklist(ROLES), units: v.array(Named), kanwil: v.array(Named) }),
  ),
  /** The day in Jakarta by which the registry judges; later than the roles' own where a sweep was dated ahead. */
  today: v.string(),
})

const headersOf = (version: number, location?: string): Record<string, string> => ({
  ETag: etagOf(version),
  'Cache-Control': 'private, no-cache',
  ...(location && { Location: location }),
})

const show = (c: Ctx, { member, chain }: StoredMember) =>
  c.json(member, 200, headersOf(chain.version))

const exists = (subject: string, { member }: StoredMember): Refusal =>
  new Refusal(
    'member-exists',
    {
      id: `${subject} sudah terdaftar sebagai "${member.name}". Ubah peran anggota itu.`,
      en: `${subject} is already registered as "${member.name}". Change that member.`,
    },
    { parameters: { member: member.id } },
  )

/** Refuse roles for units or Kanwil that are not in the reference tables. */
async function requireKnown(c: Ctx, roles: readonly Member['roles'][number][]): Promise<void> {
  const { table } = c.var.deps
  const missing = await Promise.all(
    roles.flatMap(({ upt, kanwil }, i) => [
      ...upt.map(async (id, j) =>
        (await findUnit(table, id)) ? [] : [{ pointer: `#/roles/${i}/upt/${j}`, id }],
      ),
      ...kanwil.map(async (id, j) =>
        (await findKanwil(table, id)) ? [] : [{ pointer: `#/roles/${i}/kanwil/${j}`, id }],
      ),
    ]),
  )
  const faults = missing.flat().map(({ pointer, id }) => ({
    pointer,
    detail: { id: `"${id}" tidak ada di data acuan.`, en: `"${id}" is not in the reference data.` },
  }))
  if (faults.length > 0)
    throw new Refusal(
      'invalid-input',
      { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
      { faults },
    )
}

/** Refuse a change after which nobody could manage the members any more. */
async function requireHeadquarters(c: Ctx, changed: Member): Promise<void> {
  const { table, now } = c.var.deps
  const isPusat = (member: Member): boolean =>
    rolesOn(member, dayOf(now())).some(({ role }) => role === 'pusat')
  if (isPusat(changed)) return
  const others = (await listMembers(table)).filter(({ id }) => id !== changed.id)
  if (others.some(isPusat)) return
  const detail = {
    id: 'Ini anggota pusat yang terakhir. Daftarkan anggota pusat lain dahulu.',
    en: 'This is the last member of headquarters. Register another one first.',
  }
  throw new Refusal('invalid-input', detail, { faults: [{ pointer: '#/roles', detail }] })
}

const actor = (c: Ctx) => ({ member: c.var.caller.member, role: 'pusat' })

/** Routes under `/members`: who may do what, managed by headquarters. */
export const members = new Hono<Env>()
  .get(
    '/',
    operation({
      action: 'member:read',
      summary: 'List the members of the registry by name',
      answers: { 200: { description: 'Members', schema: v.object({ members: v.array(Member) }) } },
    }),
    async (c) =>
      c.json({ members: await listMembers(c.var.deps.table) }, 200, {
        'Cache-Control': 'private, no-store',
      }),
  )
  .get(
    '/:id',
    operation({
      action: 'member:read',
      summary: 'Read one member, with the ETag that a change needs',
      answers: { 200: { description: 'The member', schema: Member } },
      refusals: ['not-found'],
    }),
    at,
    async (c) => {
      const stored = await findMember(c.var.deps.table, c.req.valid('param').id)
      if (!stored) throw notFound()
      return show(c, stored)
    },
  )
  .post(
    '/',
    operation({
      action: 'member:manage',
      summary: 'Register a member with roles',
      answers: { 201: { description: 'The member', schema: Member } },
      refusals: ['invalid-input', 'member-exists'],
    }),
    small,
    body(NewMember),
    async (c) => {
      const { deps } = c.var
      return once(
        c,
        async ({ body: first, version, location }) =>
          c.json(v.parse(Member, first), 201, headersOf(version, location)),
        async (request) => {
          const { issuer = deps.signIn.issuer, subject, ...said } = c.req.valid('json')
          const id = memberId({ issuer, subject })
          const stored = await findMember(deps.table, id)
          if (stored) throw exists(subject, stored)
          await requireKnown(c, said.roles)
          const member: Member = { id, issuer, subject, ...said }
          const location = `/api/members/${id}`
          try {
            const { chain } = await saveMember(deps, undefined, member, {
              actor: actor(c),
              action: 'registered',
              idempotency: request && {
                request,
                answer: ({ subject: of, version }) => ({
                  status: 201,
                  location,
                  subject: of,
                  version,
                  body: member,
                }),
              },
            })
            return c.json(member, 201, headersOf(chain.version, location))
          } catch (error) {
            if (!(error instanceof Refusal) || error.code !== 'stale') throw error
            const faster = await findMember(deps.table, id)
            throw faster ? exists(subject, faster) : error
          }
        },
      )
    },
  )
  .patch(
    '/:id',
    operation({
      action: 'member:manage',
      summary: 'Change the name or the roles of a member; no roles ends the membership',
      answers: { 200: { description: 'The member after the change', schema: Member } },
      refusals: ['invalid-input', 'not-found', 'stale', 'precondition-required'],
    }),
    small,
    at,
    body(MemberChange, ['application/merge-patch+json', 'application/json']),
    async (c) => {
      const { deps } = c.var
      const stored = await findMember(deps.table, c.req.valid('param').id)
      if (!stored) throw notFound()
      if (requiredVersion(c) !== stored.chain.version) throw stale(stored.chain.version)
      const { email: _email, language: _language, ...known } = stored.member
      const {
        email = stored.member.email,
        language = stored.member.language,
        ...said
      } = c.req.valid('json')
      const member: Member = {
        ...known,
        ...said,
        ...(email && { email }),
        ...(language && { language }),
      }
      await requireKnown(c, member.roles)
      await requireHeadquarters(c, member)
      return show(c, await saveMember(deps, stored, member, { actor: actor(c), action: 'changed' }))
    },
  )

/** `GET /me`: anyone with a token may ask who they are here, a stranger too. */
export const me = new Hono<Env>().get(
  '/',
  operation({
    action: 'signed-in',
    summary: 'Who I am, with the roles in force today',
    answers: { 200: { description: 'The caller', schema: Me } },
  }),
  async (c) => {
    const { caller, deps } = c.var
    const roles = await Promise.all(
      caller.roles.map(async ({ role, upt, kanwil }) => ({
        role,
        units: await Promise.all(
          upt.map(async (id) => ({ id, name: (await findUnit(deps.table, id))?.name ?? id })),
        ),
        kanwil: await Promise.all(
          kanwil.map(async (id) => ({ id, name: (await findKanwil(deps.table, id))?.name ?? id })),
        ),
      })),
    )
    const { member: id, name } = caller
    const { today } = await settingsOn(deps.table, deps.now())
    return c.json({ id, name, roles, today }, 200, {
      'Cache-Control': 'private, no-store',
    })
  },
)
