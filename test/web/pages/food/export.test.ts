import { expect, test } from 'vitest'
import { openZip } from '../../../../functions/boundaries/zip.ts'
import { setLanguage } from '../../../../web/messages/phrase.ts'
import { csvOf, rowsOf, xlsxOf } from '../../../../web/pages/food/export.ts'
import type { Food } from '../../../../web/pages/food/food.ts'
import { seriesOf } from '../../../../web/pages/food/series.ts'

const kg = (harvest: number) => ({ unit: 'kg' as const, harvest, kitchen: 40, vendor: 12.5, sold: 0, stock: 0 }) // prettier-ignore
const food: Food = {
  from: '2025-11',
  until: '2026-02',
  policy: { value: 5, source: 'x', status: 'internal' },
  reach: 2,
  units: [{ upt: 'a', name: '=HYPERLINK("http://x")', kanwil: 'k', reports: 2 }],
  rows: [
    {
      upt: 'a', commodity: 'jagung', plantedM2: 20_000, harvestedM2: 0, soldIdr: 0,
      harvests: [kg(812.5), { ...kg(0), unit: 'ekor', kitchen: 0, vendor: 0 }],
    }, // prettier-ignore
  ],
  months: [
    { month: '2025-12', commodity: 'jagung', plantedM2: 0, harvestedM2: 0, soldIdr: 0, harvests: [kg(812.5)] }, // prettier-ignore
    { month: '2026-02', commodity: 'padi', plantedM2: 0, harvestedM2: 0, soldIdr: 0, harvests: [kg(1000)] }, // prettier-ignore
  ],
}
const names = { kanwil: () => '+62', commodity: (id: string) => id }

test('CSV in Indonesian has semicolons and decimal commas; no text is a formula', () => {
  const [, first = ''] = csvOf(rowsOf(food, names)).split('\r\n')
  expect(first).toBe(
    '\'+62;"\'=HYPERLINK(""http://x"")";jagung;20000;0;kg;812,5;40;12,5;0;0;6,46;0',
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('%j does not begin a cell', (text) => {
  expect(csvOf([[text]]).replace(/^\uFEFF"?/, '')).toMatch(/^'/)
})

test('CSV in English has commas and points', () => {
  setLanguage('en')
  expect(csvOf([['a,b', 812.5, null]])).toBe('\uFEFF"a,b",812.5,\r\n')
  setLanguage('id')
})

test('a workbook opens, numbers are numbers, and what looks like a formula is a text', async () => {
  const file = await xlsxOf(rowsOf(food, names), 'Ketahanan pangan')
  const parts = openZip(new Uint8Array(await file.arrayBuffer()))
  const text = (name: RegExp) =>
    new TextDecoder().decode(parts.find((part) => name.test(part.name))!.read())
  const sheet = text(/sheet1\.xml$/)
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain('<v>812.5</v>')
  expect(text(/sharedStrings\.xml$/) + sheet).toContain('=HYPERLINK')
})

test('months without a harvest are shown, the largest harvest first', () => {
  expect(seriesOf(food)).toEqual([
    {
      commodity: 'padi',
      unit: 'kg',
      months: [
        { month: '2025-11', amount: 0 },
        { month: '2025-12', amount: 0 },
        { month: '2026-01', amount: 0 },
        { month: '2026-02', amount: 1000 },
      ],
    },
    {
      commodity: 'jagung',
      unit: 'kg',
      months: [
        { month: '2025-11', amount: 0 },
        { month: '2025-12', amount: 812.5 },
        { month: '2026-01', amount: 0 },
        { month: '2026-02', amount: 0 },
      ],
    },
  ])
})
