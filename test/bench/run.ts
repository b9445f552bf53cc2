import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { v7 } from 'uuid'
import type { Deps } from '../../functions/deps.ts'
import { createIdentify } from '../../functions/identity.ts'
import { localFiles, localTable } from '../../infra/local/clients.ts'
import { ensureDemoMembers } from '../../infra/local/demo/members.ts'
import { startDynamo } from '../../infra/local/dynamodb.ts'
import { AUDIENCE, ISSUER, SIGN_IN } from '../../infra/local/openid.ts'
import { loadBundledReference } from '../../infra/local/reference/bundled.ts'
import { startS3 } from '../../infra/local/s3.ts'
import { asking } from './asked.ts'
import { measureBoundaries } from './boundaries.ts'
import { type Figure, report } from './figures.ts'
import { measureHandler } from './handler.ts'
import { measurePage } from './page.ts'
import { INSTALL_POSTGIS, startPostGis } from './postgis.ts'
import { measureUnits } from './units.ts'
import { viewFigures } from './view-figures.ts'
import { measureViews, type ViewCosts } from './views.ts'

/** How many parcels the index holds; the last only when it is asked for, as it takes its time. */
const SIZES = [10_000, 100_000, ...(process.argv.includes('--million') ? [1_000_000] : [])]

const { privateKey, publicKey } = await generateKeyPair('ES256')
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: 'ES256' }] })
const tokenOf = (account: string): Promise<string> =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(account)
    .setExpirationTime('1h')
    .sign(privateKey)

const folder = await mkdtemp(join(tmpdir(), 'petak-bench-'))
const postgis = await startPostGis()
if (!postgis) console.log(INSTALL_POSTGIS)
// in memory, as it takes in pages twenty times as fast; what is counted are units, not seconds
const [dynamo, s3] = await Promise.all([startDynamo(), startS3(folder)])
const stores = {
  dynamodb: dynamo.endpoint,
  s3: s3.endpoint,
  accessKeyId: 'PETAKBENCH',
  secretAccessKey: 'of-the-bench',
}

/** A registry of its own: reference data, members, no parcel. */
async function registry(name: string): Promise<Deps> {
  const now = () => new Date()
  const deps: Deps = {
    table: await localTable(stores, name),
    files: await localFiles(stores, { bucket: `${name}-documents`, proofBucket: `${name}-proofs` }),
    identify: createIdentify({ issuer: ISSUER, audience: AUDIENCE, keys, now }),
    signIn: SIGN_IN,
    baseMaps: [],
    now,
    newId: () => v7(),
    random: randomBytes,
    log: () => {},
  }
  await loadBundledReference(deps.table, now())
  await ensureDemoMembers(deps, ISSUER)
  return deps
}

async function measureRequests(): Promise<Figure[]> {
  const deps = await registry('petak')
  return measureUnits(asking(deps, tokenOf), deps)
}

async function measureIndex(): Promise<Figure[]> {
  const costs: ViewCosts[] = []
  for (const size of SIZES) {
    const started = performance.now()
    const deps = await registry(`petak-${size}`)
    const cost = await measureViews(size, deps.table, asking(deps, tokenOf), postgis)
    costs.push(cost)
    const seconds = Math.round((performance.now() - started) / 1000)
    console.log(`${size.toLocaleString('en')} parcels: ${seconds} s`)
    for (const { operation, measured } of viewFigures([cost]))
      console.log(`${operation}: ${measured}`)
  }
  return viewFigures(costs)
}

try {
  // what may fail for the code's sake comes before what takes its time
  await report([
    ...(await measureRequests()),
    ...(await measurePage()),
    ...(await measureHandler()),
    ...(await measureBoundaries(postgis)),
    ...(await measureIndex()),
  ])
} finally {
  await Promise.all([dynamo.stop(), s3.stop(), postgis?.stop()])
  await rm(folder, { recursive: true })
}
