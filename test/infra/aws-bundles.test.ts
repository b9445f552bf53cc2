import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { one, synthesise } from './synthesised.ts'

const folder = await mkdtemp(join(tmpdir(), 'petak-aws-'))
afterAll(() => rm(folder, { recursive: true }))
const stack = synthesise(folder, {})

describe('the bundles, in a process of their own with nothing installed beside', () => {
  const settings = {
    AWS_REGION: 'ap-southeast-3',
    TABLE_NAME: 'table',
    DOCUMENT_BUCKET: 'documents',
    PROOF_BUCKET: 'proofs',
    ISSUER: 'https://issuer.example',
    CLIENT_ID: 'page',
    SIGN_IN_ORIGIN: 'https://sign-in.example',
    SIGNING_KEY_ID: 'key',
    RETAIN_DAYS: '1',
    SITE_ORIGIN: 'https://petak.example',
    BUDGET_SECONDS: '1',
  }

  /** Import a function's bundle as Lambda does and run `code` with its `handler`. */
  async function run(start: string, code: string): Promise<unknown> {
    const { S3Key } = one(stack, 'AWS::Lambda::Function', start).Properties.Code
    const asset = join(folder, 'cdk.out', `asset.${(S3Key as string).replace('.zip', '')}`)
    expect(await readdir(asset)).toEqual(['index.mjs', 'index.mjs.map'])
    expect(await readFile(join(asset, 'index.mjs'), 'utf8')).toMatch(
      /\n\/\/# sourceMappingURL=index\.mjs\.map\n$/,
    )
    const bundle = pathToFileURL(join(asset, 'index.mjs')).href
    const script = `const { handler } = await import(${JSON.stringify(bundle)}); ${code}`
    const args = ['--input-type=module', '--eval', script]
    const { stdout } = await promisify(execFile)(process.execPath, args, { env: settings })
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '')
  }

  /** A request as API Gateway hands it to Lambda, payload format 2.0. */
  const get = (rawPath: string) => ({
    version: '2.0',
    routeKey: 'ANY /{proxy+}',
    rawPath,
    rawQueryString: '',
    headers: { host: 'abc123.execute-api.ap-southeast-3.amazonaws.com', accept: '*/*' },
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      domainName: 'abc123.execute-api.ap-southeast-3.amazonaws.com',
      http: { method: 'GET', path: rawPath, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1' },
      requestId: 'one',
      routeKey: 'ANY /{proxy+}',
      stage: '$default',
      timeEpoch: 1_795_000_000_000,
    },
    isBase64Encoded: false,
  })
  const ask = (path: string) =>
    run(
      'ApiEntryHandler',
      `console.log('\\n' + JSON.stringify(await handler(${JSON.stringify(get(path))}, {})))`,
    ) as Promise<{ statusCode: number; body: string; headers: Record<string, string> }>

  test('the API describes itself', async () => {
    const { statusCode, body } = await ask('/api/openapi.json')
    expect(statusCode).toBe(200)
    expect(JSON.parse(body)).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) })
  })

  test('the API tells the page how to sign in', async () => {
    expect(JSON.parse((await ask('/api/config')).body)).toMatchObject({
      authorizationEndpoint: 'https://sign-in.example/oauth2/authorize',
      clientId: 'page',
      baseMaps: [],
    })
  })

  test('the API answers what it does not know with a problem', async () => {
    const { statusCode, headers } = await ask('/api/nowhere')
    expect(statusCode).toBe(404)
    expect(headers['content-type']).toBe('application/problem+json')
  })

  test.each(['AnchorEntryHandler', 'SweepEntryHandler'])('%s can be called', async (start) => {
    expect(await run(start, 'console.log(JSON.stringify(typeof handler))')).toBe('function')
  })
})
