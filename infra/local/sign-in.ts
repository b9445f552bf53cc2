import { createHash, randomBytes } from 'node:crypto'
import { SIGN_IN } from './openid.ts'

const redirectOf = (origin: string) => `${origin}/masuk`

/**
 * Sign in as the page does, by authorization code with PKCE, without a browser.
 *
 * @returns the provider's answer
 * @throws when the account or the password is not accepted
 */
export async function signIn(
  origin: string,
  account: string,
  password: string,
): Promise<{ access_token: string; id_token: string; refresh_token: string; expires_in: number }> {
  const cookies = new Map<string, string>()
  const go = async (address: string, body?: URLSearchParams): Promise<string> => {
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
    const init = body ? { method: 'POST', body } : {}
    const answer = await fetch(new URL(address, origin), {
      ...init,
      headers: { cookie },
      redirect: 'manual',
    })
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`Signing in as ${account} was refused (${answer.status}).`)
    return location
  }

  const verifier = randomBytes(32).toString('base64url')
  const asked = new URLSearchParams({
    response_type: 'code',
    client_id: SIGN_IN.clientId,
    redirect_uri: redirectOf(origin),
    scope: SIGN_IN.scope,
    state: randomBytes(8).toString('hex'),
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const form = await go(`${SIGN_IN.authorizationEndpoint}?${asked}`)
  const resumed = await go(form, new URLSearchParams({ account, password }))
  const { searchParams } = new URL(await go(resumed))
  const answer = await fetch(new URL(SIGN_IN.tokenEndpoint, origin), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: SIGN_IN.clientId,
      redirect_uri: redirectOf(origin),
      code: searchParams.get('code') ?? '',
      code_verifier: verifier,
    }),
  })
  if (!answer.ok) throw new Error(`No token for ${account}: ${await answer.text()}`)
  return (await answer.json()) as Awaited<ReturnType<typeof signIn>>
}
