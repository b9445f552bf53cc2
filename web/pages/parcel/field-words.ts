import type { Phrase } from '../../../functions/domain/phrase.ts'
import { choiceNames, fieldNames } from '../../messages/fields.ts'
import { parcelWords, retirementNames } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import {
  grantorKindNames,
  legalProblemNames,
  originalPlaceNames,
  statusPerolehanNames,
  titleKindNames,
} from '../../messages/terms.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { formatArea, formatDate, formatInstant, formatNumber, formatRupiah } from '../../time.ts'

const SILENT = ['properties', 'steps', 'address', 'grant', 'value', 'boundarySource', 'use']
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const keysOf = (pointer: string): string[] =>
  pointer
    .replace(/^#/, '')
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Where in a record something stands, in words: "BAST · Nomor", "Sertipikat 2 · Luas". */
export function fieldLabel(pointer: string): string {
  const keys = keysOf(pointer)
  const words: string[] = []
  keys.forEach((key, index) => {
    const isLast = index === keys.length - 1
    if (/^\d+$/.test(key)) {
      if (!/^(coordinates)$/.test(keys[index - 1] ?? '') && words.length > 0)
        words.push(`${words.pop()} ${Number(key) + 1}`)
    } else if (key === 'coordinates' || (SILENT.includes(key) && !isLast)) return
    else if (UUID.test(key)) return
    else words.push(fieldNames[key] ? say(fieldNames[key]) : key)
  })
  return words.join(' · ') || say(parcelWords.wholeRecord)
}

/** Ordinates as they came run to pages; this many characters tell which they are. */
const MOST_ORDINATES = 80

type Table = Readonly<Record<string, Phrase>>

/** Tables of words by the name of the field; `kind` means something else in each place. */
function tableFor(keys: readonly string[]): Table {
  const last = keys.at(-1)
  if (last === 'state') return STATE_NAMES
  if (last === 'statusPerolehan') return statusPerolehanNames
  if (last === 'place') return originalPlaceNames
  if (last === 'kind' && keys.includes('titles')) return titleKindNames
  if (last === 'kind' && keys.includes('grantor')) return grantorKindNames
  if (last === 'kind' && keys.includes('legalProblems')) return legalProblemNames
  if (last === 'kind' && keys.includes('retirement')) return retirementNames
  if (last === 'kind' && keys.includes('documents')) return fieldNames
  return choiceNames
}

/** A recorded value in words: units, dates and choices as an officer writes them. */
export function valueWords(pointer: string, value: unknown): string {
  const keys = keysOf(pointer)
  const last = keys.at(-1) ?? ''
  if (value === null || value === undefined) return say(parcelWords.empty)
  if (typeof value === 'boolean') return say(value ? parcelWords.yes : parcelWords.no)
  if (typeof value === 'number') {
    if (last.endsWith('M2')) return formatArea(value)
    if (last.endsWith('Idr')) return formatRupiah(value)
    return /^(njopYear|epsg|nup)$/.test(last) ? String(value) : formatNumber(value)
  }
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value)
    if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value)) return formatInstant(value)
    if (last === 'boundary') return say(parcelWords.boundaryOf(value.slice(0, 8)))
    if (last === 'pointer') return fieldLabel(value)
    if (last === 'original' && value.length > MOST_ORDINATES)
      return `${value.slice(0, MOST_ORDINATES)}…`
    const words = tableFor(keys)[value]
    return words ? say(words) : value
  }
  if (isErased(value)) return say(parcelWords.erased)
  if (isWithheld(value)) return say(parcelWords.withheld)
  return Array.isArray(value) ? say(parcelWords.emptyList) : say(parcelWords.filled)
}

const isErased = (value: object): boolean => 'erased' in value
const isWithheld = (value: object): boolean => 'personal' in value || 'withheld' in value
