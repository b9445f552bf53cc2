import { randomBytes } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
import type { Figure } from './figures.ts'
import { measureHandler } from './handler.ts'
import { measurePage } from './page.ts'
import { measureUnits } from './units.ts'

const README = new URL('../../README.md', import.meta.url)
const [START, END] = ['<!-- figures -->', '<!-- /figures -->']

const row = ({ operation, target, measured, isMet }: Figure): string =>
  `| ${operation} | ${target} | ${measured} | ${isMet ? 'met' : '**missed**'} |`

/** Put the figures into the README, between its two marks. */
async function report(figures: readonly Figure[]): Promise<void> {
  const table = [
    '| operation | target | measured | |',
    '| --- | --- | --- | --- |',
    ...figures.map(row),
  ].join('\n')
  console.log(table)
  const readme = await readFile(README, 'utf8')
  const [before, , after] = readme.split(new RegExp(`${START}|${END}`))
  await writeFile(README, `${before}${START}\n\n${table}\n\n${END}${after}`)
}

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
const [dynamo, s3] = await Promise.all([startDynamo(), startS3(folder)])
try {
  const stores = {
    dynamodb: dynamo.endpoint,
    s3: s3.endpoint,
    accessKeyId: 'PETAKBENCH',
    secretAccessKey: 'of-the-bench',
  }
  const now = () => new Date()
  const deps: Deps = {
    table: await localTable(stores, 'petak'),
    files: await localFiles(stores, { bucket: 'petak-documents', proofBucket: 'petak-proofs' }),
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
  await report([
    ...(await measureUnits(deps, tokenOf)),
    ...(await measurePage()),
    ...(await measureHandler()),
  ])
} finally {
  await Promise.all([dynamo.stop(), s3.stop()])
  await rm(folder, { recursive: true })
}
