import { CRS, type Crs, findCrs, toWgs84 } from '../domain/crs.ts'
import { isWithin, LAND } from '../domain/indonesia.ts'
import type { CRS_KNOWN } from '../domain/parcel.ts'
import type { Box } from './regencies.ts'
import type { Layer, Ordinates, ShapeFault } from './shapes.ts'

type Place = [lng: number, lat: number]

/** A system in which the middle of a layer lies in Indonesia. */
export interface Candidate {
  crs: Crs
  at: Place
  /** Whether that is in the declared regency; false where none is declared. */
  fits: boolean
  /** Whether it does so with its ordinates the other way round. */
  swapped: boolean
}

/** In which system the ordinates of a layer are taken. */
export interface Decision {
  known: (typeof CRS_KNOWN)[number]
  /** The system, also where it is a guess. */
  crs?: Crs
  /** True when shapes are drawn by it: planes that were only guessed are not. */
  isCertain: boolean
  candidates: Candidate[]
  /** Systems to propose, where this one is not known or seems wrong. */
  others: Candidate[]
  faults: ShapeFault[]
}

/** One system for each plane: DGN95 and SRGI2013 have the same ones under other codes. */
const PLANES = CRS.filter(({ epsg, kind, name }) =>
  kind === 'utm' ? name.startsWith('WGS 84') : kind !== 'degrees' || epsg === 4326,
)
const isSamePlane = (a: Crs, b: Crs): boolean =>
  a.kind === b.kind &&
  a.projection?.centralMeridian === b.projection?.centralMeridian &&
  a.projection?.falseNorthing === b.projection?.falseNorthing

const ROOM = 0.05 // degrees around a box, so that its own land is never outside
/** How far from the central meridian a zone is used, in degrees, with some room. */
const REACH = { 'tm-3': 1.6, utm: 3.2, degrees: 360, 'web-mercator': 360 } as const

const grown = ([west, south, east, north]: Box, by = ROOM): Box => [
  west - by,
  south - by,
  east + by,
  north + by,
]

/** Where ordinates lie in a system, when that is in Indonesia and in the zone's own strip. */
function placeIn(crs: Crs, ordinates: Readonly<Ordinates>): Place | undefined {
  const at = toWgs84(ordinates, crs)
  if (!at || !isWithin(grown(LAND), ...at)) return undefined
  const { projection, kind } = crs
  if (!projection) return at
  if (Math.abs(at[0] - projection.centralMeridian) > REACH[kind]) return undefined
  const isSouthern = projection.falseNorthing === 10_000_000
  if (kind === 'utm' && (isSouthern ? at[1] > ROOM : at[1] < -ROOM)) return undefined
  return at
}

function candidatesOf(middle: Ordinates, box: Box | undefined): Candidate[] {
  const turned: Ordinates = [middle[1], middle[0]]
  const inOrder = (ordinates: Ordinates, swapped: boolean): Candidate[] =>
    PLANES.flatMap((crs): Candidate[] => {
      const at = placeIn(crs, ordinates)
      const fits = at !== undefined && box !== undefined && isWithin(grown(box), ...at)
      return at ? [{ crs, at, fits, swapped }] : []
    })
  const straight = inOrder(middle, false)
  const all = straight.length > 0 ? straight : inOrder(turned, true)
  return all.sort((a, b) => Number(b.fits) - Number(a.fits)) // stable: by code within
}

/** The middle of a layer by the medians of its shapes' first corners: no stray corner moves it. */
function middleOf({ shapes }: Layer): Ordinates | undefined {
  const firsts = shapes.flatMap(({ parts }) => {
    const first = parts[0]?.[0]?.find(([x, y]) => Number.isFinite(x) && Number.isFinite(y))
    return first ? [first] : []
  })
  if (firsts.length === 0) return undefined
  const median = (values: number[]): number =>
    values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
  return [median(firsts.map(([x]) => x)), median(firsts.map(([, y]) => y))]
}

const isDegrees = ([x, y]: Ordinates): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 180

const notDegrees: ShapeFault = {
  code: 'not-degrees',
  detail: {
    id: 'Koordinatnya dalam meter, padahal format ini berarti derajat. Pilih sistem koordinatnya.',
    en: 'Its ordinates are metres while this format means degrees. Choose its system.',
  },
}
const crsMissing: ShapeFault = {
  code: 'crs-missing',
  detail: {
    id: 'Sistem koordinat tidak disebut, dan angka dalam meter cocok dengan beberapa zona. Pilih sistemnya.',
    en: 'No coordinate system is named, and metres fit several zones. Choose the system.',
  },
}

const wrongZone = ({ name }: Crs, isDeclaredPlace: boolean): ShapeFault => ({
  code: 'wrong-zone',
  detail: isDeclaredPlace
    ? {
        id: `Menurut ${name}, bidang ini di luar kabupaten/kota yang dinyatakan. Zonanya mungkin salah.`,
        en: `By ${name} this lies outside the declared regency. Its zone may be wrong.`,
      }
    : {
        id: `Menurut ${name}, bidang ini di luar wilayah zona itu. Sistem koordinatnya mungkin salah.`,
        en: `By ${name} this lies outside where that zone is used. Its system may be wrong.`,
      },
})
const utmAsTm3 = ({ name }: Crs): ShapeFault => ({
  code: 'utm-as-tm3',
  detail: {
    id: `Berkas menyebut ${name}, tetapi koordinatnya berbentuk UTM.`,
    en: `The file says ${name}, but its ordinates look like UTM.`,
  },
})
const turnedAxes: ShapeFault = {
  code: 'swapped',
  detail: {
    id: 'Kedua koordinat tertukar: yang ke utara ditulis di tempat yang ke timur.',
    en: 'The two ordinates are swapped: the northing stands where the easting should.',
  },
}
const elsewhere: ShapeFault = {
  code: 'elsewhere',
  detail: {
    id: 'Bidang ini terletak di luar kabupaten/kota yang dinyatakan. Periksa koordinat dan alamatnya.',
    en: 'This lies outside the declared regency. Check its ordinates and the address.',
  },
}

/** Whether metres can be TM-3 anywhere in Indonesia: 1.6 degrees around 200,000, 11° S to 6° N. */
const canBeTm3 = ([x, y]: Ordinates): boolean =>
  x > 20_000 && x < 380_000 && y > 250_000 && y < 2_200_000

/** Systems that ordinates in `crs` may be in instead: those in the regency, else UTM of the same zone. */
function othersThan(
  crs: Crs,
  middle: Ordinates,
  box: Box | undefined,
  all: Candidate[],
): Candidate[] {
  const turned: Ordinates = [middle[1], middle[0]]
  const at = placeIn(crs, turned)
  const isTurned = at !== undefined && (!box || isWithin(grown(box), ...at))
  if (isTurned) return [{ crs, at, fits: box !== undefined, swapped: true }]
  const different = all.filter((candidate) => !isSamePlane(candidate.crs, crs))
  if (box) return different.filter(({ fits }) => fits)
  const meridian = crs.projection?.centralMeridian ?? NaN
  return canBeTm3(middle)
    ? []
    : different.filter(
        ({ crs: { kind, projection } }) =>
          kind === 'degrees' || Math.abs((projection?.centralMeridian ?? NaN) - meridian) <= 3,
      )
}

function judged(crs: Crs, known: Decision['known'], middle: Ordinates, box?: Box): Decision {
  const candidates = crs.projection ? candidatesOf(middle, box) : []
  const decision: Decision = { known, crs, isCertain: true, candidates, others: [], faults: [] }
  const at = placeIn(crs, middle)
  if (at && (!box || isWithin(grown(box), ...at))) return decision
  if (crs.kind === 'degrees') return at ? { ...decision, faults: [elsewhere] } : decision // E03, E04
  const others = othersThan(crs, middle, box, candidates)
  const isUtm = crs.kind === 'tm-3' && !canBeTm3(middle) && !isDegrees(middle)
  const fault = others[0]?.swapped
    ? turnedAxes
    : isUtm
      ? utmAsTm3(crs)
      : wrongZone(crs, at !== undefined)
  return { ...decision, others, faults: [fault] }
}

/**
 * The system of a layer: the one that a person chose, else the one that it names, else degrees, which
 * leave no doubt. Metres that name no system are never drawn: the systems that fit are told instead.
 *
 * @param chosen EPSG code that a person chose
 * @param box bounds of the regency in which the land is declared to lie
 */
export function decide(layer: Layer, chosen: number | undefined, box: Box | undefined): Decision {
  const middle = middleOf(layer)
  const { crs: named } = layer
  const faults = named.fault ? [named.fault] : []
  if (!middle) return { known: 'unknown', isCertain: false, candidates: [], others: [], faults }
  if (chosen !== undefined) return judged(findCrs(chosen)!, 'chosen', middle, box)
  const crs = named.epsg === undefined ? undefined : findCrs(named.epsg)
  const isMetresAsDegrees = crs?.kind === 'degrees' && !isDegrees(middle)
  if (crs && !isMetresAsDegrees) return judged(crs, named.known, middle, box)
  if (!crs && isDegrees(middle)) {
    const guess = judged(findCrs(4326)!, 'guessed', middle, box)
    return { ...guess, faults: [...faults, ...guess.faults] }
  }
  const candidates = candidatesOf(middle, box)
  const others = candidates.filter(({ fits }) => fits)
  const [only, second] = others
  const first = isMetresAsDegrees ? notDegrees : crsMissing
  return {
    known: only && !second ? 'guessed' : 'unknown',
    ...(only && !second && { crs: only.crs }),
    isCertain: false,
    candidates,
    others,
    faults: faults.length > 0 ? faults : [first],
  }
}
