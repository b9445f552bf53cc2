import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { v7 } from 'uuid'
import { inject, test as base } from 'vitest'
import { type App, createApp } from '../functions/app.ts'
import type { Deps } from '../functions/deps.ts'
import { REFERENCE_TABLES, type Region } from '../functions/domain/reference.ts'
import { createIdentify } from '../functions/identity.ts'
import { loadReference } from '../functions/store/reference-load.ts'
import { localFiles, localTable, type Stores } from '../infra/local/clients.ts'
import { ensureDemoMembers } from '../infra/local/demo/members.ts'
import { AUDIENCE, ISSUER, openId, SIGN_IN } from '../infra/local/openid.ts'
import { BUNDLED, readBundled } from '../infra/local/reference/bundled.ts'
import { localRoutes } from '../infra/local/routes.ts'
import { listen } from '../infra/local/server.ts'
import { buildPage } from '../infra/page.ts'

/** Sends one request to the API, signed in as someone; the path begins with `/api`. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

/** What every test may ask for; each has its own table and buckets, with reference data and members. */
export interface Stack {
  /** The time that the registry believes in; set `now` to change it. */
  clock: { now: Date }
  stores: Stores
  deps: Deps
  app: App
  /** A bearer token of an account such as `petugas.binjai`, valid for an hour of `clock`. */
  tokenOf: (account: string) => Promise<string>
  /** Sign in as an account; `as()` is a stranger without a token. */
  as: (account?: string) => Send
  /** Password of the accounts at the sign-in page of `origin` and `site`. */
  password: string
  /** Where the API, the presigned addresses and the sign-in page answer over HTTP. */
  origin: string
  /** Like `origin`, with the built page. */
  site: string
}

const { privateKey } = await generateKeyPair('ES256', { extractable: true })
const key = { ...(await exportJWK(privateKey)), kid: 'test', alg: 'ES256', use: 'sig' }
const keys = createLocalJWKSet({ keys: [{ ...key, d: undefined }] })

/** Of the regions, the districts of North Sumatra and Central Java only: a table has to fill in no time. */
const isNear = ({ code, level }: Region): boolean =>
  level !== 'kecamatan' || code.startsWith('12.') || code.startsWith('33.')

const bundled = REFERENCE_TABLES.map(async (name) => {
  const rows = await readBundled(name)
  return { name, rows: name === 'wilayah' ? (rows as Region[]).filter(isNear) : rows }
})

async function loadTestReference(table: Deps['table'], now: Date): Promise<void> {
  const all = await Promise.all(bundled)
  await Promise.all(
    all.map(({ name, rows }) => loadReference(table, name, rows, BUNDLED[name], now)),
  )
}

async function serving(
  { deps, stores, password }: Pick<Stack, 'deps' | 'stores' | 'password'>,
  page: string | undefined,
  use: (origin: string) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'petak-test-'))
  await writeFile(join(folder, 'openid-key.json'), JSON.stringify(key))
  const server = await listen(0)
  const provider = await openId(folder, server.origins, password)
  server.open(localRoutes({ deps, stores, provider, ...(page ? { page } : {}) }))
  await use(`http://localhost:${server.port}`)
  await server.close()
  await rm(folder, { recursive: true })
}

/* oxlint-disable no-empty-pattern -- Vitest reads from the pattern what a fixture needs */

/** Vitest's `test` over the registry as it is: real stores, real tokens, a clock to set. */
export const test = base.extend<Stack>({
  clock: async ({}, use) => use({ now: new Date('2026-11-23T03:00:00.000Z') }),
  stores: async ({}, use) => use(inject('stores')),
  password: 'sandi-uji-coba',
  deps: async ({ clock, stores }, use) => {
    const run = randomBytes(6).toString('hex')
    const now = () => clock.now
    const deps: Deps = {
      table: await localTable(stores, `petak-${run}`),
      files: await localFiles(stores, {
        bucket: `petak-documents-${run}`,
        proofBucket: `petak-proofs-${run}`,
      }),
      identify: createIdentify({ issuer: ISSUER, audience: AUDIENCE, keys, now }),
      signIn: SIGN_IN,
      baseMaps: [],
      now,
      newId: () => v7(),
      random: randomBytes,
      log: () => {},
    }
    await loadTestReference(deps.table, clock.now)
    await ensureDemoMembers(deps, ISSUER)
    await use(deps)
    deps.table.client.destroy()
    deps.files.s3.destroy()
  },
  app: async ({ deps }, use) => use(createApp(deps)),
  tokenOf: async ({ clock }, use) =>
    use((account) => {
      const at = Math.floor(clock.now.getTime() / 1000)
      return new SignJWT({ client_id: SIGN_IN.clientId })
        .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'at+jwt' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(account)
        .setIssuedAt(at)
        .setExpirationTime(at + 3600)
        .sign(privateKey)
    }),
  as: async ({ app, tokenOf }, use) =>
    use((account) => async (path, init = {}) => {
      const headers = new Headers(init.headers)
      if (account) headers.set('Authorization', `Bearer ${await tokenOf(account)}`)
      return app.request(path, { ...init, headers })
    }),
  origin: async ({ deps, stores, password }, use) =>
    serving({ deps, stores, password }, undefined, use),
  site: async ({ deps, stores, password }, use) =>
    serving({ deps, stores, password }, await buildPage(console.log), use),
})
