import { areaOf } from './area.ts'
import {
  type Boundary,
  boundsOf,
  isOnEarth,
  type MultiPolygon,
  partsOf,
  type Ring,
} from './boundary.ts'
import { commonRings, landOf } from './overlaprings.ts'
import { commonBorder } from './overlapsweep.ts'
import { plainRings } from './overlapwalk.ts'
import { widthOf } from './overlapwidth.ts'
import type { Threshold } from './rules/settings.ts'

/** Land that two boundaries share. */
export interface Overlap {
  /** On the ellipsoid, as `areaOf` gives it. */
  areaM2: number
  /** Diameter of the largest circle that fits in, so that a strip is known as one; see `widthOf`. */
  widthM: number
  /** What the first boundary does: it overlaps the second, contains it, lies within it or equals it. */
  relation: 'overlaps' | 'contains' | 'within' | 'equals'
  /** The common land; empty where it is too small for numbers to draw it. */
  outline: MultiPolygon
}

/** What common land measures at least to count as an overlap; both have to be reached. */
export interface OverlapSettings {
  leastM2: Threshold
  leastWidthM: Threshold
}

/** The thresholds until headquarters sets others. */
export const DEFAULT_OVERLAP_SETTINGS: OverlapSettings = {
  leastM2: {
    value: 1.5,
    source: 'internal: rounding corners to 7 decimals makes true neighbours share up to 1.4 m²',
    status: 'internal',
  },
  leastWidthM: {
    value: 0.1,
    source: 'internal: corners of 7 decimals lie up to 8 mm off, so a border of two up to 16 mm',
    status: 'internal',
  },
}

function areApart(a: Boundary, b: Boundary): boolean {
  const [one, other] = [boundsOf(a), boundsOf(b)]
  const isBeyond = (p: typeof one, q: typeof one) => p[0] >= q[2] || p[1] >= q[3]
  return isBeyond(one, other) || isBeyond(other, one) || !isOnEarth(a) || !isOnEarth(b)
}

/**
 * Whether two boundaries share land; a common border or corner is none. Exact, without any tolerance,
 * for boundaries that are valid as land. Quicker than `overlapOf`.
 */
export const meet = (a: Boundary, b: Boundary): boolean =>
  !areApart(a, b) && commonBorder(a, b, ({ common }) => common).common

/** What there is to say of two boundaries that cross more often than land does: at most so much. */
function tangled(a: Boundary, b: Boundary): Overlap {
  const smaller = areaOf(a)! < areaOf(b)! ? a : b
  return {
    areaM2: areaOf(smaller)!,
    widthM: widthOf(smaller),
    relation: 'overlaps',
    outline: { type: 'MultiPolygon', coordinates: partsOf(smaller) },
  }
}

/**
 * The land that two boundaries share; null when there is none, so that neighbours with a common border
 * have no overlap. Whether there is any and the relation are exact for boundaries that are valid as
 * land; the area is within 1e-6 of it, or 0.01 m².
 *
 * Boundaries with lines that cross, as drafts may have, get some answer and never an error; so does
 * what is not in degrees: null. For two that cross 200,000 times or more, area, width and outline are
 * those of the smaller one.
 */
export function overlapOf(a: Boundary, b: Boundary): Overlap | null {
  if (areApart(a, b)) return null
  const plain = plainRings(a, b)
  if (plain) return measured('overlaps', plain)
  const border = commonBorder(a, b)
  if (!border.common) return null
  if (!border.complete) return tangled(a, b)
  const { onlyA, onlyB } = border
  const relation = onlyA ? (onlyB ? 'overlaps' : 'contains') : onlyB ? 'within' : 'equals'
  return measured(relation, commonRings(border))
}

function measured(relation: Overlap['relation'], rings: readonly Ring[]): Overlap {
  const outline = landOf(rings)
  return { areaM2: areaOf(outline) ?? 0, widthM: widthOf(outline), relation, outline }
}

/** Whether common land is enough to be an overlap, and not just how two drawings of one border differ. */
export const counts = (
  { areaM2, widthM }: Pick<Overlap, 'areaM2' | 'widthM'>,
  { leastM2, leastWidthM }: OverlapSettings = DEFAULT_OVERLAP_SETTINGS,
): boolean => areaM2 >= (leastM2.value ?? 0) && widthM >= (leastWidthM.value ?? 0)

/** How much of an area an overlap takes, in percent to one decimal; at least 0.1. */
export const percentOf = ({ areaM2 }: Pick<Overlap, 'areaM2'>, ofM2: number): number =>
  Math.min(100, Math.max(0.1, Math.round((areaM2 / ofM2) * 1000) / 10))
