import type { Context, MiddlewareHandler } from 'hono'
import type { GenericSchema } from 'valibot'
import type { Deps } from './deps.ts'
import {
  type Action,
  type Caller,
  mayAtAll,
  mayRead,
  type Place,
  type Role,
  roleFrom,
  rolesFor,
  statesFor,
} from './domain/permissions.ts'
import type { State } from './domain/parcel.ts'
import { preferredLanguage, type Language } from './domain/phrase.ts'
import { Refusal, type RefusalCode } from './domain/refusal.ts'
import { STATE_NAMES } from './domain/state-names.ts'
import { findCaller } from './store/members.ts'

/** What every handler finds in its context. */
export interface Env {
  Variables: {
    deps: Deps
    language: Language
    operation: Operation
    caller: Caller
    /** A bug that was caught; only the log hears of it. */
    failure?: Error
  }
}
export type Ctx = Context<Env>

/** One answer of an operation: its schema, or null for an empty body. */
export interface OperationAnswer {
  description: string
  schema: GenericSchema | null
  contentType?: string
}

/** What a route is: who may use it and what it answers. The description of the API is made from this. */
export interface Operation {
  /** The action that the caller needs; `public` for all, `signed-in` for anyone with a token. */
  action: Action | 'public' | 'signed-in'
  summary: string
  answers: Readonly<Record<number, OperationAnswer>>
  refusals?: readonly RefusalCode[]
}

/** A handler that carries a part of the route's description. */
export type Described<T> = T & { operation?: Operation }

const forbidden = (): Refusal =>
  new Refusal('forbidden', {
    id: 'Peran Anda tidak berwenang untuk ini. Tanyakan kepada pusat bila seharusnya boleh.',
    en: 'Your role does not allow this. Ask headquarters if it should.',
  })

/** The first gate of every route: who asks, and whether any of their roles may do this anywhere. */
export function operation(described: Operation): Described<MiddlewareHandler<Env>> {
  const gate: MiddlewareHandler<Env> = async (c, next) => {
    c.set('operation', described)
    c.set('language', preferredLanguage(c.req.header('Accept-Language')))
    const { action } = described
    if (action !== 'public') {
      const caller = await callerOf(c)
      c.set('caller', caller)
      if (action !== 'signed-in') {
        if (caller.roles.length === 0)
          throw new Refusal('not-a-member', {
            id: 'Akun Anda belum punya peran yang berlaku. Minta pusat mendaftarkan Anda.',
            en: 'Your account has no role in force. Ask headquarters to register you.',
          })
        if (!mayAtAll(caller, action)) throw forbidden()
      }
    }
    await next()
  }
  return Object.assign(gate, { operation: described })
}

async function callerOf(c: Ctx): Promise<Caller> {
  const { identify, table, now } = c.var.deps
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(c.req.header('Authorization') ?? '') ?? []
  if (!token)
    throw new Refusal('not-signed-in', {
      id: 'Masuk dahulu untuk memakai registri.',
      en: 'Sign in first to use the registry.',
    })
  return findCaller(table, await identify(token), now())
}

/**
 * The second gate: whether the caller may do the route's action to a thing in that place. With a
 * record state, also whether the step starts from it.
 *
 * @returns the role by which it is allowed
 * @throws Refusal `not-found` where the caller may not know of it, `forbidden`, `wrong-state`
 */
export function authorise(c: Ctx, place: Place, state?: State): Role {
  const { caller, operation: described } = c.var
  const action = described.action as Action
  if (state !== undefined && !mayRead(caller, place, state)) throw notFound()
  const [held] = rolesFor(caller, action, place)
  if (!held) throw forbidden()
  if (state === undefined) return held.role
  const role = roleFrom(caller, action, place, state)
  if (!role) throw wrongState(state, statesFor(action))
  return role
}

/** What is not there, or what the caller may not know of: the same answer for both. */
export const notFound = (): Refusal =>
  new Refusal('not-found', {
    id: 'Tidak ada di registri, atau tidak terbuka untuk peran Anda.',
    en: 'This is not in the registry, or not open to your role.',
  })

/** A step that does not start from the present record state. */
export const wrongState = (state: State, from: readonly State[]): Refusal => {
  const list = (language: Language): string =>
    from.map((each) => `"${STATE_NAMES[each][language]}"`).join(', ')
  return new Refusal(
    'wrong-state',
    {
      id: `Bidang ini sedang "${STATE_NAMES[state].id}"; langkah ini hanya dari ${list('id')}.`,
      en: `This parcel is "${STATE_NAMES[state].en}"; the step starts only from ${list('en')}.`,
    },
    { parameters: { state, from } },
  )
}
