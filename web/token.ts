import { observable } from './observable.ts'

/** What sign-in left us. It lives in this tab (memory and sessionStorage) and in no cookie. */
export interface Tokens {
  accessToken: string
  /** Milliseconds since 1970. */
  expiresAt: number
  refreshToken?: string
  idToken?: string
  /** Who it belongs to, so that another account never continues this one's work. */
  subject: string
}

const KEY = 'petak.tokens'

function stored(): Tokens | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Tokens | null
  } catch {
    return null
  }
}

/** The tokens of this tab, or null when nobody is signed in. */
export const tokens = observable<Tokens | null>(stored())

/** True while a request waits for the person to sign in again. */
export const expired = observable(false)

type News = { kind: 'ask' } | { kind: 'tokens'; tokens: Tokens } | { kind: 'signed-out' }
const channel = new BroadcastChannel('petak-session') // the other tabs of this browser
const waiting = new Set<(signedIn: boolean) => void>()

function settle(signedIn: boolean): void {
  expired.set(false)
  for (const resolve of waiting) resolve(signedIn)
  waiting.clear()
}

function keep(next: Tokens | null): void {
  const before = tokens.get()
  try {
    if (next) sessionStorage.setItem(KEY, JSON.stringify(next))
    else sessionStorage.removeItem(KEY)
  } catch {
    // storage is closed to us: the session lasts as long as the page
  }
  if (before && next && before.subject !== next.subject) {
    settle(false)
    location.assign('/') // what is half done here belongs to the other account
    return
  }
  tokens.set(next)
  if (next) settle(true)
}

/** Take over what a sign-in or a renewal gave, in this tab and in the others. */
export function receiveTokens(next: Tokens): void {
  keep(next)
  channel.postMessage({ kind: 'tokens', tokens: next } satisfies News)
}

/** Forget a session that has ended; the other tabs may have a newer one. */
export const dropTokens = (): void => keep(null)

/** Forget the session in every tab. */
export function forgetTokens(): void {
  keep(null)
  channel.postMessage({ kind: 'signed-out' } satisfies News)
}

const isNews = (theirs: Tokens, own: Tokens | null): boolean =>
  theirs.subject !== own?.subject || theirs.expiresAt > own.expiresAt

channel.addEventListener('message', ({ data }: MessageEvent<News>) => {
  const own = tokens.get()
  if (data.kind === 'ask' && own && own.expiresAt > Date.now())
    channel.postMessage({ kind: 'tokens', tokens: own } satisfies News)
  if (data.kind === 'tokens' && isNews(data.tokens, own)) keep(data.tokens)
  if (data.kind === 'signed-out' && own) keep(null)
})

/** Give another tab a moment (150 ms) to share its session with this new one. */
export function askOtherTabs(): Promise<void> {
  channel.postMessage({ kind: 'ask' } satisfies News)
  return new Promise((resolve) => setTimeout(resolve, 150))
}

let renewal: Promise<boolean> | undefined

/** Renew by the refresh token; false when there is none or it no longer works. */
function renew(): Promise<boolean> {
  const own = tokens.get()
  if (!own?.refreshToken) return Promise.resolve(false)
  renewal ??= oneTabAtATime(() => renewInTurn(own)).finally(() => (renewal = undefined))
  return renewal
}

/** A refresh token works once, and all tabs of a browser have the same one. */
const oneTabAtATime = (act: () => Promise<boolean>): Promise<boolean> =>
  'locks' in navigator ? navigator.locks.request('petak-renewal', act) : act() // none on plain HTTP

async function renewInTurn(own: Tokens): Promise<boolean> {
  await askOtherTabs() // the tab whose turn it was has newer ones
  const known = tokens.get()
  if (known?.accessToken !== own.accessToken) return known !== null
  const { refresh } = await import('./oidc.ts')
  const next = await refresh(own)
  if (next) receiveTokens(next)
  return next !== null
}

/** A token for the next request, renewed when it is about to end; undefined when signed out. */
export async function accessToken(): Promise<string | undefined> {
  const own = tokens.get()
  if (own?.refreshToken && own.expiresAt - Date.now() < 30_000) await renew()
  return tokens.get()?.accessToken
}

/**
 * The registry no longer takes `token`. Resolves to true once there is a new one, however long the
 * person needs to sign in again; to false when the person gives up or was never signed in, or at once
 * when it is not to wait.
 */
export async function sessionEnded(token: string | undefined, waits: boolean): Promise<boolean> {
  const own = tokens.get()
  if (!own || token === undefined) return false
  if (own.accessToken !== token) return true // another request has renewed it meanwhile
  if (await renew()) return true
  if (!waits) return false
  expired.set(true)
  return new Promise((resolve) => waiting.add(resolve))
}

/** The person closed the dialog without signing in: what waited is refused. */
export const giveUp = (): void => settle(false)
