import { expect, test } from 'vitest'
import { COMMODITY_GROUPS, type Commodity } from '../../functions/domain/commodities.ts'
import { readReferenceFile } from '../../functions/domain/reference-file.ts'
import { readBundled } from '../../infra/local/reference/bundled.ts'

const bundled = (await readBundled('komoditas')) as Commodity[]
const of = (id: string) => bundled.find((commodity) => commodity.id === id)

test('rice and maize have the wide bounds of the food programme', () => {
  expect(of('padi')).toMatchObject({ unit: 'kg', leastDays: 90, mostDays: 150, mostPerHa: 12_000 })
  expect(of('jagung')).toMatchObject({ unit: 'kg', leastDays: 70, mostDays: 130, mostPerHa: 15_000 }) // prettier-ignore
})

test('every branch has commodities, in the unit that fits', () => {
  expect(new Set(bundled.map(({ group }) => group))).toEqual(new Set(COMMODITY_GROUPS))
  expect(of('kambing')?.unit).toBe('ekor')
  expect(of('telur-ayam')?.unit).toBe('butir')
  expect(of('susu')?.unit).toBe('liter')
  expect(of('bibit')?.unit).toBe('batang')
})

test('bounds are ordered, and say on what they stand', () => {
  for (const { leastDays = 0, mostDays = Infinity, source, status } of bundled) {
    expect(leastDays).toBeLessThan(mostDays)
    expect(source).not.toBe('')
    expect(status).toBe('internal')
  }
})

test('a file with another unit or a missing English name is refused by line', () => {
  const csv = 'id,name,nameEn,group,unit,source,status\npadi,Padi,,tanaman-pangan,ton,internal,internal\n' // prettier-ignore
  const { faults } = readReferenceFile('komoditas', csv)
  expect(faults.map(({ line }) => line)).toEqual([2, 2])
})
