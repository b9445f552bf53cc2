import { referenceArea } from '../areas.ts'
import { formatArea, formatPercent, formatRupiah } from '../writing.ts'
import { budgetYear } from './period.ts'
import { hasReached, type Rule, rule, type RuleContext } from './rule.ts'
import { pointerTo, stepOf } from './step.ts'

const AMOUNT = '#/properties/value/amountIdr'

/** The area by which value and price are held against each other. */
const areaOf = ({ properties, boundaryAreaM2 }: RuleContext): number | null =>
  referenceArea(properties)?.m2 ?? boundaryAreaM2

/** Rules on value (F01 to F04, F06, F07). */
export const valueRules: Rule[] = [
  rule({
    id: 'F01',
    severity: 'E',
    source: 'PMK 118/PMK.06/2017',
    find: ({ properties }) => {
      const amount = properties.value?.amountIdr
      const isWrong =
        amount === undefined ? hasReached(properties, 'bast', 'tercatat-bmn') : amount <= 1
      return isWrong ? [{ pointer: AMOUNT, amount }] : []
    },
    message: ({ amount }) =>
      amount === undefined
        ? { id: 'Nilai perolehan belum dicatat.', en: 'The value at acquisition is not recorded.' }
        : {
            id: `Nilai perolehan ${formatRupiah(amount, 'id')} bukan nilai sebenarnya.`,
            en: `A value at acquisition of ${formatRupiah(amount, 'en')} is no real value.`,
          },
    cure: {
      id: 'Petugas BMN: salin nilai dari BAST atau SIMAN. Kalau belum pernah dinilai, mohon penilaian ke KPKNL.',
      en: 'Asset officer: copy the value from BAST or SIMAN. If it was never valued, ask KPKNL for an appraisal.',
    },
  }),
  rule({
    id: 'F02',
    severity: 'W',
    source: 'KIB Tanah no. 30',
    find: (context) => {
      const { amountIdr, perM2Idr } = context.properties.value ?? {}
      const area = areaOf(context)
      const share = context.settings.valueShare.value
      if (!amountIdr || perM2Idr === undefined || area === null || share === null) return []
      const product = Math.round(perM2Idr * area)
      const off = product / amountIdr - 1
      return Math.abs(off) > share
        ? [{ pointer: '#/properties/value/perM2Idr', amountIdr, perM2Idr, area, product, off }]
        : []
    },
    message: ({ amountIdr, perM2Idr, area, product, off }) => ({
      id: `${formatRupiah(perM2Idr, 'id')} per m² kali ${formatArea(area, 'id')} menjadi ${formatRupiah(product, 'id')}, bukan ${formatRupiah(amountIdr, 'id')} (selisih ${formatPercent(off, 'id')}).`,
      en: `${formatRupiah(perM2Idr, 'en')} per m² times ${formatArea(area, 'en')} makes ${formatRupiah(product, 'en')}, not ${formatRupiah(amountIdr, 'en')} (off by ${formatPercent(off, 'en')}).`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan harga per m², luas, dan nilai dengan KIB.',
      en: 'Asset officer: compare price, area and value with the KIB.',
    },
  }),
  rule({
    id: 'F03',
    severity: 'W',
    source: 'KIB Tanah no. 31',
    find: ({ properties: { value }, documents }) =>
      value?.basis === 'taksiran' &&
      !Object.values(documents).some(
        ({ kind = '', withdrawn }) => withdrawn === undefined && /penilaian/.test(kind),
      )
        ? [{ pointer: '#/properties/value/basis' }]
        : [],
    message: {
      id: 'Nilainya taksiran, tetapi laporan penilaian belum diunggah.',
      en: 'The value is an appraisal, but no appraisal report was uploaded.',
    },
    cure: {
      id: 'Petugas BMN: unggah laporan penilaian, atau ganti dasar nilainya kalau berasal dari dokumen perolehan.',
      en: 'Asset officer: upload the report, or change the basis if the value comes from the papers of acquisition.',
    },
  }),
  rule({
    id: 'F04',
    severity: 'W',
    source: 'internal',
    find: (context) => {
      const { amountIdr, perM2Idr } = context.properties.value ?? {}
      const { leastPerM2Idr, mostPerM2Idr } = context.settings
      const area = areaOf(context)
      // Nothing or one rupiah is no price at all, and said elsewhere.
      const worked = amountIdr !== undefined && amountIdr > 1 && area ? amountIdr / area : undefined
      const price = perM2Idr ?? worked
      if (price === undefined) return []
      const isLow = leastPerM2Idr.value !== null && price < leastPerM2Idr.value
      const isHigh = mostPerM2Idr.value !== null && price > mostPerM2Idr.value
      const pointer = perM2Idr === undefined ? AMOUNT : '#/properties/value/perM2Idr'
      return isLow || isHigh ? [{ pointer, price: Math.round(price), isLow }] : []
    },
    message: ({ price, isLow }) => ({
      id: `Harga ${formatRupiah(price, 'id')} per m² ${isLow ? 'terlalu rendah' : 'terlalu tinggi'} untuk tanah: mungkin satuannya keliru (ribuan, juta, atau miliar).`,
      en: `A price of ${formatRupiah(price, 'en')} per m² is too ${isLow ? 'low' : 'high'} for land: its unit may be wrong (thousands, millions).`,
    }),
    cure: {
      id: 'Petugas BMN: periksa nilai dan luasnya. KIB A pemda menulis harga dalam ribuan rupiah.',
      en: 'Asset officer: check value and area. The regional KIB A gives prices in thousands of rupiah.',
    },
  }),
  rule({
    id: 'F06',
    severity: 'W',
    source: 'internal',
    find: ({ properties }) => {
      const records = properties.bmnRecords ?? []
      const bast = stepOf(properties, 'bast').valueIdr ?? stepOf(properties, 'nphd').valueIdr
      const values = records.flatMap(({ valueIdr }) => valueIdr ?? [])
      if (bast === undefined || values.length === 0 || values.length < records.length) return []
      const books = values.reduce((sum, value) => sum + value, 0)
      return books === bast ? [] : [{ pointer: `${pointerTo('bast')}/valueIdr`, bast, books }]
    },
    message: ({ bast, books }) => ({
      id: `Nilai pada dokumen hibah ${formatRupiah(bast, 'id')}, di SIMAN ${formatRupiah(books, 'id')}.`,
      en: `The grant papers say ${formatRupiah(bast, 'en')}, SIMAN ${formatRupiah(books, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan keduanya. Kalau SIMAN memuat nilai hasil revaluasi, tulis itu di catatan.',
      en: 'Asset officer: compare the two. If SIMAN holds a revalued amount, say so in the note.',
    },
  }),
  rule({
    id: 'F07',
    severity: 'I',
    source: 'internal',
    find: ({ properties: { value }, settings, today }) => {
      const years = settings.njopYears.value
      if (years === null) return []
      const year = value?.njopIdr === undefined ? null : (value.njopYear ?? null)
      const pointer = `#/properties/value/${year === null ? 'njopIdr' : 'njopYear'}`
      return year === null || budgetYear(today) - year > years ? [{ pointer, year }] : []
    },
    message: ({ year }) =>
      year === null
        ? {
            id: 'NJOP atau tahunnya belum dicatat.',
            en: 'The tax value (NJOP) or its year is not recorded.',
          }
        : {
            id: `NJOP yang dicatat dari tahun ${year}.`,
            en: `The tax value (NJOP) is that of ${year}.`,
          },
    cure: {
      id: 'Petugas BMN: salin NJOP terbaru dari SPPT PBB, kalau ada.',
      en: 'Asset officer: copy the latest tax value from the tax notice, if there is one.',
    },
  }),
]
