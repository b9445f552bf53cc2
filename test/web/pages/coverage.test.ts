import { expect, test } from 'vitest'
import { isFiltered, leastAdvanced, narrow, viewOf } from '../../../web/pages/coverage/view.ts'
import { countParcels, countUnits, type UnitCoverage } from '../../../web/units.ts'

const unit = (
  name: string,
  kanwil: string,
  coverage: UnitCoverage['coverage'],
  counts: UnitCoverage['counts'] = {},
): UnitCoverage => ({ upt: name, name, kanwil, coverage, counts, nihil: null })

const units = [
  unit('Rutan Kelas I Medan', 'sumatera-utara', 'belum-mulai'),
  unit('Lapas Kelas IIA Binjai', 'sumatera-utara', 'draf', { draf: 2, terverifikasi: 1 }),
  unit('Lapas Kelas IIB Batang', 'jawa-tengah', 'terverifikasi', {
    terverifikasi: 1,
    'terverifikasi-dengan-catatan': 2,
  }),
  unit('Bapas Kelas I Semarang', 'jawa-tengah', 'nihil'),
]

test.each([
  { address: '', names: ['Bapas', 'Lapas', 'Lapas', 'Rutan'] },
  { address: 'q=KELAS+binjai', names: ['Lapas'] },
  { address: 'kanwil=jawa-tengah', names: ['Bapas', 'Lapas'] },
  { address: 'cakupan=belum-mulai', names: ['Rutan'] },
  { address: 'urut=-unit', names: ['Rutan', 'Lapas', 'Lapas', 'Bapas'] },
  { address: 'cakupan=entah&urut=entah', names: ['Bapas', 'Lapas', 'Lapas', 'Rutan'] },
  { address: 'q=tidak-ada', names: [] },
])('the address "$address" shows $names', ({ address, names }) => {
  const shown = narrow(units, viewOf(new URLSearchParams(address)))
  expect(shown.map(({ name }) => name.split(' ')[0])).toEqual(names)
})

test('verified with notes counts as verified in the order of the table', () => {
  const [first] = narrow(units, viewOf(new URLSearchParams('urut=-terverifikasi')))
  expect(first?.name).toBe('Lapas Kelas IIB Batang')
})

test('a unit says how many of its parcels keep it where it stands', () => {
  expect(units.map(leastAdvanced)).toEqual([
    { some: 0, all: 0 },
    { some: 2, all: 3 },
    { some: 3, all: 3 },
    { some: 0, all: 0 },
  ])
})

test('an order alone leaves nothing out', () => {
  expect(isFiltered(viewOf(new URLSearchParams('urut=-draf')))).toBe(false)
  expect(isFiltered(viewOf(new URLSearchParams('q=binjai')))).toBe(true)
})

test('units and parcels are counted once each', () => {
  expect(countUnits(units)).toEqual({
    'belum-mulai': 1,
    draf: 1,
    diajukan: 0,
    terverifikasi: 1,
    nihil: 1,
  })
  expect(countParcels(units)).toEqual({
    draf: 2,
    terverifikasi: 2,
    'terverifikasi-dengan-catatan': 2,
  })
})
