import { formatDate } from '../writing.ts'
import { monthsAfter } from './period.ts'
import { hasReached, type Rule, rule } from './rule.ts'
import { pointerTo, stepOf } from './step.ts'

/** Rules on the decision on use, the PSP (B23, B25). */
export const useDecisionRules: Rule[] = [
  rule({
    id: 'B23',
    severity: 'W',
    source: 'PMK 40 Tahun 2024 Ps. 11(1)',
    find: ({ properties, settings, today }) => {
      const months = settings.pspMonths.value
      const psp = stepOf(properties, 'psp')
      const isMissing = psp.number === undefined && psp.date === undefined
      if (months === null || !isMissing || !hasReached(properties, 'bast', 'tercatat-bmn'))
        return []
      const acquired =
        stepOf(properties, 'bast').date ??
        (properties.bmnRecords ?? []).flatMap((record) => record.acquired ?? []).sort()[0]
      return acquired !== undefined && monthsAfter(acquired, months) < today
        ? [{ pointer: pointerTo('psp'), acquired, months }]
        : []
    },
    message: ({ acquired, months }) => ({
      id: `PSP belum ada, padahal tanah diperoleh ${formatDate(acquired, 'id')}. PSP dimohon paling lambat ${months} bulan sesudahnya.`,
      en: `There is no PSP, though the land was acquired on ${formatDate(acquired, 'en')}. It is to be requested within ${months} months.`,
    }),
    cure: {
      id: 'Kepala UPT: mohon penetapan status penggunaan; tanpa sertipikat lampirkan SPTJ. Kalau sudah ada, petugas mencatat nomor dan tanggalnya.',
      en: 'Head of unit: request the use-status decision; without a certificate, enclose an SPTJ. If there is one, the officer records number and date.',
    },
  }),
  rule({
    id: 'B25',
    severity: 'E',
    source: 'internal',
    find: ({ properties }) => {
      const psp = stepOf(properties, 'psp').date
      const bast = stepOf(properties, 'bast').date
      return psp && bast && psp < bast ? [{ pointer: `${pointerTo('psp')}/date`, psp, bast }] : []
    },
    message: ({ psp, bast }) => ({
      id: `PSP bertanggal ${formatDate(psp, 'id')}, sebelum BAST ${formatDate(bast, 'id')}.`,
      en: `The PSP is dated ${formatDate(psp, 'en')}, before the BAST of ${formatDate(bast, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan kedua tanggal dengan dokumennya.',
      en: 'Asset officer: compare both dates with their papers.',
    },
  }),
]
