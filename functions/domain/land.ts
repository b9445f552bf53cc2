import { areaOf, toSquareDecimetres } from './area.ts'
import { type Boundary, partsOf } from './boundary.ts'
import { MOST_FAULTS, pointer } from './fault.ts'
import type { Finding } from './finding.ts'
import { placeFindings } from './landplace.ts'
import { ringFindings } from './landrings.ts'

/** A parcel beyond these is unusual enough to ask, in m² (rule D11). */
const SMALL_M2 = 10
const LARGE_M2 = 2_000_000

function areaFindings(boundary: Boundary, at: string): Finding[] {
  const m2 = areaOf(boundary)
  if (m2 === null) return []
  if (toSquareDecimetres(m2) === 0) {
    return [
      {
        rule: 'D01',
        severity: 'B',
        pointer: at,
        message: { id: 'Bidang ini tidak mempunyai luas.', en: 'This parcel has no area.' },
        cure: { id: 'Gambar ulang batas bidang.', en: 'Draw the boundary again.' },
      },
    ]
  }
  if (m2 >= SMALL_M2 && m2 <= LARGE_M2) return []
  const isSmall = m2 < SMALL_M2
  return [
    {
      rule: 'D11',
      severity: 'W',
      pointer: at,
      message: {
        id: `Luas bidang ${isSmall ? 'kurang dari 10 m²' : 'lebih dari 200 ha'}.`,
        en: `The parcel is ${isSmall ? 'smaller than 10 m²' : 'larger than 200 ha'}.`,
      },
      cure: {
        id: 'Periksa apakah seluruh titik batas benar.',
        en: 'Check that every corner is right.',
      },
    },
  ]
}

function shapeFindings(boundary: Boundary, at: string): Finding[] {
  const parts = partsOf(boundary)
  const holes = parts.reduce((sum, rings) => sum + rings.length - 1, 0)
  const shape = (id: string, en: string): Finding => ({
    rule: 'E13',
    severity: 'W',
    pointer: at,
    message: { id, en },
    cure: {
      id: 'Pastikan memang begitu di lapangan, misalnya karena sungai, jalan atau tanah pihak lain.',
      en: 'Make sure that it is so on the ground, as with a river, a road or another owner’s land.',
    },
  })
  return [
    ...(parts.length > 1
      ? [
          shape(
            `Bidang ini terdiri atas ${parts.length} bagian terpisah.`,
            `This parcel has ${parts.length} separate parts.`,
          ),
        ]
      : []),
    ...(holes > 0
      ? [
          shape(
            `Bidang ini memiliki ${holes} lubang di dalamnya.`,
            `This parcel has ${holes} ${holes === 1 ? 'hole' : 'holes'} in it.`,
          ),
        ]
      : []),
  ]
}

/**
 * What is wrong with a boundary as land: advice on a draft; at submission every finding of severity
 * `B` refuses it. Empty for a sound parcel. What is no boundary at all is told by `boundaryFaults`
 * and must not come here.
 *
 * Lines are judged as OGC Simple Features does: what is valid there is never refused for them, and
 * what is not is always found.
 */
export function landFindings(boundary: Boundary, at: readonly string[] = ['geometry']): Finding[] {
  const keys = [...at, 'coordinates']
  const whole = pointer(...keys)
  const place = placeFindings(boundary, keys)
  const isDegrees = place.every(({ rule }) => rule !== 'E02') // else its lines are not judged yet
  const rings = isDegrees ? ringFindings(boundary, keys).slice(0, MOST_FAULTS) : []
  const lines = [...place, ...rings]
  const isSound = lines.every(({ severity }) => severity === 'W' || severity === 'I')
  return [
    ...lines,
    ...(isSound ? areaFindings(boundary, whole) : []), // no area is right while the lines are wrong
    ...shapeFindings(boundary, whole),
  ]
}
