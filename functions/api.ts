import { randomBytes } from 'node:crypto'
import { handle } from 'hono/aws-lambda'
import { createRemoteJWKSet } from 'jose'
import { v7 } from 'uuid'
import { createApp } from './app.ts'
import type { BaseMap } from './deps.ts'
import { createIdentify } from './identity.ts'
import { setting } from './setting.ts'
import { connectTable } from './store/client.ts'
import { connectS3 } from './store/files.ts'

const now = () => new Date()
const issuer = setting('ISSUER')
const clientId = setting('CLIENT_ID')
const signInOrigin = setting('SIGN_IN_ORIGIN')

/** Lambda: the whole API behind one HTTP API. */
export const handler = handle(
  createApp({
    table: connectTable(setting('TABLE_NAME')),
    files: {
      s3: connectS3(),
      bucket: setting('DOCUMENT_BUCKET'),
      proofBucket: setting('PROOF_BUCKET'),
      origin: '', // CloudFront hands presigned paths of its own origin on to the bucket
    },
    identify: createIdentify({
      issuer,
      audience: clientId,
      keys: createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`)),
      now,
    }),
    signIn: {
      issuer,
      authorizationEndpoint: `${signInOrigin}/oauth2/authorize`,
      tokenEndpoint: `${signInOrigin}/oauth2/token`,
      endSessionEndpoint: `${signInOrigin}/logout`,
      signOut: 'cognito',
      clientId,
      scope: 'openid profile',
    },
    baseMaps: JSON.parse(process.env.BASE_MAPS ?? '[]') as BaseMap[],
    now,
    newId: v7,
    random: randomBytes,
    log: (entry) => console.log(JSON.stringify(entry)),
  }),
)
