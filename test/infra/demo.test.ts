import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test as plain } from 'vitest'
import { areaOf } from '../../functions/domain/area.ts'
import { boundsOf, type Boundary, partsOf } from '../../functions/domain/boundary.ts'
import { numbersOf } from '../../functions/domain/certificate.ts'
import { STATES } from '../../functions/domain/parcel.ts'
import type { Region, Unit } from '../../functions/domain/reference.ts'
import { demoBoundary, demoParcels } from '../../infra/local/demo/parcels.ts'
import { seedDemo } from '../../infra/local/demo/seed.ts'
import { ISSUER } from '../../infra/local/openid.ts'
import { readBundled } from '../../infra/local/reference/bundled.ts'
import { test } from '../stack.ts'

const units = (await readBundled('upt')) as Unit[]
const parcels = await demoParcels(units, (await readBundled('wilayah')) as Region[])
const fixture = JSON.parse(
  readFileSync(new URL('../fixtures/parcel.geojson', import.meta.url), 'utf8'),
) as { geometry: Boundary; properties: Parameters<typeof numbersOf>[0] }

const places = [
  ...parcels.map((demo) => ({ name: demo.key, boundary: demoBoundary(demo) })),
  { name: 'the fixture', boundary: fixture.geometry },
].flatMap(({ name, boundary }) => (boundary ? [{ name, boundary }] : []))

describe('the demo’s parcels', () => {
  plain('lie apart from each other and from the fixture, but for the one that shares land', () => {
    const boxes = places.map(({ name, boundary }) => ({ name, box: boundsOf(boundary) }))
    const touching = boxes.flatMap((a, at) =>
      boxes
        .slice(0, at)
        .filter(
          ({ box: [west, south, east, north] }) =>
            a.box[0] < east && west < a.box[2] && a.box[1] < north && south < a.box[3],
        )
        .map((b) => [a.name, b.name]),
    )
    expect(touching).toEqual([['binjai-belakang-kantor', 'binjai-kantor']])
  })

  plain('share no number with each other or with the fixture', () => {
    const numbers = [...parcels, fixture].flatMap(({ properties }) =>
      numbersOf(properties).map(({ kind, value }) => `${kind} ${value}`),
    )
    expect(numbers.length).toBeGreaterThan(60)
    expect(new Set(numbers).size).toBe(numbers.length)
  })

  // figures of the cases as the press and the auditors gave them
  plain.each([
    { key: 'kolonodale-hibah', m2: 16_964 + 24_233 },
    { key: 'penajam-hibah-2021', m2: 24_220 },
    { key: 'lias-51-ha', m2: 481_000 },
    { key: 'tangerang-dipakai-pemkot', m2: 163_734 },
    { key: 'palembang-atas-nama-perorangan', m2: 532 },
  ])('$key is drawn with its area', ({ key, m2 }) => {
    const { boundary } = places.find(({ name }) => name === key)!
    expect(areaOf(boundary)! / m2).toBeCloseTo(1, 3)
  })

  const KABUPATEN = new URL('../../../shared/data/kabkota_full.geojson', import.meta.url)
  plain.skipIf(!existsSync(KABUPATEN))('lie in the kabupaten that they name', () => {
    const { features } = JSON.parse(readFileSync(KABUPATEN, 'utf8')) as {
      features: { properties: { code: string }; geometry: Boundary }[]
    }
    const crosses = (ring: number[][], [x = 0, y = 0]: number[]) =>
      ring.filter(([bx = 0, by = 0], at) => {
        const [ax = 0, ay = 0] = ring[at - 1] ?? ring.at(-1)!
        return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax
      }).length
    const isIn = (area: Boundary, corner: number[]) =>
      partsOf(area).some(
        (rings) => rings.reduce((sum, ring) => sum + crosses(ring, corner), 0) % 2 === 1,
      )
    const astray = parcels.filter((demo) => {
      const code = demo.properties.address?.kodeKemendagri?.slice(0, 5)
      const area = features.find(({ properties }) => properties.code === code)?.geometry
      const boundary = demoBoundary(demo)
      return (
        boundary &&
        !(
          area &&
          partsOf(boundary)
            .flat(2)
            .every((corner) => isIn(area, corner))
        )
      )
    })
    expect(astray.map(({ key }) => key)).toEqual([])
  })
})

test(
  'the seed registers them once, in every state, and leaves no membership behind',
  { timeout: 240_000 },
  async ({ deps, as }) => {
    expect(await seedDemo(deps, ISSUER)).toBe(parcels.length)
    expect(await seedDemo(deps, ISSUER)).toBe(0)

    const pusat = as('pusat')
    const listed: { properties: Record<string, string> }[] = []
    for (let next: string | undefined = '/api/parcels?limit=50'; next;) {
      const page = (await (await pusat(next)).json()) as { features: typeof listed; next?: string }
      listed.push(...page.features)
      next = page.next
    }
    expect(listed).toHaveLength(parcels.length)
    const of = (member: string) => new Set(listed.map(({ properties }) => properties[member]))
    expect([...of('state')].sort()).toEqual([...STATES].sort())
    expect(of('kanwil').size).toBeGreaterThanOrEqual(12)

    const { members } = (await (await pusat('/api/members')).json()) as {
      members: { subject: string; roles: { until?: string }[] }[]
    }
    const seeders = members.filter(({ subject }) => subject.endsWith('.demo'))
    expect(seeders).toHaveLength(3)
    for (const { roles } of seeders) expect(roles[0]!.until! < '2026-11-23').toBe(true)

    const waiting = await (await pusat('/api/parcels?waitsFor=pusat')).json()
    expect(waiting).toMatchObject({
      features: [{ properties: { name: 'Lahan belakang kantor Lapas Binjai' } }],
    })

    // what is proved of their use, by the areas of their blocks
    const use = (name: string) =>
      listed.find(({ properties }) => properties.name === name)?.properties.use
    expect({
      gatotSubroto: use('Lahan SAE Jalan Gatot Subroto'), // 8,700 of 12,480 m²
      kantor: use('Tanah kantor Lapas Binjai'), // 23,900 of 24,900 m²
      kebunLada: use('Lahan hortikultura Kebun Lada'),
      langkat: use('Kebun sawit Lapas Narkotika Langkat'),
      malang: use("SAE L'SIMA Ngajum"), // 11.3 of 20.5 ha
      bojonegoro: use('Lahan tadah hujan Bojonegoro'),
    }).toEqual({
      gatotSubroto: 'digunakan-sebagian',
      kantor: 'digunakan',
      kebunLada: 'belum-terbukti',
      langkat: 'dimanfaatkan-pihak-lain',
      malang: 'digunakan-sebagian',
      bojonegoro: 'kosong-dengan-rencana',
    })
    const idOf = (name: string) =>
      (listed as unknown as { id: string; properties: { name: string } }[]).find(
        ({ properties }) => properties.name === name,
      )!.id
    const batang = `/api/parcels/${idOf('Tanah Lapas Batang, dahulu pinjam pakai')}/case`
    expect(await (await as('kpb.batang')(batang)).json()).toMatchObject({
      case: { state: 'klarifikasi', areaM2: 4400 },
    })
    const reports = `/api/parcels/${idOf('Lahan SAE Jalan Gatot Subroto')}/reports`
    expect(await (await as('petugas.binjai')(reports)).json()).toMatchObject({
      reports: [{ grade: 'posisi', provedOn: '2026-10-29' }],
    })

    const kolonodale = listed.find(({ properties }) => properties.uptName!.includes('Kolonodale'))!
    const { id } = kolonodale as unknown as { id: string }
    const { properties } = (await (await pusat(`/api/parcels/${id}`)).json()) as {
      properties: { areas: Record<string, unknown>[] }
    }
    expect(properties.areas).toContainEqual(
      expect.objectContaining({ source: 'SERTIPIKAT', m2: 41_197, differenceM2: -8_803 }),
    )
  },
)

test('the fixture is a draft that can be submitted as it is', async ({ as }) => {
  const send = (account: string, path: string, body: unknown, etag?: string) =>
    as(account)(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/geo+json', ...(etag && { 'If-Match': etag }) },
      body: JSON.stringify(body),
    })
  const draft = await send('petugas.binjai', '/api/parcels', fixture)
  expect(draft.status).toBe(201)
  const path = draft.headers.get('Location')!
  const submission = { headers: { 'If-Match': draft.headers.get('ETag')! }, method: 'POST' }
  const submitted = await as('kpb.binjai')(`${path}/submission`, submission)
  expect(submitted.status).toBe(200)
  expect(await submitted.json()).toMatchObject({ properties: { state: 'diajukan' } })
})
