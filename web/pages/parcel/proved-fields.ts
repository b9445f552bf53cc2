import { type ParcelProperties, STEPS } from '../../../functions/domain/parcel.ts'
import type { ServedDocument } from '../../documents/calls.ts'
import { fieldLabel, valueWords } from './field-words.ts'
import { membersInFormOrder } from '../form-order.ts'

/** A part of the record under one heading, with what is named as its proof. */
export interface ProvedField {
  pointer: string
  /** Its fields and what they say, in words; none where nothing was entered. */
  values: [label: string, value: string][]
  /** Whether a document proves it. */
  isProof: (document: Pick<ServedDocument, 'id' | 'kind'>) => boolean
  /** Whether it should have a document. */
  needsProof: boolean
}

/** What stands beside the fields: their papers, and the ordinates, which the map shows. */
const BESIDE = /\/documents?$|\/boundarySource\/original$/

/** Fields of a part that say something of their own, in the order of the form: nothing empty. */
function told(entry: object, pointer: string): [string, string][] {
  return membersInFormOrder(entry).flatMap(([field, value]): [string, string][] => {
    const at = `${pointer}/${field}`
    if (BESIDE.test(at) || value === undefined || value === null) return []
    const label = fieldLabel(`/${field}`)
    if (Array.isArray(value)) {
      const words = value.map((one) => valueWords(at, one))
      return value.length > 0 ? [[label, words.join(', ')]] : []
    }
    if (typeof value === 'object' && Object.keys(value).every(isOwn))
      return told(value, at).map(([inner, words]) => [`${label}, ${inner}`, words])
    return [[label, valueWords(at, value)]]
  })
}

/** False for the marks of what is erased or withheld. */
const isOwn = (name: string): boolean => !/^(erased|personal|withheld)$/.test(name)

interface Entry {
  documents?: readonly string[] | undefined
  absent?: boolean | undefined
}

/** Everything that was entered, in the order of the form; parts without content have no values. */
export function provedFields(
  properties: ParcelProperties & { uptName?: string },
  areaWords: string | undefined,
): ProvedField[] {
  const { grant, statusPerolehan, titles, bmnRecords, legalProblems, note } = properties
  const steps = grant?.steps ?? {}
  const part = (
    pointer: string,
    values: [string, string][],
    isProof: ProvedField['isProof'] = () => false,
    needsProof = false,
  ): ProvedField => ({ pointer: `#${pointer}`, values, isProof, needsProof })
  const plain = (pointer: string, entry: object = {}, isProof?: ProvedField['isProof']) =>
    part(pointer, told(entry, pointer), isProof)
  /** Rows of a list, or one part without values where there is none. */
  const rows = <T extends object>(
    name: string,
    list: readonly T[] = [],
    of: (row: T) => [isProof: ProvedField['isProof'], needsProof: boolean],
  ): ProvedField[] =>
    list.length === 0
      ? [plain(`/properties/${name}`)]
      : list.map((row, i) => {
          const pointer = `/properties/${name}/${i}`
          return part(pointer, told(row, pointer), ...of(row))
        })
  const named =
    ({ documents = [] }: Entry) =>
    ({ id }: { id: string }) =>
      documents.includes(id)
  const ofKind =
    (wanted: string) =>
    ({ kind }: { kind: string }) =>
      kind === wanted
  const agreement = named(steps.nphd ?? {})
  const first: [string, string | undefined][] = [
    [fieldLabel('/upt'), properties.uptName ?? properties.upt],
    [fieldLabel('/name'), properties.name],
    [
      fieldLabel('/statusPerolehan'),
      statusPerolehan && valueWords('/statusPerolehan', statusPerolehan),
    ],
    [fieldLabel('/note'), note],
  ]
  return [
    part(
      '/properties/name',
      first.filter((row): row is [string, string] => row[1] !== undefined),
    ),
    plain('/properties/address', properties.address),
    plain('/properties/neighbours', properties.neighbours),
    plain('/properties/grant/grantor', grant?.grantor, agreement),
    ...STEPS.map((step) => {
      const entry = steps[step] ?? {}
      const pointer = `/properties/grant/steps/${step}`
      return part(pointer, told(entry, pointer), named(entry), entry.absent !== true)
    }),
    plain('/properties/grant/terms', grant?.terms, agreement),
    ...rows('titles', titles, (title) => [named(title), true]),
    ...rows('bmnRecords', bmnRecords, () => [ofKind('kib'), false]),
    plain('/properties/value', properties.value, ofKind('penilaian')),
    ...rows('legalProblems', legalProblems, () => [ofKind('perkara'), false]),
    part('/properties/boundarySource', [
      ...(areaWords ? [[fieldLabel('/areaM2'), areaWords] satisfies [string, string]] : []),
      ...told(properties.boundarySource ?? {}, '/properties/boundarySource'),
    ]),
  ]
}
