import { isCertificate, referenceArea } from './areas.ts'
import type { ParcelProperties } from './parcel.ts'
import { formatArea, formatDate, formatRupiah } from './writing.ts'

/** What stands in a letter where something has to be written by hand. */
export const BLANK = '................'

/** What a letter tells of a parcel, each value as it is written; what is not recorded is blank. */
export interface LetterFacts {
  parcel: string
  /** Name of the unit, and the Kanwil's, such as `Kantor Wilayah … Sumatera Utara`. */
  unit: string
  kanwil: string
  kodeBarang: string
  nup: string
  area: string
  /** Year and value of the acquisition. */
  year: string
  value: string
  condition: string
  address: string
  certificate: string
  psp: string
}

const CONDITIONS = {
  baik: 'baik',
  'rusak-ringan': 'rusak ringan',
  'rusak-berat': 'rusak berat',
} as const
export type Condition = keyof typeof CONDITIONS

/** A condition as the books write it. */
export const conditionName = (condition: Condition): string => CONDITIONS[condition]

const each = (values: readonly (string | undefined)[]): string => {
  const told = values.filter((value) => value !== undefined && value !== '')
  return told.length > 0 ? [...new Set(told)].join('; ') : BLANK
}

const addressOf = ({ address }: ParcelProperties): string => {
  const { street, rtRw, desa, kecamatan, kabupaten, provinsi } = address ?? {}
  const parts = [street, rtRw && `RT/RW ${rtRw}`, desa, kecamatan && `Kec. ${kecamatan}`]
  return [...parts, kabupaten, provinsi].filter((part) => part !== undefined).join(', ') || BLANK
}

/**
 * The facts of a parcel for its letters: by its papers, never its coordinates.
 * @param areaM2 area of the boundary in square metres, for land whose papers state none
 */
export function letterFacts(
  properties: ParcelProperties,
  { uptName, kanwilName, areaM2 }: { uptName: string; kanwilName: string; areaM2: number | null },
): LetterFacts {
  const { name, bmnRecords = [], titles = [], grant, value } = properties
  const m2 = referenceArea(properties)?.m2 ?? areaM2
  const worth = bmnRecords.some(({ valueIdr }) => valueIdr !== undefined)
    ? bmnRecords.reduce((sum, { valueIdr = 0 }) => sum + valueIdr, 0)
    : value?.amountIdr
  const psp = grant?.steps?.psp
  const handedOver = grant?.steps?.bast?.date
  return {
    parcel: name,
    unit: uptName,
    kanwil: kanwilName,
    kodeBarang: each(bmnRecords.map(({ kodeBarang }) => kodeBarang)),
    nup: each(bmnRecords.map(({ nup }) => nup?.toString())),
    area: m2 === null ? BLANK : formatArea(m2, 'id'),
    year: each(
      [...bmnRecords.map(({ acquired }) => acquired), handedOver].map((day) => day?.slice(0, 4)),
    ),
    value: worth === undefined ? BLANK : formatRupiah(worth, 'id'),
    condition: each(bmnRecords.map(({ condition }) => condition && conditionName(condition))),
    address: addressOf(properties),
    certificate: each(titles.filter(isCertificate).map(({ number }) => number)),
    psp: psp?.number
      ? `${psp.number}${psp.date ? ` tanggal ${formatDate(psp.date, 'id')}` : ''}`
      : BLANK,
  }
}
