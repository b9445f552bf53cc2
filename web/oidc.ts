import * as oauth from 'oauth4webapi'
import type { SignIn } from '../functions/deps.ts'
import { language } from './messages/phrase.ts'
import { forgetTokens, receiveTokens, type Tokens, tokens } from './token.ts'

/** What the way to the provider and back has to remember. */
interface Attempt {
  verifier: string
  state: string
  nonce: string
  /** Where to go on afterwards. */
  returnTo: string
  /** True in the small window that opens over a page whose session ended. */
  inWindow: boolean
}

const KEY = 'petak.attempt'
const redirectUri = (): string => `${location.origin}/masuk`

async function configuration() {
  const response = await fetch('/api/config')
  if (!response.ok) throw new Error(`GET /api/config answered ${response.status}`)
  const config = (await response.json()) as SignIn
  const at = (endpoint: string) => new URL(endpoint, location.origin).href // a path is our own
  const server: oauth.AuthorizationServer = {
    issuer: config.issuer,
    authorization_endpoint: at(config.authorizationEndpoint),
    token_endpoint: at(config.tokenEndpoint),
    id_token_signing_alg_values_supported: ['RS256', 'PS256', 'ES256', 'Ed25519', 'EdDSA'],
  }
  // Plain HTTP is for the registry on one's own machine only.
  const onLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(location.hostname)
  const http = { [oauth.allowInsecureRequests]: onLoopback }
  const extra = config.resource ? { resource: config.resource } : undefined
  return { config, server, client: { client_id: config.clientId }, http, extra }
}

/** Leave for the provider's sign-in page; afterwards the person is at `returnTo` again. */
export async function leaveToSignIn(returnTo: string, inWindow: boolean): Promise<void> {
  const { config, extra } = await configuration()
  const attempt: Attempt = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    returnTo,
    inWindow,
  }
  sessionStorage.setItem(KEY, JSON.stringify(attempt))
  const url = new URL(config.authorizationEndpoint, location.origin)
  const parameters = {
    client_id: config.clientId,
    response_type: 'code',
    redirect_uri: redirectUri(),
    scope: config.scope,
    code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
    code_challenge_method: 'S256',
    state: attempt.state,
    nonce: attempt.nonce,
    ui_locales: language(),
    lang: language(), // Cognito's own word for it
    ...extra,
  }
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  location.assign(url)
}

/** Take what the provider sent back to `/masuk`; null when this tab began no sign-in. */
export async function completeSignIn(url: URL): Promise<Attempt | null> {
  const kept = sessionStorage.getItem(KEY)
  if (!kept) return null
  sessionStorage.removeItem(KEY) // a code works once
  const attempt = JSON.parse(kept) as Attempt
  const { server, client, http, extra } = await configuration()
  const answer = oauth.validateAuthResponse(server, client, url, attempt.state)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    answer,
    redirectUri(),
    attempt.verifier,
    { ...http, additionalParameters: extra },
  )
  const expected = { expectedNonce: attempt.nonce, requireIdToken: true }
  const result = await oauth.processAuthorizationCodeResponse(server, client, response, expected)
  receiveTokens(kindOf(result, oauth.getValidatedIdTokenClaims(result)?.sub ?? ''))
  return attempt
}

const kindOf = (result: oauth.TokenEndpointResponse, subject: string): Tokens => ({
  accessToken: result.access_token,
  expiresAt: Date.now() + (result.expires_in ?? 300) * 1000,
  refreshToken: result.refresh_token,
  idToken: result.id_token,
  subject,
})

/** New tokens for old; null when the provider no longer takes the refresh token. */
export async function refresh(own: Tokens): Promise<Tokens | null> {
  if (!own.refreshToken) return null
  try {
    const { server, client, http, extra } = await configuration()
    const response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      own.refreshToken,
      { ...http, additionalParameters: extra },
    )
    const result = await oauth.processRefreshTokenResponse(server, client, response)
    const next = kindOf(result, own.subject)
    return {
      ...next,
      refreshToken: next.refreshToken ?? own.refreshToken,
      idToken: next.idToken ?? own.idToken,
    }
  } catch {
    return null // ended, revoked or unreachable: the person is asked to sign in
  }
}

/** End the session here, in the other tabs and at the provider. */
export async function leaveToSignOut(): Promise<void> {
  const idToken = tokens.get()?.idToken
  const { config } = await configuration()
  forgetTokens()
  const url = new URL(config.endSessionEndpoint, location.origin)
  const home = `${location.origin}/`
  url.searchParams.set('client_id', config.clientId)
  if (config.signOut === 'cognito') url.searchParams.set('logout_uri', home)
  else {
    url.searchParams.set('post_logout_redirect_uri', home)
    if (idToken) url.searchParams.set('id_token_hint', idToken)
  }
  location.assign(url)
}
