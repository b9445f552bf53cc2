import { expect, test } from 'vitest'
import type { ListedParcel } from '../../../../web/api.ts'
import type { DueParcel } from '../../../../web/idle-api.ts'
import { idleLandOf } from '../../../../web/pages/idle/land.ts'
import { byDeadline, narrow, totalOf, viewOf } from '../../../../web/pages/idle/view.ts'

const HA = 10_000 // m²
const TODAY = '2026-11-24'

const parcel = (name: string, more: Partial<ListedParcel['properties']> = {}): ListedParcel => ({
  type: 'Feature',
  id: name,
  geometry: null,
  properties: {
    name,
    upt: 'lapas-kelas-iia-binjai',
    uptName: 'Lapas Kelas IIA Binjai',
    kanwil: 'sumatera-utara',
    state: 'terverifikasi',
    status: 'digunakan',
    use: 'digunakan',
    idle: null,
    problem: null,
    areaM2: HA,
    version: 1,
    updatedAt: '2026-11-01T00:00:00.000Z',
    exact: true,
    ...more,
  },
})

const due = (name: string, clock: string, deadline: string, more: Partial<DueParcel> = {}) =>
  ({
    ...parcel(name).properties,
    parcel: name,
    unitName: 'Lapas Kelas IIA Binjai',
    day: deadline,
    deadline,
    clock,
    basis: 'internal',
    source: 'internal',
    since: '2026-03-12',
    ...more,
  }) as DueParcel

const openCase = (day: string): Partial<DueParcel> => ({
  use: 'terindikasi-tidak-terpakai',
  idleCase: {
    state: 'klarifikasi',
    since: '2026-11-10',
    openedOn: '2026-11-01',
    areaM2: null,
    due: { clock: 'jawaban', day, basis: 'internal', source: 'internal' },
  },
})

const land = idleLandOf(
  [
    parcel('Idle di atas surat', { idle: 'bmn-idle', use: 'terindikasi-tidak-terpakai' }),
    parcel('Tidak idle di atas surat', { idle: 'tidak-idle' }),
    parcel('Kosong', { areaM2: 3 * HA }),
    parcel('Hampir habis', { areaM2: 2 * HA }),
    parcel('Masih lama'),
    parcel('PSP saja'),
    parcel('Sudah keluar', { state: 'nonaktif', use: 'terindikasi-tidak-terpakai' }),
  ],
  [
    due('Kosong', 'bukti', '2027-05-01', openCase('2026-11-20')),
    due('Hampir habis', 'bukti', '2026-12-20'),
    due('Masih lama', 'bukti', '2027-03-01'),
    due('PSP saja', 'psp', '2026-11-30'),
  ],
  TODAY,
)

test('land is in one group alone: law by a letter, internal by the registry, soon by a clock', () => {
  expect(land.map(({ parcel: { id }, group }) => [id, group])).toEqual([
    ['Idle di atas surat', 'legal'],
    ['Kosong', 'internal'],
    ['Hampir habis', 'soon'],
  ])
  expect(totalOf(land, 'legal')).toEqual({ count: 1, m2: HA })
  expect(totalOf(land, 'internal')).toEqual({ count: 1, m2: 3 * HA })
})

test('a case stands under its own deadline, not under that of the evidence', () => {
  const view = { ...viewOf(new URLSearchParams('tampilan=kasus')) }
  const cases = narrow(land, view)
  expect(cases.map(({ parcel: { id } }) => id)).toEqual(['Kosong'])
  expect(byDeadline(cases, TODAY).passed).toHaveLength(1)
})

test.each([
  ['', ['Kosong', 'Hampir habis', 'Idle di atas surat']], // 20 November, 20 December, none
  ['?urut=luas', ['Kosong', 'Hampir habis', 'Idle di atas surat']],
  ['?kelompok=soon', ['Hampir habis']],
  ['?q=surat+binjai', ['Idle di atas surat']],
  ['?kanwil=jawa-tengah', []],
])('the address %s shows %s', (address, names) => {
  const shown = narrow(land, viewOf(new URLSearchParams(address)))
  expect(shown.map(({ parcel: { id } }) => id)).toEqual(names)
})
