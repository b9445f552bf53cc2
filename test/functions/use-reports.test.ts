import { expect } from 'vitest'
import { jpegOf, plainJpeg } from '../fixtures/photos.ts'
import { numbered, squareAt } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { ask } from './requests.ts'
import { addBlock, addPhoto, october, submittedParcel } from './using.ts'

const INSIDE = { lng: 98.4805, lat: 3.6005 } // the middle of the parcel

const proofOf = async (send: Parameters<typeof ask>[0], parcel: string, block: string) => {
  const { body } = await ask(send, 'GET', `/parcels/${parcel}/use`)
  return body.blocks.find(({ id }: { id: string }) => id === block).proof
}

test('a harvest with a photo taken on the field proves the block to its day', async ({
  as,
  origin,
}) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const block = (await addBlock(petugas, id)).body.id
  const taken = { at: '2026-10-20T03:00:00.000Z', fix: { ...INSIDE, accuracyM: 8 } }
  const photo = await addPhoto(petugas, origin, id, plainJpeg(), { taken })
  expect(photo.body).toMatchObject({ grade: 'posisi', distanceM: 0 })
  const { statement: _, ...wordless } = october([block], { photos: [photo.body.id] })
  const report = {
    ...wordless,
    entries: [
      {
        block,
        commodity: 'jagung',
        plantedM2: 5000,
        plantedOn: '2026-07-01',
        harvestedM2: 5000,
        harvestedOn: '2026-10-20',
        harvest: { amount: 2150.5, unit: 'kg' },
        went: { kitchen: 150.5, vendor: 1500, sold: 500, stock: 0 },
        soldIdr: 2_750_000,
        ntpn: '1A2B3C4D5E6F7G8H',
        wbp: 12,
        tpp: 'TPP/14/2026',
      },
    ],
  }
  const sent = await ask(petugas, 'POST', `/parcels/${id}/reports`, report)
  expect(sent.status).toBe(201)
  expect(sent.body).toMatchObject({ ...report, grade: 'posisi', provedOn: '2026-10-20' })
  expect(await proofOf(petugas, id, block)).toEqual({
    on: '2026-10-20',
    grade: 'posisi',
    report: report.id,
  })
  const { body } = await ask(petugas, 'GET', `/parcels/${id}`)
  expect(body.properties.use).toBe('digunakan-sebagian') // 5,000 of 12,310 m²
  const use = await ask(petugas, 'GET', `/parcels/${id}/use`, undefined, {
    'Accept-Language': 'en',
  })
  expect(use.body.vacantM2).toBe(7310)
  expect(use.body.why).toContain('20 October 2026')
  const events = await ask(petugas, 'GET', `/parcels/${id}/events`)
  expect(events.body.events.map(({ action }: { action: string }) => action)).toEqual([
    'drafted',
    'submitted',
    'block-recorded',
    'photo-added',
    'reported',
  ])
})

test('a report sent again arrives once; another one under its id is refused', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const block = (await addBlock(petugas, id)).body.id
  const report = october([block], { statement: 'Kami merawat jagung di blok ini.' })
  const path = `/parcels/${id}/reports`
  const twins = await Promise.all([1, 2, 3].map(() => ask(petugas, 'POST', path, report)))
  expect(twins.map(({ status }) => status).sort()).toEqual([200, 200, 201])
  for (const { body } of twins) expect(body).toEqual(twins[0]!.body)
  const other = await ask(petugas, 'POST', path, { ...report, statement: 'Lain.' })
  expect([other.status, other.body.type]).toEqual([409, '/problems/report-exists'])
  const listed = await ask(petugas, 'GET', path)
  expect(listed.body.reports).toHaveLength(1)

  const key = { 'Idempotency-Key': 'laporan-2' }
  const second = october([block])
  const first = await ask(petugas, 'POST', path, second, key)
  const again = await ask(petugas, 'POST', path, second, key)
  expect([first.status, again.status]).toEqual([201, 201])
  expect(again.body).toEqual(first.body)
})

test('reports arrive while the blocks are being changed', async ({ as }) => {
  const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
  const id = await submittedParcel(as)
  const block = (await addBlock(petugas, id)).body.id
  const answers = await Promise.all([
    ...[1, 2, 3].map(() => ask(petugas, 'POST', `/parcels/${id}/reports`, october([block]))),
    addBlock(kpb, id, { name: 'Kolam', kind: 'perikanan', areaM2: 300 }),
    ask(kpb, 'PUT', `/parcels/${id}/non-use`, { reasons: ['tanpa-air'] }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 200])
  const { body } = await ask(petugas, 'GET', `/parcels/${id}/use`)
  expect(body.blocks).toHaveLength(2)
  expect(body.nonUse.reasons).toEqual(['tanpa-air'])
})

test('older evidence never replaces newer; a withdrawal lets the older count again', async ({
  as,
}) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const path = `/parcels/${id}/reports`
  const block = (await addBlock(petugas, id)).body.id
  const newer = october([block])
  const older = october([block], { period: { from: '2026-08-01', until: '2026-08-31' } })
  await ask(petugas, 'POST', path, newer)
  await ask(petugas, 'POST', path, older)
  expect((await proofOf(petugas, id, block)).report).toBe(newer.id)

  const reason = { reason: 'Salah blok.' }
  const gone = await ask(petugas, 'POST', `${path}/${newer.id}/withdrawal`, reason)
  expect(gone.status).toBe(200)
  expect(gone.body.withdrawn.reason).toBe('Salah blok.')
  expect(await proofOf(petugas, id, block)).toEqual({
    on: '2026-08-31',
    grade: 'pernyataan',
    report: older.id,
  })
  expect((await ask(petugas, 'POST', `${path}/${newer.id}/withdrawal`, reason)).status).toBe(200)
  await ask(petugas, 'POST', `${path}/${older.id}/withdrawal`, reason)
  expect(await proofOf(petugas, id, block)).toBeUndefined()
  const { body } = await ask(petugas, 'GET', path)
  expect(body.reports.map((each: { id: string }) => each.id)).toEqual([newer.id, older.id])
})

test('reports are listed newest first, page by page, and by period', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const path = `/parcels/${id}/reports`
  const block = (await addBlock(petugas, id)).body.id
  for (let day = 1; day <= 27; day += 1) {
    const until = `2026-10-${String(day).padStart(2, '0')}`
    await ask(petugas, 'POST', path, october([block], { period: { from: '2026-10-01', until } }))
  }
  const first = (await ask(petugas, 'GET', path)).body
  const ends = (page: { reports: { period: { until: string } }[] }) =>
    page.reports.map(({ period }) => period.until)
  expect(ends(first)).toHaveLength(25)
  expect(ends(first)[0]).toBe('2026-10-27')
  const next = await ask(petugas, 'GET', `${path}?cursor=${encodeURIComponent(first.next)}`)
  expect(ends(next.body)).toEqual(['2026-10-02', '2026-10-01'])
  const within = await ask(petugas, 'GET', `${path}?from=2026-10-05&until=2026-10-06`)
  expect(ends(within.body)).toEqual(['2026-10-06', '2026-10-05'])
  const backwards = await ask(petugas, 'GET', `${path}?from=2026-12-01&until=2026-01-01`)
  expect([backwards.status, backwards.body.reports]).toEqual([200, []])
  expect((await ask(petugas, 'GET', `${path}?cursor=x`)).status).toBe(400)
})

test('a photo of another parcel, of another month or used before proves nothing', async ({
  as,
  origin,
}) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const block = (await addBlock(petugas, id)).body.id
  const far = await addPhoto(
    petugas,
    origin,
    id,
    jpegOf({ at: '2026:10:20 10:00:00', lng: 98.5, lat: 3.65 }, 'b'),
  )
  expect(far.body).toMatchObject({ grade: 'exif', doubts: ['place'] })
  const past = await addPhoto(
    petugas,
    origin,
    id,
    jpegOf({ at: '2026:03:20 10:00:00', ...INSIDE }, 'c'),
  )
  const path = `/parcels/${id}/reports`
  const doubted = october([block], { photos: [far.body.id, past.body.id] })
  const wordless = await ask(petugas, 'POST', path, { ...doubted, statement: undefined })
  expect([wordless.status, wordless.body.errors[0].pointer]).toEqual([422, '#/statement'])
  const sent = await ask(petugas, 'POST', path, doubted)
  expect(sent.body).toMatchObject({ grade: 'pernyataan', provedOn: '2026-10-31' })
  const read = await ask(petugas, 'GET', `/parcels/${id}/photos/${past.body.id}`)
  expect(read.body.doubts).toEqual(['time'])

  const good = jpegOf({ at: '2026:10:21 10:00:00', ...INSIDE }, 'd')
  const photo = await addPhoto(petugas, origin, id, good)
  const uses = october([block], { photos: [photo.body.id] })
  expect((await ask(petugas, 'POST', path, uses)).body.grade).toBe('exif')
  const reuses = october([block], { photos: [photo.body.id] })
  expect((await ask(petugas, 'POST', path, reuses)).body.grade).toBe('pernyataan')
  const again = await addPhoto(petugas, origin, id, good)
  expect(again.body.doubts).toEqual(['reused'])

  const other = await submittedParcel(as, numbered(3))
  const elsewhere = await addPhoto(petugas, origin, other, good)
  expect(elsewhere.body.doubts).toEqual(['place', 'reused'])
  const theirs = (await addBlock(petugas, other)).body.id
  const foreign = october([theirs], { photos: [photo.body.id] })
  const refused = await ask(petugas, 'POST', `/parcels/${other}/reports`, foreign)
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([422, '#/photos/0'])
})

test('what a report cannot say is refused, each at its place', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const path = `/parcels/${id}/reports`
  const block = (await addBlock(petugas, id)).body.id
  const base = october([block])
  const many = Array.from({ length: 21 }, () => ({ block }))
  const uuid = '0199e1a0-7c3a-7a10-8b1e-000000000000'
  const cases: [string, object, number, string][] = [
    ['to come', { period: { from: '2026-11-01', until: '2026-11-30' } }, 422, '#/period/until'],
    ['backwards', { period: { from: '2026-10-31', until: '2026-10-01' } }, 422, '#'],
    ['21 entries', { entries: many }, 422, '#/entries'],
    ['no entry', { entries: [] }, 422, '#/entries'],
    ['a block twice', { entries: [{ block }, { block }] }, 422, '#'],
    ['11 photos', { photos: Array.from({ length: 11 }, () => uuid) }, 422, '#/photos'],
    ['a photo that is not there', { photos: [uuid] }, 422, '#/photos/0'],
    ['another block', { entries: [{ block: uuid }] }, 422, '#/entries/0/block'],
    ['neither photo nor word', { statement: undefined }, 422, '#/statement'],
    ['a NIK', { statement: 'Oleh 1275010101900001' }, 422, '#/statement'],
    ['a name', { entries: [{ block, inmates: ['Budi'] }] }, 422, '#/entries/0/inmates'],
    ['less than the table keeps', { entries: [{ block, harvest: { amount: 1e-200, unit: 'kg' } }] }, 422, '#/entries/0/harvest/amount'], // prettier-ignore
    ['more land than there is', { entries: [{ block, plantedM2: 2e12 }] }, 422, '#/entries/0/plantedM2'], // prettier-ignore
    ['less than nothing', { entries: [{ block, harvest: { amount: -1, unit: 'kg' } }] }, 422, '#/entries/0/harvest/amount'], // prettier-ignore
  ]
  for (const [name, more, status, at] of cases) {
    const { status: got, body } = await ask(petugas, 'POST', path, { ...base, ...more })
    expect([name, got, body.errors?.[0]?.pointer]).toEqual([name, status, at])
  }
  const zero = { entries: [{ block, harvest: { amount: 0, unit: 'kg' } }] }
  expect((await ask(petugas, 'POST', path, { ...base, ...zero })).status).toBe(201)
  const huge = await ask(petugas, 'POST', path, { ...base, statement: 'a'.repeat(70_000) })
  expect(huge.status).toBe(413)
})

test('blocks are own use or that of others; the rest is vacant', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const { properties, ...rest } = numbered(7)
  const malang = {
    ...rest,
    geometry: squareAt(98.6, 3.6, 0.00408),
    properties: {
      ...properties,
      grant: {
        ...properties.grant,
        steps: {
          nphd: { ...properties.grant.steps.nphd, areaM2: 205_000 },
          bast: { ...properties.grant.steps.bast, areaM2: 205_000 },
        },
      },
      titles: properties.titles.map((title) => ({ ...title, areaM2: 205_000 })),
      bmnRecords: properties.bmnRecords.map((record) => ({ ...record, areaM2: 205_000 })),
    },
  }
  const id = await submittedParcel(as, malang)
  const made = await addBlock(petugas, id, { areaM2: 113_000 })
  expect(made.status).toBe(201)
  const report = october([made.body.id])
  await ask(petugas, 'POST', `/parcels/${id}/reports`, report)
  const { body } = await ask(petugas, 'GET', `/parcels/${id}/use`)
  expect(body).toMatchObject({ vacantM2: 92_000, status: 'digunakan-sebagian' })
  expect(body.blocks[0]).toMatchObject({ running: true, provedUntil: '2027-04-30' })

  const larger = await addBlock(petugas, id, { areaM2: 250_000 })
  expect([larger.status, larger.body.errors[0].pointer]).toEqual([422, '#/areaM2'])
  const outside = await addBlock(petugas, id, { geometry: squareAt(98.7, 3.6) })
  expect([outside.status, outside.body.errors[0].pointer]).toEqual([422, '#/geometry'])
  const drawn = await addBlock(petugas, id, { geometry: squareAt(98.601, 3.601) })
  expect(drawn.body.areaM2).toBeCloseTo(12_260, -3) // 111 m by 110.6 m

  const path = `/parcels/${id}/blocks/${drawn.body.id}`
  expect((await ask(petugas, 'PATCH', path, { name: 'Blok B' })).status).toBe(428)
  const ended = { ended: { on: '2026-11-01', reason: 'Dikembalikan menjadi lahan kosong.' } }
  const done = await ask(petugas, 'PATCH', path, ended, { 'If-Match': drawn.etag })
  expect([done.status, done.body.ended]).toEqual([200, ended.ended])
})

test('a block proves no more than what was proved: more land or another use begins anew', async ({
  as,
}) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const changes: [object, boolean][] = [
    [{ name: 'Blok timur', until: '2027-12-31' }, true],
    [{ areaM2: 90 }, true],
    [{ areaM2: 12_000 }, false],
    [{ kind: 'bangunan-upt' }, false], // its evidence would count twice as long
    [{ from: '2025-01-05' }, false],
    [{ geometry: squareAt(98.4801, 3.6001, 0.0001) }, false],
  ]
  for (const [change, isKept] of changes) {
    const block = (await addBlock(petugas, id, { areaM2: 200 })).body.id
    await ask(petugas, 'POST', `/parcels/${id}/reports`, october([block]))
    const { etag } = await ask(petugas, 'GET', `/parcels/${id}`)
    const path = `/parcels/${id}/blocks/${block}`
    const { status } = await ask(petugas, 'PATCH', path, change, { 'If-Match': etag })
    const isProved = (await proofOf(petugas, id, block)) !== undefined
    expect([change, status, isProved]).toEqual([change, 200, isKept])
  }
})

test('outsiders read why a parcel stands as it does, and nothing of its blocks', async ({ as }) => {
  const id = await submittedParcel(as)
  const block = (await addBlock(as('petugas.binjai'), id)).body.id
  const { status, body } = await ask(as('petugas.batang'), 'GET', `/parcels/${id}/use`)
  expect(status).toBe(200)
  expect(Object.keys(body).sort()).toEqual(['change', 'standing', 'status', 'vacantM2', 'why'])
  for (const account of ['petugas.batang', 'kpb.batang', 'kanwil.sumut', 'auditor']) {
    const { status: got } = await ask(as(account), 'POST', `/parcels/${id}/reports`, october([block])) // prettier-ignore
    expect([account, got]).toEqual([account, 403])
  }
  const list = await ask(as('petugas.batang'), 'GET', `/parcels/${id}/reports`)
  expect(list.status).toBe(403)
})
