import { type Action, type Caller, mayAtAll } from '../functions/domain/permissions.ts'
import { fetchMe, type Me, ProblemError } from './api.ts'
import { observable, useObservable } from './observable.ts'
import { forgetMe, rememberedMe, rememberMe } from './remembered.ts'
import { askOtherTabs, dropTokens, expired, forgetTokens, tokens } from './token.ts'

/** Whether someone is signed in, and who. `me` stays while the session is expired or unreachable. */
export interface Session {
  state: 'starting' | 'signed-out' | 'signed-in' | 'expired' | 'not-a-member' | 'unreachable'
  me: Me | null
}

/** The session of this tab. */
export const session = observable<Session>({ state: 'starting', me: null })

/** The session; the component is drawn again when it changes. */
export const useSession = (): Session => useObservable(session)

/** Who is signed in. Only for what is drawn inside of the signed-in frame, as every page is. */
export function useMe(): Me {
  const { me } = useSession()
  if (!me) throw new Error('Nobody is signed in.')
  return me
}

/** The signed-in person as the permission table knows one: `may(callerOf(me), 'parcel:submit', place)`. */
export const callerOf = ({ id, name, roles }: Me): Caller => ({
  member: id,
  name,
  roles: roles.map(({ role, units, kanwil }) => ({
    role,
    upt: units.map(({ id }) => id),
    kanwil: kanwil.map(({ id }) => id),
  })),
})

/** Whether the person may do this somewhere, by the same table as the registry's. */
export const allowed = (me: Me, action: Action): boolean => mayAtAll(callerOf(me), action)

/** Whether the person holds this role. */
export const holds = (me: Me, role: Me['roles'][number]['role']): boolean =>
  me.roles.some((held) => held.role === role)

const RETRY = 5000 // ms between looks while the registry is unreachable
let isRemembered = false // who is signed in was not told by the registry yet, as there is no link

/** Find out who is signed in; again on its own while the registry cannot be reached. */
export async function loadMe(): Promise<void> {
  const subject = tokens.get()?.subject
  if (subject === undefined) {
    const me = navigator.onLine ? undefined : rememberedMe()
    session.set(me ? { state: 'signed-in', me } : { state: 'signed-out', me: null })
    if (me) addEventListener('online', () => void loadMe(), { once: true })
    return
  }
  try {
    const { data: me } = await fetchMe({ waitsForSignIn: session.get().me !== null })
    isRemembered = false
    session.set({ state: me.roles.length > 0 ? 'signed-in' : 'not-a-member', me })
    rememberMe(subject, me)
  } catch (error) {
    const { me } = session.get()
    const code = error instanceof ProblemError ? error.code : 'failed'
    if (code === 'not-signed-in') dropTokens()
    else if (!me || isRemembered) {
      const isAway = code === 'no-link' || !navigator.onLine
      const known = isAway ? (me ?? rememberedMe(subject)) : me
      isRemembered = known !== undefined && known !== null
      if (!known) session.set({ state: 'unreachable', me })
      else if (!me) session.set({ state: 'signed-in', me: known })
      setTimeout(() => void loadMe(), RETRY)
    }
  }
}

/** Take up the session of this tab, or of another tab of this browser. Once, at the start. */
export async function startSession(): Promise<void> {
  const own = tokens.get()
  if (own && !own.refreshToken && own.expiresAt < Date.now()) dropTokens()
  if (!tokens.get()) await askOtherTabs()
  tokens.subscribe((now) => {
    const { state, me } = session.get()
    if (!now) session.set({ state: 'signed-out', me: null })
    else if (state !== 'signed-in' || !me) void loadMe()
  })
  expired.subscribe((isExpired) => {
    const { state, me } = session.get()
    if (isExpired && me) session.set({ state: 'expired', me })
    else if (!isExpired && state === 'expired') session.set({ state: 'signed-in', me })
  })
  await loadMe()
}

/** Sign in; the person comes back to the address that is open now, or to `returnTo`. */
export async function signIn(returnTo = location.pathname + location.search): Promise<void> {
  const { leaveToSignIn } = await import('./oidc.ts')
  await leaveToSignIn(returnTo, false)
}

/** Sign in again in a small window, so that this page stays as it is; false when it was blocked. */
export const signInBeside = (): boolean =>
  window.open('/masuk?jendela=1', 'petak-masuk', 'popup,width=480,height=700') !== null

/** Sign out here, in the other tabs and at the provider. */
export async function signOut(): Promise<void> {
  const { me } = session.get()
  forgetMe()
  if (me) await import('./reports/field.ts').then((m) => m.forgetFields(me.id)).catch(() => {})
  const { leaveToSignOut } = await import('./oidc.ts')
  await leaveToSignOut().catch(() => forgetTokens()) // the provider is away: leave at least Petak
}
