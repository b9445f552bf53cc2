import { expect } from 'vitest'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { ask, draft, step } from './requests.ts'

test('a parcel goes from draft to verification, each step by whom it belongs to', async ({
  as,
}) => {
  const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
  const made = await draft(petugas, binjai)
  expect(made.status).toBe(201)
  expect(made.headers.get('Location')).toBe(`/api/parcels/${made.body.id}`)
  expect(made.body.properties).toMatchObject({
    state: 'draf',
    version: 1,
    kanwil: 'sumatera-utara',
    uptName: 'Lapas Kelas IIA Binjai',
  })
  expect(made.body.geometry).toEqual(binjai.geometry)

  const handed = await step(petugas, made, 'handover')
  expect(handed.body.properties).toMatchObject({ state: 'draf', version: 2 })
  const released = await step(kpb, handed, 'submission')
  expect(released.status).toBe(200)
  expect(released.body.properties.state).toBe('diajukan')
  expect(released.body.properties.handover).toBeUndefined()
  const verified = await step(kanwil, released, 'verification')
  expect(verified.status).toBe(200)
  expect(verified.body.properties.state).toBe('terverifikasi-dengan-catatan') // papers are absent
  expect(verified.body.properties.findings.length).toBeGreaterThan(0)

  const read = await ask(as('petugas.batang'), 'GET', `/parcels/${made.body.id}`)
  expect(read.status).toBe(200)
  expect(read.body.properties.restricted).toBe(true)
  expect(read.body.properties).not.toHaveProperty('neighbours')
  expect(read.body.properties).not.toHaveProperty('findings')
})

test('a draft does not exist for those outside its unit, its Kanwil, pusat and the auditor', async ({
  as,
}) => {
  const { body } = await draft(as('petugas.binjai'), binjai)
  const seenBy = async (account: string) =>
    (await ask(as(account), 'GET', `/parcels/${body.id}`)).status
  expect(await seenBy('petugas.batang')).toBe(404)
  expect(await seenBy('kanwil.jateng')).toBe(404)
  expect(await seenBy('kpb.binjai')).toBe(200)
  expect(await seenBy('kanwil.sumut')).toBe(200)
  expect(await seenBy('pusat')).toBe(200)
  expect(await seenBy('auditor')).toBe(200)
  const listed = await ask(as('petugas.batang'), 'GET', '/parcels')
  expect(listed.body.features).toEqual([])
})

test('a change needs the version that was seen', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const made = await draft(petugas, binjai)
  const path = `/parcels/${made.body.id}`
  const patch = { properties: { name: 'Sawah Tunggurono', note: 'Petak selatan' } }
  expect((await ask(petugas, 'PATCH', path, patch)).status).toBe(428)
  const weak = await ask(petugas, 'PATCH', path, patch, { 'If-Match': `W/${made.etag}` })
  expect(weak.status).toBe(200)
  expect(weak.body.properties).toMatchObject({ name: 'Sawah Tunggurono', version: 2 })
  const late = await ask(petugas, 'PATCH', path, patch, { 'If-Match': made.etag })
  expect(late.status).toBe(412)
  expect(late.body).toMatchObject({ type: '/problems/stale', currentVersion: 2 })
  const removed = await ask(
    petugas,
    'PATCH',
    path,
    { properties: { note: null }, geometry: null },
    {
      'If-Match': weak.etag,
    },
  )
  expect(removed.body.geometry).toBeNull()
  expect(removed.body.properties).not.toHaveProperty('note')
  const unchanged = await ask(petugas, 'GET', path, undefined, { 'If-None-Match': removed.etag })
  expect(unchanged.status).toBe(304)
})

test('a list names no draft of others, not even in its cursors', async ({ as }) => {
  for (let n = 0; n < 12; n += 1) await draft(as('petugas.binjai'), binjai)
  const pages = [await ask(as('petugas.batang'), 'GET', '/parcels?limit=1')]
  while (pages.at(-1)!.body.next)
    pages.push(
      await ask(as('petugas.batang'), 'GET', pages.at(-1)!.body.next.replace(/^\/api/, '')),
    )
  for (const { body } of pages) {
    expect(body.features).toEqual([])
    const cursor = new URL(body.next ?? '/', 'http://localhost').searchParams.get('cursor') ?? ''
    expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('binjai')
  }
})

test('every fault of a draft is named at its field, in the language asked for', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const bad = {
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [[[98, 3], [99, 3], [99, 4]]] }, // prettier-ignore
    properties: { upt: 'lapas-kelas-iia-binjai', name: '', bmnRecords: [{ nup: 0 }], surprise: 1 },
  }
  const refused = await ask(petugas, 'POST', '/parcels', bad, { 'Accept-Language': 'en' })
  expect(refused.status).toBe(422)
  expect(refused.headers.get('Content-Type')).toBe('application/problem+json')
  expect(refused.body).toMatchObject({ type: '/problems/invalid-input', status: 422 })
  const pointers = refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)
  expect(pointers).toContain('#/properties/name')
  expect(pointers).toContain('#/properties/bmnRecords/0/nup')
  expect(pointers).toContain('#/properties/surprise')
  expect(pointers.some((each: string) => each.startsWith('#/geometry/coordinates/0'))).toBe(true)
  const unknown = await draft(petugas, {
    ...binjai,
    properties: { ...binjai.properties, upt: 'lapas-kelas-x-atlantis' },
  })
  expect(unknown.body.errors[0].pointer).toBe('#/properties/upt')
})

test('a bow-tie is kept as a draft and refused at submission, with its place', async ({ as }) => {
  const bowTie = { type: 'Polygon', coordinates: [[[98, 3], [98.01, 3.01], [98.01, 3], [98, 3.01], [98, 3]]] } // prettier-ignore
  const made = await draft(as('petugas.binjai'), { ...binjai, geometry: bowTie })
  expect(made.status).toBe(201)
  const refused = await step(as('kpb.binjai'), made, 'submission')
  expect(refused.status).toBe(422)
  expect(refused.body.type).toBe('/problems/not-ready')
  const fault = refused.body.errors.find(({ rule }: { rule: string }) => rule === 'E01')
  expect(fault.place[0]).toBeCloseTo(98.005, 6)
  expect(fault.place[1]).toBeCloseTo(3.005, 6)
})

test('what a parcel returned for is told at its fields until it is submitted again', async ({
  as,
}) => {
  const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
  const released = await step(kpb, await draft(petugas, binjai), 'submission')
  const notes = [{ pointer: '#/properties/grant/steps/bast/number', note: 'Nomor tidak terbaca.' }]
  const back = await step(kanwil, released, 'return', { reason: 'BAST kurang jelas', notes })
  expect(back.body.properties).toMatchObject({
    state: 'dikembalikan',
    returned: { reason: 'BAST kurang jelas', notes },
  })
  const again = await step(kpb, back, 'submission')
  expect(again.body.properties.state).toBe('diajukan')
  expect(again.body.properties).not.toHaveProperty('returned')
})

test('the head of the unit sends back only what was handed over', async ({ as }) => {
  const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
  const made = await draft(petugas, binjai)
  expect((await step(kpb, made, 'return', { reason: 'belum lengkap' })).status).toBe(409)
  const handed = await step(petugas, made, 'handover')
  const back = await step(kpb, handed, 'return', { reason: 'belum lengkap' })
  expect(back.body.properties.state).toBe('dikembalikan')
})

test('a number has a second holder only with a reason, and is free again after retirement', async ({
  as,
}) => {
  const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
  const first = await step(kpb, await draft(petugas, binjai), 'submission')
  const twin = { ...binjai, geometry: squareAt(98.49, 3.61) }
  const second = await draft(petugas, twin)
  const refused = await step(kpb, second, 'submission')
  expect(refused.status).toBe(409)
  expect(refused.body.type).toBe('/problems/number-taken')
  expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual([
    '#/properties/bmnRecords/0/nup',
    '#/properties/titles/0/number',
  ])
  expect(refused.body.errors[0].detail).toContain('Lahan uji Tunggurono')
  const duplicateReason = 'Satu sertipikat untuk dua NUP'
  const accepted = await step(kpb, second, 'submission', { duplicateReason })
  expect(accepted.status).toBe(200)
  expect(accepted.body.properties.duplicates).toHaveLength(2)
  const held = await ask(as('auditor'), 'GET', '/numbers/sertipikat/02140401400999')
  expect(held.body.holders).toHaveLength(2)

  const kanwil = as('kanwil.sumut')
  const without = await step(kanwil, first, 'retirement', { kind: 'ganda', reason: 'Dobel catat' })
  expect(without.status).toBe(422) // a paper is needed
  expect(without.body.errors[0].pointer).toBe('#/documents')
})

test('the list pages through every parcel once and obeys its filters', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const names = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima']
  for (const [i, name] of names.entries())
    await draft(petugas, {
      type: 'Feature',
      geometry: squareAt(98.4 + i / 100, 3.5),
      properties: { upt: 'lapas-kelas-iia-binjai', name },
    })
  const seen: string[] = []
  let path: string | undefined = '/parcels?limit=2&kanwil=sumatera-utara'
  let pages = 0
  while (path) {
    const page: { body: { features: { properties: { name: string } }[]; next?: string } } =
      await ask(petugas, 'GET', path)
    seen.push(...page.body.features.map(({ properties }) => properties.name))
    path = page.body.next?.replace(/^\/api/, '')
    pages += 1
  }
  expect(seen.sort()).toEqual([...names].sort())
  expect(pages).toBe(3)
  const found = await ask(petugas, 'GET', '/parcels?q=tig&state=draf,diajukan')
  expect(found.body.features).toHaveLength(1)
  expect(found.body.features[0].geometry).toEqual(squareAt(98.42, 3.5))
  expect((await ask(petugas, 'GET', '/parcels?state=ngawur')).status).toBe(400)
  expect((await ask(petugas, 'GET', '/parcels?cursor=ngawur')).status).toBe(400)
})

test('a parcel is shown as it was known at an instant', async ({ as, clock }) => {
  const petugas = as('petugas.binjai')
  clock.now = new Date('2026-03-01T00:00:00Z')
  const made = await draft(petugas, binjai)
  clock.now = new Date('2026-06-01T00:00:00Z')
  const geometry = squareAt(98.48, 3.6, 0.002)
  const path = `/parcels/${made.body.id}`
  const patch = {
    geometry,
    properties: { name: 'Nama baru', neighbours: { east: 'Kebun Bu Siti' } },
  }
  await ask(petugas, 'PATCH', path, patch, { 'If-Match': made.etag })
  const then = await ask(petugas, 'GET', `${path}?asOf=2026-04-01T00:00:00Z`)
  expect(then.body).toEqual(made.body)
  const now = await ask(petugas, 'GET', `${path}?asOf=2026-07-01T00:00:00Z`)
  expect(now.body.geometry).toEqual(geometry)
  expect(now.body.properties.neighbours.east).toBe('Kebun Bu Siti')
  expect((await ask(petugas, 'GET', `${path}?asOf=2026-01-01T00:00:00Z`)).status).toBe(404)
})

test('nobody verifies what they prepared or released', async ({ as, clock }) => {
  const members = await ask(as('pusat'), 'GET', '/members')
  const { id } = members.body.members.find(
    ({ subject }: { subject: string }) => subject === 'kpb.binjai',
  )
  const member = await ask(as('pusat'), 'GET', `/members/${id}`)
  const roles = [
    { role: 'kpb', upt: ['lapas-kelas-iia-binjai'], from: '2026-01-01' },
    { role: 'kanwil', kanwil: ['sumatera-utara'], from: '2026-01-01' },
  ]
  const changed = await ask(
    as('pusat'),
    'PATCH',
    `/members/${id}`,
    { roles },
    {
      'If-Match': member.etag,
    },
  )
  expect(changed.status).toBe(200)
  clock.now = new Date(clock.now.getTime() + 60_000) // a membership works within a minute
  const kpb = as('kpb.binjai')
  const released = await step(kpb, await draft(as('petugas.binjai'), binjai), 'submission')
  const refused = await step(kpb, released, 'verification')
  expect(refused.status).toBe(403)
  expect(refused.body.type).toBe('/problems/four-eyes')
})

test('a unit states that it has none, unless it has recorded a parcel', async ({ as }) => {
  const kpb = as('kpb.binjai')
  const path = '/units/lapas-kelas-iia-binjai/nihil'
  const covered = async () =>
    (await ask(as('kanwil.sumut'), 'GET', '/coverage')).body.units.find(
      ({ upt }: { upt: string }) => upt === 'lapas-kelas-iia-binjai',
    ).coverage
  expect(await covered()).toBe('belum-mulai')
  expect((await ask(kpb, 'PUT', path, { statement: 'Tidak menerima hibah.' })).status).toBe(200)
  expect(await covered()).toBe('nihil')
  expect((await ask(kpb, 'DELETE', path)).status).toBe(204)
  const made = await draft(as('petugas.binjai'), binjai)
  expect(await covered()).toBe('draf')
  const refused = await ask(kpb, 'PUT', path, { statement: 'Tidak menerima hibah.' })
  expect(refused.body.type).toBe('/problems/unit-has-parcels')
  await step(kpb, made, 'submission')
  expect(await covered()).toBe('diajukan')
})

test('headquarters cannot lock itself out', async ({ as }) => {
  const pusat = as('pusat')
  const { body } = await ask(pusat, 'GET', '/members')
  const { id } = body.members.find(({ subject }: { subject: string }) => subject === 'pusat')
  const { etag } = await ask(pusat, 'GET', `/members/${id}`)
  const refused = await ask(pusat, 'PATCH', `/members/${id}`, { roles: [] }, { 'If-Match': etag })
  expect(refused.status).toBe(422)
  expect(refused.body.errors[0].pointer).toBe('#/roles')
})
