import { expect, test } from 'vitest'
import { areaOf } from '../../functions/domain/area.ts'
import type { Boundary } from '../../functions/domain/boundary.ts'
import { meet, overlapOf } from '../../functions/domain/overlap.ts'
import { crossExactly } from './exact.ts'
import { cutArea, isValid, relationOf } from './geos.ts'
import { type Pair, PAIRS, seeded } from './overlap-pairs.ts'

/** How many pairs of each kind; PAIRS=10000 asks for all 120,000 and tells what was seen. */
const EACH = Number(process.env.PAIRS ?? 700)

/** What GEOS says: interiors meet, and reach into the outside of the other, where areas are told. */
function geosOf(a: Boundary, b: Boundary): string | null {
  const [inner, , onlyA, , , , onlyB] = relationOf(a, b)
  if (inner !== '2') return null
  if (onlyA === 'F') return onlyB === 'F' ? 'equals' : 'within'
  return onlyB === 'F' ? 'contains' : 'overlaps'
}

/** Who is right where GEOS and we differ: whole numbers, else what GEOS cuts out instead of relates. */
function judged(a: Boundary, b: Boundary): string | null {
  if (crossExactly(a, b)) return 'overlaps' // GEOS rounds a crossing onto a corner 1e-16 degrees away
  const common = cutArea(a, b)
  const [isA, isB] = [a, b].map((land) => Math.abs(common / areaOf(land)! - 1) < 1e-9)
  return isA ? (isB ? 'equals' : 'within') : isB ? 'contains' : common > 0 ? 'overlaps' : null
}

test.each(Object.entries(PAIRS))('pairs %s: the relation and the area of GEOS', (kind, pairOf) => {
  const random = seeded(7)
  const wrong: { pair: Pair; wanted: unknown; got: unknown }[] = []
  const seen: Record<string, number> = {}
  let corrected = 0
  for (let n = 0; n < EACH;) {
    const pair = pairOf(random)
    if (!pair.every(isValid)) continue
    n++
    const overlap = overlapOf(...pair)
    const got = overlap?.relation ?? null
    let wanted = geosOf(...pair)
    if (got !== wanted) {
      corrected++
      wanted = judged(...pair)
    }
    seen[String(wanted)] = (seen[String(wanted)] ?? 0) + 1
    if (got !== wanted || meet(...pair) !== (wanted !== null)) wrong.push({ pair, wanted, got })
    else if (overlap) {
      const area = cutArea(...pair)
      const isNear = Math.abs(overlap.areaM2 - area) <= Math.max(0.01, 1e-6 * area)
      if (!isNear) wrong.push({ pair, wanted: area, got: overlap.areaM2 })
    }
  }
  if (process.env.PAIRS) console.log(kind, seen, { wrong: wrong.length, corrected })
  expect(wrong.slice(0, 3)).toEqual([])
  expect(corrected).toBeLessThan(EACH / 50)
})
