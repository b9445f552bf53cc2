import { describe, expect, test } from 'vitest'
import {
  normaliseNumber,
  type NumberKind,
  numbersOf,
  parseCertificate,
} from '../../functions/domain/certificate.ts'

describe('parseCertificate', () => {
  // Lapas Kolonodale, Lapas Penajam Paser Utara, and one of DIY.
  test.each([
    ['19.06.06.24.4.00027', '19.06.06.24', 'hak-pakai', '00027'],
    ['16.12.01.03.4.00013', '16.12.01.03', 'hak-pakai', '00013'],
    ['13051304400040', '13.05.13.04', 'hak-pakai', '00040'],
    [' 02.14.04.01.1.00027 ', '02.14.04.01', 'shm', '00027'],
    ['02.14.04.01.6.00027', '02.14.04.01', null, '00027'],
  ])('%s', (number, kodeBpn, right, serial) => {
    expect(parseCertificate(number)).toMatchObject({ form: 'current', kodeBpn, right, serial })
  })

  test.each([
    ['HP No. 12/Desa X', 'Desa X'],
    ['Hak Pakai Nomor 12 Desa Kolonodale', 'Desa Kolonodale'],
    ['SHM 88/1975', null],
    ['M.88/1975', null],
    ['hgb no 7', null],
  ])('%s has the old form', (number, place) => {
    expect(parseCertificate(number)).toEqual({ form: 'old', place })
  })

  test.each(['', '12', 'belum ada', '02.14.04.01.4.0002', '99.99'])('%j is none', (number) => {
    expect(parseCertificate(number)).toEqual({ form: 'unknown' })
  })
})

describe('normaliseNumber', () => {
  test.each<[NumberKind, string, string]>([
    ['sertipikat', '02.14.04.01.4.00027', '02140401400027'],
    ['sertipikat', '0214 0401 4 00027', '02140401400027'],
    ['sertipikat', 'hp no. 12 / desa x', 'HPNO12/DESAX'],
    ['nib', '02140401000027', '02140401000027'],
    ['register', '0f3a9c', '0F3A9C'],
    ['bmn', '005011600401877000KD.2.01.01.04.001.12', '005011600401877000KD.2010104001.12'],
    ['bmn', '005011600401877000kd/2010104001/0012', '005011600401877000KD.2010104001.12'],
    ['bmn', 'Lapas-Kelas-IIA-Binjai 2.01.01.04.001 NUP 12', 'lapas-kelas-iia-binjai.2010104001.12'],
  ])('%s %s', (kind, value, canonical) => {
    expect(normaliseNumber(kind, value)).toBe(canonical)
    expect(normaliseNumber(kind, canonical)).toBe(canonical)
  })
})

describe('numbersOf', () => {
  const upt = 'lapas-kelas-iia-binjai'

  test('names every number once, with its place', () => {
    expect(
      numbersOf({
        upt,
        name: 'Lahan SAE',
        titles: [
          { number: '02.14.04.01.4.00027', nibBidang: '02140401000027' },
          { number: '02140401400027' },
          { kind: 'girik', number: 'C 12' },
        ],
        bmnRecords: [
          { kodeBarang: '2.01.01.04.001', nup: 12, kodeRegister: 'ab'.repeat(16) },
          { kdSatker: '005011600401877000KD', kodeBarang: '2010104001', nup: 12 },
          { kodeBarang: '2.01.01.04.001' },
        ],
      }),
    ).toEqual([
      {
        kind: 'sertipikat',
        value: '02140401400027',
        display: '02.14.04.01.4.00027',
        pointer: '#/properties/titles/0/number',
      },
      {
        kind: 'nib',
        value: '02140401000027',
        display: '02140401000027',
        pointer: '#/properties/titles/0/nibBidang',
      },
      {
        kind: 'bmn',
        value: 'lapas-kelas-iia-binjai.2010104001.12',
        display: '2.01.01.04.001 NUP 12',
        pointer: '#/properties/bmnRecords/0/nup',
      },
      {
        kind: 'register',
        value: 'AB'.repeat(16),
        display: 'ab'.repeat(16),
        pointer: '#/properties/bmnRecords/0/kodeRegister',
      },
      {
        kind: 'bmn',
        value: '005011600401877000KD.2010104001.12',
        display: '2010104001 NUP 12',
        pointer: '#/properties/bmnRecords/1/nup',
      },
    ])
  })

  test('a number that each village gives out anew is one only within its place', () => {
    const inPlace = (kodeKemendagri: string) =>
      numbersOf({
        upt,
        name: 'x',
        address: { kodeKemendagri },
        titles: [{ number: 'HP No. 12', nibBidang: '00027' }],
      }).map(({ value }) => value)
    expect(inPlace('12.75.01.1001')).toEqual(inPlace('12.75.01.1001'))
    expect(inPlace('12.75.01.1001')).not.toEqual(inPlace('33.25.01.2001'))
  })
})
