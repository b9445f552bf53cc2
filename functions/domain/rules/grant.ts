import { STEP_LABELS } from '../grant.ts'
import { formatArea, formatDate, formatRupiah } from '../writing.ts'
import { monthsAfter } from './period.ts'
import { hasReached, hitIf, type Rule, rule } from './rule.ts'
import { pointerTo, stepOf } from './step.ts'

/** The order in which A06 expects the dates. */
const ORDER = ['nphd', 'bast', 'register', 'pengesahan', 'pencatatan'] as const

/** Rules on what the grant papers say, beside each other (A06, A08 to A10, A13, A14). */
export const grantRules: Rule[] = [
  rule({
    id: 'A06',
    severity: 'E',
    source: 'PMK 99/PMK.05/2017',
    find: ({ properties }) => {
      const dated = ORDER.flatMap((step) => {
        const { date } = stepOf(properties, step)
        return date === undefined ? [] : [{ step, date }]
      })
      return dated.flatMap(({ step, date }, i) => {
        const before = dated[i - 1]
        return before && before.date > date
          ? [{ pointer: `${pointerTo(step)}/date`, step, date, before }]
          : []
      })
    },
    message: ({ step, date, before }) => ({
      id: `Urutan tanggal tidak wajar: ${STEP_LABELS[step].id} ${formatDate(date, 'id')} mendahului ${STEP_LABELS[before.step].id} ${formatDate(before.date, 'id')}.`,
      en: `The dates are out of order: ${STEP_LABELS[step].en} of ${formatDate(date, 'en')} precedes ${STEP_LABELS[before.step].en} of ${formatDate(before.date, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan tanggal dengan dokumennya. Kalau dokumennya memang begitu, jelaskan di catatan langkah itu.',
      en: 'Asset officer: compare the dates with the papers. If the papers say so, explain in the note of that step.',
    },
  }),
  rule({
    id: 'A08',
    severity: 'W',
    source: 'internal',
    find: ({ properties }) => {
      const nphd = stepOf(properties, 'nphd')
      const bast = stepOf(properties, 'bast')
      const differ = (a?: number, b?: number) => a !== undefined && b !== undefined && a !== b
      return [
        ...(differ(nphd.areaM2, bast.areaM2)
          ? [
              {
                pointer: `${pointerTo('bast')}/areaM2`,
                write: formatArea,
                a: nphd.areaM2,
                b: bast.areaM2,
              },
            ]
          : []),
        ...(differ(nphd.valueIdr, bast.valueIdr)
          ? [
              {
                pointer: `${pointerTo('bast')}/valueIdr`,
                write: formatRupiah,
                a: nphd.valueIdr,
                b: bast.valueIdr,
              },
            ]
          : []),
      ]
    },
    message: ({ write, a = 0, b = 0 }) => ({
      id: `NPHD menyebut ${write(a, 'id')}, sedangkan BAST ${write(b, 'id')}.`,
      en: `The NPHD says ${write(a, 'en')}, the BAST ${write(b, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan dengan kedua dokumen. Kalau memang berbeda, minta pemberi hibah menjelaskan atau mengadendum.',
      en: 'Asset officer: compare with both papers. If they do differ, ask the grantor for an explanation or an addendum.',
    },
  }),
  rule({
    id: 'A09',
    severity: 'W',
    source: 'KIB Tanah no. 28',
    find: ({ properties: { grant } }) =>
      hitIf(grant?.grantor?.name === undefined, '#/properties/grant/grantor/name'),
    message: { id: 'Pemberi tanah belum disebut.', en: 'Who gave the land is not stated.' },
    cure: {
      id: 'Petugas BMN: tulis pemberi hibah (asal perolehan) seperti pada NPHD, BAST, atau KIB.',
      en: 'Asset officer: write the grantor as on the NPHD, the BAST or the KIB.',
    },
  }),
  rule({
    id: 'A10',
    severity: 'W',
    source: 'internal',
    find: ({ properties }) =>
      hitIf(
        hasReached(properties, 'nphd', 'bast', 'tercatat-bmn') &&
          properties.grant?.terms?.purpose === undefined,
        '#/properties/grant/terms/purpose',
      ),
    message: {
      id: 'Peruntukan menurut NPHD belum dicatat.',
      en: 'The purpose that the NPHD states is not recorded.',
    },
    cure: {
      id: 'Petugas BMN: salin peruntukan dari NPHD. Kalau NPHD tidak menyebutnya, tulis “tidak disebut”.',
      en: 'Asset officer: copy the purpose from the NPHD. If it states none, write “not stated”.',
    },
  }),
  rule({
    id: 'A13',
    severity: 'W',
    source: 'internal',
    find: ({ properties }) =>
      hasReached(properties, 'pinjam-pakai')
        ? (properties.bmnRecords ?? []).flatMap(({ nup }, i) =>
            nup === undefined ? [] : [{ pointer: `#/properties/bmnRecords/${i}/nup`, nup }],
          )
        : [],
    message: ({ nup }) => ({
      id: `Tanah ini berstatus pinjam pakai, jadi bukan BMN, tetapi dicatat dengan NUP ${nup}.`,
      en: `This land is on loan and so no state property, yet it is recorded as NUP ${nup}.`,
    }),
    cure: {
      id: 'Petugas BMN: kalau sudah dihibahkan, ubah status perolehan. Kalau belum, minta operator SAKTI mengoreksi pencatatan.',
      en: 'Asset officer: if the land was granted since, change the status of acquisition. If not, have the SAKTI operator correct the books.',
    },
  }),
  rule({
    id: 'A14',
    severity: 'W',
    source: 'internal',
    find: ({ properties, settings, today }) => {
      const months = settings.withoutBastMonths.value
      if (months === null) return []
      const step = hasReached(properties, 'usulan-hibah')
        ? ('usulan' as const)
        : hasReached(properties, 'nphd')
          ? ('nphd' as const)
          : null
      const date = step && stepOf(properties, step).date
      return step && date && monthsAfter(date, months) < today
        ? [{ pointer: pointerTo('bast'), step, date, months }]
        : []
    },
    message: ({ step, date, months }) => ({
      id: `${STEP_LABELS[step].id} bertanggal ${formatDate(date, 'id')}, lebih dari ${months} bulan lalu, dan BAST belum ada.`,
      en: `${STEP_LABELS[step].en} is dated ${formatDate(date, 'en')}, more than ${months} months ago, and there is no BAST yet.`,
    }),
    cure: {
      id: 'Kepala UPT: tanyakan kelanjutannya kepada pemberi hibah, lalu catat BAST atau jelaskan hambatannya.',
      en: 'Head of unit: ask the grantor how it goes on, then record the BAST or explain what stands in the way.',
    },
  }),
]
