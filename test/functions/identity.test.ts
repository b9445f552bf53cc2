import {
  createLocalJWKSet,
  errors,
  exportJWK,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose'
import { expect, test } from 'vitest'
import { Refusal } from '../../functions/domain/refusal.ts'
import { createIdentify } from '../../functions/identity.ts'

const issuer = 'https://issuer.example'
const audience = 'petak'
const now = () => new Date('2026-11-23T03:00:00.000Z')
const seconds = now().getTime() / 1000

const { publicKey, privateKey } = await generateKeyPair('RS256')
const stranger = await generateKeyPair('RS256')
const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }
const keys = createLocalJWKSet({ keys: [jwk] })
const identify = createIdentify({ issuer, audience, keys, now })

const claims: JWTPayload = { iss: issuer, sub: 'sri', aud: audience, exp: seconds + 60 }
const signed = (payload: JWTPayload, key = privateKey) =>
  new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(key)

/** An access token as Cognito makes it: no audience, but the client. */
const { aud: _, ...unaddressed } = claims
const ofCognito = { ...unaddressed, client_id: audience, token_use: 'access' }

test.each<[string, JWTPayload]>([
  ['its audience', claims],
  ['one audience of several', { ...claims, aud: ['other', audience] }],
  ['the client, where there is no audience', ofCognito],
  ['a time that a clock 20 s behind calls over', { ...claims, exp: seconds - 20 }],
])('an access token is taken by %s', async (_name, payload) => {
  expect(await identify(await signed(payload))).toEqual({ issuer, subject: 'sri' })
})

const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')

test.each<[string, () => string | Promise<string>]>([
  ['of another issuer', () => signed({ ...claims, iss: 'https://issuer.example.evil' })],
  ['for another audience', () => signed({ ...claims, aud: 'other' })],
  ['for another audience from our client', () => signed({ ...ofCognito, aud: 'other' })],
  ['for nobody', () => signed(unaddressed)],
  ['of another client', () => signed({ ...ofCognito, client_id: 'other' })],
  ['that only says who it is', () => signed({ ...claims, token_use: 'id' })],
  ['that is over', () => signed({ ...claims, exp: seconds - 31 })],
  ['that never ends', () => signed({ ...claims, exp: undefined })],
  ['that has not begun', () => signed({ ...claims, nbf: seconds + 31 })],
  ['of nobody', () => signed({ ...claims, sub: undefined })],
  ['signed by a stranger', () => signed(claims, stranger.privateKey)],
  ['without a signature', () => `${encoded({ alg: 'none' })}.${encoded(claims)}.`],
  ['signed with the public key as a secret', () =>
    new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(jwk.n!))], // prettier-ignore
  ['that is none', () => 'aGFsbG8'],
])('a token %s is refused', async (_name, token) => {
  const refused = await identify(await token()).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(Refusal)
  expect(refused).toMatchObject({ code: 'not-signed-in' })
})

test.each<[string, Error]>([
  ['does not answer', new TypeError('fetch failed')],
  ['is slow', new errors.JWKSTimeout()],
  ['fails', new errors.JOSEError('Expected 200 OK')],
])('an issuer that %s ends no session', async (_name, failure) => {
  const away = createIdentify({ issuer, audience, now, keys: () => Promise.reject(failure) })
  await expect(away(await signed(claims))).rejects.toMatchObject({ code: 'busy' })
})
