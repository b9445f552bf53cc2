import { describe, expect, test } from 'vitest'
import type { Report } from '../../../../functions/domain/report.ts'
import type { Block } from '../../../../functions/domain/use.ts'
import {
  periodAfter,
  restOf,
  startOf,
  tellsAll,
  toReport,
} from '../../../../web/pages/report/form.ts'
import { type DraftEntry, emptyEntry, type ReportDraft } from '../../../../web/reports/draft.ts'
import type { Commodity } from '../../../../web/use-api.ts'

const FIELD = '01890000-0000-7000-8000-000000000001'
const OFFICE = '01890000-0000-7000-8000-000000000002'
const ID = '01890000-0000-7000-8000-0000000000aa'
const blocks: Block[] = [
  { id: FIELD, name: 'Kebun', kind: 'tanaman-pangan', areaM2: 20_000, from: '2026-01-01' },
  { id: OFFICE, name: 'Kantor', kind: 'bangunan-upt', areaM2: 500, from: '2020-01-01' },
]
const commodities: Commodity[] = [
  { id: 'jagung', name: { id: 'Jagung', en: 'Maize' }, group: 'tanaman-pangan', unit: 'kg' },
  { id: 'telur', name: { id: 'Telur', en: 'Eggs' }, group: 'peternakan', unit: 'butir' },
]
const about = { blocks, commodities, today: '2026-06-12', language: 'id' as const }

const draft = (
  entries: Record<string, DraftEntry>,
  more: Partial<ReportDraft> = {},
): ReportDraft => ({
  key: ID,
  account: 'm',
  parcel: 'p',
  parcelName: 'Lahan',
  from: '2026-06-01',
  until: '2026-06-12',
  entries,
  photos: [],
  isStated: true,
  statement: '',
  startedAt: '2026-06-12T02:00:00.000Z',
  changedAt: '2026-06-12T02:03:00.000Z',
  ...more,
})
const changed = (entry: Partial<DraftEntry>): DraftEntry => ({ ...emptyEntry('changed'), ...entry })

/** Ids of the fields at which something stands in the way. */
const faultsOf = (written: ReportDraft): string[] =>
  toReport(written, about).faults.map(({ id }) => id)

test('a harvest becomes figures in the unit of its commodity', () => {
  // Banyuwangi: 2 ha planted on 27 February, harvested on 10 June (103 days).
  const { report } = toReport(
    draft({
      [FIELD]: changed({
        commodity: 'jagung',
        plantedArea: '2 ha',
        plantedOn: '2026-02-27',
        harvestedArea: '20.000',
        harvestedOn: '2026-06-10',
        amount: '1.250,5',
        kitchen: '250,5',
        sold: '1.000',
        soldIdr: '4,5 jt',
        ntpn: '1a2b 3c4d 5e6f 7g8h',
        wbp: '5',
        tpp: 'W9-1/2026',
      }),
      [OFFICE]: emptyEntry('same'),
    }),
    about,
  )
  expect(report?.entries).toEqual([
    {
      block: FIELD,
      commodity: 'jagung',
      plantedM2: 20_000,
      plantedOn: '2026-02-27',
      harvestedM2: 20_000,
      harvestedOn: '2026-06-10',
      harvest: { amount: 1250.5, unit: 'kg' },
      went: { kitchen: 250.5, sold: 1000 },
      soldIdr: 4_500_000,
      ntpn: '1A2B3C4D5E6F7G8H',
      wbp: 5,
      tpp: 'W9-1/2026',
    },
    { block: OFFICE, same: true },
  ])
  expect(report).toMatchObject({ id: ID, period: { from: '2026-06-01', until: '2026-06-12' } })
})

test('a harvest of nothing is a valid report', () => {
  const { report } = toReport(
    draft({ [FIELD]: changed({ commodity: 'telur', amount: '0' }) }),
    about,
  )
  expect(report?.entries[0]).toMatchObject({ harvest: { amount: 0, unit: 'butir' } })
})

describe('what stands in the way is named at its field:', () => {
  const at = (name: string) => `b-${FIELD}-${name}`
  test.for<{ name: string; written: ReportDraft; ids: string[] }>([
    { name: 'no block', written: draft({}), ids: [`told-${FIELD}`] },
    {
      name: 'a block about which nothing is told',
      written: draft({ [FIELD]: changed({}) }),
      ids: [at('commodity')],
    },
    {
      name: 'a harvest of nobody knows what',
      written: draft({ [FIELD]: changed({ amount: '3' }) }),
      ids: [at('commodity')],
    },
    {
      name: 'a harvest before its planting',
      written: draft({
        [FIELD]: changed({
          commodity: 'jagung',
          plantedOn: '2026-06-10',
          harvestedOn: '2026-02-27',
        }),
      }),
      ids: [at('harvestedOn')],
    },
    {
      name: 'days to come',
      written: draft({ [OFFICE]: emptyEntry('same') }, { until: '2026-06-13' }),
      ids: ['until'],
    },
    {
      name: 'a period that ends before it begins',
      written: draft({ [OFFICE]: emptyEntry('same') }, { from: '2026-06-12', until: '2026-06-01' }),
      ids: ['from'],
    },
    {
      name: 'no photo that tells, and no word',
      written: draft({ [OFFICE]: emptyEntry('same') }, { isStated: false }),
      ids: ['stated'],
    },
    {
      name: 'an NTPN of 15 signs, and half an inmate',
      written: draft({
        [FIELD]: changed({ commodity: 'jagung', ntpn: '123456789012345', wbp: '1,5' }),
      }),
      ids: [at('ntpn'), at('wbp')],
    },
    {
      name: 'the number of a person',
      written: draft({ [FIELD]: changed({ obstacles: 'Dikerjakan 1234567890123456' }) }),
      ids: [at('obstacles')],
    },
  ])('$name', ({ written, ids }) => {
    expect(faultsOf(written)).toEqual(ids)
  })
})

test('a photo with time and place needs no statement, one from the gallery does', () => {
  const photo = { key: 'f', name: 'f.jpg', contentType: 'image/jpeg' as const, file: new Blob(), announceKey: 'a' } // prettier-ignore
  const fix = { lng: 98.48, lat: 3.6, accuracyM: 6 }
  const taken = { at: '2026-06-12T02:00:00.000Z', fix }
  expect(tellsAll(draft({}, { photos: [{ ...photo, taken }] }))).toBe(true)
  expect(tellsAll(draft({}, { photos: [photo] }))).toBe(false)
  expect(tellsAll(draft({}, { photos: [{ ...photo, taken: { at: taken.at } }] }))).toBe(false)
  const may = { at: '2026-05-31T02:00:00.000Z', fix } // the day before the period
  expect(tellsAll(draft({}, { photos: [{ ...photo, taken: may }] }))).toBe(false)
  const refused = draft({ [OFFICE]: emptyEntry('same') }, { photos: [{ ...photo, taken }], isStated: false }) // prettier-ignore
  expect(faultsOf(refused)).toEqual([])
  expect(faultsOf({ ...refused, isWordAsked: true })).toEqual(['stated'])
  const rough = { at: taken.at, fix: { ...fix, accuracyM: 3000 } } // a cell of the network, no place
  expect(tellsAll(draft({}, { photos: [{ ...photo, taken: rough }] }))).toBe(false)
})

const last = (entry: Partial<Report['entries'][number]>): Report => ({
  id: ID,
  period: { from: '2026-05-01', until: '2026-05-31' },
  entries: [{ block: FIELD, ...entry }],
  photos: [],
  by: 'm',
  at: '2026-05-31T03:00:00.000Z',
  grade: 'pernyataan',
  provedOn: '2026-05-31',
})

test('the last report is the start: the crop that stands, never a figure of a harvest', () => {
  const planted = {
    commodity: 'jagung',
    plantedM2: 1500.5,
    plantedOn: '2026-05-02',
    wbp: 5,
    tpp: 'W9',
  }
  expect(startOf(FIELD, [last({ same: true }), last(planted)], 'changed')).toEqual(
    changed({
      commodity: 'jagung',
      plantedArea: '1500,5',
      plantedOn: '2026-05-02',
      wbp: '5',
      tpp: 'W9',
    }),
  )
  const cut = { ...planted, harvestedOn: '2026-05-30', harvest: { amount: 9, unit: 'kg' as const } }
  expect(startOf(FIELD, [last(cut)], 'changed')).toEqual(
    changed({ commodity: 'jagung', wbp: '5', tpp: 'W9' }),
  )
})

test('the period goes on where the last report ended', () => {
  expect(periodAfter(last({}), '2026-06-12')).toEqual({ from: '2026-06-01', until: '2026-06-12' })
  expect(periodAfter(undefined, '2026-06-12')).toEqual({ from: '2026-06-01', until: '2026-06-12' })
  expect(periodAfter(last({}), '2026-05-31')).toEqual({ from: '2026-05-31', until: '2026-05-31' })
})

test('what of a harvest is not accounted for is shown', () => {
  const entry = { amount: '1.000', kitchen: '50,5', vendor: '', sold: '900', stock: '' }
  expect(restOf(changed(entry), 'id')).toBe(49.5)
  expect(restOf(changed({ ...entry, stock: '100' }), 'id')).toBe(-50.5)
  expect(restOf(changed({ amount: '5' }), 'id')).toBeUndefined()
})
