import { toSquareDecimetres } from './decimetres.ts' // not by area.ts, which brings the schemas along
import type { ParcelProperties, Title } from './parcel.ts'

/** Where an area of a parcel is stated. The values are words of the record, so they stay. */
export type AreaSource = 'NPHD' | 'BAST' | 'SERTIPIKAT' | 'SURAT_UKUR' | 'SIMAN' | 'POLIGON'

/** How far two statements of one area may lie apart: the larger of both counts. */
export interface AreaTolerance {
  /** Factor k of k·√L, in metres: the result is in m² when L is. */
  rootFactor: number
  /** Share of the stated area, such as 0.01 for 1 %. */
  fraction: number
  source: string
  /** `internal`: no regulation in force was read that says so. */
  status: 'regulation' | 'internal'
}

/** The tolerance until headquarters sets one: max(0.5·√L m², 1 %). */
export const DEFAULT_AREA_TOLERANCE: AreaTolerance = {
  rootFactor: 0.5,
  fraction: 0.01,
  source: '0,5·√L: PMNA/KBPN 3/1997 (not confirmed); 1 %: internal',
  status: 'internal',
}

/** One area with what it is compared with. */
export interface SourcedArea {
  source: AreaSource
  /** Square metres, to the square decimetre. */
  m2: number
  /** Numbers of the documents that state it, comma separated; empty where they have none. */
  of: string
  /** False when one of several titles or records states no area, so that the sum is too small. */
  complete: boolean
  /** What each title, survey or record says, where there are several. */
  parts: readonly AreaPart[]
  /** The source that this area is held against; null for the first statement. */
  comparedWith: AreaSource | null
  /** This area less the compared one, in m²; null when there is nothing to compare. */
  differenceM2: number | null
  /** The difference in percent of the compared area, to one decimal. */
  differencePercent: number | null
  withinTolerance: boolean | null
}

/** What a single title, survey or book record says. */
export interface AreaPart {
  of: string
  m2: number
  /** RFC 6901 pointer in fragment form. */
  pointer: string
}

/** Whether two statements of an area differ by no more than the tolerance for `statedM2`. */
export const isWithinTolerance = (
  measuredM2: number,
  statedM2: number,
  { rootFactor, fraction }: AreaTolerance = DEFAULT_AREA_TOLERANCE,
): boolean =>
  Math.abs(toSquareDecimetres(measuredM2 - statedM2)) <=
  Math.max(rootFactor * Math.sqrt(statedM2), fraction * statedM2)

/** Whether this is a certificate, not a girik or a deed of sale, which state no surveyed area. */
export const isCertificate = ({ kind, number, areaM2 }: Title): boolean =>
  kind !== 'girik' && kind !== 'ajb' && (number !== undefined || areaM2 !== undefined)

type Stated = Pick<SourcedArea, 'source' | 'm2' | 'of' | 'complete' | 'parts'>

function sum(source: AreaSource, entries: (Omit<AreaPart, 'm2'> & { m2?: number })[]): Stated[] {
  const parts = entries.flatMap(({ m2, ...rest }) => (m2 === undefined ? [] : [{ ...rest, m2 }]))
  if (parts.length === 0) return []
  return [
    {
      source,
      m2: toSquareDecimetres(parts.reduce((total, { m2 }) => total + m2, 0)),
      of: entries
        .map(({ of }) => of)
        .filter((of) => of !== '')
        .join(', '),
      complete: parts.length === entries.length,
      parts,
    },
  ]
}

function stated(properties: ParcelProperties, boundaryAreaM2: number | null): Stated[] {
  const { grant, titles = [], bmnRecords = [], boundarySource } = properties
  const step = (name: 'nphd' | 'bast', source: AreaSource): Stated[] =>
    sum(source, [
      {
        of: grant?.steps?.[name]?.number ?? '',
        m2: grant?.steps?.[name]?.areaM2,
        pointer: `#/properties/grant/steps/${name}/areaM2`,
      },
    ])
  const certificates = titles
    .map((title, index) => ({ title, pointer: `#/properties/titles/${index}` }))
    .filter(({ title }) => isCertificate(title))
  return [
    ...step('nphd', 'NPHD'),
    ...step('bast', 'BAST'),
    ...sum(
      'SERTIPIKAT',
      certificates.map(({ title: { number = '', areaM2: m2 }, pointer }) => ({
        of: number,
        m2,
        pointer: `${pointer}/areaM2`,
      })),
    ),
    ...sum(
      'SURAT_UKUR',
      certificates.map(({ title: { suratUkur }, pointer }) => ({
        of: suratUkur?.number ?? '',
        m2: suratUkur?.areaM2,
        pointer: `${pointer}/suratUkur/areaM2`,
      })),
    ),
    ...sum(
      'SIMAN',
      bmnRecords.map(({ kodeBarang, nup, areaM2: m2 }, index) => ({
        of: [kodeBarang, nup === undefined ? undefined : `NUP ${nup}`].filter(Boolean).join(' '),
        m2,
        pointer: `#/properties/bmnRecords/${index}/areaM2`,
      })),
    ),
    ...(boundaryAreaM2 === null
      ? []
      : sum('POLIGON', [
          { of: boundarySource?.fileName ?? '', m2: boundaryAreaM2, pointer: '#/geometry' },
        ])),
  ]
}

/** What each source is held against: the first of these that states an area in full. */
const AGAINST: Record<AreaSource, AreaSource[]> = {
  NPHD: [],
  BAST: ['NPHD'],
  SERTIPIKAT: ['BAST', 'NPHD'],
  SURAT_UKUR: ['SERTIPIKAT', 'BAST', 'NPHD'],
  SIMAN: ['SERTIPIKAT', 'BAST', 'NPHD'],
  POLIGON: ['SERTIPIKAT', 'SURAT_UKUR', 'SIMAN', 'BAST', 'NPHD'],
}

/**
 * Every area that the record states, in the order of the papers, each with its difference.
 *
 * `boundaryAreaM2` is the ellipsoidal area of the boundary, null where there is none. Certificates
 * and book records are added up; a sum that lacks a part is shown but compared with nothing.
 */
export function areasBySource(
  properties: ParcelProperties,
  boundaryAreaM2: number | null,
  tolerance: AreaTolerance = DEFAULT_AREA_TOLERANCE,
): SourcedArea[] {
  const all = stated(properties, boundaryAreaM2)
  return all.map((area) => {
    const other = AGAINST[area.source]
      .map((source) => all.find((candidate) => candidate.source === source && candidate.complete))
      .find((candidate) => candidate !== undefined)
    if (!other || !area.complete)
      return {
        ...area,
        comparedWith: null,
        differenceM2: null,
        differencePercent: null,
        withinTolerance: null,
      }
    const differenceM2 = toSquareDecimetres(area.m2 - other.m2)
    return {
      ...area,
      comparedWith: other.source,
      differenceM2,
      differencePercent: Math.round((differenceM2 / other.m2) * 1000) / 10,
      withinTolerance: isWithinTolerance(area.m2, other.m2, tolerance),
    }
  })
}

/** Which statement counts when areas of many parcels are added up, the first one first. */
const PRECEDENCE: AreaSource[] = ['SIMAN', 'SERTIPIKAT', 'BAST', 'NPHD']

/** The area by which a parcel counts in totals, with its source; null when no paper states one in full. */
export function referenceArea(
  properties: ParcelProperties,
): { source: AreaSource; m2: number } | null {
  const all = stated(properties, null)
  for (const source of PRECEDENCE) {
    const area = all.find((candidate) => candidate.source === source && candidate.complete)
    if (area) return { source, m2: area.m2 }
  }
  return null
}
