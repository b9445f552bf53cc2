import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import type { Operation } from '../../functions/operation.ts'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { type Send, test } from '../stack.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/**
 * Who may do what, written by hand from the decisions and not taken from the code. A step without
 * If-Match is answered 428 to whom it is allowed, so nothing changes while everyone tries everything.
 */
const STATES = [
  'draf',
  'diajukan',
  'dikembalikan',
  'terverifikasi',
  'terverifikasi-dengan-catatan',
  'nonaktif',
] as const
type State = (typeof STATES)[number]
const OPEN: readonly State[] = ['draf', 'dikembalikan']
const LIVING: readonly State[] = STATES.filter((state) => state !== 'nonaktif')
const VERIFIED: readonly State[] = ['terverifikasi', 'terverifikasi-dengan-catatan']

type Role = 'petugas' | 'kpb' | 'kanwil' | 'pusat' | 'auditor'
const ACCOUNTS = {
  'petugas.binjai': { role: 'petugas', isOwn: true },
  'petugas.batang': { role: 'petugas', isOwn: false },
  'kpb.binjai': { role: 'kpb', isOwn: true },
  'kpb.batang': { role: 'kpb', isOwn: false },
  'kanwil.sumut': { role: 'kanwil', isOwn: true },
  'kanwil.jateng': { role: 'kanwil', isOwn: false },
  pusat: { role: 'pusat', isOwn: true },
  auditor: { role: 'auditor', isOwn: true },
} as const

type Who = Partial<Record<Role, readonly State[]>>
const INSIDERS: Who = {
  petugas: STATES,
  kpb: STATES,
  kanwil: STATES,
  pusat: STATES,
  auditor: STATES,
}
const REGISTERED: readonly State[] = ['diajukan', ...VERIFIED]
const WITH_CASE: readonly State[] = ['dikembalikan', ...REGISTERED]
const ADDERS: Who = { petugas: OPEN, kpb: WITH_CASE, kanwil: LIVING, pusat: LIVING }
const RECORDERS: Who = { petugas: REGISTERED, kpb: REGISTERED }
/** Also while it is corrected: a phone may send late. */
const REPORTERS: Who = { petugas: WITH_CASE, kpb: WITH_CASE }
/** An id that nothing has. */
const NOTHING = '00000000-0000-7000-8000-000000000000'
const BLOCK = { name: 'Blok uji', kind: 'hortikultura', areaM2: 10, from: '2026-01-05' }
const REGION: Who = { kanwil: WITH_CASE, pusat: WITH_CASE }

const LETTER = { number: 'S-1/WKN.02/2026', date: '2026-01-15' }
const ANSWER = {
  letter: LETTER,
  identity: { areaM2: 12_310, condition: 'baik', address: 'Jalan Samanhudi, Binjai' },
  use: { text: 'Tidak ada' },
  utilisation: { text: 'Tidak ada' },
}

/** Routes of one parcel: who may from which states, the status of what is allowed, what to send. */
const OF_PARCEL: Record<string, { who: Who; ok: number; body?: unknown; isForAll?: true }> = {
  'GET /parcels/:id': { who: INSIDERS, ok: 200, isForAll: true },
  'PATCH /parcels/:id': { who: { petugas: OPEN }, ok: 428, body: {} },
  'POST /parcels/:id/handover': { who: { petugas: OPEN }, ok: 428, body: {} },
  'POST /parcels/:id/submission': { who: { kpb: OPEN }, ok: 428, body: {} },
  'POST /parcels/:id/return': {
    who: { kpb: OPEN, kanwil: ['diajukan'] },
    ok: 428,
    body: { reason: 'Uji' },
  },
  'POST /parcels/:id/verification': { who: { kanwil: ['diajukan'] }, ok: 428, body: {} },
  'GET /parcels/:id/overlaps': { who: INSIDERS, ok: 200 },
  'POST /parcels/:id/overlaps/:other/decision': {
    who: { pusat: ['diajukan'] },
    ok: 428,
    body: { outcome: 'dicatat', reason: 'Uji' },
  },
  'POST /parcels/:id/reopening': {
    who: { kpb: VERIFIED, kanwil: VERIFIED, pusat: VERIFIED },
    ok: 428,
    body: { reason: 'Uji' },
  },
  'POST /parcels/:id/retirement': {
    who: { petugas: ['draf'], kpb: ['draf'], kanwil: LIVING, pusat: LIVING },
    ok: 428,
    body: { kind: 'ganda', reason: 'Uji' },
  },
  'GET /parcels/:id/succession': { who: INSIDERS, ok: 200, isForAll: true },
  'GET /parcels/:id/events': { who: INSIDERS, ok: 200 },
  'GET /parcels/:id/bundle': { who: INSIDERS, ok: 200 },
  'GET /parcels/:id/documents': { who: INSIDERS, ok: 200 },
  'POST /parcels/:id/documents': {
    who: { ...ADDERS, kpb: ['dikembalikan'] }, // once submitted, while a case is open: idle.test.ts
    ok: 201,
    body: {
      kind: 'keputusan',
      name: 'Surat.pdf',
      contentType: 'application/pdf',
      size: 10,
      sha256: '0'.repeat(64),
    },
  },
  'GET /parcels/:id/documents/:document': { who: INSIDERS, ok: 200 },
  'GET /parcels/:id/documents/:document/upload': { who: ADDERS, ok: 200 },
  'POST /parcels/:id/documents/:document/completion': { who: ADDERS, ok: 409 }, // upload-incomplete
  'POST /parcels/:id/documents/:document/withdrawal': {
    who: { petugas: OPEN },
    ok: 200,
    body: { reason: 'Uji' },
  },
  'DELETE /parcels/:id/documents/:document/upload': { who: ADDERS, ok: 204 },
  'GET /parcels/:id/use': { who: INSIDERS, ok: 200, isForAll: true },
  'POST /parcels/:id/blocks': { who: RECORDERS, ok: 201, body: BLOCK },
  'PATCH /parcels/:id/blocks/:block': { who: RECORDERS, ok: 428, body: { name: 'Uji' } },
  'POST /parcels/:id/plans': {
    who: RECORDERS,
    ok: 201,
    body: { kind: 'penggunaan', what: 'Kebun jagung', targetDate: '2027-03-01' },
  },
  'POST /parcels/:id/plans/:plan/closing': {
    who: RECORDERS,
    ok: 404, // no such plan
    body: { outcome: 'batal' },
  },
  'PUT /parcels/:id/non-use': { who: RECORDERS, ok: 200, body: { reasons: ['tanpa-air'] } },
  'POST /parcels/:id/photos': {
    who: REPORTERS,
    ok: 201,
    body: {
      name: 'Jagung.jpg',
      contentType: 'image/jpeg',
      size: 10,
      sha256: '0'.repeat(64),
    },
  },
  'GET /parcels/:id/photos/:photo': { who: INSIDERS, ok: 404 },
  'POST /parcels/:id/photos/:photo/completion': { who: REPORTERS, ok: 404 },
  'POST /parcels/:id/reports': {
    who: REPORTERS,
    ok: 422, // no such block
    body: {
      id: NOTHING,
      period: { from: '2026-10-01', until: '2026-10-31' },
      entries: [{ block: NOTHING, same: true }],
    },
  },
  'GET /parcels/:id/reports': { who: INSIDERS, ok: 200 },
  'GET /parcels/:id/reports/:report': { who: INSIDERS, ok: 404 },
  'POST /parcels/:id/reports/:report/withdrawal': {
    who: REPORTERS,
    ok: 404,
    body: { reason: 'Uji' },
  },
  'GET /parcels/:id/case': { who: INSIDERS, ok: 200 },
  'POST /parcels/:id/case/flag': {
    who: { kanwil: REGISTERED, pusat: REGISTERED },
    ok: 428,
    body: { reason: 'Uji' },
  },
  'POST /parcels/:id/case/request': { who: REGION, ok: 428, body: { letter: LETTER } },
  'POST /parcels/:id/case/answer': { who: { kpb: WITH_CASE }, ok: 428, body: ANSWER },
  'POST /parcels/:id/case/plan': { who: REGION, ok: 428, body: {} },
  'POST /parcels/:id/case/monitoring': { who: REGION, ok: 428, body: { reason: 'Uji' } },
  'POST /parcels/:id/case/use-again': { who: REGION, ok: 428, body: {} },
  'POST /parcels/:id/case/revocation': { who: REGION, ok: 428, body: { reason: 'Uji' } },
  'POST /parcels/:id/case/report': { who: REGION, ok: 428, body: { letter: LETTER } },
  'POST /parcels/:id/case/scan': {
    who: { kpb: WITH_CASE, ...REGION },
    ok: 428,
    body: { step: 0, document: '00000000-0000-7000-8000-000000000000' },
  },
  'POST /parcels/:id/case/letter': {
    who: REGION,
    ok: 428,
    body: { state: 'bmn-terindikasi-idle', letter: LETTER },
  },
}

const EVERYONE: readonly Role[] = ['petugas', 'kpb', 'kanwil', 'pusat', 'auditor']
const MEMBER = '0'.repeat(32)

/** All other routes: which roles, the status of what is allowed in own and in foreign scope. */
const ELSEWHERE: Record<
  string,
  {
    roles: readonly Role[] | 'public' | 'signed-in'
    ok: number
    foreign?: number
    at?: string
    body?: unknown
  }
> = {
  'GET /health': { roles: 'public', ok: 200 },
  'GET /config': { roles: 'public', ok: 200 },
  'GET /openapi.json': { roles: 'public', ok: 200 },
  'GET /me': { roles: 'signed-in', ok: 200 },
  'GET /anchors/latest': { roles: EVERYONE, ok: 404 }, // none was made yet
  'GET /parcels': { roles: EVERYONE, ok: 200 },
  'POST /parcels': { roles: ['petugas'], ok: 201, foreign: 403, body: binjai },
  'POST /boundaries/inspections': { roles: ['petugas'], ok: 200, body: binjai },
  'POST /boundaries/uploads': {
    roles: ['petugas'],
    ok: 201,
    body: { name: 'persil.zip', size: 5_000_000, sha256: '0'.repeat(64) },
  },
  'GET /numbers/:kind/:value': { roles: EVERYONE, ok: 200, at: '/numbers/nib/00001' },
  'GET /coverage': { roles: EVERYONE, ok: 200 },
  'GET /food': { roles: EVERYONE, ok: 200 },
  'PUT /units/:upt/nihil': {
    roles: ['kpb'],
    ok: 409, // the unit has parcels
    foreign: 403,
    at: '/units/lapas-kelas-iia-binjai/nihil',
    body: { statement: 'Uji' },
  },
  'DELETE /units/:upt/nihil': {
    roles: ['kpb'],
    ok: 204,
    foreign: 403,
    at: '/units/lapas-kelas-iia-binjai/nihil',
  },
  'GET /members': { roles: ['pusat', 'auditor'], ok: 200 },
  'GET /members/:id': { roles: ['pusat', 'auditor'], ok: 404, at: `/members/${MEMBER}` },
  'POST /members': {
    roles: ['pusat'],
    ok: 409,
    body: { subject: 'auditor', name: 'Uji', roles: [] },
  },
  'PATCH /members/:id': { roles: ['pusat'], ok: 404, at: `/members/${MEMBER}`, body: {} },
  'GET /reference/:table': { roles: EVERYONE, ok: 200, at: '/reference/kanwil' },
  'GET /dues': { roles: EVERYONE, ok: 200 },
  'GET /ledger': { roles: EVERYONE, ok: 200 },
  'GET /settings': { roles: EVERYONE, ok: 200 },
  'GET /settings/:name': { roles: EVERYONE, ok: 200, at: '/settings/definisi' },
  'POST /settings/:name': { roles: ['pusat'], ok: 422, at: '/settings/libur', body: {} },
  'POST /settings/:name/:version/approval': {
    roles: ['pusat'],
    ok: 409, // what comes with the program needs none
    at: '/settings/definisi/1/approval',
    body: {},
  },
  'GET /settings/:name/:version/preview': {
    roles: ['pusat'],
    ok: 200,
    at: '/settings/definisi/1/preview',
  },
  'GET /digests': { roles: 'signed-in', ok: 200 },
  'GET /digests/:day': { roles: 'signed-in', ok: 404, at: '/digests/2026-11-23' }, // nothing happened
}

const pdf = new TextEncoder().encode('%PDF-1.4\n% a small real header\n%%EOF\n')
const sha256 = createHash('sha256').update(pdf).digest('hex')

interface Made {
  answer: Answer
  /** A kept document, and uploads that are not complete. */
  document: string
  uploads: string[]
}

async function announce(petugas: Send, id: string): Promise<Answer> {
  const contentType = 'application/pdf'
  const body = { kind: 'bast', name: 'BAST.pdf', contentType, size: pdf.length, sha256 }
  return ask(petugas, 'POST', `/parcels/${id}/documents`, body)
}

/** A parcel in a state, brought there by those to whom each step belongs. */
async function parcelIn(
  state: State,
  as: (account?: string) => Send,
  origin: string,
  nth: number,
): Promise<Made> {
  const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
  const { titles: _, bmnRecords: __, ...properties } = binjai.properties
  let answer = await draft(petugas, {
    ...binjai,
    geometry: squareAt(98.3 + nth / 100, 3.4),
    properties: { ...properties, statusPerolehan: 'bast', name: `Bidang ${nth}` },
  })
  const { id } = answer.body
  const announced = await announce(petugas, id)
  const { url } = announced.body.upload.parts[0]
  expect((await fetch(`${origin}${url}`, { method: 'PUT', body: pdf })).status).toBe(200)
  const document: string = announced.body.id
  await ask(petugas, 'POST', `/parcels/${id}/documents/${document}/completion`)
  const uploads = [0, 1, 2, 3].map(async () => (await announce(petugas, id)).body.id as string)
  const made = { document, uploads: await Promise.all(uploads) }
  answer = await ask(petugas, 'GET', `/parcels/${id}`)
  if (state === 'draf') return { answer, ...made }
  answer = await step(kpb, answer, 'submission')
  if (state === 'dikembalikan') answer = await step(kanwil, answer, 'return', { reason: 'Uji' })
  if (VERIFIED.includes(state)) {
    const note = state === 'terverifikasi-dengan-catatan' ? { note: 'Uji' } : {}
    answer = await step(kanwil, answer, 'verification', note)
  }
  if (state === 'nonaktif') {
    const paper = { kind: 'ganda', reason: 'Uji', documents: [document] }
    answer = await step(kanwil, answer, 'retirement', paper)
  }
  expect(answer.status).toBe(200)
  return { answer, ...made }
}

const isOpenToAll = (state: State): boolean => state === 'diajukan' || VERIFIED.includes(state)

/** What the matrix says of one try at a route of a parcel. */
function expected(route: string, account: keyof typeof ACCOUNTS, state: State): number {
  const { who, ok, isForAll } = OF_PARCEL[route]!
  const { role, isOwn } = ACCOUNTS[account]
  const from = who[role]
  if (!from) return 403
  if (!isOwn && !isOpenToAll(state)) return 404
  if (!isOwn) return isForAll ? ok : 403
  return from.includes(state) ? ok : 409
}

test('every route is in the matrix', ({ app }) => {
  const routes = app.routes
    .filter(({ handler }) => (handler as { operation?: Operation }).operation)
    .map(({ method, path }) => `${method} ${path.replace(/^\/api/, '').replace(/\/$/, '')}`)
  expect([...new Set(routes)].sort()).toEqual(
    [...Object.keys(OF_PARCEL), ...Object.keys(ELSEWHERE)].sort(),
  )
  const answering = app.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/*')
  const gated = new Set(
    app.routes
      .filter(({ handler }) => (handler as { operation?: Operation }).operation)
      .map(({ method, path }) => `${method} ${path}`),
  )
  expect(answering.filter(({ method, path }) => !gated.has(`${method} ${path}`))).toEqual([])
})

test.for(STATES)(
  'a parcel in state %s obeys the matrix',
  { timeout: 120_000 },
  async (state, { as, origin }) => {
    const { answer, document, uploads } = await parcelIn(state, as, origin, STATES.indexOf(state))
    const wrong: string[] = []
    const { id } = answer.body
    const left = [...uploads]
    const upload = left[0]!
    for (const [route, { body }] of Object.entries(OF_PARCEL)) {
      const [method = '', path = ''] = route.split(' ')
      const isOfUpload = /upload|completion/.test(path)
      for (const account of Object.keys(ACCOUNTS) as (keyof typeof ACCOUNTS)[]) {
        const status = expected(route, account, state)
        const target =
          method === 'DELETE' ? (left.at(-1) ?? upload) : isOfUpload ? upload : document
        const address = path
          .replace(':id', id)
          .replace(':other', id)
          .replace(':document', target)
          .replace(/:(block|plan|photo|report)/, NOTHING)
        const got = await ask(as(account), method, address, body)
        if (got.status === 204) left.pop()
        if (got.status !== status)
          wrong.push(`${route} by ${account} in ${state}: ${got.status} instead of ${status}`)
      }
      for (const [who, status] of [
        ['', 401],
        ['orang.luar', 403],
      ] as const) {
        const send = as(who || undefined)
        const got = await ask(
          send,
          method,
          path
            .replace(':id', id)
            .replace(':other', id)
            .replace(':document', document)
            .replace(/:(block|plan|photo|report)/, NOTHING),
          body,
        )
        if (got.status !== status) wrong.push(`${route} by "${who}": ${got.status}`)
      }
    }
    expect(wrong).toEqual([])
  },
)

test('all other routes obey the matrix', { timeout: 60_000 }, async ({ as }) => {
  const wrong: string[] = []
  await draft(as('petugas.binjai'), binjai)
  for (const [route, { roles, ok, foreign = ok, at, body }] of Object.entries(ELSEWHERE)) {
    const [method = '', path = ''] = route.split(' ')
    const tryAs = async (account: string | undefined, status: number) => {
      const got = await ask(as(account), method, at ?? path, body)
      if (got.status !== status)
        wrong.push(`${route} by ${account ?? 'nobody'}: ${got.status} instead of ${status}`)
    }
    await tryAs(undefined, roles === 'public' ? ok : 401)
    await tryAs('orang.luar', roles === 'public' || roles === 'signed-in' ? ok : 403)
    for (const [account, { role, isOwn }] of Object.entries(ACCOUNTS)) {
      const isAllowed = typeof roles === 'string' || roles.includes(role)
      await tryAs(account, isAllowed ? (isOwn ? ok : foreign) : 403)
    }
  }
  expect(wrong).toEqual([])
})
