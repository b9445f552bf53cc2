import { describe, expect } from 'vitest'
import { createApp } from '../../functions/app.ts'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { type Stack, test } from '../stack.ts'
import { announce, complete, type Part, pdf, put, sha256Of, upload } from './files.ts'
import { recount } from './recount.ts'
import { type Answer, ask, draft, step } from './requests.ts'
import { barrier, during } from './wire.ts'

const DAY = 24 * 60 * 60 * 1000 // ms
const PDF = pdf(400)
const reason = 'Perlu diperbaiki'

/** What a repeated request has to say again. */
const said = ({ status, body, etag, headers }: Answer) => ({
  status,
  body,
  etag,
  location: headers.get('Location'),
})

type Here = Pick<Stack, 'as' | 'origin'>
type Key = Record<string, string>

/** A POST: what leads to it, the request itself, and what happens to its subject afterwards. */
interface Post {
  route: string
  prepare: (here: Here, key: Key) => Promise<() => Promise<Answer>>
  later: (here: Here, first: Answer) => Promise<Answer | undefined>
}

const SUBMITTED = [['kpb.binjai', 'submission']] as const
const VERIFIED = [...SUBMITTED, ['kanwil.sumut', 'verification']] as const

/** A step with the If-Match of its first attempt, however often it is sent. */
const stepping =
  (
    [account, name, body]: readonly [string, string, unknown],
    before: readonly (readonly [string, string])[] = [],
  ): Post['prepare'] =>
  async ({ as }, key) => {
    let seen = await draft(as('petugas.binjai'), binjai)
    for (const [who, what] of before) seen = await step(as(who), seen, what)
    const headers = { ...key, 'If-Match': seen.etag }
    return () => ask(as(account), 'POST', `/parcels/${seen.body.id}/${name}`, body, headers)
  }

const then =
  (account: string, name: string, body: unknown): Post['later'] =>
  ({ as }, first) =>
    step(as(account), first, name, body)

const patched: Post['later'] = ({ as }, { body, etag }) => {
  const patch = { properties: { name: 'Diubah kemudian' }, geometry: squareAt(98.7, 3.7) }
  return ask(as('petugas.binjai'), 'PATCH', `/parcels/${body.id}`, patch, { 'If-Match': etag })
}

const POSTS: Post[] = [
  {
    route: '/parcels',
    prepare: async ({ as }, key) => {
      return () => ask(as('petugas.binjai'), 'POST', '/parcels', binjai, key)
    },
    later: patched,
  },
  { route: '/handover', prepare: stepping(['petugas.binjai', 'handover', {}]), later: patched },
  {
    route: '/submission',
    prepare: stepping(['kpb.binjai', 'submission', {}]),
    later: then('kanwil.sumut', 'return', { reason }),
  },
  {
    route: '/return',
    prepare: stepping(['kanwil.sumut', 'return', { reason }], SUBMITTED),
    later: patched,
  },
  {
    route: '/verification',
    prepare: stepping(['kanwil.sumut', 'verification', { note: 'Sesuai' }], SUBMITTED),
    later: then('pusat', 'reopening', { reason }),
  },
  {
    route: '/reopening',
    prepare: stepping(['kpb.binjai', 'reopening', { reason }], VERIFIED),
    later: patched,
  },
  {
    route: '/retirement',
    prepare: stepping(['kpb.binjai', 'retirement', { kind: 'salah-catat', reason }]),
    later: async () => undefined, // nothing comes after it
  },
  {
    route: '/withdrawal',
    prepare: async ({ as, origin }, key) => {
      const petugas = as('petugas.binjai')
      const { body: parcel } = await draft(petugas, binjai)
      const { body } = await upload(petugas, origin, parcel.id, PDF)
      const path = `/parcels/${parcel.id}/documents/${body.document.id}/withdrawal`
      return () => ask(petugas, 'POST', path, { reason }, key)
    },
    later: async () => undefined,
  },
  {
    route: '/members',
    prepare: async ({ as }, key) => {
      const roles = [{ role: 'kpb', upt: ['lapas-kelas-iib-batang'], from: '2026-01-01' }]
      const body = { subject: 'baru.batang', name: 'Orang Baru', roles }
      return () => ask(as('pusat'), 'POST', '/members', body, key)
    },
    later: ({ as }, { body, etag }) =>
      ask(as('pusat'), 'PATCH', `/members/${body.id}`, { name: 'Lain' }, { 'If-Match': etag }),
  },
]

/** A clock that moves on with every look at it, as clocks do. */
function ticking({ deps, clock }: Pick<Stack, 'deps' | 'clock'>): void {
  deps.now = () => (clock.now = new Date(clock.now.getTime() + 7))
}

describe('a POST with its Idempotency-Key', { timeout: 60_000 }, () => {
  test.for(POSTS)(
    '$route is answered as the first time, whatever happened since',
    async ({ prepare, later }, { as, origin, clock, deps }) => {
      ticking({ deps, clock })
      const send = await prepare({ as, origin }, { 'Idempotency-Key': 'kunci-1' })
      const first = await send()
      expect(first.status).toBeLessThan(300)
      expect(said(await send())).toEqual(said(first))
      clock.now = new Date(clock.now.getTime() + DAY)
      expect(said(await send())).toEqual(said(first))
      expect((await later({ as, origin }, first))?.status ?? 200).toBe(200)
      expect(said(await send())).toEqual(said(first))
      expect(await recount(deps)).toEqual([])
    },
  )

  test.for(POSTS)(
    '$route sent twenty times at once is carried out once',
    async (post, { as, origin, deps }) => {
      const send = await post.prepare({ as, origin }, { 'Idempotency-Key': 'kunci-2' })
      const answers = await during(deps, barrier(20), () =>
        Promise.all(Array.from({ length: 20 }, send)),
      )
      for (const answer of answers) expect(said(answer)).toEqual(said(answers[0]!))
      expect(answers[0]!.status).toBeLessThan(300)
      expect(await recount(deps)).toEqual([])
    },
  )

  test('makes one parcel of twenty', async ({ as, deps }) => {
    const petugas = as('petugas.binjai')
    const key = { 'Idempotency-Key': 'satu' }
    await during(deps, barrier(20), () =>
      Promise.all(Array.from({ length: 20 }, () => ask(petugas, 'POST', '/parcels', binjai, key))),
    )
    expect((await ask(petugas, 'GET', '/parcels')).body.features).toHaveLength(1)
  })

  test('is known to another process', async ({ as, deps, tokenOf }) => {
    const key = { 'Idempotency-Key': 'sebelum-berhenti' }
    const first = await ask(as('petugas.binjai'), 'POST', '/parcels', binjai, key)
    const restarted = createApp({ ...deps, table: { ...deps.table } })
    const token = await tokenOf('petugas.binjai')
    const send: ReturnType<Stack['as']> = async (path, init = {}) => {
      const headers = new Headers(init.headers)
      headers.set('Authorization', `Bearer ${token}`)
      return restarted.request(path, { ...init, headers })
    }
    expect(said(await ask(send, 'POST', '/parcels', binjai, key))).toEqual(said(first))
  })

  test('lives seven days', async ({ as, clock }) => {
    const key = { 'Idempotency-Key': 'seminggu' }
    const send = () => ask(as('petugas.binjai'), 'POST', '/parcels', binjai, key)
    const first = await send()
    const { now } = clock
    clock.now = new Date(now.getTime() + 7 * DAY)
    expect(said(await send())).toEqual(said(first))
    clock.now = new Date(now.getTime() + 7 * DAY + 1000)
    const anew = await send()
    expect(anew.status).toBe(201)
    expect(anew.body.id).not.toBe(first.body.id)
    expect(said(await send())).toEqual(said(anew)) // the key has a new life
  })

  test('belongs to one request of one caller', async ({ as, deps }) => {
    const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
    const key = { 'Idempotency-Key': 'milik-siapa' }
    const made = await ask(petugas, 'POST', '/parcels', binjai, key)
    const other = { ...binjai, geometry: null }
    const reused = await ask(petugas, 'POST', '/parcels', other, key)
    expect(reused.status).toBe(422)
    expect(reused.body.type).toBe('/problems/idempotency-key-reused')
    const path = `/parcels/${made.body.id}`
    const steps = { ...key, 'If-Match': '"77"' } // the key is judged before a version that never was
    const elsewhere = await ask(petugas, 'POST', `${path}/handover`, {}, steps)
    expect(elsewhere.body.type).toBe('/problems/idempotency-key-reused')
    const theirs = { ...key, 'If-Match': made.etag }
    expect((await ask(kpb, 'POST', `${path}/submission`, {}, theirs)).status).toBe(200)
    expect(await recount(deps)).toEqual([])
  })

  test('that was refused is free to be tried again', async ({ as, deps }) => {
    const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
    const made = await draft(petugas, { ...binjai, geometry: null })
    const path = `/parcels/${made.body.id}`
    const key = { 'Idempotency-Key': 'coba-lagi' }
    const submit = (etag: string) =>
      ask(kpb, 'POST', `${path}/submission`, {}, { ...key, 'If-Match': etag })
    expect((await submit(made.etag)).status).toBe(422) // no boundary yet
    const { geometry } = binjai
    const drawn = await ask(petugas, 'PATCH', path, { geometry }, { 'If-Match': made.etag })
    expect((await submit(made.etag)).status).toBe(412)
    const released = await submit(drawn.etag)
    expect(released.status).toBe(200)
    expect(said(await submit(drawn.etag))).toEqual(said(released))
    expect(await recount(deps)).toEqual([])
  })
})

describe('an announced document', { timeout: 60_000 }, () => {
  test('is one, however often it is announced and completed', async ({ as, origin, deps }) => {
    const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
    const made = await draft(petugas, binjai)
    const { bytes, ...file } = PDF
    const about = { ...file, size: bytes.length, sha256: sha256Of(bytes) }
    const path = `/parcels/${made.body.id}/documents`
    const send = () => ask(petugas, 'POST', path, about, { 'Idempotency-Key': 'berkas' })
    const answers = await during(deps, barrier(20), () =>
      Promise.all(Array.from({ length: 20 }, send)),
    )
    const [first] = answers
    for (const answer of answers) {
      expect(answer.status).toBe(201)
      expect(answer.body.id).toBe(first!.body.id)
      expect(answer.headers.get('Location')).toBe(`/api${path}/${first!.body.id}`)
    }
    for (const part of answers[7]!.body.upload.parts as Part[]) await put(origin, bytes, part)
    const { id } = first!.body
    const completions = await during(deps, barrier(20), () =>
      Promise.all(Array.from({ length: 20 }, () => complete(petugas, made.body.id, id))),
    )
    for (const { status, body } of completions) {
      expect(status).toBe(200)
      expect(body).toEqual(completions[0]!.body)
    }
    const { body } = await ask(petugas, 'GET', `/parcels/${made.body.id}/events`)
    expect(body.events.map(({ action }: { action: string }) => action)).toEqual([
      'drafted',
      'document-added',
    ])
    const seen = await ask(petugas, 'GET', `/parcels/${made.body.id}`)
    expect((await step(kpb, seen, 'submission')).status).toBe(200)
    const again = await send() // from a state in which nothing could be announced
    expect(again.status).toBe(201)
    expect(again.body).toMatchObject({ id, upload: { parts: [] } })
    expect((await complete(petugas, made.body.id, id)).body).toEqual(completions[0]!.body)
    expect(await recount(deps)).toEqual([])
  })

  test('that is given up while it is completed is kept or gone, never half', async ({
    as,
    origin,
    deps,
  }) => {
    const petugas = as('petugas.binjai')
    const made = await draft(petugas, binjai)
    for (let round = 0; round < 12; round += 1) {
      const file = pdf(400, `${round}`)
      const { body } = await announce(petugas, made.body.id, file)
      for (const part of body.upload.parts as Part[]) await put(origin, file.bytes, part)
      const path = `/parcels/${made.body.id}/documents/${body.id}`
      const [completed, givenUp] = await Promise.all([
        complete(petugas, made.body.id, body.id),
        ask(petugas, 'DELETE', `${path}/upload`),
      ])
      expect([200, 404, 409]).toContain(completed.status)
      expect([204, 404]).toContain(givenUp.status)
      const { status } = await ask(petugas, 'GET', path)
      expect(status).toBe(completed.status === 200 ? 200 : 404)
    }
    expect(await recount(deps)).toEqual([])
  })
})
