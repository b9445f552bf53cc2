import { type Boundary, cornerCount, partsOf } from '../domain/boundary.ts'
import { landFindings } from '../domain/land.ts'

const MOST = 1000 // corners: splitting is exact and slow

/**
 * A boundary with the same lines, split where they cross, so that it is valid: what lies within an
 * odd number of lines is land. Null where there is none, or where lines are too many to try.
 */
export async function repaired(boundary: Boundary): Promise<Boundary | null> {
  if (cornerCount(boundary) > MOST) return null
  const { xor } = await import('polyclip-ts')
  const rings = partsOf(boundary).flat()
  try {
    const [first, ...others] = rings.map((ring) => [ring])
    const parts = first ? xor(first, ...others) : []
    const [only, second] = parts
    if (!only) return null
    const found: Boundary = second
      ? { type: 'MultiPolygon', coordinates: parts }
      : { type: 'Polygon', coordinates: only }
    const isSound = landFindings(found).every(({ rule }) => rule !== 'E01')
    return isSound ? found : null
  } catch {
    return null // lines so close that splitting them fails: then nothing is proposed
  }
}
