import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { coastlineJson } from '../../../web/layers/coastline-plugin.ts'

const source = await coastlineJson()
const { stepsPerDegree, rings: encoded } = JSON.parse(source) as {
  stepsPerDegree: number
  rings: number[][]
}
const rings = encoded.map((steps) => {
  let [x, y] = [0, 0]
  return Array.from({ length: steps.length / 2 }, (_, i): [number, number] => [
    (x += steps[2 * i]!) / stepsPerDegree,
    (y += steps[2 * i + 1]!) / stepsPerDegree,
  ])
})

/** Whether a place is on land, by the even-odd rule over all rings. */
function isLand(lng: number, lat: number): boolean {
  let crossings = 0
  for (const ring of rings)
    ring.forEach(([x, y], i) => {
      const [fromX, fromY] = ring.at(i - 1)!
      if (y > lat !== fromY > lat && lng < ((fromX - x) * (lat - y)) / (fromY - y) + x) crossings++
    })
  return crossings % 2 === 1
}

// Coordinates from each place's own published position, to a tenth of a degree.
test.each<[string, number, number, boolean]>([
  ['Binjai', 98.5, 3.6, true],
  ['Kolonodale', 121.2, -2.1, true],
  ['Merauke', 140.5, -8.4, true],
  ['Bangkok', 100.7, 13.9, true],
  ['Alice Springs', 133.9, -23.7, true],
  ['Java Sea', 111, -5, false],
  ['Banda Sea', 128, -5.5, false],
  ['Indian Ocean', 95, -10, false],
])('%s', (_, lng, lat, expected) => {
  expect(isLand(lng, lat)).toBe(expected)
})

test('no shore crosses the whole map', () => {
  const longest = Math.max(
    ...rings.flatMap((ring) =>
      ring.map(([x, y], i) => {
        const [fromX, fromY] = ring.at(i - 1)!
        return Math.abs(x - fromX) > 60 && Math.abs(y) < 45 && Math.abs(fromY) < 45 ? 1 : 0
      }),
    ),
  )
  expect(longest).toBe(0)
})

test('the coastline stays small', () => {
  expect(gzipSync(source).length).toBeLessThan(45_000) // bytes
})
