import { randomBytes } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createLocalJWKSet } from 'jose'
import { v7 } from 'uuid'
import type { Deps } from '../../functions/deps.ts'
import { createIdentify } from '../../functions/identity.ts'
import { buildPage } from '../page.ts'
import { passwordFile } from './accounts.ts'
import { durable, localFiles, localTable, type Stores } from './clients.ts'
import { startDynamo } from './dynamodb.ts'
import { ensureDemoMembers } from './demo/members.ts'
import { seedDemo } from './demo/seed.ts'
import { AUDIENCE, ISSUER, openId, SIGN_IN } from './openid.ts'
import { announce, withdraw } from './running.ts'
import { folderMail, mailFolder } from './mail.ts'
import { loadBundledReference } from './reference/bundled.ts'
import { localRoutes } from './routes.ts'
import { startS3 } from './s3.ts'
import { startSchedule } from './schedule.ts'
import { kept, legible } from './secret.ts'
import { listen } from './server.ts'
import { localSigner } from './signer.ts'

/** The names in the one machine's stores. */
export const NAMES = {
  table: 'petak',
  buckets: { bucket: 'petak-documents', proofBucket: 'petak-proofs' },
} as const

/** How to start a registry. */
export interface Options {
  /** 0 takes any free one. */
  port: number
  dataDir: string
  /** Whether to register the demo's parcels. */
  demo: boolean
  /** Hears what is being done, one line each. */
  say: (line: string) => void
  log: Deps['log']
}

/** A running registry: the stores, the OpenID provider, the API and the page. */
export interface Registry {
  port: number
  origins: string[]
  password: string
  deps: Deps
  /** Answer requests from now on. */
  open: () => Promise<void>
  /** End everything that was started. */
  stop: () => Promise<void>
  /** Resolves when a part ended that nobody asked to. */
  broken: Promise<void>
}

/** Where the stores are and how to be let in; the keys are made at the first start. */
async function storesAt(dataDir: string, dynamodb: string, s3: string): Promise<Stores> {
  return {
    dynamodb,
    s3,
    accessKeyId: await kept(join(dataDir, 'access-key'), () => `PETAK${legible(15).toUpperCase()}`),
    secretAccessKey: await kept(join(dataDir, 'secret-key'), () => legible(40)),
  }
}

/**
 * Bring up a registry whose data is in `dataDir`, found again at the next start. It answers 503 until
 * `open` is called.
 *
 * @throws StartFailure when the port is taken, Java is missing, or the data is in use
 */
export async function startRegistry({ port, dataDir, demo, say, log }: Options): Promise<Registry> {
  const stops: Array<() => Promise<void>> = []
  const stop = async () => {
    for (const part of stops.splice(0)) await part() // what answers first, then the stores
  }
  try {
    const server = await listen(port)
    stops.push(server.close)
    await mkdir(dataDir, { recursive: true, mode: 0o700 })

    say('Starting DynamoDB Local ...')
    const dynamo = await startDynamo(join(dataDir, 'dynamodb')) // holds the lock: before all else
    stops.push(dynamo.stop)
    const s3 = await startS3(join(dataDir, 's3'))
    stops.push(s3.stop)
    const stores = await storesAt(dataDir, dynamo.endpoint, s3.endpoint)
    const password = await kept(passwordFile(dataDir), () =>
      [legible(4), legible(4), legible(4)].join('-'),
    )
    const provider = await openId(dataDir, server.origins, password)
    const now = () => new Date()
    const deps: Deps = {
      table: durable(await localTable(stores, NAMES.table), stores),
      files: await localFiles(stores, NAMES.buckets),
      identify: createIdentify({
        issuer: ISSUER,
        audience: AUDIENCE,
        keys: createLocalJWKSet(provider.jwks),
        now,
      }),
      signIn: SIGN_IN,
      baseMaps: [],
      now,
      newId: () => v7(),
      random: randomBytes,
      log,
    }
    const page = await buildPage(say)
    await loadBundledReference(deps.table, now())
    await ensureDemoMembers(deps, ISSUER)
    if (demo) {
      say('Looking after the demo parcels (DEMO=0 leaves them out) ...')
      await seedDemo(deps, ISSUER)
    }

    return {
      port: server.port,
      origins: server.origins,
      password,
      deps,
      stop,
      open: async () => {
        await announce(server.port, { dataDir, stores })
        stops.push(() => withdraw(server.port))
        const folder = mailFolder(dataDir)
        const mails = { folder, password }
        server.open(localRoutes({ deps, stores, provider, page, mails }))
        const origin = `http://localhost:${server.port}`
        const sign = await localSigner(dataDir)
        stops.unshift(await startSchedule({ ...deps, sign, mail: folderMail(folder), origin }))
      },
      broken: dynamo.ended,
    }
  } catch (error) {
    await stop()
    throw error
  }
}
