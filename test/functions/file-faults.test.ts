import { S3ServiceException } from '@aws-sdk/client-s3'
import { describe, expect } from 'vitest'
import { gunzipSync } from 'node:zlib'
import { GetObjectCommand } from '@aws-sdk/client-s3'
import { binjai } from '../fixtures/parcels.ts'
import { type Stack, test } from '../stack.ts'
import { announce, complete, type File, type Part, pdf, put } from './files.ts'
import { recount } from './recount.ts'
import { type Answer, ask, draft } from './requests.ts'
import { during, type Hook, type Sent } from './wire.ts'

type Fault = (send: () => Promise<Sent>) => Promise<Sent>

const failure = (name: string, httpStatusCode: number) =>
  new S3ServiceException({
    name,
    message: 'Injected',
    $fault: 'server',
    $metadata: { httpStatusCode },
  })
const cut = (name: string, code: string) => Object.assign(new Error('Injected'), { name, code })

const FAULTS: Record<string, Fault> = {
  'slow down': async () => {
    throw failure('SlowDown', 503)
  },
  'internal error': async () => {
    throw failure('InternalError', 500)
  },
  'timeout after it arrived': async (send) => {
    await send()
    throw cut('TimeoutError', 'ETIMEDOUT')
  },
}
const CASES = Object.entries(FAULTS).map(([name, fault]) => ({ name, fault }))

const isOfS3 = (command: string): boolean => /Object|Upload|Parts/.test(command)

/** Spoils `times` attempts to reach the bucket from number `from` on; notes which they were. */
function spoiling(fault: Fault, from: number, times: number) {
  const seen: string[] = []
  let attempts = 0
  const hook: Hook = async ({ command }, send) => {
    if (!isOfS3(command)) return send()
    attempts += 1
    if (attempts < from || attempts >= from + times) return send()
    seen.push(command)
    return fault(send)
  }
  return { hook, seen }
}

/** A document whose bytes have all arrived, ready to be completed. */
async function sent({ as, origin }: Pick<Stack, 'as' | 'origin'>, parcel: string, file: File) {
  const petugas = as('petugas.binjai')
  const { body } = await announce(petugas, parcel, file)
  for (const part of body.upload.parts as Part[]) await put(origin, file.bytes, part)
  return () => complete(petugas, parcel, body.id)
}

/** Lists parts, joins them, reads the file, looks for a copy, copies, and clears up. */
const CALLS = 6

const expectBusy = ({ status, body, headers }: Answer): void => {
  expect(status).toBe(503)
  expect(body.type).toBe('/problems/busy')
  expect(headers.get('Content-Type')).toBe('application/problem+json')
  expect(headers.has('Retry-After')).toBe(true)
}

describe('the bucket while a document is completed', { timeout: 60_000 }, () => {
  test.for(CASES)(
    '$name at any call: nobody hears of it',
    async ({ fault }, { deps, as, origin }) => {
      const { body: parcel } = await draft(as('petugas.binjai'), binjai)
      const hit = await Promise.all(
        Array.from({ length: CALLS }, async (_, i) => {
          const finish = await sent({ as, origin }, parcel.id, pdf(500, `few ${i}`))
          const { hook, seen } = spoiling(fault, i + 1, 1)
          const answer = await during(deps, hook, finish)
          expect([seen, answer.status]).toEqual([seen, 200])
          return seen
        }),
      )
      expect(hit.flat()).toHaveLength(CALLS)
      const { body } = await ask(as('auditor'), 'GET', `/parcels/${parcel.id}/documents`)
      expect(body.documents.map(({ state }: { state: string }) => state)).toEqual(
        Array.from({ length: CALLS }, () => 'complete'),
      )
      expect(await recount(deps)).toEqual([])
    },
  )

  test.for(CASES)(
    '$name for long: busy, and it can be completed later',
    async ({ fault }, { deps, as, origin }) => {
      const { body: parcel } = await draft(as('petugas.binjai'), binjai)
      await Promise.all(
        Array.from({ length: CALLS }, async (_, i) => {
          const finish = await sent({ as, origin }, parcel.id, pdf(500, `long ${i}`))
          const { hook, seen } = spoiling(fault, i + 1, Infinity)
          const answer = await during(deps, hook, finish)
          if (seen[0] === 'DeleteObject')
            expect(answer.status).toBe(200) // it was kept by then
          else expectBusy(answer)
          const again = await finish()
          expect([seen, again.status]).toEqual([seen, 200])
          expect((await finish()).body).toEqual(again.body)
        }),
      )
      const { body } = await ask(as('auditor'), 'GET', `/parcels/${parcel.id}/events`)
      const added = body.events.filter(
        ({ action }: { action: string }) => action === 'document-added',
      )
      expect(added).toHaveLength(CALLS)
      expect(await recount(deps)).toEqual([])
    },
  )

  test('a table that fails after the file was copied: it can be completed later', async ({
    as,
    deps,
    origin,
  }) => {
    const { body: parcel } = await draft(as('petugas.binjai'), binjai)
    const finish = await sent({ as, origin }, parcel.id, pdf(500))
    const hook: Hook = async ({ command }, send) => {
      if (!command.startsWith('TransactWrite')) return send()
      throw cut('TimeoutError', 'ETIMEDOUT')
    }
    expectBusy(await during(deps, hook, finish))
    const done = await finish()
    expect(done.status).toBe(200)
    expect((await ask(as('auditor'), 'GET', `/parcels/${parcel.id}`)).etag).toBe(done.etag)
    expect(await recount(deps)).toEqual([])
  })
})

/** A boundary too large for the table: 3,000 corners whose ordinates do not pack well. */
function large(): { type: 'Polygon'; coordinates: [number, number][][] } {
  const ring = Array.from({ length: 3000 }, (_, i): [number, number] => {
    const angle = (i / 3000) * 2 * Math.PI
    const radius = 0.002 + 0.0001 * Math.sin(i * i) // wavy, yet star-shaped about its middle
    return [98.48 + radius * Math.cos(angle), 3.6 + radius * Math.sin(angle)]
  })
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

describe('the bucket while it takes a large boundary', { timeout: 60_000 }, () => {
  test.for(CASES.slice(1))('$name: passing or lasting', async ({ fault }, { as, deps }) => {
    const petugas = as('petugas.binjai')
    const geometry = large()
    const key = { 'Idempotency-Key': 'batas-besar' }
    const send = () => ask(petugas, 'POST', '/parcels', { ...binjai, geometry }, key)
    expectBusy(await during(deps, spoiling(fault, 1, Infinity).hook, send))
    expect((await ask(petugas, 'GET', '/parcels')).body.features).toEqual([])
    const { hook, seen } = spoiling(fault, 1, 1)
    const made = await during(deps, hook, send)
    expect(seen).toEqual(['PutObject'])
    expect(made.status).toBe(201)
    expect(made.body.geometry).toEqual(geometry)

    const path = `/parcels/${made.body.id}`
    const read = () => ask(petugas, 'GET', path)
    expectBusy(await during(deps, spoiling(fault, 1, Infinity).hook, read))
    expect((await during(deps, spoiling(fault, 1, 1).hook, read)).body.geometry).toEqual(geometry)
    const patch = () =>
      ask(petugas, 'PATCH', path, { properties: { name: 'Baru' } }, { 'If-Match': made.etag })
    expectBusy(await during(deps, spoiling(fault, 1, Infinity).hook, patch))
    expect((await patch()).status).toBe(200)
    expect(await recount(deps)).toEqual([])

    const { s3, bucket: Bucket } = deps.files
    const { body } = await ask(as('auditor'), 'GET', `${path}/bundle`)
    const [hash] = Object.keys(body.boundaries)
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: `boundaries/${hash}` }))
    expect(JSON.parse(gunzipSync(await Body!.transformToByteArray()).toString())).toEqual(geometry)
  })
})
