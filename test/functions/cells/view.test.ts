import { describe, expect } from 'vitest'
import { binjai, numbered, squareAt } from '../../fixtures/parcels.ts'
import { type Send, test } from '../../stack.ts'
import { type Answer, ask, draft, step } from '../requests.ts'

/** A parcel of its own number at a place, ready to be submitted. */
const at = (serial: number, lng: number, lat: number, side = 0.001) => ({
  ...numbered(serial),
  geometry: squareAt(lng, lat, side),
})

async function submit(as: (account: string) => Send, feature: unknown): Promise<Answer> {
  const made = await draft(as('petugas.binjai'), feature)
  const done = await step(as('kpb.binjai'), made, 'submission')
  expect([done.status, done.body.detail]).toEqual([200, undefined])
  return done
}

/** Ids of a view, page by page. */
async function idsOf(send: Send, query: string): Promise<string[]> {
  const ids: string[] = []
  let path: string | undefined = `/parcels?${query}`
  for (let pages = 0; path && pages < 100; pages += 1) {
    const { status, body }: Answer = await ask(send, 'GET', path)
    expect(status).toBe(200)
    ids.push(...body.features.map(({ id }: { id: string }) => id))
    path = body.next?.slice('/api'.length)
  }
  expect(path).toBeUndefined()
  return ids
}

describe('a view', { timeout: 120_000 }, () => {
  test('holds the parcels whose boxes meet it, each once, on one page or on many', async ({
    as,
  }) => {
    // more than one page holds
    const grid: { id: string; lng: number; lat: number }[] = []
    for (let i = 0; i < 72; i += 1) {
      const [lng, lat] = [98.4 + (i % 9) / 50, 3.5 + Math.floor(i / 9) / 50]
      const { body } = await submit(as, at(i, lng, lat, 0.015))
      grid.push({ id: body.id, lng, lat })
    }
    const reader = as('petugas.batang')
    const views = [
      [98.45, 3.55, 98.5, 3.6],
      [98.39, 3.49, 98.41, 3.7],
      [98.4301, 3.5201, 98.4302, 3.5202],
      [98.416, 3.516, 98.419, 3.519], // between them
      [95, -11, 141, 6],
      [98, 3, 99, 4],
    ] as const
    for (const [west, south, east, north] of views) {
      const expected = grid
        .filter(
          ({ lng, lat }) =>
            lng <= east && west <= lng + 0.015 && lat <= north && south <= lat + 0.015,
        )
        .map(({ id }) => id)
        .sort()
      for (const limit of [1000, 17, 5]) {
        const query = `bbox=${west},${south},${east},${north}&limit=${limit}`
        const ids = await idsOf(reader, query)
        expect([query, [...ids].sort()]).toEqual([query, expected])
      }
    }
  })

  test('gives what the list gives, and whole boundaries where they are asked for', async ({
    as,
  }) => {
    const round = {
      type: 'Polygon',
      coordinates: [
        Array.from({ length: 101 }, (_, i) => {
          const angle = ((i % 100) / 50) * Math.PI
          return [98.48 + 0.0005 * Math.cos(angle), 3.6 + 0.0005 * Math.sin(angle)]
        }),
      ],
    }
    const { body } = await submit(as, { ...binjai, geometry: round })
    const reader = as('petugas.batang')
    const [listed] = (await ask(reader, 'GET', '/parcels')).body.features
    const { search: _, ...properties } = listed.properties
    const view = '/parcels?bbox=98.4,3.5,98.5,3.7'
    const seen = await ask(reader, 'GET', view)
    expect(seen.body.features).toEqual([{ ...listed, properties }])
    expect(properties.exact).toBe(false)
    const exact = await ask(reader, 'GET', `${view}&geometry=exact`)
    expect(exact.body.features[0].geometry).toEqual(round)
    expect(exact.body.features[0].properties).toEqual({ ...properties, exact: true })
    expect((await ask(reader, 'GET', `${view}&upt=rutan-kelas-iib-batang`)).body.features).toEqual(
      [],
    )
    expect((await ask(reader, 'GET', `${view}&q=tunggurono`)).body.features).toHaveLength(1)
    expect((await ask(reader, 'GET', `${view}&q=lain`)).body.features).toEqual([])
    expect((await ask(reader, 'GET', `${view}&state=terverifikasi`)).body.features).toEqual([])
    expect(body.id).toBe(listed.id)
  })

  test('follows a parcel: no draft, a return for insiders alone, the place last submitted', async ({
    as,
  }) => {
    const [petugas, kpb, kanwil, other] = [
      as('petugas.binjai'),
      as('kpb.binjai'),
      as('kanwil.sumut'),
      as('petugas.batang'),
    ]
    const [here, there] = ['bbox=98.47,3.59,98.49,3.61', 'bbox=98.57,3.59,98.59,3.61']
    const count = async (send: Send, query: string) => (await idsOf(send, query)).length
    const made = await draft(petugas, binjai)
    expect(await count(petugas, here)).toBe(0)
    const sent = await step(kpb, made, 'submission')
    expect([await count(petugas, here), await count(other, here)]).toEqual([1, 1])
    const back = await step(kanwil, sent, 'return', { reason: 'Batas keliru' })
    expect([await count(petugas, here), await count(other, here)]).toEqual([1, 0])
    const path = `/parcels/${made.body.id}`
    const patch = { geometry: squareAt(98.58, 3.6), properties: { name: 'Lahan pindah' } }
    const moved = await ask(petugas, 'PATCH', path, patch, { 'If-Match': back.etag })
    expect([await count(petugas, here), await count(petugas, there)]).toEqual([1, 0])
    const { body } = await ask(petugas, 'GET', `/parcels?${here}&geometry=exact`)
    expect(body.features[0].geometry).toEqual(binjai.geometry)
    expect(body.features[0].properties.name).toBe('Lahan pindah')
    const again = await step(kpb, moved, 'submission')
    expect([await count(other, here), await count(other, there)]).toEqual([0, 1])
    const done = await step(kanwil, again, 'verification')
    const seen = await ask(other, 'GET', `/parcels?${there}`)
    expect(seen.body.features[0].properties).toMatchObject({
      state: done.body.properties.state,
      version: done.body.properties.version,
      updatedAt: done.body.properties.updatedAt,
    })
  })

  test.for([
    '98.4,3.5,98.6',
    '98.4,3.5,98.6,3.7,9',
    'a,b,c,d',
    '98.6,3.5,98.4,3.7', // east of its end: no view crosses the antimeridian
    '98.4,3.7,98.6,3.5',
    '98.4,-95,98.6,3.5',
    '1e5,3.5,98.6,3.7',
    '',
  ])('that cannot be read is refused: %s', async (bbox, { as }) => {
    const { status, body } = await ask(as('auditor'), 'GET', `/parcels?bbox=${bbox}`)
    expect([status, body.type]).toEqual([400, '/problems/malformed-query'])
    expect(body.errors[0].pointer).toBe('#/bbox')
  })

  test('a cursor of another list is refused', async ({ as }) => {
    const path = '/parcels?bbox=98.4,3.5,98.6,3.7&cursor=abcd'
    const { status, body } = await ask(as('auditor'), 'GET', path)
    expect([status, body.type]).toEqual([400, '/problems/malformed-query'])
  })
})
