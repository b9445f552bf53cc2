import { expect, test } from 'vitest'
import { inFormOrder, membersInFormOrder } from '../../../web/pages/form-order.ts'

// Expected: the order in which a person comes to the fields, from the first step to the third.
test('pointers are sorted as the form asks for them', () => {
  const asked = [
    '#/properties/name',
    '#/properties/address/kecamatan',
    '#/properties/address/street',
    '#/properties/neighbours/north',
    '#/properties/grant/grantor/kind',
    '#/properties/grant/steps/nphd/number',
    '#/properties/grant/steps/bast/number',
    '#/properties/titles/0/kind',
    '#/properties/titles/0/areaM2',
    '#/properties/titles/2',
    '#/properties/titles/10',
    '#/properties/bmnRecords/0/nup',
    '#/geometry',
  ]
  expect(inFormOrder([...asked].reverse(), (pointer) => pointer)).toEqual(asked)
})

test('members that the form does not ask for come last', () => {
  const book = {
    condition: 'baik',
    other: 1,
    nup: 27,
    areaM2: 18_420,
    kodeBarang: '2.01.01.04.001',
  }
  const names = membersInFormOrder(book).map(([name]) => name)
  expect(names).toEqual(['kodeBarang', 'nup', 'areaM2', 'condition', 'other'])
})
