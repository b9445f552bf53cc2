import { createHash, createPublicKey, randomBytes, sign, verify } from 'node:crypto'
import { DeleteObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { beforeEach, describe, expect, inject, test } from 'vitest'
import { anchorHash, signedBytes } from '../../functions/domain/anchor.ts'
import type { Boundary } from '../../functions/domain/boundary.ts'
import { makeBundle } from '../../functions/domain/bundle.ts'
import { canonicalBytes, type Json } from '../../functions/domain/canonical.ts'
import { type Event, type Personal, sealEvent } from '../../functions/domain/history.ts'
import { isIncluded } from '../../functions/domain/merkle.ts'
import { latestAnchor, makeAnchor, proofFor, readLeaves } from '../../functions/store/anchors.ts'
import { boundaryHash, packBoundary } from '../../functions/store/boundaries.ts'
import { type Chain, commit, eventKey } from '../../functions/store/change.ts'
import type { Files } from '../../functions/store/files.ts'
import { verifyRegistry } from '../../functions/store/registry-check.ts'
import type { Table } from '../../functions/store/table.ts'
import type { CurrentRecord } from '../../functions/store/verification.ts'
import { localFiles, localTable } from '../../infra/local/clients.ts'
import { verifyBundle } from '../../web/public/verify-bundle.mjs'
import { keyPair, pemOf } from '../fixtures/bundle.ts'

let table: Table
let files: Files
let now: Date
beforeEach(async () => {
  const run = randomBytes(6).toString('hex')
  const stores = inject('stores')
  table = await localTable(stores, `anchors-${run}`)
  const buckets = { bucket: `documents-${run}`, proofBucket: `proofs-${run}` }
  files = await localFiles(stores, buckets)
  now = new Date('2026-11-20T02:00:00.000Z')
})

const keys = keyPair()
const signer = {
  keyId: 'key-1',
  publicKeyPem: pemOf(keys.publicKey),
  sign: async (bytes: Uint8Array) => sign('sha256', bytes, keys.privateKey), // DER, as KMS gives it
}
const anchor = () => makeAnchor({ table, files, sign: signer, now: () => now })
const nextDay = () => void (now = new Date(now.getTime() + 86_400_000))

const boundary: Boundary = {
  type: 'Polygon',
  coordinates: [[[98.48, 3.6], [98.49, 3.6], [98.49, 3.61], [98.48, 3.6]]], // prettier-ignore
}
const pkOf = (id: string) => `L#${id}`

/** Lead a parcel through these states, by the transaction that every change goes through. */
async function live(id: string, states: Record<string, Json>[], from: Event[] = []) {
  const events = [...from]
  let before: Json | undefined
  for (const state of states) {
    const after = { ...state, boundary: boundaryHash(boundary) }
    const last = events.at(-1)
    const chain: Chain | null = last
      ? { subject: last.subject, version: last.version, hash: last.hash, at: last.at }
      : null
    const Item = { pk: pkOf(id), sk: 'B', ...(await packBoundary(files, boundary)) }
    events.push(
      await commit(
        { table, now: () => now, random: randomBytes },
        {
          pk: pkOf(id),
          subject: `parcel:${id}`,
          chain,
          before,
          after,
          actor: { member: 'm1', role: 'petugas' },
          action: 'ubah',
          isPersonal: (pointer) => pointer === '/north',
          head: () => ({ record: after }),
          writes: [{ item: { Put: { TableName: table.name, Item } } }],
        },
      ),
    )
    before = after
  }
  return events
}

async function itemsOf(id: string): Promise<Record<string, unknown>[]> {
  const query = new QueryCommand({
    TableName: table.name,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pkOf(id) },
    ConsistentRead: true,
  })
  return (await table.client.send(query)).Items ?? []
}
const itemOf = async (id: string, sk: string) =>
  (await itemsOf(id)).find((item) => item['sk'] === sk)!
const put = (Item: Record<string, unknown>) =>
  table.client.send(new PutCommand({ TableName: table.name, Item }))
const remove = ({ pk, sk }: Record<string, unknown>) =>
  table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } }))

const verified = () =>
  verifyRegistry({
    table,
    files,
    recordOf: async (pk) => {
      const head = await itemOf(pk.slice(2), 'H')
      return head && ({ record: head['record'], chain: head['chain'] } as CurrentRecord)
    },
  })
const faults = async () =>
  (await verified()).faults.map(({ subject, reason }) => `${subject}: ${reason.en}`)

describe('the daily anchor', () => {
  test('holds the end of every chain, sorted, signed so that anyone can check it', async () => {
    const [, end] = await live('b', [{ s: 'draf' }, { s: 'diajukan' }])
    const [only] = await live('a', [{ s: 'draf' }])
    const { anchor: first, fresh, lost } = await anchor()
    expect({ fresh, lost }).toEqual({ fresh: true, lost: [] })
    expect(first).toMatchObject({ date: '2026-11-20', count: 2, previous: null, keyId: 'key-1' })
    expect(await readLeaves(files, first)).toEqual([
      { subject: 'parcel:a', version: 1, hash: only!.hash },
      { subject: 'parcel:b', version: 2, hash: end!.hash },
    ])
    const key = createPublicKey(first.publicKeyPem!)
    const signature = Buffer.from(first.signature, 'base64')
    expect(signature).toHaveLength(64)
    expect(verify('sha256', signedBytes(first), { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true) // prettier-ignore
  })

  test('is made once a day (in Jakarta) and names the one before it', async () => {
    await live('a', [{ s: 'draf' }])
    expect(await latestAnchor(files)).toBeNull()
    const { anchor: first } = await anchor()
    now = new Date('2026-11-20T16:59:59.000Z') // 23.59 in Jakarta
    await live('b', [{ s: 'draf' }])
    expect(await anchor()).toEqual({ anchor: first, fresh: false, lost: [] })
    now = new Date('2026-11-20T17:00:00.000Z')
    const { anchor: second, fresh } = await anchor()
    expect(fresh).toBe(true)
    expect(second).toMatchObject({ date: '2026-11-21', count: 2, previous: anchorHash(first) })
    expect(await latestAnchor(files)).toEqual(second)
  })

  test('is of an empty registry too', async () => {
    expect((await anchor()).anchor).toMatchObject({
      count: 0,
      root: createHash('sha256').digest('hex'),
    })
    expect(await proofFor(files, 'parcel:a')).toBeNull()
  })

  test('proves each chain end, and says so when a subject is younger', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    for (const id of ids) await live(id, [{ s: 'draf' }])
    expect(await proofFor(files, 'parcel:a')).toBeNull()
    await anchor()
    for (const id of ids) {
      const { anchor: by, leaf, proof } = (await proofFor(files, `parcel:${id}`))!
      expect(leaf.subject).toBe(`parcel:${id}`)
      expect(isIncluded(canonicalBytes(leaf), proof, by.root)).toBe(true)
    }
    expect(await proofFor(files, 'parcel:later')).toBeNull()
    nextDay()
    await live('later', [{ s: 'draf' }])
    await anchor()
    expect((await proofFor(files, 'parcel:later'))?.anchor.date).toBe('2026-11-21')
  })

  test('is repeated after a job that died between its two files', async () => {
    await live('a', [{ s: 'draf' }])
    const { anchor: first } = await anchor()
    const Key = `anchors/${first.date}/anchor.json`
    await files.s3.send(new DeleteObjectCommand({ Bucket: files.proofBucket, Key }))
    expect(await latestAnchor(files)).toBeNull()
    await live('b', [{ s: 'draf' }])
    expect((await anchor()).anchor).toMatchObject({ date: first.date, count: 2 })
  })

  test('tells which chains of the day before are gone or shorter', async () => {
    await live('a', [{ s: 'draf' }])
    await live('b', [{ s: 'draf' }])
    await anchor()
    for (const item of await itemsOf('a')) await remove(item)
    nextDay()
    expect((await anchor()).lost).toMatchObject([{ subject: 'parcel:a', version: 1 }])
  })

  test('goes into a bundle that holds for the auditor', async () => {
    const events = await live('a', [
      { s: 'draf', north: 'Budi' },
      { s: 'diajukan', north: 'Budi' },
    ])
    await anchor()
    const kept = (await itemsOf('a')).filter(({ sk }) => String(sk).startsWith('P#'))
    const personal: Personal = Object.assign({}, ...kept.map((item) => item['personal']))
    const bundle = makeBundle({
      events,
      personal,
      boundaries: { [boundaryHash(boundary)]: boundary as unknown as Json },
      anchors: [(await proofFor(files, 'parcel:a'))!],
      now,
    })
    const result = await verifyBundle(JSON.parse(JSON.stringify(bundle)))
    expect(result).toMatchObject({ ok: true, anchored: { version: 2 }, newer: 0 })
    expect(result.state).toMatchObject({ s: 'diajukan', north: 'Budi' })
  })
})

describe('the verification of the registry', () => {
  /** Two parcels, an anchor over both, and one event that is newer. */
  async function registry(): Promise<Event[]> {
    const events = await live('a', [
      { s: 'draf', north: 'Budi' },
      { s: 'diajukan', north: 'Siti' },
    ])
    await live('b', [{ s: 'draf' }])
    await anchor()
    nextDay()
    await live('c', [{ s: 'draf' }])
    return events
  }

  test('finds nothing where nothing was touched, and counts what is not yet anchored', async () => {
    await registry()
    const report = await verified()
    expect(report).toMatchObject({ chains: 3, events: 4, faults: [] })
    expect(report.anchors).toMatchObject({ count: 1, notAnchored: 1 })
    expect(report.anchors.fingerprints).toHaveLength(1)
  })

  test('finds nothing after a personal value was erased', async () => {
    await registry()
    for (const item of await itemsOf('a'))
      if (String(item['sk']).startsWith('P#')) await remove(item)
    expect(await faults()).toEqual([])
  })

  const key = (version: number) => eventKey(version)
  const changed = (item: Record<string, unknown>, change: object) => {
    const event = item['event'] as Event
    return put({ ...item, event: { ...event, ...change } })
  }
  const tampers: Record<string, (events: Event[]) => Promise<unknown>> = {
    'an event changed': async () => changed(await itemOf('a', key(1)), { action: 'lain' }),
    'an event removed': async () => remove(await itemOf('a', key(1))),
    'events swapped': async () => {
      const [one, two] = [await itemOf('a', key(1)), await itemOf('a', key(2))]
      await put({ ...one, event: two['event'] })
      await put({ ...two, event: one['event'] })
    },
    'an event of another parcel': async () => {
      await put({ ...(await itemOf('a', key(1))), event: (await itemOf('b', key(1)))['event'] })
    },
    'an event appended past the head': async ([, last]) => {
      const event = sealEvent({ ...last!, changes: [] }, last!, now)
      await put({ pk: pkOf('a'), sk: key(3), event })
    },
    'the newest event cut': async () => remove(await itemOf('a', key(2))),
    'the tail cut and the head made to fit': async ([first]) => {
      const { subject, version, hash, at } = first!
      await remove(await itemOf('a', key(2)))
      const record = { s: 'draf', north: 'Budi', boundary: boundaryHash(boundary) }
      await put({ ...(await itemOf('a', 'H')), record, chain: { subject, version, hash, at } })
    },
    'the chain rewritten and rehashed, head and all': async (events) => {
      const forged: Event[] = []
      for (const event of events) {
        const actor = { member: 'someone-else', role: 'kpb' }
        forged.push(sealEvent({ ...event, actor }, forged.at(-1) ?? null, new Date(event.at)))
      }
      for (const event of forged) await put({ pk: pkOf('a'), sk: key(event.version), event })
      const { subject, version, hash, at } = forged.at(-1)!
      await put({ ...(await itemOf('a', 'H')), chain: { subject, version, hash, at } })
    },
    'the parcel gone': async () => {
      for (const item of await itemsOf('a')) await remove(item)
    },
    'its head gone': async () => remove(await itemOf('a', 'H')),
    'its head on another version': async () => {
      const head = await itemOf('a', 'H')
      await put({ ...head, chain: { ...(head['chain'] as Chain), version: 7 } })
    },
    'its record changed': async () => {
      const head = await itemOf('a', 'H')
      await put({ ...head, record: { ...(head['record'] as object), s: 'terverifikasi' } })
    },
    'its boundary changed': async () => {
      const other = await packBoundary(files, { ...boundary, coordinates: [] })
      await put({ ...(await itemOf('a', 'B')), bytes: other.bytes })
    },
    'its boundary gone': async () => remove(await itemOf('a', 'B')),
    'a personal value changed': async () => {
      const item = (await itemsOf('a')).find(({ sk }) => String(sk).startsWith('P#'))!
      const [[hash, { salt }]] = Object.entries(item['personal'] as Personal) as [[string, Personal[string]]] // prettier-ignore
      await put({ ...item, personal: { [hash]: { salt, value: 'Ani' } } })
    },
  }
  test.each(Object.entries(tampers))('finds %s', async (_, tamper) => {
    await tamper(await registry())
    const found = await faults()
    expect(found.length).toBeGreaterThan(0)
    for (const fault of found) expect(fault).toMatch(/^parcel:a: /)
  })

  test('finds a parcel that was made up and dated before the anchors', async () => {
    await registry()
    await anchor()
    now = new Date('2026-11-19T02:00:00.000Z')
    await live('forged', [{ s: 'draf' }, { s: 'terverifikasi' }])
    const fault = 'parcel:forged: The chain is dated before a seal that does not hold it.'
    expect(await faults()).toEqual([fault])
    now = new Date('2026-11-22T02:00:00.000Z')
    await anchor() // which holds it from now on; the older ones still do not
    expect(await faults()).toEqual([fault])
  })

  test('finds an anchor that was replaced, one that is gone, and leaves that were changed', async () => {
    await registry()
    await anchor()
    nextDay()
    const { anchor: newest } = await anchor()
    expect(await faults()).toEqual([])
    const Bucket = files.proofBucket
    const { Contents = [] } = await files.s3.send(new ListObjectsV2Command({ Bucket }))
    const named = (part: string) => Contents.find(({ Key }) => Key!.includes(part))!.Key!
    const stored = JSON.stringify({ ...newest, count: 2 })
    const newestKey = named(`${newest.date}/anchor`)
    await files.s3.send(new PutObjectCommand({ Bucket, Key: newestKey, Body: stored }))
    expect(await faults()).toContain(`anchor:${newest.date}: Its signature does not hold.`)
    const Body = JSON.stringify(newest)
    await files.s3.send(new PutObjectCommand({ Bucket, Key: newestKey, Body }))
    await files.s3.send(new PutObjectCommand({ Bucket, Key: named(`${newest.date}/leaves`), Body: '[]' })) // prettier-ignore
    expect(await faults()).toEqual([`anchor:${newest.date}: Its leaves are gone or were changed.`])
    await files.s3.send(new DeleteObjectCommand({ Bucket, Key: named('2026-11-20/anchor') }))
    expect(await faults()).toContain(
      'anchor:2026-11-21: The anchor before this oldest one is gone.',
    )
  })
})
