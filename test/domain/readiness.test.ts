import { describe, expect, test } from 'vitest'
import type { ParcelProperties } from '../../functions/domain/parcel.ts'
import { evaluate } from '../../functions/domain/rules/evaluate.ts'
import { readiness } from '../../functions/domain/rules/readiness.ts'
import { type Case, context, square } from './rule-context.ts'

const steps = '#/properties/grant/steps'

describe('readiness', () => {
  const ready: Case = {
    properties: {
      statusPerolehan: 'tercatat-bmn',
      address: { kabupaten: 'Kota Binjai' },
      grant: {
        grantor: { name: 'Pemerintah Kota Binjai', kind: 'pemkot' },
        steps: { nphd: { number: '1', date: '2021-03-04' }, bast: { absent: true } },
      },
      bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 12 }],
    },
    boundary: square([98.48531, 3.60012]),
    boundaryAreaM2: 18_420,
  }
  const faults = (of: Case): string[] => readiness(context(of)).map(({ pointer }) => pointer)
  const change = (properties: Partial<ParcelProperties>): Case => ({
    ...ready,
    properties: { ...ready.properties, ...properties },
  })

  test('papers without files and papers that do not exist are no hindrance', () => {
    expect(faults(ready)).toEqual([])
    expect(evaluate(context(ready)).map(({ rule }) => rule)).toContain('A01')
  })

  test('an empty draft learns everything at once', () => {
    expect(faults({})).toEqual([
      '#/properties/statusPerolehan',
      '#/properties/address/kabupaten',
      '#/geometry',
      '#/properties/grant/grantor/name',
      '#/properties/grant/grantor/kind',
    ])
  })

  // prettier-ignore
  test.each<[string, Case, string[]]>([
    ['no boundary', { ...ready, boundary: null }, ['#/geometry']],
    ['a code instead of a kabupaten', change({ address: { kodeKemendagri: '12.75' } }), []],
    ['neither NPHD nor BAST told', change({ grant: { grantor: { name: 'x', kind: 'swasta' } } }), [`${steps}/nphd`, `${steps}/bast`]],
    ['a note instead of them', change({ grant: { grantor: { name: 'x', kind: 'swasta' }, steps: { nphd: { note: 'sedang dicari' }, bast: { note: 'idem' } } } }), []],
    ['a number without date', change({ grant: { grantor: { name: 'x', kind: 'swasta' }, steps: { nphd: { number: '1' }, bast: { absent: true } } } }), [`${steps}/nphd`]],
    ['in the books without NUP', change({ bmnRecords: [{ kodeBarang: '2.01.01.04.001' }] }), ['#/properties/bmnRecords']],
    ['handed over, not in the books', change({ statusPerolehan: 'bast', bmnRecords: [] }), []],
    ['Plantungan: a proposal', change({ statusPerolehan: 'usulan-hibah', grant: { grantor: { name: 'Pemprov Jawa Tengah', kind: 'pemprov' } }, bmnRecords: [] }), []],
    ['Batang: on loan', change({ statusPerolehan: 'pinjam-pakai', grant: { grantor: { name: 'Pemkab Batang', kind: 'pemkab' } }, bmnRecords: [] }), []],
  ])('%s', (_, of, expected) => {
    expect(faults(of)).toEqual(expected)
  })

  test('what blocks says its rule', () => {
    const blocked = readiness(
      context(change({ boundarySource: { method: 'walked', surveyed: '2027-01-01' } })),
    )
    expect(blocked).toMatchObject([
      { rule: 'A07', pointer: '#/properties/boundarySource/surveyed' },
    ])
  })
})
