import { ListMultipartUploadsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { deflateSync } from 'node:zlib'
import { afterEach, expect, vi } from 'vitest'
import type { Deps } from '../../functions/deps.ts'
import { binjai } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { announce, complete, type File, type Part, pdf, put, sha256Of, upload } from './files.ts'
import { ask, draft, step } from './requests.ts'

const MIB = 1024 * 1024

const png: File = {
  name: 'Peta bidang.png',
  kind: 'surat-ukur',
  contentType: 'image/png',
  bytes: Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    deflateSync(Buffer.alloc(500)),
  ]),
}
const jpeg: File = {
  name: 'Patok.jpg',
  kind: 'foto',
  contentType: 'image/jpeg',
  bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00, 0x10, 0x4a, 0x46, 0x49, 0x46, 0xff, 0xd9]),
}
const html: File = {
  name: 'BAST.pdf',
  kind: 'bast',
  contentType: 'application/pdf',
  bytes: Buffer.from('<!doctype html><script>alert(1)</script>'),
}

const keysIn = async ({ files: { s3, bucket } }: Deps): Promise<string[]> =>
  ((await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? [])
    .map(({ Key = '' }) => Key)
    .sort()

const pointersOf = (answer: { body: { errors: { pointer: string }[] } }): string[] =>
  answer.body.errors.map(({ pointer }) => pointer)

afterEach(() => void vi.useRealTimers())

test('a file of 12 MB goes up in parts and goes on where the line was cut', async ({
  as,
  origin,
  deps,
}) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const file = pdf(12 * MIB, 'b')
  const announced = await announce(petugas, id, file)
  expect(announced.status).toBe(201)
  const document = announced.body.id
  expect(announced.headers.get('Location')).toBe(`/api/parcels/${id}/documents/${document}`)
  const parts = announced.body.upload.parts as Part[]
  expect(parts.map(({ start, size }) => [start, size])).toEqual([
    [0, 5 * MIB],
    [5 * MIB, 5 * MIB],
    [10 * MIB, 2 * MIB],
  ])
  expect((await put(origin, file.bytes, parts[1]!)).status).toBe(200)

  const path = `/parcels/${id}/documents/${document}`
  const resumed = await ask(petugas, 'GET', `${path}/upload`)
  const there = resumed.body.upload.parts as Part[]
  expect(there.map(({ received }) => received)).toEqual([false, true, false])
  const early = await complete(petugas, id, document)
  expect(early.status).toBe(409)
  expect(early.body).toMatchObject({ type: '/problems/upload-incomplete', missing: [1, 3] })

  for (const part of there.filter(({ received }) => !received))
    expect((await put(origin, file.bytes, part)).status).toBe(200)
  const done = await complete(petugas, id, document)
  expect(done.status).toBe(200)
  expect(done.body.document).toMatchObject({ state: 'complete', size: 12 * MIB, name: 'BAST.pdf' })
  expect(await keysIn(deps)).toEqual([`documents/${sha256Of(file.bytes)}`]) // incoming/ is empty

  const again = await complete(petugas, id, document)
  expect(again.status).toBe(200)
  expect(again.etag).toBe(done.etag)
  expect((await ask(petugas, 'GET', `${path}/upload`)).status).toBe(404)
})

test('PDF, JPEG and PNG are listed with their parcel and in its history', async ({
  as,
  origin,
}) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  for (const file of [pdf(400), jpeg, png])
    expect((await upload(petugas, origin, id, file)).status).toBe(200)
  const listed = await ask(petugas, 'GET', `/parcels/${id}/documents`)
  expect(listed.body.documents.map(({ name }: { name: string }) => name)).toEqual([
    'BAST.pdf',
    'Patok.jpg',
    'Peta bidang.png',
  ])
  const { body } = await ask(petugas, 'GET', `/parcels/${id}/events`)
  expect(body.events.map(({ action }: { action: string }) => action)).toEqual([
    'drafted',
    'document-added',
    'document-added',
    'document-added',
  ])
})

const LIES: { name: string; file: File; instead?: Record<string, unknown>; at: string[] }[] = [
  { name: 'another hash', file: pdf(400), instead: { sha256: 'a'.repeat(64) }, at: ['#/sha256'] },
  {
    name: 'a PNG announced as PDF',
    file: png,
    instead: { contentType: 'application/pdf' },
    at: ['#/contentType'],
  },
  { name: 'an HTML page named .pdf', file: html, at: ['#/contentType'] },
  {
    name: 'a PDF announced as JPEG',
    file: pdf(400),
    instead: { contentType: 'image/jpeg' },
    at: ['#/contentType'],
  },
]

test.for(LIES)(
  '$name is refused and not kept',
  async ({ file, instead, at }, { as, origin, deps }) => {
    const petugas = as('petugas.binjai')
    const { id } = (await draft(petugas, binjai)).body
    const refused = await upload(petugas, origin, id, file, instead)
    expect(refused.status).toBe(422)
    expect(refused.body.type).toBe('/problems/file-differs')
    expect(pointersOf(refused as never)).toEqual(at)
    expect(await keysIn(deps)).toEqual([])
    const { body } = await ask(petugas, 'GET', `/parcels/${id}/documents`)
    expect(body.documents).toEqual([])
  },
)

test('what cannot be a document is refused before a byte is sent', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const tried = async (instead: Record<string, unknown>) => {
    const { status, body } = await announce(petugas, id, pdf(400), instead)
    return [status, body.type, body.errors?.[0]?.pointer]
  }
  expect(await tried({ size: 0 })).toEqual([422, '/problems/invalid-input', '#/size'])
  expect(await tried({ size: -1 })).toEqual([422, '/problems/invalid-input', '#/size'])
  expect(await tried({ size: 1.5 })).toEqual([422, '/problems/invalid-input', '#/size'])
  expect(await tried({ size: 25 * MIB + 1 })).toEqual([413, '/problems/too-large', undefined])
  for (const contentType of ['text/html', 'image/svg+xml', 'application/zip', 'image/tiff'])
    expect(await tried({ contentType })).toEqual([
      415,
      '/problems/unsupported-media-type',
      undefined,
    ])
  expect(await tried({ sha256: 'ABC' })).toEqual([422, '/problems/invalid-input', '#/sha256'])
  expect(await tried({ kind: 'ktp' })).toEqual([422, '/problems/invalid-input', '#/kind'])
  expect(await tried({ name: '3273010101900001.pdf' })).toEqual([
    422,
    '/problems/invalid-input',
    '#/name', // a NIK
  ])
})

test('a file of exactly 25 MiB is kept', async ({ as, origin }) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const done = await upload(petugas, origin, id, pdf(25 * MIB, 'c'))
  expect(done.status).toBe(200)
  expect(done.body.document.size).toBe(26_214_400)
})

test('a signed PDF comes back byte for byte, as an attachment that nobody sniffs', async ({
  as,
  origin,
  deps,
}) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const plain = pdf(2000).bytes
  const increment = Buffer.concat([
    Buffer.from('7 0 obj\r\n<< /Type /Sig /ByteRange [0 840 960 240] /Contents <3082'),
    Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)),
    Buffer.from('> >>\r\nendobj\r\nstartxref\r\n1999\r\n%%EOF\0\0\n'),
  ])
  const bytes = Buffer.concat([plain, increment])
  const file = { ...pdf(400), bytes, name: 'BAST – tanah hibah, Å.pdf' }
  const done = await upload(petugas, origin, id, file)
  const link = await ask(petugas, 'GET', `/parcels/${id}/documents/${done.body.document.id}`)
  expect(link.status).toBe(200)
  expect(link.headers.get('Cache-Control')).toBe('private, no-store')
  const answer = await fetch(`${origin}${link.body.url}`)
  expect(answer.status).toBe(200)
  expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  expect(answer.headers.get('Content-Type')).toBe('application/pdf')
  expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
  expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
  const disposition = answer.headers.get('Content-Disposition') ?? ''
  expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]+\.pdf"; /)
  expect(disposition).toContain("filename*=UTF-8''BAST%20%E2%80%93%20tanah%20hibah%2C%20%C3%85.pdf")

  const { Items = [] } = await deps.table.client.send(
    new QueryCommand({
      TableName: deps.table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :readings)',
      ExpressionAttributeValues: { ':pk': `L#${id}`, ':readings': 'W#' },
    }),
  )
  const { id: me } = (await ask(petugas, 'GET', '/me')).body
  expect(Items).toHaveLength(1)
  expect(Items[0]).toMatchObject({ by: me, document: done.body.document.id })
})

test('a link lives five minutes', async ({ as, origin, clock }) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const done = await upload(petugas, origin, id, pdf(400))
  const link = await ask(petugas, 'GET', `/parcels/${id}/documents/${done.body.document.id}`)
  expect(link.body.expiresAt).toBe(new Date(clock.now.getTime() + 300_000).toISOString())
  const made = Date.now()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(made + 295_000)
  expect((await fetch(`${origin}${link.body.url}`)).status).toBe(200)
  vi.setSystemTime(made + 302_000)
  const late = await fetch(`${origin}${link.body.url}`)
  expect(late.status).toBe(403)
  expect(await late.text()).toContain('RequestExpired')
})

test('a presigned address serves for what it was made and nothing else', async ({
  as,
  origin,
  deps,
}) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const file = pdf(400)
  const { body } = await announce(petugas, id, file)
  const [part] = body.upload.parts as [Part]
  const url = new URL(part.url, origin)
  const send = async (to: URL | string, bytes: Uint8Array = file.bytes, method = 'PUT') => {
    const init = { method, body: bytes as Uint8Array<ArrayBuffer> }
    return (await fetch(to, init)).status
  }
  const changed = (change: (copy: URL) => void): URL => {
    const copy = new URL(url)
    change(copy)
    return copy
  }
  const key = url.pathname
  const { bucket, proofBucket } = deps.files
  const refused = [
    await send(`${origin}${key}`), // no signature
    await send(changed(({ searchParams }) => searchParams.set('X-Amz-Signature', '0'.repeat(64)))),
    await send(changed(({ searchParams }) => searchParams.set('X-Amz-Expires', '604800'))),
    await send(changed(({ searchParams }) => searchParams.set('partNumber', '2'))),
    await send(changed(({ searchParams }) => searchParams.delete('uploadId'))),
    await send(changed((copy) => (copy.pathname = key.replace(id, deps.newId())))),
    await send(changed((copy) => (copy.pathname = `/${bucket}/documents/${'a'.repeat(64)}`))),
    await send(changed((copy) => (copy.pathname = key.replace(bucket, proofBucket)))),
    await send(url, Buffer.concat([file.bytes, Buffer.from('!')])), // larger than announced
    await send(url, file.bytes.subarray(1)), // cut short
    await send(url, file.bytes, 'DELETE'),
    await send(url, file.bytes, 'POST'),
    (await fetch(url)).status, // a PUT's address does not read
    (await fetch(`${origin}/${proofBucket}/anchors/latest.json`)).status,
    (await fetch(`${origin}/${bucket}/`)).status, // no listing
    (await fetch(`${origin}/${bucket}?list-type=2`)).status,
  ]
  for (const status of refused) expect([403, 404, 405, 503]).toContain(status)
  const now = Date.now()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(now + 3_602_000)
  expect(await send(url)).toBe(403) // an hour later
  vi.useRealTimers()
  const unsent = await complete(petugas, id, body.id)
  expect(unsent.body).toMatchObject({ type: '/problems/upload-incomplete', missing: [1] })
  expect(await send(url)).toBe(200)
  expect((await complete(petugas, id, body.id)).status).toBe(200)
  expect(await send(url)).toBeGreaterThanOrEqual(400) // what is kept is not written again
})

test('documents of a parcel are for its unit, its Kanwil, pusat and the auditor', async ({
  as,
  origin,
}) => {
  const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
  const made = await draft(petugas, binjai)
  const { id } = made.body
  const { body } = await upload(petugas, origin, id, pdf(400))
  const path = `/parcels/${id}/documents/${body.document.id}`
  const readBy = async (account: string) => (await ask(as(account), 'GET', path)).status
  expect(await readBy('petugas.batang')).toBe(404) // a draft does not exist for them
  const seen = await ask(kpb, 'GET', `/parcels/${id}`)
  expect((await step(kpb, seen, 'submission')).status).toBe(200)
  expect(await readBy('petugas.batang')).toBe(403)
  expect(await readBy('kanwil.jateng')).toBe(403)
  for (const account of ['kpb.binjai', 'kanwil.sumut', 'pusat', 'auditor'])
    expect(await readBy(account)).toBe(200)
  const elsewhere = (await draft(petugas, binjai)).body.id
  const crossed = `/parcels/${elsewhere}/documents/${body.document.id}`
  expect((await ask(petugas, 'GET', crossed)).status).toBe(404)
})

test('the same file on two parcels warns within the caller’s reach only', async ({
  as,
  origin,
}) => {
  const [binjaiOfficer, batangOfficer] = [as('petugas.binjai'), as('petugas.batang')]
  const file = pdf(400)
  const first = (await draft(binjaiOfficer, binjai)).body.id
  const lone = await upload(binjaiOfficer, origin, first, file)
  expect(lone.body.sameFile).toEqual([])
  const second = (await draft(binjaiOfficer, binjai)).body.id
  const warned = await upload(binjaiOfficer, origin, second, file)
  expect(warned.status).toBe(200)
  expect(warned.body.sameFile).toEqual([{ id: first, name: 'Lahan uji Tunggurono' }])
  const foreign = await draft(batangOfficer, {
    type: 'Feature',
    properties: { upt: 'lapas-kelas-iib-batang', name: 'Lahan Batang' },
  })
  expect(foreign.status).toBe(201)
  const quiet = await upload(batangOfficer, origin, foreign.body.id, file)
  expect(quiet.status).toBe(200)
  expect(quiet.body.sameFile).toEqual([])
  expect(JSON.stringify(quiet.body)).not.toContain(first)
})

test('a withdrawn document stays readable, with its reason', async ({ as, origin }) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const { document } = (await upload(petugas, origin, id, pdf(400))).body
  const path = `/parcels/${id}/documents/${document.id}`
  expect((await ask(petugas, 'POST', `${path}/withdrawal`, {})).status).toBe(422)
  const reason = 'Salah pindai, halaman 2 hilang'
  const withdrawn = await ask(petugas, 'POST', `${path}/withdrawal`, { reason })
  expect(withdrawn.status).toBe(200)
  const link = await ask(as('auditor'), 'GET', path)
  expect(link.body).toMatchObject({ state: 'withdrawn', withdrawn: { reason } })
  expect((await fetch(`${origin}${link.body.url}`)).status).toBe(200)
  const { body } = await ask(petugas, 'GET', `/parcels/${id}/events`)
  expect(body.events.at(-1)).toMatchObject({ action: 'document-withdrawn', reason })
})

test('a parcel holds a hundred documents', { timeout: 60_000 }, async ({ as }) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  for (let made = 0; made < 100; made += 10) {
    const ten = Array.from({ length: 10 }, () => announce(petugas, id, pdf(400)))
    for (const { status } of await Promise.all(ten)) expect(status).toBe(201)
  }
  const refused = await announce(petugas, id, pdf(400))
  expect(refused.status).toBe(422)
  expect(refused.body).toMatchObject({ type: '/problems/too-many-documents', most: 100 })
  expect(refused.headers.get('Retry-After')).toBeNull() // waiting does not help
})

test('an upload that is given up leaves nothing', async ({ as, origin, deps }) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const { body } = await announce(petugas, id, pdf(400))
  await put(origin, pdf(400).bytes, body.upload.parts[0])
  const path = `/parcels/${id}/documents/${body.id}/upload`
  expect((await ask(petugas, 'DELETE', path)).status).toBe(204)
  expect((await ask(petugas, 'GET', path)).status).toBe(404)
  expect((await complete(petugas, id, body.id)).status).toBe(404)
  expect(await keysIn(deps)).toEqual([])
  const { s3, bucket } = deps.files
  const open = await s3.send(new ListMultipartUploadsCommand({ Bucket: bucket })).catch(() => null)
  expect(open?.Uploads ?? []).toEqual([])
})

test('completing twice at once keeps one document', async ({ as, origin }) => {
  const petugas = as('petugas.binjai')
  const { id } = (await draft(petugas, binjai)).body
  const file = pdf(400)
  const { body } = await announce(petugas, id, file)
  await put(origin, file.bytes, body.upload.parts[0])
  const both = await Promise.all([1, 2, 3].map(() => complete(petugas, id, body.id)))
  expect(both.map(({ status }) => status)).toEqual([200, 200, 200])
  const { body: history } = await ask(petugas, 'GET', `/parcels/${id}/events`)
  expect(history.events.map(({ action }: { action: string }) => action)).toEqual([
    'drafted',
    'document-added',
  ])
})
