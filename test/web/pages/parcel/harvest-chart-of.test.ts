import { expect, test } from 'vitest'
import type { Report, ReportEntry } from '../../../../functions/domain/report.ts'
import { harvestsIn } from '../../../../web/pages/parcel/harvest-chart-of.ts'

const report = (until: string, entries: Partial<ReportEntry>[], more: Partial<Report> = {}) =>
  ({
    id: until,
    period: { from: until, until },
    entries: entries.map((entry) => ({ block: 'a', ...entry })),
    photos: [],
    by: 'x',
    at: `${until}T00:00:00.000Z`,
    grade: 'posisi',
    provedOn: until,
    ...more,
  }) as Report

const maize = (amount: number, harvestedOn?: string) => ({
  commodity: 'jagung',
  harvest: { amount, unit: 'kg' as const },
  ...(harvestedOn && { harvestedOn }),
})

test('harvests of a month add up, months without one stand between, withdrawn reports do not count', () => {
  const eggs = { commodity: 'telur-ayam', harvest: { amount: 300, unit: 'butir' as const } }
  const withdrawn = { by: 'x', at: '2026-12-30T00:00:00.000Z', reason: 'Salah blok' }
  const series = harvestsIn([
    report('2027-02-28', [maize(120, '2027-02-10')]),
    report('2026-12-31', [maize(1000, '2026-12-02'), maize(500, '2026-12-20'), eggs]),
    report('2027-01-31', [{ same: true }]),
    report('2027-01-31', [maize(9999)], { withdrawn }),
  ])
  expect(series).toEqual([
    {
      commodity: 'jagung',
      unit: 'kg',
      months: [
        { month: '2026-12', amount: 1500 },
        { month: '2027-01', amount: 0 },
        { month: '2027-02', amount: 120 },
      ],
    },
    { commodity: 'telur-ayam', unit: 'butir', months: [{ month: '2026-12', amount: 300 }] },
  ])
})

test('a harvest of nothing is a harvest', () => {
  expect(harvestsIn([report('2026-12-31', [maize(0)])])[0]?.months).toEqual([
    { month: '2026-12', amount: 0 },
  ])
})
