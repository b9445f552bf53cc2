import { expect, test } from 'vitest'
import type { Position } from '../../../../functions/domain/boundary.ts'
import {
  polygonOf,
  readCorners,
  swapped,
} from '../../../../web/pages/registration/boundary/corners.ts'

const two: Position[] = [
  [98.4912, 3.5921],
  [98.4931, -3.5],
]

test.each([
  { name: 'comma between', text: '98.4912, 3.5921\n98.4931, -3.5' },
  { name: 'comma without a space', text: '98.4912,3.5921\r\n98.4931,-3.5' },
  { name: 'decimal commas', text: '98,4912 3,5921\n98,4931 -3,5' },
  { name: 'decimal commas and a semicolon', text: '98,4912; 3,5921\n98,4931; -3,5' },
  { name: 'decimal commas alone', text: '98,4912,3,5921\n98,4931,-3,5' },
  { name: 'tabs from a spreadsheet', text: '98.4912\t3.5921\n98.4931\t-3.5' },
  { name: 'numbered lines', text: '1. 98.4912, 3.5921\n2. 98.4931, -3.5' },
  { name: 'named corners', text: 'P1 98.4912 3.5921\n\nP2 98.4931 −3.5' },
])('corners with $name', ({ text }) => {
  expect(readCorners(text)).toEqual({ corners: two, faults: [] })
})

test('a closing corner is not one more corner', () => {
  const { corners } = readCorners('1,1\n2,1\n2,2\n1,1')
  expect(corners).toHaveLength(3)
  expect(polygonOf(corners).coordinates[0]).toHaveLength(4)
})

test('what is no pair of degrees is named with its line; metres are told apart', () => {
  const { corners, faults } = readCorners('98.49, 3.59\nsudut timur\n233198.639, 814471.853\n98.49')
  expect(corners).toHaveLength(1)
  expect(faults.map(({ line, metres }) => [line, metres])).toEqual([
    [2, false],
    [3, true],
    [4, false],
  ])
})

test('a swap exchanges every corner, holes included', () => {
  const ring: Position[] = [[3, 98], [4, 98], [4, 99], [3, 98]] // prettier-ignore
  expect(swapped({ type: 'Polygon', coordinates: [ring, ring] })?.coordinates[1]?.[0]).toEqual([
    98, 3,
  ])
})
