import { expect, test } from 'vitest'
import type { Me } from '../../../../web/api.ts'
import type { DueParcel } from '../../../../web/idle-api.ts'
import { dueTasksOf } from '../../../../web/pages/home/due-tasks.ts'

const BINJAI = { id: 'lapas-kelas-iia-binjai', name: 'Lapas Kelas IIA Binjai' }
const SUMUT = { id: 'sumatera-utara', name: 'Kanwil Sumatera Utara' }

const person = (role: Me['roles'][number]['role']): Me => ({
  id: role,
  name: role,
  today: '2026-11-24',
  roles: [
    {
      role,
      units: role === 'petugas' || role === 'kpb' ? [BINJAI] : [],
      kanwil: role === 'kanwil' ? [SUMUT] : [],
    },
  ],
})

const item = (parcel: string, clock: string, deadline: string, more: object = {}) =>
  ({
    parcel,
    clock,
    deadline,
    day: '2026-11-25',
    basis: 'internal',
    source: 'internal',
    upt: BINJAI.id,
    kanwil: SUMUT.id,
    name: parcel,
    unitName: BINJAI.name,
    ...more,
  }) as DueParcel

const answer = (escalated?: 'kanwil' | 'pusat') => ({
  idleCase: {
    state: 'klarifikasi',
    due: { clock: 'jawaban', day: '2026-11-20', basis: 'internal', source: 'internal' },
    ...(escalated && { escalated }),
  },
})

const items = [
  item('Sawah', 'bukti', '2026-12-10'),
  item('Kebun', 'bukti', '2027-04-01', answer()),
  item('Kolam', 'kasus-jawaban', '2026-11-20', answer('pusat')),
  item('Tanah lain', 'bukti', '2026-12-01', { upt: 'lapas-kelas-iib-batang', kanwil: 'jawa-tengah' }), // prettier-ignore
]

test.each([
  ['petugas', ['/bidang/Sawah/lapor']],
  ['kpb', ['/bidang/Kebun/kasus', '/bidang/Kolam/kasus']],
  ['kanwil', []], // the unit has to answer
  ['pusat', ['/bidang/Kolam/kasus']], // raised
  ['auditor', []],
] as const)('%s has to do: %s', (role, hrefs) => {
  expect(dueTasksOf(person(role), items).map(({ href }) => href)).toEqual(hrefs)
})

test('what was raised comes first, and says so', () => {
  const [first] = dueTasksOf(person('pusat'), items)
  expect(first).toMatchObject({ name: 'Kolam', escalated: 'pusat' })
})
