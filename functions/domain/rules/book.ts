import type { BmnRecord, ParcelProperties } from '../parcel.ts'
import { formatArea, formatDate } from '../writing.ts'
import { daysBetween, monthsAfter } from './period.ts'
import { hasReached, type Rule, rule } from './rule.ts'
import { stepOf } from './step.ts'

const recordsOf = ({ bmnRecords = [] }: ParcelProperties): (BmnRecord & { pointer: string })[] =>
  bmnRecords.map((record, i) => ({ ...record, pointer: `#/properties/bmnRecords/${i}` }))

/** Rules on the books of state property, SAKTI and SIMAN (C01, C07, C10, C11, C14). */
export const bookRules: Rule[] = [
  rule({
    id: 'C01',
    severity: 'B',
    source: 'PMK 29/PMK.06/2010',
    find: ({ properties }) =>
      recordsOf(properties).flatMap(({ kodeBarang, pointer }) =>
        kodeBarang !== undefined && !/^2\d{9}$/.test(kodeBarang.replace(/\./g, ''))
          ? [{ pointer: `${pointer}/kodeBarang`, kodeBarang }]
          : [],
      ),
    message: ({ kodeBarang }) => ({
      id: `Kode barang ${kodeBarang} bukan kode tanah: harus 10 angka dan diawali 2.`,
      en: `Asset code ${kodeBarang} is no code of land: it needs ten digits, the first a 2.`,
    }),
    cure: {
      id: 'Petugas BMN: salin kode barang dari KIB atau SIMAN, misalnya 2.01.01.04.001.',
      en: 'Asset officer: copy the code from KIB or SIMAN, such as 2.01.01.04.001.',
    },
  }),
  rule({
    id: 'C07',
    severity: 'W',
    source: 'internal',
    find: ({ properties, settings, today }) => {
      const most = settings.unrecordedDays.value
      const { date } = stepOf(properties, 'bast')
      const isRecorded = recordsOf(properties).some(({ nup }) => nup !== undefined)
      if (most === null || date === undefined || isRecorded) return []
      const days = daysBetween(date, today)
      return hasReached(properties, 'bast', 'tercatat-bmn') && days > most
        ? [{ pointer: '#/properties/bmnRecords', date, days }]
        : []
    },
    message: ({ date, days }) => ({
      id: `Tanah diserahkan ${formatDate(date, 'id')} (${days} hari lalu), tetapi belum tercatat di SIMAN.`,
      en: `The land was handed over on ${formatDate(date, 'en')} (${days} days ago) but is not in SIMAN.`,
    }),
    cure: {
      id: 'Operator SAKTI: catat sebagai Hibah Masuk, lalu petugas mengisi kode barang dan NUP di sini.',
      en: 'SAKTI operator: enter it as a grant received; then the officer enters asset code and NUP here.',
    },
  }),
  rule({
    id: 'C10',
    severity: 'E',
    source: 'internal',
    find: ({ properties }) => {
      const bast = stepOf(properties, 'bast').date
      return recordsOf(properties).flatMap(({ acquired, pointer }) =>
        bast !== undefined && acquired !== undefined && acquired !== bast
          ? [{ pointer: `${pointer}/acquired`, acquired, bast }]
          : [],
      )
    },
    message: ({ acquired, bast }) => ({
      id: `Tanggal perolehan di SIMAN ${formatDate(acquired, 'id')}, sedangkan BAST ${formatDate(bast, 'id')}.`,
      en: `SIMAN gives ${formatDate(acquired, 'en')} as the day of acquisition, the BAST ${formatDate(bast, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan dengan BAST. Kalau SIMAN yang keliru, minta operator mengoreksi.',
      en: 'Asset officer: compare with the BAST. If SIMAN is wrong, have the operator correct it.',
    },
  }),
  rule({
    id: 'C11',
    severity: 'W',
    source: 'internal',
    find: ({ properties, settings }) => {
      const months = settings.recordedMonths.value
      return recordsOf(properties).flatMap(({ acquired, recorded, pointer }) => {
        if (acquired === undefined || recorded === undefined) return []
        const isEarly = recorded < acquired
        const isLate = months !== null && recorded > monthsAfter(acquired, months)
        return isEarly || isLate
          ? [{ pointer: `${pointer}/recorded`, acquired, recorded, isEarly }]
          : []
      })
    },
    message: ({ acquired, recorded, isEarly }) => ({
      id: `Tanggal rekam ${formatDate(recorded, 'id')} ${isEarly ? 'mendahului' : 'lama sesudah'} tanggal perolehan ${formatDate(acquired, 'id')}.`,
      en: `The entry of ${formatDate(recorded, 'en')} ${isEarly ? 'precedes' : 'follows long after'} the acquisition of ${formatDate(acquired, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: periksa kedua tanggal di SIMAN. Kalau benar, jelaskan di catatan.',
      en: 'Asset officer: check both dates in SIMAN. If they are right, explain in the note.',
    },
  }),
  rule({
    id: 'C14',
    severity: 'W',
    source: 'internal',
    find: ({ properties }) => {
      const records = recordsOf(properties)
      return records.flatMap(({ areaM2, nup, pointer }, i) => {
        const twin = records
          .slice(0, i)
          .find((other) => areaM2 !== undefined && other.areaM2 === areaM2 && other.nup !== nup)
        return twin && areaM2 !== undefined
          ? [{ pointer, areaM2, nup: nup ?? '–', other: twin.nup ?? '–' }]
          : []
      })
    },
    message: ({ areaM2, nup, other }) => ({
      id: `NUP ${other} dan NUP ${nup} sama-sama seluas ${formatArea(areaM2, 'id')} dari BAST yang sama: mungkin tercatat dua kali.`,
      en: `NUP ${other} and NUP ${nup} both have ${formatArea(areaM2, 'en')} from one BAST: they may be one entry made twice.`,
    }),
    cure: {
      id: 'Petugas BMN: bandingkan kedua KIB. Kalau ganda, minta operator SAKTI menghapus yang keliru.',
      en: 'Asset officer: compare both KIB. If it is one entry twice, have the SAKTI operator delete the wrong one.',
    },
  }),
]
