import { areaOf, toSquareDecimetres } from '../domain/area.ts'
import {
  type Boundary,
  cornerCount,
  MOST_CORNERS,
  partsOf,
  type Position,
} from '../domain/boundary.ts'
import { type Crs, isAsIs, toWgs84 } from '../domain/crs.ts'
import { isWithin, LAND } from '../domain/indonesia.ts'
import { landFindings } from '../domain/land.ts'
import type { Language, Phrase } from '../domain/phrase.ts'
import { tm3AreaOf } from '../domain/tm3.ts'
import { attributesOf } from './attributes.ts'
import { fillsOf } from './fills.ts'
import type { FoundPolygon, Proposal } from './inspection.ts'
import { repaired } from './repair.ts'
import type { Line, Shape, ShapeFault } from './shapes.ts'
import type { Candidate, Decision } from './systems.ts'
import { wktOf } from './wkt.ts'

/** What the rules of land are called where a file is read. */
const CODES: Record<string, string> = {
  E01: 'invalid-lines',
  E02: 'not-degrees',
  E03: 'outside-indonesia',
  E04: 'swapped',
  E13: 'several-parts',
  D01: 'no-area',
  D11: 'unusual-area',
}

/** The two areas of a boundary in m², to the square decimetre; null where it has none. */
function areasOf(boundary: Boundary): Proposal['areas'] {
  const ellipsoidal = areaOf(boundary)
  const plane = tm3AreaOf(boundary)
  if (ellipsoidal === null || !plane) return null
  return {
    ellipsoidalM2: toSquareDecimetres(ellipsoidal),
    planeM2: toSquareDecimetres(plane.m2),
    zone: plane.zone.name,
  }
}

const isSame = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1]
const isClosed = (line: Line): boolean => line.length > 1 && isSame(line[0]!, line.at(-1)!)
const closed = (line: Line): Line => (isClosed(line) ? line : [...line, line[0]!])

const SMALLEST = 1e10 // a hundredth of a millimetre is what degrees are kept to

/** A place in degrees by a system; what came in degrees stays exactly as it came. */
function placed(crs: Crs, [x, y]: Position): Position | null {
  const at = toWgs84([x, y], crs)
  if (!at || isAsIs(crs)) return at
  return [Math.round(at[0] * SMALLEST) / SMALLEST, Math.round(at[1] * SMALLEST) / SMALLEST]
}

/** Rings as a boundary in WGS 84, closed; null where an ordinate means no place. */
function boundaryOf(parts: readonly Line[][], crs: Crs, isSwapped = false): Boundary | null {
  let isSound = true
  const positions = parts.map((rings) =>
    rings.map((ring) =>
      closed(ring).map(([x, y]): Position => {
        const at = placed(crs, isSwapped ? [y, x] : [x, y])
        if (!at) isSound = false
        return at ?? [0, 0]
      }),
    ),
  )
  if (!isSound) return null
  const [only, second] = positions
  return only && !second
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: positions }
}

const fault = (code: string, id: string, en: string): ShapeFault => ({ code, detail: { id, en } })
const OPEN = fault(
  'open-ring',
  'Garis batas tidak tertutup: titik terakhir berbeda dari titik pertama.',
  'The boundary line is not closed: its last corner differs from the first.',
)
const NO_NUMBER = fault(
  'not-a-number',
  'Ada koordinat yang bukan angka, sehingga bidang ini tidak dapat digambar.',
  'There are ordinates that are no numbers, so this cannot be drawn.',
)
const FEW = fault(
  'too-few-corners',
  'Bidang memerlukan paling sedikit tiga titik yang berbeda.',
  'A parcel needs at least three different corners.',
)
const MANY = fault(
  'too-many-corners',
  'Bidang ini memiliki lebih dari 100.000 titik. Sederhanakan garisnya.',
  'This has more than 100,000 corners. Simplify its lines.',
)

const distinct = (line: Line): number => new Set(line.map(([x, y]) => `${x} ${y}`)).size

/** What keeps the lines of a shape from being a boundary, in whatever system they are. */
function lineFaults({ parts, faults = [] }: Shape): ShapeFault[] {
  const lines = parts.flat()
  if (lines.reduce((sum, line) => sum + line.length, 0) > MOST_CORNERS) return [...faults, MANY]
  if (lines.some((line) => line.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y))))
    return [...faults, NO_NUMBER]
  if (lines.length === 0 || parts.some((rings) => rings.length === 0)) return [...faults, FEW]
  return lines.some((line) => distinct(line) < 3) ? [...faults, FEW] : [...faults]
}

const isSwappable = (boundary: Boundary): boolean =>
  partsOf(boundary)
    .flat(2)
    .every(([lng, lat]) => isWithin(LAND, lng, lat))

const SAID: Record<Proposal['kind'], (crs: Crs) => Phrase> = {
  swap: () => ({ id: 'Tukar bujur dan lintang.', en: 'Swap longitude and latitude.' }),
  close: () => ({
    id: 'Tutup garis batas dari titik terakhir ke titik pertama.',
    en: 'Close the line from the last corner to the first.',
  }),
  zone: ({ name }) => ({ id: `Baca sebagai ${name}.`, en: `Read it as ${name}.` }),
  utm: ({ name }) => ({ id: `Baca sebagai ${name}.`, en: `Read it as ${name}.` }),
  repair: () => ({
    id: 'Pecah garis di tempat ia memotong dirinya sendiri; garis yang ada tidak digeser.',
    en: 'Split the line where it crosses itself; no line is moved.',
  }),
}

/** More places than this where lines meet are no slip of the pen, and slow to split. */
const MOST_CROSSINGS = 50

/**
 * What a polygon of a file is, by the system that its layer was decided to have.
 *
 * @param mayRepair asked before each repair, as it takes time
 */
export async function judge(
  shape: Shape,
  layer: string,
  decision: Decision,
  language: Language,
  mayRepair: () => boolean,
): Promise<FoundPolygon> {
  const { crs, isCertain, others } = decision
  const attributes = shape.attributes()
  const broken = lineFaults(shape)
  const isOpen = !shape.closes && shape.parts.flat().some((line) => !isClosed(line))
  const faults: FoundPolygon['faults'] = []
  const tell = ({ code, detail }: ShapeFault) => faults.push({ code, detail: detail[language] })
  const proposals: Proposal[] = []
  const propose = (
    kind: Proposal['kind'],
    system: Crs,
    geometry: Boundary | null,
    told = false,
  ) => {
    if (!geometry) return
    const epsg = told ? { epsg: system.epsg } : {}
    const detail = SAID[kind](system)[language]
    proposals.push({ kind, detail, ...epsg, geometry, areas: areasOf(geometry) })
  }
  const proposeOther = ({ crs: other, swapped }: Candidate) => {
    const kind = swapped ? 'swap' : other.kind === 'utm' && crs?.kind === 'tm-3' ? 'utm' : 'zone'
    propose(kind, other, boundaryOf(shape.parts, other, swapped), true)
  }

  decision.faults.forEach(tell)
  broken.forEach(tell)
  const isSound = broken.length === 0
  if (isSound && isOpen) tell(OPEN)
  if (isSound) others.slice(0, 4).forEach(proposeOther)
  const whole = isSound && isCertain && crs ? boundaryOf(shape.parts, crs) : null
  if (isSound && isCertain && crs && !whole)
    tell(fault('no-place', 'Koordinat ini bukan tempat di bumi menurut sistemnya.', 'These ordinates mean no place on Earth in their system.')) // prettier-ignore
  if (whole && isOpen && crs) propose('close', crs, whole)
  const geometry = isOpen ? null : whole
  if (whole && crs) {
    const findings = landFindings(whole)
    for (const { rule, message, cure, place } of findings)
      faults.push({
        code: CODES[rule] ?? rule,
        detail: `${message[language]} ${cure[language]}`,
        ...(place && { place }),
      })
    if (findings.some(({ rule }) => rule === 'E04')) {
      const swapped = boundaryOf(shape.parts, crs, true)
      if (swapped && isSwappable(swapped)) propose('swap', crs, swapped)
    }
    const crossings = findings.filter(({ rule, severity }) => rule === 'E01' && severity === 'B')
    if (crossings.length > 0 && crossings.length <= MOST_CROSSINGS && mayRepair())
      propose('repair', crs, await repaired(whole))
  }
  return {
    id: shape.id,
    layer,
    attributes: attributesOf(attributes),
    original: wktOf(shape.parts),
    epsg: crs?.epsg ?? null,
    geometry,
    areas: geometry && areasOf(geometry),
    corners: geometry
      ? cornersOf(geometry)
      : shape.parts.flat().reduce((n, { length }) => n + length, 0),
    faults,
    fills: fillsOf(attributes, language),
    proposals,
  }
}

/** Corners of a boundary, the closing ones not counted. */
const cornersOf = (boundary: Boundary): number =>
  cornerCount(boundary) - partsOf(boundary).flat().length
