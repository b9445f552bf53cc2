import { errors, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { Refusal } from './domain/refusal.ts'

/** Who a token speaks of: the OpenID issuer's word, no authority in it. */
export interface Identity {
  issuer: string
  subject: string
}
export type Identify = (token: string) => Promise<Identity>

/** The keys, or `busy` while the issuer cannot be asked for them: that is no fault of the token. */
const reachable =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (...asked) => {
    try {
      return await keys(...asked)
    } catch (cause) {
      const { JOSENotSupported, JWKSMultipleMatchingKeys, JWKSNoMatchingKey } = errors
      const ofToken = [JOSENotSupported, JWKSMultipleMatchingKeys, JWKSNoMatchingKey]
      if (ofToken.some((kind) => cause instanceof kind)) throw cause
      throw new Refusal(
        'busy',
        {
          id: 'Layanan masuk sedang tidak terjangkau. Coba lagi sebentar.',
          en: 'The sign-in service cannot be reached. Try again in a moment.',
        },
        { cause },
      )
    }
  }

/**
 * Check access tokens of one OpenID issuer. `audience` is compared with `aud`, or with `client_id`
 * where the issuer sets no audience (Cognito, whose id tokens name the client as `aud`).
 */
export function createIdentify(trusted: {
  issuer: string
  audience: string
  keys: JWTVerifyGetKey
  now: () => Date
}): Identify {
  const { issuer, audience, keys, now } = trusted
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, reachable(keys), {
        issuer,
        currentDate: now(),
        algorithms: ['RS256', 'ES256', 'PS256'],
        clockTolerance: 30, // seconds
        requiredClaims: ['sub', 'exp'],
      })
      if (payload.token_use === 'id') throw new errors.JWTInvalid('an id token opens nothing')
      const heard = [payload.aud ?? (payload.client_id as string | undefined) ?? []].flat()
      if (!heard.includes(audience)) throw new errors.JWTInvalid('another audience')
      return { issuer, subject: String(payload.sub) }
    } catch (cause) {
      if (!(cause instanceof errors.JOSEError)) throw cause
      throw new Refusal(
        'not-signed-in',
        {
          id: 'Sesi Anda sudah berakhir atau tidak dikenal. Masuk lagi; isian Anda tetap tersimpan.',
          en: 'Your session has ended or is not known. Sign in again; what you typed is kept.',
        },
        { cause },
      )
    }
  }
}
