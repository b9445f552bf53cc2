import { grantChain } from '../../../functions/domain/grant.ts'
import type { ParcelProperties } from '../../../functions/domain/parcel.ts'

const FIRST = ['name', 'upt', 'statusPerolehan', 'address', 'neighbours'] as const

/** Fields that a note can stand at, as pointers, in the order of the form. */
export function noteableFields(properties: ParcelProperties): string[] {
  const { titles = [], bmnRecords = [], legalProblems = [] } = properties
  const steps = grantChain(properties)
    .filter(({ step }) => step !== 'sertipikat')
    .flatMap(({ pointer, state }) =>
      state === 'documented' || state === 'stated'
        ? [`${pointer}/number`, `${pointer}/date`, `${pointer}/areaM2`, `${pointer}/documents`]
        : [pointer],
    )
  return [
    ...FIRST.map((field) => `#/properties/${field}`),
    '#/properties/grant/grantor',
    ...steps,
    '#/properties/grant/terms',
    ...titles.flatMap((_, i) =>
      ['number', 'holder', 'areaM2', 'nibBidang', 'suratUkur', 'documents'].map(
        (field) => `#/properties/titles/${i}/${field}`,
      ),
    ),
    ...(titles.length ? [] : ['#/properties/titles']),
    ...bmnRecords.flatMap((_, i) =>
      ['kodeBarang', 'nup', 'kodeRegister', 'areaM2'].map(
        (field) => `#/properties/bmnRecords/${i}/${field}`,
      ),
    ),
    ...(bmnRecords.length ? [] : ['#/properties/bmnRecords']),
    '#/properties/value',
    ...legalProblems.map((_, i) => `#/properties/legalProblems/${i}`),
    '#/geometry',
  ]
}
