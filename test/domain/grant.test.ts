import { expect, test } from 'vitest'
import { GLOSSARY } from '../../functions/domain/glossary.ts'
import { CHAIN, type ChainState, type ChainStep, grantChain } from '../../functions/domain/grant.ts'
import type { ParcelProperties } from '../../functions/domain/parcel.ts'

const file = '018f4f5e-0000-7000-8000-000000000001'
const base = { upt: 'lapas-kelas-iib-batang', name: 'Tanah hibah Pemkab Batang' }

const states = (properties: ParcelProperties): Record<ChainStep, ChainState> =>
  Object.fromEntries(grantChain(properties).map(({ step, state }) => [step, state])) as Record<
    ChainStep,
    ChainState
  >

test('the steps stand in their legal order', () => {
  expect(grantChain(base).map(({ step }) => step)).toEqual(CHAIN)
})

test('Batang: what is proved, told, declared absent and missing', () => {
  const chain = grantChain({
    ...base,
    statusPerolehan: 'tercatat-bmn',
    grant: {
      grantor: { name: 'Pemkab Batang', kind: 'pemkab' },
      steps: {
        persetujuan: { number: '170/12', documents: [file] },
        nphd: { absent: true },
        bast: { number: 'BAST/7', date: '2021-03-04' },
      },
    },
    titles: [{ number: '11.25.01.01.4.00001', issued: '2022-05-06', documents: [file] }],
    bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 4, recorded: '2021-04-05' }],
  })
  expect(chain.map(({ step, state, number, date }) => [step, state, number, date])).toEqual([
    ['usulan', 'missing', undefined, undefined],
    ['persetujuan', 'documented', '170/12', undefined],
    ['nphd', 'absent', undefined, undefined],
    ['bast', 'stated', 'BAST/7', '2021-03-04'],
    ['register', 'missing', undefined, undefined],
    ['pengesahan', 'missing', undefined, undefined],
    ['pencatatan', 'stated', '2.01.01.04.001 NUP 4', '2021-04-05'],
    ['sertipikat', 'documented', '11.25.01.01.4.00001', '2022-05-06'],
    ['psp', 'missing', undefined, undefined],
  ])
  const gaps = chain.filter(({ state, expected }) => state === 'missing' && expected)
  expect(gaps.map(({ step }) => step)).toEqual(['register', 'pengesahan', 'psp'])
})

test('land on loan is no state property: nothing from the register on applies', () => {
  const chain = states({
    ...base,
    statusPerolehan: 'pinjam-pakai',
    grant: { grantor: { name: 'Pemprov', kind: 'pemprov' } },
  })
  for (const step of CHAIN.slice(CHAIN.indexOf('register')))
    expect(chain[step]).toBe('not-applicable')
  expect(chain.persetujuan).toBe('missing')
})

test.each([
  ['pemkab', 'missing'],
  ['pemkot', 'missing'],
  ['pemprov', 'missing'],
  ['swasta', 'not-applicable'],
  ['perorangan', 'not-applicable'],
] as const)('approval of a grant from %s: %s', (kind, state) => {
  const grant = { grantor: { name: 'Pemberi', kind } }
  expect(states({ ...base, statusPerolehan: 'bast', grant }).persetujuan).toBe(state)
})

test('what is recorded shows even where the step does not apply', () => {
  const properties: ParcelProperties = {
    ...base,
    statusPerolehan: 'pinjam-pakai',
    bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 4 }],
  }
  expect(states(properties).pencatatan).toBe('stated')
})

test('a proposal expects nothing but the proposal', () => {
  const expected = grantChain({ ...base, statusPerolehan: 'usulan-hibah' }).filter(
    (l) => l.expected,
  )
  expect(expected.map(({ step }) => step)).toEqual(['usulan'])
})

test('every step of the chain is explained in both languages', () => {
  for (const step of CHAIN) {
    expect(GLOSSARY[step].id).not.toBe('')
    expect(GLOSSARY[step].en).not.toBe(GLOSSARY[step].id)
  }
})
