import * as v from 'valibot'
import { Title } from '../domain/parcel.ts'
import type { Language, Phrase } from '../domain/phrase.ts'
import { bare } from './attributes.ts'
import type { FoundPolygon } from './inspection.ts'

type Fill = FoundPolygon['fills'][number]

/** Square metres, as a number or as somebody wrote them: `10326 m2`, `10.326,50`. */
function squareMetres(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  const [, number = ''] =
    /^([\d.,]+)\s*(?:m2|m²|m\^2)?$/i.exec(String(value).slice(0, 100).trim()) ?? []
  if (number === '') return undefined
  const isGrouped = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(number)
  return Number(isGrouped ? number.replaceAll('.', '').replace(',', '.') : number.replace(',', '.'))
}

/** A number that the land office writes with zeros in front, which a table may have lost. */
const nib = (value: unknown): string => {
  const digits = String(value).slice(0, 200).trim()
  return typeof value === 'number' && digits.length < 5 ? digits.padStart(5, '0') : digits
}
const words = (value: unknown): string => String(value).slice(0, 200).trim()

interface Field {
  names: RegExp
  pointer: string
  label: Phrase
  schema: v.GenericSchema<unknown, unknown>
  read: (value: unknown) => unknown
}

const { nibBidang, number, areaM2, suratUkur } = Title.entries
const survey = suratUkur.wrapped.entries

/** What the land office's attributes (10 letters in a shapefile) are for the form. */
const FIELDS: readonly Field[] = [
  {
    names: /^(nib|nibbidang|nomornib|nonib)$/,
    pointer: '/properties/titles/0/nibBidang',
    label: { id: 'NIB', en: 'NIB' },
    schema: nibBidang,
    read: nib,
  },
  {
    names:
      /^(nomorhak|nohak|nomorsertipikat|nosertipikat|nosertifikat|nomorsertifikat|nohakmilik)$/,
    pointer: '/properties/titles/0/number',
    label: { id: 'Nomor hak', en: 'Number of the title' },
    schema: number,
    read: words,
  },
  {
    names: /^(suratukur|nosuratukur|nomorsuratukur|nosu|nomorsu)$/,
    pointer: '/properties/titles/0/suratUkur/number',
    label: { id: 'Nomor surat ukur', en: 'Number of the survey' },
    schema: survey.number,
    read: words,
  },
  {
    names: /^(luastertul|luastertulis|luassertipikat|luassertifikat|luasshm|luashak)$/,
    pointer: '/properties/titles/0/areaM2',
    label: { id: 'Luas tertulis', en: 'Written area' },
    schema: areaM2,
    read: squareMetres,
  },
  {
    names: /^(luaspeta|luassuratukur|luasukur)$/,
    pointer: '/properties/titles/0/suratUkur/areaM2',
    label: { id: 'Luas peta', en: 'Map area' },
    schema: survey.areaM2,
    read: squareMetres,
  },
]

/** What the attributes of a shape say for fields of the form; only values that the form would take. */
export function fillsOf(all: Readonly<Record<string, unknown>>, language: Language): Fill[] {
  const names = Object.keys(all).slice(0, 200)
  return FIELDS.flatMap(({ names: known, pointer, label, schema, read }): Fill[] => {
    const name = names.find((each) => known.test(bare(each.slice(0, 100))))
    const value = name === undefined ? undefined : all[name]
    if (typeof value !== 'string' && typeof value !== 'number') return []
    const result = v.safeParse(schema, read(value))
    if (!result.success || result.output === undefined) return []
    return [{ pointer, label: label[language], value: result.output }]
  })
}
