import { expect, test } from 'vitest'
import { linesOf, readLines } from '../../../../web/pages/settings/holiday-lines.ts'

const TEXT = '2027-01-01 libur Tahun Baru 2027 Masehi\n2027-03-08 cuti Cuti bersama Nyepi'

test('lines are read as they are written', () => {
  const read = readLines(TEXT, '2027')
  expect(read).toEqual({
    days: [
      { date: '2027-01-01', name: 'Tahun Baru 2027 Masehi', kind: 'libur' },
      { date: '2027-03-08', name: 'Cuti bersama Nyepi', kind: 'cuti-bersama' },
    ],
  })
  expect('days' in read && linesOf({ ...read, source: '' })).toBe(TEXT)
})

test.each([
  '2027-02-30 libur Hari yang tidak ada',
  '2026-12-25 libur Tahun lain',
  '2027-08-17 Proklamasi tanpa jenis',
  '17-8-2027 libur Proklamasi',
])('a line that says no day of the year is named: %s', (line) => {
  expect(readLines(`${TEXT}\n\n${line}`, '2027')).toEqual({ wrong: line })
})
