import { expect, test } from 'vitest'
import { areaOf } from '../../functions/domain/area.ts'
import { type Boundary, partsOf } from '../../functions/domain/boundary.ts'
import { meet, overlapOf } from '../../functions/domain/overlap.ts'
import { intersectionOf, isValid, relationOf } from './geos.ts'
import { type Pair, PAIRS, seeded } from './overlap-pairs.ts'

/** How many pairs of each kind; PAIRS=10000 asks for all 120,000. */
const EACH = Number(process.env.PAIRS ?? 700)

/** What GEOS says: the interiors meet where the first letter of the matrix tells of an area. */
function wanted(a: Boundary, b: Boundary): string | null {
  const matrix = relationOf(a, b)
  if (matrix[0] !== '2') return null
  if (/^.{6}FF/.test(matrix)) return /^..F..F/.test(matrix) ? 'equals' : 'contains'
  return /^..F..F/.test(matrix) ? 'within' : 'overlaps'
}

const areaOfCommon = (a: Boundary, b: Boundary): number => {
  const common = intersectionOf(a, b)
  const areas = common.type === 'GeometryCollection' ? common.geometries : [common]
  return areas
    .filter((shape): shape is Boundary => /Polygon$/.test(shape.type))
    .reduce((sum, shape) => sum + (partsOf(shape).length > 0 ? areaOf(shape)! : 0), 0)
}

test.each(Object.entries(PAIRS))('pairs %s: the relation and the area of GEOS', (kind, pairOf) => {
  const random = seeded(7)
  const wrong: { pair: Pair; wanted: unknown; got: unknown }[] = []
  const seen: Record<string, number> = {}
  for (let n = 0; n < EACH;) {
    const pair = pairOf(random)
    if (!pair.every(isValid)) continue
    n++
    const relation = wanted(...pair)
    const overlap = overlapOf(...pair)
    const got = overlap?.relation ?? null
    seen[String(relation)] = (seen[String(relation)] ?? 0) + 1
    if (got !== relation || meet(...pair) !== (relation !== null)) {
      wrong.push({ pair, wanted: relation, got })
    } else if (overlap) {
      const area = areaOfCommon(...pair)
      const drawn = areaOf(overlap.outline) ?? 0
      const most = Math.max(0.01, 1e-6 * area)
      if (Math.abs(overlap.areaM2 - area) > most || Math.abs(drawn - area) > most) {
        wrong.push({ pair, wanted: area, got: [overlap.areaM2, drawn] })
      }
    }
  }
  if (process.env.PAIRS) console.log(kind, seen, `${wrong.length} wrong`)
  expect(wrong.slice(0, 3)).toEqual([])
})
