import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Language } from '../../functions/domain/phrase.ts'
import {
  differenceInWords,
  formatArea,
  formatDate,
  formatHectares,
  formatInstant,
  formatPercent,
  formatRupiah,
  formatTime,
  parseArea,
  parseRupiah,
} from '../../functions/domain/writing.ts'

const languages: Language[] = ['id', 'en']

describe('writing', () => {
  test.each([
    [formatArea(24_233.5, 'id'), '24.233,50 m²'],
    [formatArea(24_233.5, 'en'), '24,233.50 m²'],
    [formatArea(16_964, 'id'), '16.964 m²'],
    [formatArea(24_233.999, 'id'), '24.234 m²'],
    [formatHectares(24_233.5, 'id'), '2,42 ha'],
    [formatHectares(532, 'id'), '0,0532 ha'],
    [formatHectares(510_000, 'en'), '51 ha'],
    [formatRupiah(10_300_000_000, 'id'), 'Rp10.300.000.000'],
    [formatRupiah(10_300_000_000, 'en'), 'Rp10,300,000,000'],
    [formatPercent(-0.17606, 'id'), '−17,6 %'],
    [formatPercent(0.004, 'en'), '0.4 %'],
    [formatDate('2026-01-15', 'id'), '15 Januari 2026'],
    [formatDate('2026-01-15', 'en'), '15 January 2026'],
    [formatDate('segera', 'id'), 'segera'],
    [formatInstant('2026-01-15T03:20:00.000Z', 'id'), '15 Januari 2026, 10.20 WIB'],
    [formatInstant('2026-01-15T03:20:00.000Z', 'en', 'WIT'), '15 January 2026, 12:20 WIT'],
    [formatInstant('2026-01-15T17:00:00.000Z', 'id'), '16 Januari 2026, 00.00 WIB'],
    [formatTime('2026-01-15T03:42:00.000Z', 'id', 'WITA'), '11.42'],
  ])('%s', (written, expected) => {
    expect(written).toBe(expected)
  })

  test.each<[number, number, Language, string]>([
    [18_420, 18_500, 'id', '80 m² lebih kecil (0,4 %), dalam batas wajar'],
    [18_420, 18_500, 'en', '80 m² smaller (0.4 %), within tolerance'],
    [41_197, 50_000, 'id', '8.803 m² lebih kecil (−17,6 %)'],
    [41_197, 50_000, 'en', '8,803 m² smaller (−17.6 %)'],
    [1_916, 1_280, 'id', '636 m² lebih besar (+49,7 %)'],
    [500, 500, 'id', 'sama luas'],
    [500, 0, 'id', '500 m² lebih besar'],
  ])('%d beside %d in %s: %s', (measured, stated, language, words) => {
    expect(differenceInWords(measured, stated, language)).toBe(words)
  })
})

describe('parseArea', () => {
  test.each<[string, number]>([
    ['24.233,50 m²', 24_233.5],
    ['24.233,50', 24_233.5],
    ['24,233.50', 24_233.5],
    ['24233', 24_233],
    ['24 233,5', 24_233.5],
    ['24\u00a0233,5 m2', 24_233.5],
    ['16.964 M2', 16_964],
    ['163.734 meter persegi', 163_734],
    ['5 ha', 50_000],
    ['5,1 ha', 51_000],
    ['5,1 hektare', 51_000],
    ['20,5 Ha', 205_000],
    ['2.9 hektar', 29_000],
    ['± 51 ha', 510_000],
    ['3 are', 300],
    ['0,5 km²', 500_000],
    ['1.234.567', 1_234_567],
    ['0,01', 0.01],
    ['0.500 ha', 5_000],
  ])('%s', (text, m2) => {
    expect(parseArea(text)).toMatchObject({ ok: true, value: m2 })
  })

  test('a dot before three digits is a thousand, and the other reading is told', () => {
    expect(parseArea('18.420')).toEqual({
      ok: true,
      value: 18_420,
      alternatives: [18.42],
      note: expect.objectContaining({ id: 'Titik dibaca sebagai pemisah ribuan.' }),
    })
    expect(parseArea('5.123 ha')).toMatchObject({ value: 51_230_000, alternatives: [51_230] })
  })

  test('a dot before two digits can only be a decimal mark, and that is told', () => {
    const reading = parseArea('18.42')
    expect(reading).toMatchObject({ ok: true, value: 18.42 })
    expect(reading).toHaveProperty('note.id', 'Titik dibaca sebagai tanda desimal.')
    expect(reading).not.toHaveProperty('alternatives')
    expect(parseArea('24233.50')).toMatchObject({ value: 24_233.5 })
  })

  test('a comma before three digits is a decimal in Indonesian, a thousand in English', () => {
    expect(parseArea('18,420', 'id')).toMatchObject({ value: 18.42, alternatives: [18_420] })
    expect(parseArea('18,420', 'en')).toMatchObject({ value: 18_420, alternatives: [18.42] })
  })

  test('what is finer than a square decimetre is rounded, and that is told', () => {
    const reading = parseArea('24233,4567')
    expect(reading).toMatchObject({ value: 24_233.46 })
    expect(reading).toHaveProperty('note.en', 'Rounded to the square decimetre.')
  })

  test.each([
    '',
    '  ',
    'luas',
    '-5',
    '1.23.456',
    '12.34,5',
    '1,2,3',
    '5 hm',
    '5..1',
    '12,',
    '9'.repeat(50),
    '3.000.000 km²',
  ])('refuses %j with a reason', (text) => {
    const reading = parseArea(text)
    expect(reading.ok).toBe(false)
    expect(reading).toHaveProperty('reason.id')
    expect(reading).toHaveProperty('reason.en')
  })

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e12 }),
        fc.constantFrom(...languages),
        (dm2, language) => {
          const m2 = dm2 / 100
          const reading = parseArea(formatArea(m2, language), language)
          expect(reading).toMatchObject({ ok: true, value: m2 })
        },
      ),
    )
  })

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...languages), (text, language) => {
        parseArea(text, language)
        parseRupiah(text, language)
      }),
    )
  })
})

describe('parseRupiah', () => {
  test.each<[string, number]>([
    ['10,3 M', 10_300_000_000],
    ['Rp 10,3 M', 10_300_000_000],
    ['10,3M', 10_300_000_000],
    ['10.3 miliar', 10_300_000_000],
    ['10,3 Milyar', 10_300_000_000],
    ['172,66 M', 172_660_000_000],
    ['27,57 miliar', 27_570_000_000],
    ['2,3 T', 2_300_000_000_000],
    ['2,3 triliun', 2_300_000_000_000],
    ['450 jt', 450_000_000],
    ['450 juta rupiah', 450_000_000],
    ['750 rb', 750_000],
    ['Rp 1.250.000.000,00', 1_250_000_000],
    ['Rp1.250.000.000,-', 1_250_000_000],
    ['Rp. 1.250.000', 1_250_000],
    ['IDR 1,250,000.00', 1_250_000],
    ['10.300.000.000', 10_300_000_000],
    ['10.300', 10_300],
    ['0', 0],
  ])('%s', (text, rupiah) => {
    expect(parseRupiah(text)).toMatchObject({ ok: true, value: rupiah })
  })

  test('M is miliar, and that is told', () => {
    expect(parseRupiah('10,3 M')).toEqual({
      ok: true,
      value: 10_300_000_000,
      note: expect.objectContaining({ id: 'M dibaca miliar (ribu juta).' }),
    })
    expect(parseRupiah('10.3 M', 'en')).toMatchObject({
      value: 10_300_000_000,
      alternatives: [10_300_000],
    })
  })

  test('a plain amount with thousands has no second reading', () => {
    expect(parseRupiah('10.300')).toEqual({ ok: true, value: 10_300 })
    expect(parseRupiah('10.300 M')).toMatchObject({
      value: 10_300_000_000_000,
      alternatives: [10_300_000_000],
    })
  })

  test.each(['1.250,50', 'Rp', '10,3 B', '10.000 T', 'gratis', '-5', '1,23456789 jt'])(
    'refuses %j with a reason',
    (text) => {
      expect(parseRupiah(text)).toMatchObject({ ok: false, reason: { id: expect.any(String) } })
    },
  )

  test('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...languages), (rupiah, language) => {
        const reading = parseRupiah(formatRupiah(rupiah, language), language)
        expect(reading).toMatchObject({ ok: true, value: rupiah })
      }),
    )
  })
})
