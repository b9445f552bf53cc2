import { expect, test } from 'vitest'
import type { Position } from '../../../../functions/domain/boundary.ts'
import { readOrdinate, swapped } from '../../../../web/pages/registration/boundary/corners.ts'

test.each([
  ['98.4912', 98.4912],
  ['98,4912', 98.4912],
  [' −3,5921° ', -3.5921],
  ['814471', 814471],
  ['814471,853', 814471.853],
  ['814.471,853', 814471.853],
  ['1,814,471.853', 1814471.853],
  ['814 471,853', 814471.853],
  ['98.4.9', undefined],
  ['sudut', undefined],
  ['', undefined],
])('the ordinate %j reads as %d', (text, ordinate) => {
  expect(readOrdinate(text)).toBe(ordinate)
})

test('a swap exchanges every corner, holes included', () => {
  const ring: Position[] = [[3, 98], [4, 98], [4, 99], [3, 98]] // prettier-ignore
  expect(swapped({ type: 'Polygon', coordinates: [ring, ring] })?.coordinates[1]?.[0]).toEqual([
    98, 3,
  ])
})
