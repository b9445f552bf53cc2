import { isCertificate } from './areas.ts'
import type { BmnRecord, ParcelProperties, Title } from './parcel.ts'

/** Rights by the ninth digit of a certificate number; 5 is not confirmed by a certificate seen. */
const RIGHTS = {
  '1': 'shm',
  '2': 'hgu',
  '3': 'hgb',
  '4': 'hak-pakai',
  '5': 'hpl',
  '7': 'shmsrs',
  '8': 'wakaf',
} as const
export type Right = (typeof RIGHTS)[keyof typeof RIGHTS]

/** What a certificate number tells. */
export type CertificateNumber =
  | {
      form: 'current'
      /** Region of the land office, such as `19.06.06.24`: no Kemendagri code, and no prefix of one. */
      kodeBpn: string
      /** The digit J, and the right that it stands for where that is known. */
      digit: string
      right: Right | null
      serial: string
      /** With its dots, such as `19.06.06.24.4.00027`. */
      display: string
    }
  | { form: 'old'; place: string | null }
  | { form: 'unknown' }

const CURRENT = /^(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d{2})\.?(\d)\.?(\d{5})$/
/** "HP No. 12/Desa X", "Hak Pakai Nomor 12 Desa X", "M.88/1975". */
const OLD =
  /^(?:sertip?[fi]?[a-z]*\s+)?(?:hak (?:pakai|milik|guna bangunan|guna usaha|pengelolaan)|s?hp|s?hgb|s?hgu|s?hm|hpl|m|b|p|u)\.?\s*(?:no(?:mor)?\.?|nomor:?)?\s*:?\s*\d{1,6}\s*(.*)$/i

/** Read a certificate number of either form: `PP.KK.CC.DD.J.NNNNN`, or the older words. */
export function parseCertificate(number: string): CertificateNumber {
  const text = number.trim()
  const [, pp, kk, cc, dd, digit = '', serial = ''] = CURRENT.exec(text.replace(/\s/g, '')) ?? []
  if (pp !== undefined)
    return {
      form: 'current',
      kodeBpn: `${pp}.${kk}.${cc}.${dd}`,
      digit,
      right: RIGHTS[digit as keyof typeof RIGHTS] ?? null,
      serial,
      display: `${pp}.${kk}.${cc}.${dd}.${digit}.${serial}`,
    }
  const old = OLD.exec(text)
  if (!old) return { form: 'unknown' }
  const place = (old[1] ?? '').replace(/^[\s/,.-]+/, '').trim()
  return { form: 'old', place: /[a-z]/i.test(place) ? place : null }
}

/** Kinds of number that one parcel holds alone unless a reason is given. */
export type NumberKind = 'bmn' | 'sertipikat' | 'nib' | 'register'
export const NUMBER_KINDS: readonly NumberKind[] = ['bmn', 'sertipikat', 'nib', 'register']

const fold = (value: string): string => value.toUpperCase().replace(/[\s.]/g, '')

/** Unit, kode barang and NUP with any of space, dot, slash or colon between them. */
const BMN = /^([0-9a-z-]+)[\s./:]+(2(?:\.?\d{2}){3}\.?\d{3})[\s./:]+(?:nup\s*)?0*(\d{1,6})$/i

/**
 * The one writing under which a number is held, so that `02.14.04.01.4.00027` and
 * `02140401400027` are the same. A `bmn` number is unit, kode barang and NUP, such as
 * `005011600401877000KD.2010104001.12`; the unit is kd_satker, or the id of the UPT in its place.
 */
export function normaliseNumber(kind: NumberKind, value: string): string {
  if (kind !== 'bmn') return fold(value)
  const [, unit = '', kodeBarang = '', nup = ''] = BMN.exec(value.trim()) ?? []
  if (unit === '') return fold(value)
  const isSatker = /^\d[0-9a-z]{19}$/i.test(unit)
  return `${isSatker ? unit.toUpperCase() : unit.toLowerCase()}.${fold(kodeBarang)}.${nup}`
}

/** A number that a parcel holds. */
export interface RecordNumber {
  kind: NumberKind
  /** Canonical: equal for every writing of the number. */
  value: string
  /** As people write it. */
  display: string
  /** RFC 6901 pointer in fragment form. */
  pointer: string
}

/** Where a number counts that is given out anew in every village: by the finest code known. */
function placeOf({ upt, address }: ParcelProperties, number?: string): string {
  const certificate = number === undefined ? undefined : parseCertificate(number)
  if (certificate?.form === 'current') return `BPN${certificate.kodeBpn}`
  return address?.kodeKemendagri ?? address?.kodeBpn ?? address?.kabupaten ?? upt
}

function ofTitle(properties: ParcelProperties, title: Title, pointer: string): RecordNumber[] {
  const { number, nibBidang } = title
  const held: RecordNumber[] = []
  if (number !== undefined && /\d/.test(number) && isCertificate(title)) {
    // "-" is how forms say that there is none
    const parsed = parseCertificate(number)
    // "HP No. 12" without its village exists all over the country: it is one only within a place.
    const suffix = parsed.form === 'old' && parsed.place === null ? `@${placeOf(properties)}` : ''
    const value = normaliseNumber('sertipikat', number + suffix)
    held.push({
      kind: 'sertipikat',
      value,
      display: parsed.form === 'current' ? parsed.display : number,
      pointer: `${pointer}/number`,
    })
  }
  if (nibBidang !== undefined) {
    // Five digits count within a village; fourteen are one in the country.
    const suffix = nibBidang.length === 14 ? '' : `@${placeOf(properties, number)}`
    const value = normaliseNumber('nib', nibBidang + suffix)
    held.push({ kind: 'nib', value, display: nibBidang, pointer: `${pointer}/nibBidang` })
  }
  return held
}

function ofRecord(upt: string, record: BmnRecord, pointer: string): RecordNumber[] {
  const { kdSatker, kodeBarang, nup, kodeRegister } = record
  const held: RecordNumber[] = []
  if (kodeBarang !== undefined && nup !== undefined)
    held.push({
      kind: 'bmn',
      value: normaliseNumber('bmn', `${kdSatker ?? upt}.${kodeBarang}.${nup}`),
      display: `${kodeBarang} NUP ${nup}`,
      pointer: `${pointer}/nup`,
    })
  if (kodeRegister !== undefined)
    held.push({
      kind: 'register',
      value: normaliseNumber('register', kodeRegister),
      display: kodeRegister,
      pointer: `${pointer}/kodeRegister`,
    })
  return held
}

/** Every number that this parcel holds, each once even where two of its entries carry it. */
export function numbersOf(properties: ParcelProperties): RecordNumber[] {
  const { upt, titles = [], bmnRecords = [] } = properties
  const all = [
    ...titles.flatMap((title, i) => ofTitle(properties, title, `#/properties/titles/${i}`)),
    ...bmnRecords.flatMap((record, i) => ofRecord(upt, record, `#/properties/bmnRecords/${i}`)),
  ]
  const first = new Map<string, RecordNumber>()
  for (const held of all) {
    const key = `${held.kind} ${held.value}`
    if (!first.has(key)) first.set(key, held)
  }
  return [...first.values()]
}
