import { type Boundary, partsOf, type Position } from './boundary.ts'
import { pointer } from './fault.ts'
import type { Finding } from './finding.ts'
import { isWithin, LAND } from './indonesia.ts'

type Key = string | number

const isSwapped = ([lng, lat]: Position): boolean => isWithin(LAND, lat, lng)

const isNoDegree = ([lng, lat]: Position): boolean => Math.abs(lng) > 180 || Math.abs(lat) > 90

/** Corners of one kind: the first, where it stands, and how many. */
interface Group {
  first: Position
  keys: Key[]
  count: number
}

function swapped(group: Group, all: number, keys: readonly Key[]): Finding {
  const isAll = group.count === all
  const [lng, lat] = group.first
  return {
    rule: 'E04',
    severity: 'B',
    pointer: pointer(...(isAll ? keys : group.keys)),
    message: {
      id: `Bujur dan lintang tertukar pada ${isAll ? 'semua' : `${group.count} dari ${all}`} titik.`,
      en: `Longitude and latitude are swapped in ${isAll ? 'all' : `${group.count} of ${all}`} positions.`,
    },
    cure: {
      id: `Tulis bujur lebih dahulu, misalnya [${lat}, ${lng}]; setujui usul penukaran bila benar.`,
      en: `Write longitude first, such as [${lat}, ${lng}]; accept the proposed swap if it is right.`,
    },
  }
}

const notDegrees = (group: Group): Finding => ({
  rule: 'E02',
  severity: 'B',
  pointer: pointer(...group.keys),
  message: {
    id: `Titik [${group.first.join(', ')}] bukan bujur dan lintang dalam derajat.`,
    en: `The position [${group.first.join(', ')}] is no longitude and latitude in degrees.`,
  },
  cure: {
    id: 'Bila koordinatnya dalam meter (TM-3 atau UTM), ubah dahulu ke bujur dan lintang WGS 84.',
    en: 'If the coordinates are metres (TM-3 or UTM), convert them to WGS 84 longitude and latitude.',
  },
})

const outside = (group: Group, all: number): Finding => ({
  rule: 'E03',
  severity: 'B',
  pointer: pointer(...group.keys),
  message: {
    id: `${group.count} dari ${all} titik terletak di luar daratan Indonesia.`,
    en: `${group.count} of ${all} positions lie outside Indonesia.`,
  },
  cure: {
    id: 'Periksa angka bujur (95 sampai 141) dan lintang (-11 sampai 6), termasuk tanda minusnya.',
    en: 'Check longitude (95 to 141) and latitude (-11 to 6), minus signs included.',
  },
  place: group.first,
})

/**
 * Where the land is said to lie: corners outside Indonesia (E03), unless they are swapped (E04) or
 * no degrees at all (E02). One finding of each kind, at the first such corner.
 */
export function placeFindings(boundary: Boundary, keys: readonly Key[]): Finding[] {
  const groups: Partial<Record<'swapped' | 'notDegrees' | 'outside', Group>> = {}
  let all = 0
  partsOf(boundary).forEach((rings, part) => {
    rings.forEach((ring, r) => {
      ring.forEach((position, i) => {
        all++
        if (isWithin(LAND, ...position)) return
        const kind = isSwapped(position)
          ? 'swapped'
          : isNoDegree(position)
            ? 'notDegrees'
            : 'outside'
        const inPart = boundary.type === 'Polygon' ? [r, i] : [part, r, i]
        const group = (groups[kind] ??= { first: position, keys: [...keys, ...inPart], count: 0 })
        group.count++
      })
    })
  })
  return [
    ...(groups.swapped ? [swapped(groups.swapped, all, keys)] : []),
    ...(groups.notDegrees ? [notDegrees(groups.notDegrees)] : []),
    ...(groups.outside ? [outside(groups.outside, all)] : []),
  ]
}
