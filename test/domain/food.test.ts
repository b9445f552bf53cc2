import { expect, test } from 'vitest'
import { addUp, bamaPercentOf, foodSums, talliesOf } from '../../functions/domain/food.ts'
import type { Report } from '../../functions/domain/report.ts'

const block = '018f4f5e-0000-7000-8000-000000000110'
const report = (of: Partial<Report>): Report => ({
  id: '018f4f5e-0000-7000-8000-000000000301',
  period: { from: '2026-06-01', until: '2026-06-30' },
  entries: [],
  photos: [],
  by: 'a',
  at: '2026-06-30T03:00:00.000Z',
  grade: 'posisi',
  provedOn: '2026-06-30',
  ...of,
})
const maize = {
  block,
  commodity: 'jagung',
  plantedM2: 20_000,
  plantedOn: '2026-02-27',
  harvestedM2: 20_000,
  harvestedOn: '2026-06-10',
  harvest: { amount: 812.5, unit: 'kg' as const },
  went: { kitchen: 40, vendor: 12.5, sold: 760 },
  soldIdr: 3_040_000,
}

test('planting counts in its month, the harvest in its own, the report in that of its period', () => {
  expect(talliesOf(report({ entries: [maize] }))).toEqual([
    { month: '2026-06', commodity: '', sums: { reports: 1 } },
    { month: '2026-02', commodity: 'jagung', sums: { planted: 20_000_000 } },
    {
      month: '2026-06',
      commodity: 'jagung',
      sums: {
        harvested: 20_000_000,
        soldIdr: 3_040_000,
        'harvest:kg': 812_500,
        'kitchen:kg': 40_000,
        'vendor:kg': 12_500,
        'sold:kg': 760_000,
      },
    },
  ])
})

test('a report that was withdrawn counts for nothing, one without figures as a report', () => {
  const withdrawn = { by: 'a', at: '2026-07-01T03:00:00.000Z', reason: 'Salah' }
  expect(talliesOf(report({ entries: [maize], withdrawn }))).toEqual([])
  expect(talliesOf(report({ entries: [{ block, same: true }] }))).toHaveLength(1)
})

test('sums of each unit of measure stay apart, and add up as decimals do', () => {
  const eggs = { block, commodity: 'telur-ayam', harvest: { amount: 30, unit: 'butir' as const } }
  const tenth = { block, harvest: { amount: 0.1, unit: 'kg' as const } }
  const tallies = [report({ entries: [eggs, tenth] }), report({ entries: [tenth] }), report({ entries: [tenth] })].flatMap(talliesOf) // prettier-ignore
  const { harvests } = foodSums(tallies.map(({ sums }) => sums))
  expect(harvests.map(({ unit, harvest }) => [unit, harvest])).toEqual([
    ['kg', 0.3],
    ['butir', 30],
  ])
  const one = foodSums(talliesOf(report({ entries: [maize] })).map(({ sums }) => sums))
  expect(addUp([one, one])).toMatchObject({ plantedM2: 40_000, soldIdr: 6_080_000, harvests: [{ harvest: 1625 }] }) // prettier-ignore
})

test('the share of the kitchen and of the vendors of its food: 52.5 of 812.5 kg are 6.5 %', () => {
  expect(bamaPercentOf({ harvest: 812.5, kitchen: 40, vendor: 12.5 })).toBeCloseTo(6.46, 2)
  expect(bamaPercentOf({ harvest: 0, kitchen: 0, vendor: 0 })).toBeNull()
})
