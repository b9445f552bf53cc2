import { expect } from 'vitest'
import { jpegOf } from '../fixtures/photos.ts'
import { type Send, test } from '../stack.ts'
import { ask } from './requests.ts'
import { addBlock, addPhoto, october, submittedParcel } from './using.ts'

/* What the rules say of reports and blocks, as readers get it. */

interface Found {
  rule: string
  severity: string
  pointer: string
  message: string
  cure: string
}

async function findingsOf(send: Send, path: string): Promise<Found[]> {
  const { body } = await ask(send, 'GET', path)
  return body.findings ?? body.properties.findings
}

const rulesAt = (findings: readonly Found[], pointer: string): string[] =>
  findings.filter((found) => found.pointer.startsWith(pointer)).map(({ rule }) => rule)

/** Rice of 103 days on half a hectare: at most 12 tonnes per hectare are plausible. */
const rice = (block: string, kg: number) => ({
  block,
  commodity: 'padi',
  plantedM2: 5000,
  plantedOn: '2026-07-01',
  harvestedM2: 5000,
  harvestedOn: '2026-10-12',
  harvest: { amount: kg, unit: 'kg' },
})

test('a sound harvest says nothing; one of a thousand times as much, and one without photo, do', async ({
  as,
  origin,
}) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const block = (await addBlock(petugas, id)).body.id
  const path = `/parcels/${id}/reports`
  const bytes = jpegOf({ at: '2026:10:20 10:00:00', lng: 98.4805, lat: 3.6005 })
  const photo = (await addPhoto(petugas, origin, id, bytes)).body.id
  const sound = october([block], { entries: [rice(block, 2500)], photos: [photo] })
  expect((await ask(petugas, 'POST', path, sound)).status).toBe(201)
  expect(rulesAt(await findingsOf(as('kanwil.sumut'), path), `#/reports/${sound.id}`)).toEqual([])

  const november = { period: { from: '2026-11-01', until: '2026-11-20' } }
  const much = october([block], { entries: [rice(block, 2_500_000)], ...november })
  expect((await ask(petugas, 'POST', path, much)).status).toBe(201)
  const findings = await findingsOf(as('kanwil.sumut'), path)
  expect(rulesAt(findings, `#/reports/${sound.id}`)).toEqual([])
  expect(rulesAt(findings, `#/reports/${much.id}/entries/0/harvest`)).toEqual(['G18', 'G22'])
  const { cure } = findings.find(({ rule }) => rule === 'G22')!
  expect(cure).toBe('Petugas BMN: kirim laporan dengan foto panen atau lahannya.')
  expect((await ask(as('petugas.batang'), 'GET', path)).status).toBe(403)
})

test('an older page tells of its own reports, a harvest knows its planting on the page before', async ({
  as,
}) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  const block = (await addBlock(petugas, id)).body.id
  const path = `/parcels/${id}/reports`
  const day = (n: number) => `2026-10-${String(n).padStart(2, '0')}`
  const on = (n: number, entry: object) =>
    ask(petugas, 'POST', path, {
      ...october([block]),
      period: { from: day(n), until: day(n) },
      entries: [{ block, commodity: 'padi', ...entry }],
    })
  const { body: planted } = await on(1, { plantedM2: 5000, plantedOn: '2026-07-01' })
  const { body: old } = await on(2, { harvest: { amount: 9, unit: 'ekor' } })
  // harvested and planted again: without the planting of July the harvest would come before it
  const { body: again } = await on(3, {
    harvestedOn: '2026-10-03',
    plantedOn: '2026-10-05',
    plantedM2: 5000,
  })
  for (let n = 4; n <= 27; n += 1) await on(n, {})
  const { body: newest } = await ask(petugas, 'GET', path)
  expect(newest.reports.at(-1).id).toBe(again.id)
  expect(rulesAt(newest.findings, `#/reports/${again.id}/entries`)).toEqual([])
  expect(rulesAt(newest.findings, `#/reports/${old.id}`)).toEqual([])
  const { body: before } = await ask(petugas, 'GET', `${path}?cursor=${encodeURIComponent(newest.next)}`) // prettier-ignore
  expect(before.reports.map(({ id: report }: { id: string }) => report)).toEqual([old.id, planted.id]) // prettier-ignore
  expect(rulesAt(before.findings, `#/reports/${old.id}/entries`)).toContain('G19')
  expect(before.findings.every(({ pointer }: Found) => pointer.split('/').length > 2)).toBe(true)
})

test('what the record alone tells of its use stands among the findings of the parcel', async ({
  as,
}) => {
  const petugas = as('petugas.binjai')
  const id = await submittedParcel(as)
  await addBlock(petugas, id, { areaM2: 8000 })
  expect(rulesAt(await findingsOf(petugas, `/parcels/${id}`), '#')).toContain('G01') // 8,000 of 12,310 m²
  const other = (await addBlock(petugas, id, { areaM2: 8000, kind: 'dipakai-pihak-lain' })).body.id
  const findings = await findingsOf(as('kanwil.sumut'), `/parcels/${id}`)
  expect(findings.find(({ rule }) => rule === 'D07')).toMatchObject({
    severity: 'E',
    pointer: '#/use/blocks',
    message: 'Blok pemanfaatan berjumlah 16.000 m², lebih dari luas bidang 12.310 m².',
  })
  expect(rulesAt(findings, `#/use/blocks/${other}`)).toContain('B19')
})
