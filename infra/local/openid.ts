import { timingSafeEqual, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JSONWebKeySet, type JWK } from 'jose'
import { errors, Provider } from 'oidc-provider'
import type { SignIn } from '../../functions/deps.ts'
import { ACCOUNTS } from './accounts.ts'
import {
  failurePage,
  PAGE_STYLE,
  pageLanguage,
  SIGN_OUT_SCRIPT,
  signedOutPage,
  signInPage,
  signOutPage,
} from './openid-pages.ts'
import { openIdStore } from './openid-store.ts'
import { kept } from './secret.ts'

/** Who the local tokens are from. It names no port: memberships must outlive a change of PORT. */
export const ISSUER = 'http://petak.localhost/oidc'
/** Whom access tokens are for. */
export const AUDIENCE = 'urn:petak:api'
const CLIENT = 'petak-web'
const SCOPE = 'petak' // of the API; the provider wants one to grant

/** How the page signs in; paths, as it may be reached as localhost or as 127.0.0.1. */
export const SIGN_IN: SignIn = {
  issuer: ISSUER,
  authorizationEndpoint: '/oidc/auth',
  tokenEndpoint: '/oidc/token',
  endSessionEndpoint: '/oidc/session/end',
  signOut: 'rp-initiated',
  clientId: CLIENT,
  scope: `openid ${SCOPE}`,
  resource: AUDIENCE,
}

const WORKING_DAY = 10 * 3600 // seconds: one sign-in a day
const INTERACTION = '/interaction/'

async function makeKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const kid = randomBytes(8).toString('hex')
  return JSON.stringify({ ...(await exportJWK(privateKey)), kid, alg: 'ES256', use: 'sig' })
}

function createProvider(origins: readonly string[], key: JWK): Provider {
  const languageOf = (ctx: { get: (header: string) => string; oidc?: { params?: object } }) => {
    const asked = ctx.oidc?.params as { ui_locales?: unknown } | undefined
    return pageLanguage(ctx.get('Accept-Language'), asked?.ui_locales)
  }
  return new Provider(ISSUER, {
    adapter: openIdStore(),
    jwks: { keys: [key] },
    cookies: {
      keys: [randomBytes(32).toString('hex')], // sessions do not outlive a restart
      names: { session: 'petak.session', interaction: 'petak.sign-in', resume: 'petak.resume' },
    },
    clients: [
      {
        client_id: CLIENT,
        client_name: 'Petak',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: origins.map((origin) => `${origin}/masuk`),
        post_logout_redirect_uris: origins.flatMap((origin) => [origin, `${origin}/`]),
        id_token_signed_response_alg: 'ES256',
      },
    ],
    clientBasedCORS: (_ctx, origin) => origins.includes(origin),
    pkce: { required: () => true },
    scopes: ['openid'],
    claims: { openid: ['sub', 'name'] },
    conformIdTokenClaims: false, // the name belongs into the id token
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false }, // its access tokens are for the API
      resourceIndicators: {
        enabled: true,
        defaultResource: () => AUDIENCE,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, resource) => {
          if (resource !== AUDIENCE) throw new errors.InvalidTarget()
          const jwt = { sign: { alg: 'ES256' } } as const
          return { scope: SCOPE, audience: AUDIENCE, accessTokenFormat: 'jwt', jwt }
        },
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => {
          const known = ctx.oidc.entities.IdTokenHint !== undefined
          ctx.body = signOutPage(languageOf(ctx), form, known)
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.body = signedOutPage(languageOf(ctx))
        },
      },
    },
    ttl: {
      AccessToken: 3600,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      Session: WORKING_DAY,
      Grant: WORKING_DAY,
      RefreshToken: WORKING_DAY,
    },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    findAccount: (_ctx, accountId) => {
      const found = ACCOUNTS.find(({ account }) => account === accountId)
      return found && { accountId, claims: () => ({ sub: accountId, name: found.name }) }
    },
    loadExistingGrant: async (ctx) => {
      // our own page asks nobody's consent
      const { client, session, provider } = ctx.oidc
      const grantId = ctx.oidc.result?.consent?.grantId ?? session?.grantIdFor(client!.clientId)
      if (grantId) return provider.Grant.find(grantId)
      const grant = new provider.Grant({
        clientId: client!.clientId,
        accountId: session!.accountId!,
      })
      grant.addOIDCScope('openid')
      grant.addResourceScope(AUDIENCE, SCOPE)
      await grant.save()
      return grant
    },
    interactions: { url: (_ctx, { uid }) => `/oidc${INTERACTION}${uid}` },
    renderError: (ctx, out) => {
      ctx.type = 'html'
      ctx.body = failurePage(languageOf(ctx), out.error)
    },
  })
}

/** The OpenID provider of one machine. */
export interface OpenId {
  /** Answers everything under `/oidc`. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>
  /** The public keys of its tokens. */
  jwks: JSONWebKeySet
}

/**
 * Start the provider for a page at `origins`. Every account has the one `password`. The key is kept in
 * `folder`, so that tokens outlive a restart.
 */
export async function openId(
  folder: string,
  origins: readonly string[],
  password: string,
): Promise<OpenId> {
  const key = JSON.parse(await kept(join(folder, 'openid-key.json'), makeKey)) as JWK
  const provider = createProvider(origins, key)
  const callback = provider.callback()

  async function interact(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = request.method === 'POST' ? await formOf(request) : undefined
    const { uid, params, prompt } = await provider.interactionDetails(request, response)
    if (prompt.name !== 'login') {
      return provider.interactionFinished(request, response, { consent: {} })
    }
    if (form?.has('cancel')) {
      const refused = { error: 'access_denied', error_description: 'cancelled by the user' }
      return provider.interactionFinished(request, response, refused)
    }
    const account = form?.get('account') ?? undefined
    const known = ACCOUNTS.some((one) => one.account === account)
    if (account && known && same(form?.get('password') ?? '', password)) {
      return provider.interactionFinished(request, response, { login: { accountId: account } })
    }
    const language = pageLanguage(request.headers['accept-language'], params.ui_locales)
    const chosen = account ?? (params.login_hint as string | undefined)
    const action = `/oidc${INTERACTION}${uid}`
    send(response, form ? 422 : 200, signInPage(language, { action, chosen, wrong: !!form }))
  }

  return {
    jwks: { keys: [{ ...key, d: undefined }] },
    handle: async (request, response) => {
      const path = (request.url ?? '').slice('/oidc'.length)
      if (path === '/page.css') return send(response, 200, PAGE_STYLE, 'text/css')
      if (path === '/sign-out.js') return send(response, 200, SIGN_OUT_SCRIPT, 'text/javascript')
      if (path.startsWith(INTERACTION)) {
        return interact(request, response).catch((error: unknown) => {
          const known = error instanceof errors.OIDCProviderError
          if (!known) console.error(error)
          const language = pageLanguage(request.headers['accept-language'])
          const code = known ? error.error : 'server_error'
          send(response, known ? error.statusCode : 500, failurePage(language, code))
        })
      }
      Object.assign(request, { originalUrl: request.url, url: path }) // how it learns of its place
      return callback(request, response)
    },
  }
}

function send(response: ServerResponse, status: number, body: string, type = 'text/html'): void {
  const headers = { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }
  response.writeHead(status, headers).end(body)
}

const LONGEST_FORM = 4_096 // bytes

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let body = ''
  for await (const chunk of request) {
    body += String(chunk)
    if (body.length > LONGEST_FORM) throw new errors.InvalidRequest('the form is too long')
  }
  return new URLSearchParams(body)
}

/** Compare in a time that tells nothing but the length. */
function same(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given.trim()), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
