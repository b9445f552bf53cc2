import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import { expect } from 'vitest'
import type { Deps } from '../../functions/deps.ts'
import { binjai, numbered } from '../fixtures/parcels.ts'
import { chunk, jpegOf, jpegWith, plainJpeg, pngWith, segment, tiffOf } from '../fixtures/photos.ts'
import { type Send, type Stack, test } from '../stack.ts'
import { type Part, put, sha256Of } from './files.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/* Photos as evidence, over HTTP. The clock of the tests stands at 23 November 2026. */

const MIB = 1024 * 1024
/** The middle of the square of `binjai`, and a point 100 m and more to its west. */
const INSIDE = { lng: 98.4805, lat: 3.6005 }
const OUTSIDE = { lng: 98.479, lat: 3.6005 }
const AT = '2026:11:20 09:30:00'

interface Sent {
  contentType?: string
  sha256?: string
  size?: number
  taken?: unknown
}

const announce = (
  send: Send,
  parcel: string,
  bytes: Uint8Array,
  instead: Sent = {},
  key?: string,
): Promise<Answer> =>
  ask(
    send,
    'POST',
    `/parcels/${parcel}/photos`,
    {
      name: 'Blok jagung.jpg',
      contentType: 'image/jpeg',
      size: bytes.length,
      sha256: sha256Of(bytes),
      ...instead,
    },
    key ? { 'Idempotency-Key': key } : {},
  )

const complete = (send: Send, parcel: string, photo: string): Promise<Answer> =>
  ask(send, 'POST', `/parcels/${parcel}/photos/${photo}/completion`, {})

/** Announce, send and complete, as the phone does. */
async function sendPhoto(
  send: Send,
  origin: string,
  parcel: string,
  bytes: Uint8Array,
  instead: Sent = {},
): Promise<Answer> {
  const { status, body } = await announce(send, parcel, bytes, instead)
  expect(status).toBe(201)
  for (const part of body.upload.parts as Part[]) await put(origin, bytes, part)
  return complete(send, parcel, body.id)
}

async function registered(as: Stack['as'], feature: unknown = binjai): Promise<string> {
  const released = await step(
    as('kpb.binjai'),
    await draft(as('petugas.binjai'), feature),
    'submission',
  )
  expect(released.status).toBe(200)
  return released.body.id
}

const keysIn = async ({ files: { s3, bucket } }: Deps): Promise<string[]> =>
  ((await s3.send(new ListObjectsV2Command({ Bucket: bucket }))).Contents ?? [])
    .map(({ Key = '' }) => Key)
    .sort()

const actionsOf = async (send: Send, parcel: string): Promise<string[]> =>
  (await ask(send, 'GET', `/parcels/${parcel}/events`)).body.events.map(
    ({ action }: { action: string }) => action,
  )

async function bytesAt(origin: string, url: string): Promise<Buffer> {
  const answer = await fetch(`${origin}${url}`)
  expect(answer.status).toBe(200)
  return Buffer.from(await answer.arrayBuffer())
}

test('a photo with EXIF inside of the boundary is evidence; what is shown of it tells nothing', async ({
  as,
  origin,
  deps,
}) => {
  const petugas = as('petugas.binjai')
  const parcel = await registered(as)
  const bytes = jpegOf({ at: AT, ...INSIDE })
  const done = await sendPhoto(petugas, origin, parcel, bytes)
  expect(done.status).toBe(200)
  const { id: by } = (await ask(petugas, 'GET', '/me')).body
  expect(done.body).toEqual({
    id: done.body.id,
    name: 'Blok jagung.jpg',
    contentType: 'image/jpeg',
    size: bytes.length,
    sha256: sha256Of(bytes),
    shown: sha256Of(plainJpeg()),
    by,
    at: '2026-11-23T03:00:00.000Z',
    exif: { at: '2026-11-20T09:30:00', ...INSIDE },
    grade: 'exif',
    distanceM: 0,
  })
  expect(await keysIn(deps)).toEqual(
    [`documents/${sha256Of(bytes)}`, `documents/${sha256Of(plainJpeg())}`].sort(),
  )
  expect((await actionsOf(petugas, parcel)).at(-1)).toBe('photo-added')

  const shown = await ask(as('kanwil.sumut'), 'GET', `/parcels/${parcel}/photos/${done.body.id}`)
  expect(shown.status).toBe(200)
  expect(shown.headers.get('Cache-Control')).toBe('private, no-store')
  expect(shown.body.original).toBeUndefined()
  expect((await bytesAt(origin, shown.body.url)).equals(plainJpeg())).toBe(true)
})

test('the original is given when it is asked for, and the reading is logged', async ({
  as,
  origin,
  deps,
}) => {
  const parcel = await registered(as)
  const bytes = jpegOf({ at: AT, ...INSIDE })
  const { id: photo } = (await sendPhoto(as('petugas.binjai'), origin, parcel, bytes)).body
  const kanwil = as('kanwil.sumut')
  const whole = await ask(kanwil, 'GET', `/parcels/${parcel}/photos/${photo}?original=true`)
  expect((await bytesAt(origin, whole.body.original)).equals(bytes)).toBe(true)
  const { Items = [] } = await deps.table.client.send(
    new QueryCommand({
      TableName: deps.table.name,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :readings)',
      ExpressionAttributeValues: { ':pk': `L#${parcel}`, ':readings': 'W#' },
    }),
  )
  const { id: by } = (await ask(kanwil, 'GET', '/me')).body
  expect(Items).toEqual([expect.objectContaining({ by, document: photo })])
})

const FIX = { ...INSIDE, accuracyM: 8 }
const TOLD: { name: string; bytes: Uint8Array; sent?: Sent; expected: Record<string, unknown> }[] =
  [
    {
      name: 'EXIF more than 50 m outside is doubted',
      bytes: jpegOf({ at: AT, ...OUTSIDE }),
      // GeographicLib: 111.10 m from 98.479, 3.6005 to 98.48, 3.6005
      expected: { grade: 'exif', distanceM: 111.1, doubts: ['place'] },
    },
    {
      name: 'the position of the phone goes before EXIF, which is a doubt where it says another',
      bytes: jpegOf({ at: AT, ...OUTSIDE }),
      sent: { taken: { at: '2026-11-20T09:30:05+07:00', fix: FIX } },
      expected: {
        grade: 'posisi',
        distanceM: 0,
        doubts: ['place'],
        taken: { at: '2026-11-20T02:30:05.000Z', fix: FIX },
      },
    },
    {
      name: 'a position outside is doubted, but for what the phone is unsure of',
      bytes: plainJpeg(),
      sent: { taken: { fix: { ...OUTSIDE, accuracyM: 62 } } },
      expected: { grade: 'posisi', distanceM: 111.1 },
    },
    {
      name: 'no EXIF and no position is the word of the officer',
      bytes: plainJpeg(),
      expected: { grade: 'pernyataan' },
    },
    {
      name: 'EXIF of tomorrow is doubted',
      bytes: jpegOf({ at: '2026:11:24 00:00:01', ...INSIDE }),
      expected: { grade: 'exif', distanceM: 0, doubts: ['time'] },
    },
    {
      name: 'a time that is none is doubted',
      bytes: jpegOf({ at: '2026:02:31 09:00:00', ...INSIDE }),
      expected: { grade: 'exif', distanceM: 0, doubts: ['time'] },
    },
    {
      name: 'hostile EXIF tells nothing and harms nothing',
      bytes: jpegWith([
        segment(
          0xe1,
          Buffer.concat([Buffer.from('Exif\0\0II*\0', 'latin1'), Buffer.alloc(900, 0xff)]),
        ),
        segment(0xe1, Buffer.from('Exif\0\0MM', 'latin1')),
        segment(0xe1, Buffer.alloc(0)),
      ]),
      expected: { grade: 'pernyataan', shown: sha256Of(plainJpeg()) },
    },
    {
      name: 'a PNG with EXIF and words is shown without',
      bytes: pngWith(
        chunk('tEXt', Buffer.from('Author\0Budi Santoso')),
        chunk('eXIf', tiffOf({ at: AT, ...INSIDE })),
      ),
      sent: { contentType: 'image/png' },
      expected: { grade: 'exif', distanceM: 0, shown: sha256Of(pngWith()) },
    },
  ]

test('what photos are worth as evidence', { timeout: 60_000 }, async ({ as, origin }) => {
  const parcel = await registered(as)
  for (const { name, bytes, sent, expected } of TOLD) {
    const { status, body } = await sendPhoto(as('petugas.binjai'), origin, parcel, bytes, sent)
    expect({ status, ...body }, name).toMatchObject({ status: 200, ...expected })
    for (const member of ['distanceM', 'doubts'])
      expect(member in body, `${name}: ${member}`).toBe(member in expected)
  }
})

test('a picture that is turned stays upright for who looks at it', async ({ as, origin }) => {
  const parcel = await registered(as)
  const bytes = jpegOf({ at: AT, ...INSIDE, orientation: 6 })
  const { body } = await sendPhoto(as('petugas.binjai'), origin, parcel, bytes)
  const { url } = (await ask(as('auditor'), 'GET', `/parcels/${parcel}/photos/${body.id}`)).body
  const shown = await bytesAt(origin, url)
  const turn = Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]) // tag 274 of one SHORT: 6 (TIFF 6.0)
  expect(shown.includes(turn)).toBe(true)
  expect(shown.length - plainJpeg().length).toBe(36)
})

test('numbers that no table keeps are rounded to what a phone knows', async ({ as, origin }) => {
  const parcel = await registered(as)
  const fix = { lng: 98.480_500_04, lat: 5e-324, accuracyM: 3.14159 }
  const { body } = await sendPhoto(as('petugas.binjai'), origin, parcel, plainJpeg(), {
    taken: { fix },
  })
  expect(body.taken).toEqual({ fix: { lng: 98.4805, lat: 0, accuracyM: 3.1 } })
})

test('the same photo elsewhere in the registry is doubted, and nothing told of where', async ({
  as,
  origin,
}) => {
  const bytes = jpegOf({ at: AT, ...INSIDE })
  const other = await registered(as, numbered(7))
  expect((await sendPhoto(as('kpb.binjai'), origin, other, bytes)).body.doubts).toEqual(['place'])
  const parcel = await registered(as)
  const { body } = await sendPhoto(as('petugas.binjai'), origin, parcel, bytes)
  expect(body).toMatchObject({ grade: 'exif', distanceM: 0, doubts: ['reused'] })
  expect(JSON.stringify(body)).not.toContain(other)
})

test('of the same photo at two parcels at the same moment, one is doubted', async ({
  as,
  origin,
}) => {
  const petugas = as('petugas.binjai')
  const parcels = [await registered(as), await registered(as, numbered(7))]
  for (const seed of ['r', 's', 't', 'u']) {
    const bytes = plainJpeg(seed)
    const sent = await Promise.all(
      parcels.map(async (parcel) => {
        const { body } = await announce(petugas, parcel, bytes)
        await put(origin, bytes, body.upload.parts[0])
        return { parcel, photo: body.id }
      }),
    )
    const done = await Promise.all(
      sent.map(({ parcel, photo }) => complete(petugas, parcel, photo)),
    )
    expect(done.map(({ status }) => status)).toEqual([200, 200])
    expect(done.flatMap(({ body }) => body.doubts ?? [])).toEqual(['reused'])
  }
})

test('a photo announced and completed twice is there once', async ({ as, origin }) => {
  const petugas = as('petugas.binjai')
  const parcel = await registered(as)
  const bytes = plainJpeg('b')
  const first = await announce(petugas, parcel, bytes, {}, 'foto-1')
  expect(first.headers.get('Location')).toBe(`/api/parcels/${parcel}/photos/${first.body.id}`)
  const early = await complete(petugas, parcel, first.body.id)
  expect(early.body).toMatchObject({ type: '/problems/upload-incomplete', missing: [1] })
  const again = await announce(petugas, parcel, bytes, {}, 'foto-1')
  expect(again.body.id).toBe(first.body.id)
  await put(origin, bytes, again.body.upload.parts[0])
  const [done, twin] = await Promise.all([
    complete(petugas, parcel, first.body.id),
    complete(petugas, parcel, first.body.id),
  ])
  expect([done.status, twin.status]).toEqual([200, 200])
  expect(twin.body).toEqual(done.body)
  const later = await announce(petugas, parcel, bytes, {}, 'foto-1')
  expect(later.body).toMatchObject({ id: first.body.id, upload: { parts: [] } })
  expect((await complete(petugas, parcel, first.body.id)).body).toEqual(done.body)
  const added = (await actionsOf(petugas, parcel)).filter((action) => action === 'photo-added')
  expect(added).toHaveLength(1)
  const other = await announce(petugas, parcel, plainJpeg('c'), {}, 'foto-1')
  expect(other.body.type).toBe('/problems/idempotency-key-reused')
})

test('photos that arrive at once are all kept', async ({ as, origin }) => {
  const petugas = as('petugas.binjai')
  const parcel = await registered(as)
  const done = await Promise.all(
    ['d', 'e', 'f', 'g'].map((seed) =>
      sendPhoto(petugas, origin, parcel, jpegOf({ at: AT, ...INSIDE }, seed)),
    ),
  )
  expect(done.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  for (const { body } of done) {
    const { status } = await ask(petugas, 'GET', `/parcels/${parcel}/photos/${body.id}`)
    expect(status).toBe(200)
  }
  const added = (await actionsOf(petugas, parcel)).filter((action) => action === 'photo-added')
  expect(added).toHaveLength(4)
})

const pdf = Buffer.from('%PDF-1.7\n%%EOF\n')
const LIES: { name: string; bytes: Uint8Array; sent?: Sent; problem: string; at?: string[] }[] = [
  {
    name: 'another hash',
    bytes: plainJpeg(),
    sent: { sha256: 'a'.repeat(64) },
    problem: 'file-differs',
    at: ['#/sha256'],
  },
  {
    name: 'a PNG said to be a JPEG',
    bytes: pngWith(),
    problem: 'file-differs',
    at: ['#/contentType'],
  },
  { name: 'a PDF said to be a JPEG', bytes: pdf, problem: 'file-differs', at: ['#/contentType'] },
  {
    name: 'a JPEG that ends before its picture',
    bytes: plainJpeg().subarray(0, 40),
    problem: 'unreadable-file',
  },
  {
    name: 'a PNG cut off',
    bytes: pngWith().subarray(0, -6),
    sent: { contentType: 'image/png' },
    problem: 'unreadable-file',
  },
]

test('what is not the photo that was announced is refused and not kept', async ({
  as,
  origin,
  deps,
}) => {
  const petugas = as('petugas.binjai')
  const parcel = await registered(as)
  for (const { name, bytes, sent, problem, at } of LIES) {
    const refused = await sendPhoto(petugas, origin, parcel, bytes, sent)
    expect(refused.body, name).toMatchObject({ type: `/problems/${problem}`, status: 422 })
    if (at)
      expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(at)
    expect(await keysIn(deps), name).toEqual([])
  }
  expect(await actionsOf(petugas, parcel)).not.toContain('photo-added')
})

test('what cannot be a photo is refused before a byte is sent', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const parcel = await registered(as)
  const tried = async (instead: Record<string, unknown>) => {
    const { status, body } = await announce(petugas, parcel, plainJpeg(), instead)
    return [status, body.type, body.errors?.[0]?.pointer]
  }
  expect(await tried({ size: 10 * MIB + 1 })).toEqual([413, '/problems/too-large', undefined])
  for (const contentType of ['application/pdf', 'image/heic', 'image/svg+xml'])
    expect(await tried({ contentType })).toEqual([
      415,
      '/problems/unsupported-media-type',
      undefined,
    ])
  expect(await tried({ size: 0 })).toEqual([422, '/problems/invalid-input', '#/size'])
  expect(await tried({ sha256: 'abc' })).toEqual([422, '/problems/invalid-input', '#/sha256'])
  for (const [taken, at] of [
    [{ fix: { lng: 181, lat: 0, accuracyM: 5 } }, '#/taken/fix/lng'],
    [{ fix: { lng: 98, lat: 3, accuracyM: -1 } }, '#/taken/fix/accuracyM'],
    [{ at: 'kemarin' }, '#/taken/at'],
    [{ nama: 'Budi' }, '#/taken/nama'],
  ] as const)
    expect(await tried({ taken })).toEqual([422, '/problems/invalid-input', at])
})

test('a photo of exactly 10 MiB is kept', async ({ as, origin }) => {
  const parcel = await registered(as)
  const plain = plainJpeg()
  const bytes = jpegWith([], { behind: Buffer.alloc(10 * MIB - plain.length, 'x') })
  const { status, body } = await sendPhoto(as('petugas.binjai'), origin, parcel, bytes)
  expect({ status, ...body }).toMatchObject({ status: 200, size: 10_485_760 })
  expect(body.shown).toBe(sha256Of(plain)) // what stood behind the picture is not shown
})

test('the unit’s own officer and head send photos; insiders look at them', async ({
  as,
  origin,
}) => {
  const parcel = await registered(as)
  const bytes = plainJpeg('h')
  for (const account of ['kanwil.sumut', 'pusat', 'auditor', 'petugas.batang', 'kpb.batang'])
    expect((await announce(as(account), parcel, bytes)).status, account).toBe(403)
  const { body } = await sendPhoto(as('kpb.binjai'), origin, parcel, bytes)
  const look = async (account: string) =>
    (await ask(as(account), 'GET', `/parcels/${parcel}/photos/${body.id}`)).status
  for (const account of ['petugas.binjai', 'kpb.binjai', 'kanwil.sumut', 'pusat', 'auditor'])
    expect(await look(account), account).toBe(200)
  for (const account of ['petugas.batang', 'kpb.batang', 'kanwil.jateng'])
    expect(await look(account), account).toBe(403)
  const { id: drafted } = (await draft(as('petugas.binjai'), numbered(3))).body
  expect((await announce(as('petugas.binjai'), drafted, bytes)).body.type).toBe(
    '/problems/wrong-state',
  )
  expect((await announce(as('petugas.batang'), drafted, bytes)).status).toBe(404)
  const elsewhere = await ask(as('pusat'), 'GET', `/parcels/${drafted}/photos/${body.id}`)
  expect(elsewhere.status).toBe(404) // it belongs to another parcel
})
