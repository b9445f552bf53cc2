import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import type { RefusalCode } from '../../functions/domain/refusal.ts'
import { PROBLEMS } from '../../functions/problem.ts'
import { binjai, numbered, squareAt } from '../fixtures/parcels.ts'
import { type Send, type Stack, test as base } from '../stack.ts'
import { announce, complete, pdf, put } from './files.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/* Every refusal, by a request that provokes it. Titles are written by hand, from what people read. */

/** What a request finds: accounts, and a parcel of Binjai as a draft and as it was released. */
interface Scene extends Pick<Stack, 'as' | 'deps' | 'origin'> {
  petugas: Send
  kpb: Send
  kanwil: Send
  made: Answer
}
const test = base.extend<{ scene: Scene }>({
  scene: async ({ as: by, deps, origin }, use) => {
    const as: Stack['as'] =
      (account) =>
      (path, init = {}) =>
        by(account)(path, { ...init, headers: { ...init.headers, 'Accept-Language': 'en' } })
    const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
    await use({ as, deps, origin, petugas, kpb, kanwil, made: await draft(petugas, binjai) })
  },
})

const send = (by: Send, method: string, path: string, body: string, type: string) =>
  ask((at, init) => by(at, { ...init, body, headers: { 'Content-Type': type } }), method, path, {})

const UPT = 'lapas-kelas-iia-binjai'
const open = { type: 'Polygon', coordinates: [[[98, 3], [99, 3], [99, 4], [98, 4]]] } // prettier-ignore

interface Case {
  status: number
  id: string
  en: string
  /** A pointer that the problem has to carry. */
  pointer?: string
  provoke: (scene: Scene) => Promise<Answer>
}

const CASES: Record<RefusalCode, Case> = {
  'malformed-body': {
    status: 400,
    id: 'Kiriman tidak terbaca',
    en: 'The body cannot be read',
    provoke: ({ petugas }) => send(petugas, 'POST', '/parcels', '{"type":', 'application/json'),
  },
  'malformed-query': {
    status: 400,
    id: 'Alamat tidak terbaca',
    en: 'The address cannot be read',
    pointer: '#/limit',
    provoke: ({ petugas }) => ask(petugas, 'GET', '/parcels?limit=banyak'),
  },
  'not-signed-in': {
    status: 401,
    id: 'Belum masuk',
    en: 'Not signed in',
    provoke: ({ as }) => ask(as(), 'GET', '/parcels'),
  },
  'not-a-member': {
    status: 403,
    id: 'Belum terdaftar sebagai anggota',
    en: 'Not a member',
    provoke: ({ as }) => ask(as('orang.luar'), 'GET', '/parcels'),
  },
  forbidden: {
    status: 403,
    id: 'Bukan wewenang Anda',
    en: 'Not allowed',
    provoke: ({ as }) => draft(as('auditor'), binjai),
  },
  'four-eyes': {
    status: 403,
    id: 'Perlu orang lain',
    en: 'Somebody else has to do this',
    provoke: async ({ as, kpb, made }) => {
      const { id } = (await ask(kpb, 'GET', '/me')).body
      const { etag } = await ask(as('pusat'), 'GET', `/members/${id}`)
      const from = '2026-01-01'
      const roles = [
        { role: 'kpb', upt: [UPT], from },
        { role: 'kanwil', kanwil: ['sumatera-utara'], from },
      ]
      await ask(as('pusat'), 'PATCH', `/members/${id}`, { roles }, { 'If-Match': etag })
      return step(kpb, await step(kpb, made, 'submission'), 'verification')
    },
  },
  'not-found': {
    status: 404,
    id: 'Tidak ditemukan',
    en: 'Not found',
    provoke: ({ as, made }) => ask(as('petugas.batang'), 'GET', `/parcels/${made.body.id}`),
  },
  'no-such-route': {
    status: 404,
    id: 'Alamat tidak dikenal',
    en: 'No such address',
    provoke: ({ petugas }) => ask(petugas, 'GET', '/parsels'),
  },
  'number-taken': {
    status: 409,
    id: 'Nomor sudah dipakai',
    en: 'The number is taken',
    pointer: '#/properties/bmnRecords/0/nup',
    provoke: async ({ petugas, kpb, made }) => {
      await step(kpb, made, 'submission')
      const twin = await draft(petugas, { ...binjai, geometry: squareAt(98.6, 3.6) })
      return step(kpb, twin, 'submission')
    },
  },
  'overlaps-parcel': {
    status: 409,
    id: 'Bertumpang tindih dengan bidang lain',
    en: 'Overlaps another parcel',
    pointer: '#/geometry',
    provoke: async ({ petugas, kpb, made }) => {
      await step(kpb, made, 'submission')
      const twin = await draft(petugas, { ...numbered(1), geometry: binjai.geometry })
      return step(kpb, twin, 'submission')
    },
  },
  'overlap-undecided': {
    status: 409,
    id: 'Menunggu keputusan pusat',
    en: 'Waits for headquarters',
    provoke: async ({ petugas, kpb, kanwil, made }) => {
      await step(kpb, made, 'submission')
      const twin = await draft(petugas, { ...numbered(1), geometry: binjai.geometry })
      const overlapReason = { kind: 'sengketa', text: 'Perkara belum putus' }
      const pair = await step(kpb, twin, 'submission', { overlapReason })
      return step(kanwil, pair, 'verification')
    },
  },
  'predecessor-stands': {
    status: 409,
    id: 'Bidang asal masih berlaku',
    en: 'The old parcel still counts',
    provoke: async ({ petugas, kpb, kanwil, made }) => {
      await step(kpb, made, 'submission')
      const { properties } = numbered(1)
      const predecessors = [made.body.id]
      const part = await draft(petugas, { ...binjai, properties: { ...properties, predecessors } })
      return step(kanwil, await step(kpb, part, 'submission'), 'verification')
    },
  },
  'member-exists': {
    status: 409,
    id: 'Anggota sudah terdaftar',
    en: 'The member exists',
    provoke: ({ as }) =>
      ask(as('pusat'), 'POST', '/members', { subject: 'auditor', name: 'Dua', roles: [] }),
  },
  'report-exists': {
    status: 409,
    id: 'Laporan sudah ada',
    en: 'The report exists',
    provoke: async ({ petugas, kpb, made }) => {
      const { id } = (await step(kpb, made, 'submission')).body
      const from = '2026-01-05'
      const block = { name: 'Blok jagung', kind: 'tanaman-pangan', areaM2: 500, from }
      const { body } = await ask(petugas, 'POST', `/parcels/${id}/blocks`, block)
      const report = {
        id: '0199e1a0-7c3a-7a10-8b1e-3a3b5e0f9a01',
        period: { from: '2026-10-01', until: '2026-10-31' },
        entries: [{ block: body.id, same: true }],
        statement: 'Dilihat sendiri di lapangan.',
      }
      await ask(petugas, 'POST', `/parcels/${id}/reports`, report)
      const other = { ...report, statement: 'Masih ditanami.' }
      return ask(petugas, 'POST', `/parcels/${id}/reports`, other)
    },
  },
  'unit-has-parcels': {
    status: 409,
    id: 'Unit sudah mencatat bidang',
    en: 'The unit has parcels',
    provoke: ({ kpb }) => ask(kpb, 'PUT', `/units/${UPT}/nihil`, { statement: 'Tidak ada.' }),
  },
  'wrong-state': {
    status: 409,
    id: 'Langkah ini belum bisa',
    en: 'Not from this state',
    provoke: ({ kanwil, made }) => step(kanwil, made, 'verification'),
  },
  'upload-incomplete': {
    status: 409,
    id: 'Berkas belum lengkap terkirim',
    en: 'The upload is incomplete',
    provoke: async ({ petugas, made }) => {
      const { body } = await announce(petugas, made.body.id, pdf(100))
      return complete(petugas, made.body.id, body.id)
    },
  },
  busy: {
    status: 503,
    id: 'Registri sedang sibuk',
    en: 'The registry is busy',
    provoke: async ({ petugas, deps }) => {
      deps.table.client.middlewareStack.add(
        () => () =>
          Promise.reject(Object.assign(new Error('slow'), { name: 'ThrottlingException' })),
        { step: 'finalizeRequest', priority: 'low', name: 'always-throttled' },
      )
      const answer = await ask(petugas, 'GET', '/parcels')
      deps.table.client.middlewareStack.remove('always-throttled')
      expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
      return answer
    },
  },
  stale: {
    status: 412,
    id: 'Sudah diubah orang lain',
    en: 'Changed by somebody else',
    provoke: ({ petugas, made }) => step(petugas, { ...made, etag: '"7"' }, 'handover'),
  },
  'too-large': {
    status: 413,
    id: 'Terlalu besar',
    en: 'Too large',
    provoke: ({ petugas, made }) =>
      announce(petugas, made.body.id, pdf(100), { size: 26 * 1024 * 1024 }),
  },
  'unsupported-media-type': {
    status: 415,
    id: 'Jenis kiriman tidak dikenal',
    en: 'Unsupported content type',
    provoke: ({ petugas }) => send(petugas, 'POST', '/parcels', '<parcel/>', 'application/xml'),
  },
  'invalid-input': {
    status: 422,
    id: 'Ada isian yang salah',
    en: 'Something is wrong',
    pointer: '#/properties/titles/0/nibBidang',
    provoke: ({ petugas }) =>
      draft(petugas, {
        ...binjai,
        properties: { ...binjai.properties, titles: [{ nibBidang: '12' }] },
      }),
  },
  'unreadable-file': {
    status: 422,
    id: 'Berkas tidak terbaca',
    en: 'The file cannot be read',
    provoke: ({ petugas }) =>
      send(petugas, 'POST', '/boundaries/inspections', '<!DOCTYPE kml><kml/>', 'text/plain'),
  },
  'file-too-complex': {
    status: 422,
    id: 'Berkas terlalu rumit',
    en: 'The file is too complex',
    provoke: ({ petugas }) => {
      const deep = `{"type":"Polygon","coordinates":${'['.repeat(100)}${']'.repeat(100)}}`
      return send(petugas, 'POST', '/boundaries/inspections', deep, 'application/geo+json')
    },
  },
  'not-a-boundary': {
    status: 422,
    id: 'Bukan batas bidang',
    en: 'Not a boundary',
    pointer: '#/geometry/coordinates/0/3',
    provoke: ({ petugas }) => draft(petugas, { ...binjai, geometry: open }),
  },
  'not-ready': {
    status: 422,
    id: 'Belum dapat diajukan',
    en: 'Not ready to submit',
    pointer: '#/geometry',
    provoke: async ({ petugas, kpb }) =>
      step(kpb, await draft(petugas, { ...binjai, geometry: null }), 'submission'),
  },
  'idempotency-key-reused': {
    status: 422,
    id: 'Kunci kiriman dipakai ulang',
    en: 'The idempotency key was used before',
    provoke: async ({ petugas }) => {
      const key = { 'Idempotency-Key': 'satu' }
      await ask(petugas, 'POST', '/parcels', binjai, key)
      return ask(petugas, 'POST', '/parcels', { ...binjai, geometry: null }, key)
    },
  },
  'too-many-documents': {
    status: 422,
    id: 'Dokumen sudah penuh',
    en: 'Too many documents',
    provoke: async ({ petugas, made }) => {
      const all = Array.from({ length: 100 }, () => announce(petugas, made.body.id, pdf(100)))
      await Promise.all(all)
      return announce(petugas, made.body.id, pdf(100))
    },
  },
  'file-differs': {
    status: 422,
    id: 'Berkas tidak sama',
    en: 'The file is not what was announced',
    pointer: '#/sha256',
    provoke: async ({ petugas, origin, made }) => {
      const file = pdf(100)
      const { body } = await announce(petugas, made.body.id, file, { sha256: 'a'.repeat(64) })
      await put(origin, file.bytes, body.upload.parts[0])
      return complete(petugas, made.body.id, body.id)
    },
  },
  'precondition-required': {
    status: 428,
    id: 'Versi belum disebut',
    en: 'If-Match is required',
    provoke: ({ petugas, made }) =>
      ask(petugas, 'PATCH', `/parcels/${made.body.id}`, { properties: {} }),
  },
}

test.for(Object.entries(CASES))('%s', async ([code, known], { scene }) => {
  const answer = await known.provoke(scene)
  expect(answer.body).toMatchObject({ type: `/problems/${code}`, status: known.status })
  expect(answer.status).toBe(known.status)
  expect(answer.body.title).toBe(known.en)
  expect(answer.body.detail.length).toBeGreaterThan(20)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  expect(answer.headers.get('Content-Language')).toBe('en')
  expect(answer.headers.get('Cache-Control')).toBe('no-store')
  expect(answer.headers.get('X-Request-Id')).toBeTruthy()
  if (known.pointer) {
    const faults = answer.body.errors as { pointer: string; detail: string }[]
    expect(faults.map(({ pointer }) => pointer)).toContain(known.pointer)
    for (const { detail } of faults) expect(detail.length).toBeGreaterThan(5)
  }
})

test('titles are in both languages, Indonesian unless English is asked for', async ({ as }) => {
  for (const [code, { status, id, en }] of Object.entries(CASES))
    expect(PROBLEMS[code as RefusalCode]).toEqual({ status, title: { id, en } })
  const titled = async (language: string) =>
    (await ask(as(), 'GET', '/parcels', undefined, { 'Accept-Language': language })).body.title
  for (const language of ['', '*', 'id', 'nl, de;q=0.9', 'id;q=0.9, en;q=0.8'])
    expect(await titled(language), language).toBe('Belum masuk')
  for (const language of ['en', 'en-GB', 'nl, en;q=0.3', 'id;q=0.1, en'])
    expect(await titled(language), language).toBe('Not signed in')
})

test('a bug says nothing but that there was one', async ({ as, deps }) => {
  const told: unknown[] = []
  deps.log = ({ error }) => void told.push(error)
  deps.identify = () => Promise.reject(new TypeError('secret of petak-documents'))
  const answer = await ask(as('pusat'), 'GET', '/parcels')
  expect(answer.status).toBe(500)
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  expect(JSON.stringify(answer.body)).not.toMatch(/secret|petak|TypeError|\.ts/)
  expect(String(told[0])).toContain('secret of petak-documents') // the log hears it
})

test('the README tells of every problem, and of no other', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const [, table = ''] = /<!-- problems -->([\s\S]*)<!-- \/problems -->/.exec(readme) ?? []
  const rows = [...table.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| .{20,} \|$/gm)]
  expect(rows.map(([, code, status]) => [code, Number(status)])).toEqual(
    Object.entries(PROBLEMS).map(([code, { status }]) => [code, status]),
  )
})
