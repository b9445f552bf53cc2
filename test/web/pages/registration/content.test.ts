import { expect, test } from 'vitest'
import { sendable, valueAt, withValueAt } from '../../../../web/pages/registration/content.ts'

test('setting and taking away a value leaves no empty shells behind', () => {
  const set = withValueAt({}, '/grant/steps/bast/number', 'BAST-7')
  expect(set).toEqual({ grant: { steps: { bast: { number: 'BAST-7' } } } })
  expect(valueAt(set, '/grant/steps/bast/number')).toBe('BAST-7')
  expect(withValueAt(set, '/grant/steps/bast/number', undefined)).toEqual({})
})

test('an entry of a list stays in its place when its last value goes', () => {
  const titles = { titles: [{ number: '1' }, { number: '2' }] }
  expect(withValueAt(titles, '/titles/0/number', undefined)).toEqual({
    titles: [{}, { number: '2' }],
  })
  expect(withValueAt({}, '/titles/0/number', '1')).toEqual({ titles: [{ number: '1' }] })
})

test('a wrong value stays here, is named, and keeps nothing else from being saved', () => {
  const { properties, faults } = sendable({
    upt: 'lapas-kelas-iia-binjai',
    name: ' Lahan SAE ',
    address: { kodeBpn: 'dua belas', desa: 'Cengkeh Turi' },
    note: 'NIK 1275010101010001',
  })
  expect(properties).toEqual({
    upt: 'lapas-kelas-iia-binjai',
    name: 'Lahan SAE',
    address: { desa: 'Cengkeh Turi' },
  })
  expect(faults.map(({ pointer }) => pointer).sort()).toEqual([
    '/properties/address/kodeBpn',
    '/properties/note',
  ])
})

test('a row that lacks what it must have waits without being a fault', () => {
  const { properties, faults } = sendable({
    name: 'Lahan',
    legalProblems: [{ note: 'baru mulai diisi' } as never],
    grant: { grantor: { kind: 'pemkot' } as never },
  })
  expect(faults).toEqual([])
  expect(properties.name).toBe('Lahan')
  expect(properties.legalProblems ?? []).toEqual([])
  expect(properties.grant?.grantor).toBeUndefined()
})
