import geographiclib from 'geographiclib-geodesic'
import { describe, expect } from 'vitest'
import type { Polygon } from '../../functions/domain/boundary.ts'
import { numbered, squareAt } from '../fixtures/parcels.ts'
import { type Send, test } from '../stack.ts'
import { recount } from './recount.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/** Area of a ring in m² by GeographicLib. */
function areaByGeographicLib({ coordinates: [ring] }: Polygon): number {
  const line = geographiclib.Geodesic.WGS84.Polygon(false)
  for (const [lng, lat] of ring!.slice(0, -1)) line.AddPoint(lat, lng)
  return line.Compute(false, true).area ?? NaN
}

const WEST = 98.4
const SOUTH = 3.6
const SIDE = 0.001 // degrees, some 111 m

/** A parcel of Binjai whose square begins so many sides east of the first. */
const beside = (serial: number, sides: number) => ({
  ...numbered(serial),
  geometry: squareAt(WEST + sides * SIDE, SOUTH),
})
/** The same of Batang, which is another unit and Kanwil. */
const ofBatang = (serial: number, sides: number) => {
  const feature = beside(serial, sides)
  const properties = { ...feature.properties, upt: 'lapas-kelas-iib-batang' }
  return { ...feature, properties }
}

const REASON = { kind: 'sengketa', text: 'Perkara 12/Pdt.G/2025/PN Bnj belum putus.' }

const submit = (kpb: Send, made: Answer, body = {}) => step(kpb, made, 'submission', body)
const read = (by: Send, id: string) => ask(by, 'GET', `/parcels/${id}`)

describe('land of another parcel', () => {
  test('is refused with its area, its share, its outline and its holder, and nothing is lost', async ({
    as,
    deps,
  }) => {
    const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
    const first = await submit(kpb, await draft(petugas, beside(1, 0)))
    expect(first.status).toBe(200)
    const made = await draft(petugas, beside(2, 0.75))

    const advice = await ask(petugas, 'GET', `/parcels/${made.body.id}/overlaps`)
    const refused = await submit(kpb, made)
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/overlaps-parcel' } })
    const common = areaByGeographicLib({
      type: 'Polygon',
      coordinates: [
        [
          [WEST + 0.75 * SIDE, SOUTH],
          [WEST + SIDE, SOUTH],
          [WEST + SIDE, SOUTH + SIDE],
          [WEST + 0.75 * SIDE, SOUTH + SIDE],
          [WEST + 0.75 * SIDE, SOUTH],
        ],
      ],
    })
    for (const { overlaps, hidden } of [advice.body, refused.body]) {
      expect(hidden).toEqual({ count: 0, areaM2: 0 })
      expect(overlaps).toHaveLength(1)
      const [{ parcel, areaM2, percent, percentOfTheirs, outline }] = overlaps
      expect(parcel).toEqual({
        id: first.body.id,
        name: 'Lahan uji Tunggurono',
        upt: 'lapas-kelas-iia-binjai',
        uptName: 'Lapas Kelas IIA Binjai',
        state: 'diajukan',
      })
      expect(Math.abs(areaM2 - common)).toBeLessThan(0.02)
      expect([percent, percentOfTheirs]).toEqual([25, 25])
      expect(outline.type).toMatch(/Polygon/)
    }
    expect(refused.body.errors).toMatchObject([{ pointer: '#/geometry', rule: 'E10' }])
    expect(refused.body.errors[0].detail).toContain('Lahan uji Tunggurono (Lapas Kelas IIA Binjai)')
    expect((await read(petugas, made.body.id)).etag).toBe(made.etag)
    expect(await recount(deps)).toEqual([])
  })

  test.for([
    { what: 'a common border', sides: 1 },
    { what: 'a sliver of 0.4 m², as neighbours rounded to 7 decimals have', sides: 1 - 3.5e-5 },
  ])('$what is no overlap', async ({ sides }, { as }) => {
    const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
    await submit(kpb, await draft(petugas, beside(1, 0)))
    expect((await submit(kpb, await draft(petugas, beside(2, sides)))).status).toBe(200)
  })

  test('two who submit it at the same second: one is first, the other is told', async ({
    as,
    deps,
  }) => {
    const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
    const [rival, head] = [as('petugas.batang'), as('kpb.batang')]
    const [mine, theirs] = [await draft(petugas, beside(1, 0)), await draft(rival, ofBatang(2, 0))]
    const answers = await Promise.all([submit(kpb, mine), submit(head, theirs)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = answers.find(({ status }) => status === 409)!
    expect(body.type).toBe('/problems/overlaps-parcel')
    expect(await recount(deps)).toEqual([])
  })

  test('of a returned parcel of another unit is told without saying whose it is', async ({
    as,
  }) => {
    const first = await submit(as('kpb.binjai'), await draft(as('petugas.binjai'), beside(1, 0)))
    await step(as('kanwil.sumut'), first, 'return', { reason: 'Periksa batasnya' })
    const made = await draft(as('petugas.batang'), ofBatang(2, 0.5))
    const { status, body } = await submit(as('kpb.batang'), made)
    expect(status).toBe(409)
    expect(body).toMatchObject({ overlaps: [], hidden: { count: 1 } })
    expect(JSON.stringify(body)).not.toContain('Tunggurono')
    expect(JSON.stringify(body)).not.toContain(first.body.id)
  })

  test('that a returned parcel gives up in a change stays taken until it is submitted again', async ({
    as,
  }) => {
    const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
    const first = await submit(kpb, await draft(petugas, beside(1, 0)))
    const back = await step(as('kanwil.sumut'), first, 'return', { reason: 'Batas keliru' })
    const change = { geometry: beside(1, 5).geometry }
    const match = { 'If-Match': back.etag }
    const moved = await ask(petugas, 'PATCH', `/parcels/${first.body.id}`, change, match)
    const rival = await draft(petugas, beside(2, 0))
    expect((await submit(kpb, rival)).status).toBe(409)
    expect((await submit(kpb, moved)).status).toBe(200)
    expect((await submit(kpb, rival)).status).toBe(200)
  })
})

describe('land that is claimed twice', () => {
  /** A newcomer of Batang on a quarter of a parcel of Binjai. */
  async function pair(as: (account: string) => Send) {
    const holder = await submit(as('kpb.binjai'), await draft(as('petugas.binjai'), beside(1, 0)))
    const made = await draft(as('petugas.batang'), ofBatang(2, 0.75))
    const newcomer = await submit(as('kpb.batang'), made, { overlapReason: REASON })
    return { holder, newcomer }
  }
  const decide = (by: Send, seen: Answer, other: string, outcome: string) =>
    step(by, seen, `overlaps/${other}/decision`, { outcome, reason: 'Surat 3/2026' })

  test('is a pair: the newcomer waits for headquarters, the other stays as it is and is told', async ({
    as,
    deps,
  }) => {
    const { holder, newcomer } = await pair(as)
    expect(newcomer.status).toBe(200)
    expect(newcomer.body.properties.overlaps).toMatchObject([
      { isNewcomer: true, ...REASON, percent: 25, parcel: { id: holder.body.id } },
    ])
    const seen = await read(as('kpb.binjai'), holder.body.id)
    expect(seen.etag).toBe(holder.etag)
    expect(seen.body.properties.state).toBe('diajukan')
    expect(seen.body.properties.overlaps).toMatchObject([
      { isNewcomer: false, ...REASON, parcel: { id: newcomer.body.id } },
    ])
    for (const { body } of [seen, newcomer])
      expect(body.properties.findings).toContainEqual(expect.objectContaining({ rule: 'E10' }))
    expect((await read(as('kpb.batang'), holder.body.id)).body.properties.overlaps).toBeUndefined()

    const waiting = () => ask(as('pusat'), 'GET', '/parcels?state=diajukan&waitsFor=pusat')
    const { body: listed } = await waiting()
    expect(listed.features.map(({ id }: { id: string }) => id)).toEqual([newcomer.body.id])

    const early = await step(as('kanwil.jateng'), newcomer, 'verification')
    expect(early).toMatchObject({ status: 409, body: { type: '/problems/overlap-undecided' } })
    const decided = await decide(as('pusat'), newcomer, holder.body.id, 'dicatat')
    expect(decided.body.properties.overlaps[0].decision).toMatchObject({ outcome: 'dicatat' })
    expect((await waiting()).body.features).toEqual([])
    const verified = await step(as('kanwil.jateng'), decided, 'verification')
    expect(verified.body.properties.state).toBe('terverifikasi-dengan-catatan')
    const [told] = (await read(as('kpb.binjai'), holder.body.id)).body.properties.overlaps
    expect(told.decision).toMatchObject({ outcome: 'dicatat', reason: 'Surat 3/2026' })
    const { body } = await ask(as('auditor'), 'GET', `/parcels/${newcomer.body.id}/events`)
    const actions = body.events.map(({ action }: { action: string }) => action)
    expect(actions).toEqual(['drafted', 'submitted', 'overlap-decided', 'verified'])
    expect(await recount(deps)).toEqual([])
  })

  test('and told to give way is not verified', async ({ as }) => {
    const { holder, newcomer } = await pair(as)
    const decided = await decide(as('pusat'), newcomer, holder.body.id, 'ditolak')
    const { status } = await step(as('kanwil.jateng'), decided, 'verification')
    expect(status).toBe(409)
  })

  test('ends when either leaves the land', async ({ as, deps }) => {
    const { holder, newcomer } = await pair(as)
    const back = await step(as('kanwil.jateng'), newcomer, 'return', { reason: 'Perbaiki batas' })
    const change = { geometry: ofBatang(2, 3).geometry }
    const match = { 'If-Match': back.etag }
    const path = `/parcels/${newcomer.body.id}`
    const moved = await ask(as('petugas.batang'), 'PATCH', path, change, match)
    const again = await submit(as('kpb.batang'), moved)
    expect(again.status).toBe(200)
    expect(again.body.properties.overlaps).toBeUndefined()
    const seen = await read(as('kpb.binjai'), holder.body.id)
    expect(seen.body.properties.overlaps).toBeUndefined()
    expect((await step(as('kanwil.jateng'), again, 'verification')).status).toBe(200)
    expect(await recount(deps)).toEqual([])
  })

  test('keeps its reason and its decision through a return and a new submission', async ({
    as,
  }) => {
    const { holder, newcomer } = await pair(as)
    const decided = await decide(as('pusat'), newcomer, holder.body.id, 'dicatat')
    const back = await step(as('kanwil.jateng'), decided, 'return', { reason: 'Lengkapi alamat' })
    const again = await submit(as('kpb.batang'), back)
    expect(again.body.properties.overlaps).toMatchObject([
      { ...REASON, decision: { outcome: 'dicatat' } },
    ])
    expect((await step(as('kanwil.jateng'), again, 'verification')).status).toBe(200)
  })

  test('waits for headquarters again when the newcomer takes more of it', async ({ as }) => {
    const { holder, newcomer } = await pair(as)
    const decided = await decide(as('pusat'), newcomer, holder.body.id, 'dicatat')
    const back = await step(as('kanwil.jateng'), decided, 'return', { reason: 'Periksa batasnya' })
    const change = { geometry: ofBatang(2, 0).geometry }
    const match = { 'If-Match': back.etag }
    const path = `/parcels/${newcomer.body.id}`
    const moved = await ask(as('petugas.batang'), 'PATCH', path, change, match)
    expect((await submit(as('kpb.batang'), moved)).status).toBe(409)
    const again = await submit(as('kpb.batang'), moved, { overlapReason: REASON })
    expect(again.body.properties.overlaps).toMatchObject([{ ...REASON, percent: 100 }])
    expect(again.body.properties.overlaps[0].decision).toBeUndefined()
    expect((await step(as('kanwil.jateng'), again, 'verification')).status).toBe(409)
    const anew = await decide(as('pusat'), again, holder.body.id, 'dicatat')
    expect((await step(as('kanwil.jateng'), anew, 'verification')).status).toBe(200)
  })
})
