import { toSquareDecimetres } from '../area.ts'
import { type AreaSource, areasBySource, type SourcedArea } from '../areas.ts'
import type { ParcelProperties } from '../parcel.ts'
import type { Language, Phrase } from '../phrase.ts'
import { differenceInWords, formatArea, formatNumber } from '../writing.ts'
import { type Rule, rule, type RuleContext } from './rule.ts'

const SOURCES: Record<AreaSource, Phrase> = {
  NPHD: { id: 'NPHD', en: 'the NPHD' },
  BAST: { id: 'BAST', en: 'the BAST' },
  SERTIPIKAT: { id: 'sertipikat', en: 'the certificates' },
  SURAT_UKUR: { id: 'surat ukur', en: 'the surveys' },
  SIMAN: { id: 'SIMAN', en: 'SIMAN' },
  POLIGON: { id: 'batas yang digambar', en: 'the drawn boundary' },
}

const POINTERS: Record<AreaSource, string> = {
  NPHD: '#/properties/grant/steps/nphd/areaM2',
  BAST: '#/properties/grant/steps/bast/areaM2',
  SERTIPIKAT: '#/properties/titles',
  SURAT_UKUR: '#/properties/titles',
  SIMAN: '#/properties/bmnRecords',
  POLIGON: '#/geometry',
}

const areasOf = ({ properties, boundaryAreaM2, settings }: RuleContext): SourcedArea[] =>
  areasBySource(properties, boundaryAreaM2, settings.areaTolerance)

/** Every area that was typed in. */
function typedAreas(properties: ParcelProperties): { pointer: string; m2: number }[] {
  const { grant, titles = [], bmnRecords = [], legalProblems = [] } = properties
  const all: [pointer: string, m2: number | undefined][] = [
    ...Object.entries(grant?.steps ?? {}).map(([name, step]): [string, number | undefined] => [
      `#/properties/grant/steps/${name}/areaM2`,
      step?.areaM2,
    ]),
    ...titles.flatMap(({ areaM2, suratUkur }, i): [string, number | undefined][] => [
      [`#/properties/titles/${i}/areaM2`, areaM2],
      [`#/properties/titles/${i}/suratUkur/areaM2`, suratUkur?.areaM2],
    ]),
    ...bmnRecords.map(({ areaM2 }, i): [string, number | undefined] => [
      `#/properties/bmnRecords/${i}/areaM2`,
      areaM2,
    ]),
    ...legalProblems.map(({ areaM2 }, i): [string, number | undefined] => [
      `#/properties/legalProblems/${i}/areaM2`,
      areaM2,
    ]),
  ]
  return all.flatMap(([pointer, m2]) => (m2 === undefined ? [] : [{ pointer, m2 }]))
}

/** A rule on areas of `source` that differ beyond the tolerance from one of `against`. */
const differs = (
  id: string,
  ground: string,
  source: AreaSource,
  against: readonly AreaSource[],
): Rule =>
  rule({
    id,
    severity: 'W',
    source: ground,
    find: (context) => {
      const areas = areasOf(context)
      return areas.flatMap((area) => {
        const { comparedWith } = area
        const other = areas.find((candidate) => candidate.source === comparedWith)
        return area.source === source &&
          other !== undefined &&
          against.includes(other.source) &&
          area.withinTolerance === false
          ? [{ pointer: POINTERS[source], area, other, tolerance: context.settings.areaTolerance }]
          : []
      })
    },
    message: ({ area, other, tolerance }) => {
      const stated = (one: SourcedArea, language: Language): string =>
        `${SOURCES[one.source][language]} ${formatArea(one.m2, language)}`
      const words = (language: Language): string =>
        differenceInWords(area.m2, other.m2, language, tolerance)
      return {
        id: `Luas menurut ${stated(area, 'id')}, menurut ${stated(other, 'id')}: ${words('id')}.`,
        en: `Area by ${stated(area, 'en')}, by ${stated(other, 'en')}: ${words('en')}.`,
      }
    },
    cure: {
      id: 'Petugas BMN: periksa angka dan satuannya. Kalau memang berbeda (sungai, sisa belum bersertipikat, ukur ulang), jelaskan di catatan.',
      en: 'Asset officer: check figure and unit. If they do differ (a river, a part without certificate, a new survey), explain in the note.',
    },
  })

const TRAPS = [10_000, 1_000, 100] // ha for m², thousand dots, and percent or are

/** Rules on areas and how they agree (D01 to D06, D11). */
export const areaRules: Rule[] = [
  rule({
    id: 'D01',
    severity: 'B',
    source: 'internal',
    find: ({ properties }) =>
      typedAreas(properties).filter(({ m2 }) => !Number.isFinite(m2) || m2 <= 0),
    message: { id: 'Luas harus lebih dari nol.', en: 'An area must be more than nothing.' },
    cure: {
      id: 'Petugas BMN: tulis luas dalam m², dengan titik ribuan dan koma desimal, misalnya 24.233,50.',
      en: 'Asset officer: write the area in m², such as 24,233.50.',
    },
  }),
  rule({
    id: 'D02',
    severity: 'E',
    source: 'KIB Tanah no. 11-14',
    find: ({ properties: { bmnRecords = [] } }) =>
      bmnRecords.flatMap(({ areaM2, builtM2, facilitiesM2, vacantM2 }, i) => {
        if ([areaM2, builtM2, facilitiesM2, vacantM2].includes(undefined)) return []
        const whole = areaM2 ?? 0
        const parts = toSquareDecimetres((builtM2 ?? 0) + (facilitiesM2 ?? 0) + (vacantM2 ?? 0))
        return toSquareDecimetres(whole) === parts
          ? []
          : [{ pointer: `#/properties/bmnRecords/${i}/areaM2`, whole, parts }]
      }),
    message: ({ whole, parts }) => ({
      id: `Luas seluruhnya ${formatArea(whole, 'id')}, tetapi bangunan, sarana lingkungan, dan tanah kosong berjumlah ${formatArea(parts, 'id')}.`,
      en: `The whole is ${formatArea(whole, 'en')}, but built, facilities and vacant land add up to ${formatArea(parts, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan keempat luas dengan KIB.',
      en: 'Asset officer: compare the four areas with the KIB.',
    },
  }),
  differs('D03', 'internal', 'SERTIPIKAT', ['BAST', 'NPHD']),
  differs('D04', 'internal', 'SIMAN', ['SERTIPIKAT']),
  differs('D05', 'PMNA/KBPN 3/1997 (not confirmed)', 'POLIGON', ['SERTIPIKAT', 'SURAT_UKUR']),
  rule({
    id: 'D06',
    severity: 'E',
    source: 'internal',
    find: (context) => {
      const share = context.settings.unitTrapShare.value
      if (share === null) return []
      const areas = areasOf(context).filter(({ complete, m2 }) => complete && m2 > 0)
      return areas.flatMap((area, i) =>
        areas.slice(0, i).flatMap((other) => {
          const ratio = Math.max(area.m2, other.m2) / Math.min(area.m2, other.m2)
          const factor = TRAPS.find((trap) => Math.abs(ratio / trap - 1) <= share)
          return factor ? [{ pointer: POINTERS[area.source], area, other, factor }] : []
        }),
      )
    },
    message: ({ area, other, factor }) => ({
      id: `Luas menurut ${SOURCES[area.source].id} (${formatArea(area.m2, 'id')}) dan ${SOURCES[other.source].id} (${formatArea(other.m2, 'id')}) berbeda kira-kira ${formatNumber(factor, 'id')} kali: mungkin ha tertulis sebagai m².`,
      en: `The areas by ${SOURCES[area.source].en} (${formatArea(area.m2, 'en')}) and ${SOURCES[other.source].en} (${formatArea(other.m2, 'en')}) differ by a factor of about ${formatNumber(factor, 'en')}: ha may have been written as m².`,
    }),
    cure: {
      id: 'Petugas BMN: periksa satuan di kedua dokumen; 1 ha = 10.000 m².',
      en: 'Asset officer: check the unit in both papers; 1 ha = 10,000 m².',
    },
  }),
  rule({
    id: 'D11',
    severity: 'W',
    source: 'internal',
    find: (context) => {
      const { leastAreaM2, mostAreaM2 } = context.settings
      return areasOf(context).flatMap(({ source, m2 }) => {
        if (source === 'POLIGON') return [] // judged with the boundary as land
        const isSmall = leastAreaM2.value !== null && m2 < leastAreaM2.value
        const isLarge = mostAreaM2.value !== null && m2 > mostAreaM2.value
        return isSmall || isLarge ? [{ pointer: POINTERS[source], source, m2, isSmall }] : []
      })
    },
    message: ({ source, m2, isSmall }) => ({
      id: `Luas menurut ${SOURCES[source].id}, ${formatArea(m2, 'id')}, ${isSmall ? 'sangat kecil' : 'sangat besar'} untuk satu bidang.`,
      en: `The area by ${SOURCES[source].en}, ${formatArea(m2, 'en')}, is very ${isSmall ? 'small' : 'large'} for one parcel.`,
    }),
    cure: {
      id: 'Petugas BMN: periksa angka dan satuannya. Kalau benar, biarkan.',
      en: 'Asset officer: check figure and unit. If they are right, leave them.',
    },
  }),
]
