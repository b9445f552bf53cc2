import { dayOf } from '../calendar.ts'
import { commodityOf } from '../commodities.ts'
import { bamaPercentOf, foodSums, talliesOf } from '../food.ts'
import type { ReportEntry } from '../report.ts'
import type { UseKind } from '../use.ts'
import { addDays } from '../working-days.ts'
import { formatDate, formatNumber } from '../writing.ts'
import { daysBetween, monthsAfter } from './period.ts'
import { type Rule, rule } from './rule.ts'
import { countedReports, isHarvest, type Told, toldIn } from './told.ts'

/** Kinds of use within the walls, where no session (sidang TPP) has to let anyone out. */
const WITHIN_WALLS: readonly UseKind[] = ['bangunan-upt', 'bengkel']

/** The figures of an entry as one text; '' where it tells of nothing grown. */
function figuresOf({ commodity, plantedM2, harvestedM2, harvest, went, soldIdr }: ReportEntry) {
  const isAny = [plantedM2, harvestedM2, harvest?.amount].some((figure) => (figure ?? 0) > 0)
  return isAny ? JSON.stringify([commodity, plantedM2, harvestedM2, harvest, went, soldIdr]) : ''
}

/** The entry on the same block in the report just before. */
const before = (told: Told, all: readonly Told[]): Told | undefined =>
  all
    .filter(
      ({ entry, report }) =>
        entry.block === told.entry.block && report.period.until < told.report.period.from,
    )
    .at(-1)

/** Rules on what a report says of a harvest, and when it came (G20, G22 to G26). */
export const reportRules: Rule[] = [
  rule({
    id: 'G20',
    severity: 'W',
    source: 'internal',
    find: (context) => {
      const all = toldIn(context)
      const most = context.settings.copiedDays.value
      return all.flatMap((told) => {
        const last = before(told, all)
        const figures = figuresOf(told.entry)
        return most !== null &&
          last &&
          figures !== '' &&
          figures === figuresOf(last.entry) &&
          daysBetween(last.report.period.until, told.report.period.from) <= most
          ? [{ pointer: told.pointer, until: last.report.period.until }]
          : []
      })
    },
    message: ({ until }) => ({
      id: `Semua angka sama dengan laporan sebelumnya (sampai ${formatDate(until, 'id')}).`,
      en: `Every figure is that of the report before (until ${formatDate(until, 'en')}).`,
    }),
    cure: {
      id: 'Petugas BMN: kalau tersalin, tarik laporan ini dan kirim angka periode ini. Kalau tidak ada yang berubah, pakai “Masih sama”.',
      en: 'Asset officer: if it was copied, withdraw this report and send the figures of this period. If nothing changed, use “Still the same”.',
    },
  }),
  rule({
    id: 'G22',
    severity: 'W',
    source: 'PMK 120 Tahun 2024',
    find: (context) => {
      const all = toldIn(context)
      const hasPhoto = ({ entry, report }: Told): boolean =>
        all.some(
          (other) =>
            other.entry.block === entry.block &&
            other.report.photos.length > 0 &&
            other.report.period.from <= report.period.until &&
            report.period.from <= other.report.period.until,
        )
      return all
        .filter((told) => isHarvest(told) && !hasPhoto(told))
        .map(({ pointer }) => ({ pointer: `${pointer}/harvest` }))
    },
    message: {
      id: 'Panen dilaporkan tanpa foto pada periode itu.',
      en: 'A harvest is reported without a photo in its period.',
    },
    cure: {
      id: 'Petugas BMN: kirim laporan dengan foto panen atau lahannya.',
      en: 'Asset officer: send a report with a photo of the harvest or its field.',
    },
  }),
  rule({
    id: 'G23',
    severity: 'W',
    source: 'internal',
    find: (context) => {
      const percent = context.settings.harvestPercent.value
      return toldIn(context).flatMap(({ entry: { harvest, went }, pointer }) => {
        if (percent === null || !harvest || !went) return []
        const { kitchen = 0, vendor = 0, sold = 0, stock = 0 } = went
        const total = kitchen + vendor + sold + stock
        return Math.abs(total - harvest.amount) > (harvest.amount * percent) / 100
          ? [{ pointer: `${pointer}/went`, total, harvest }]
          : []
      })
    },
    message: ({ total, harvest: { amount, unit } }) => ({
      id: `Dapur, penyedia bama, penjualan, dan stok berjumlah ${formatNumber(total, 'id', { most: 1 })} ${unit}, hasil panen ${formatNumber(amount, 'id', { most: 1 })} ${unit}.`,
      en: `Kitchen, vendor of bama, sales and stock add up to ${formatNumber(total, 'en', { most: 1 })} ${unit}, the harvest to ${formatNumber(amount, 'en', { most: 1 })} ${unit}.`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan ke mana hasil panen pergi; yang rusak atau hilang ditulis di kendala.',
      en: 'Asset officer: account for where the harvest went; what spoiled or was lost is told under obstacles.',
    },
  }),
  rule({
    id: 'G24',
    severity: 'I',
    source: 'kebijakan program pangan (5 % bama)',
    find: (context) => {
      const most = context.settings.bamaPercent.value
      const since = monthsAfter(context.today, -12)
      const isFood = (id: string | undefined): boolean =>
        commodityOf(context.commodities ?? [], id)?.group !== 'perkebunan'
      const tallies = countedReports(context)
        .filter(({ period }) => period.until > since)
        .map((report) => ({
          ...report,
          entries: report.entries.filter(({ commodity }) => isFood(commodity)),
        }))
        .flatMap(talliesOf)
      return foodSums(tallies.map(({ sums }) => sums)).harvests.flatMap((harvest) => {
        const percent = bamaPercentOf(harvest)
        return most !== null && percent !== null && percent < most && harvest.unit !== 'batang'
          ? [{ pointer: '#/reports', percent, most, unit: harvest.unit }]
          : []
      })
    },
    message: ({ percent, most, unit }) => ({
      id: `${formatNumber(percent, 'id', { most: 1 })} % hasil panen setahun terakhir (${unit}) sampai ke dapur atau penyedia bama; kebijakan: ${most} %.`,
      en: `${formatNumber(percent, 'en', { most: 1 })} % of the past year's harvest (${unit}) reached the kitchen or a vendor of bama; the policy is ${most} %.`,
    }),
    cure: {
      id: 'Kepala UPT: sepakati penyerapan dengan penyedia bama, dan pastikan laporan menyebut ke mana hasil panen pergi.',
      en: 'Head of unit: agree with the vendor of bama on what is taken, and see that reports tell where the harvest went.',
    },
  }),
  rule({
    id: 'G25',
    severity: 'W',
    source: 'UU 22 Tahun 2022; sidang TPP',
    find: (context) =>
      toldIn(context).flatMap(({ entry: { wbp = 0, tpp }, block, pointer }) =>
        wbp > 0 && !tpp && !(block && WITHIN_WALLS.includes(block.kind))
          ? [{ pointer: `${pointer}/tpp`, wbp }]
          : [],
      ),
    message: ({ wbp }) => ({
      id: `${wbp} WBP bekerja di luar tembok tanpa rujukan sidang TPP.`,
      en: `${wbp} inmates worked outside the walls without reference to a session of the TPP.`,
    }),
    cure: {
      id: 'Petugas BMN: tulis nomor dan tanggal sidang TPP pada laporan berikutnya; jangan pernah nama WBP.',
      en: 'Asset officer: give number and date of the TPP session in the next report; never the name of an inmate.',
    },
  }),
  rule({
    id: 'G26',
    severity: 'W',
    source: 'internal',
    find: (context) => {
      const days = context.settings.reportDays.value
      const late = countedReports(context).flatMap((report) =>
        days !== null && dayOf(new Date(report.at)) > addDays(report.period.until, days)
          ? [{ pointer: `#/reports/${report.id}`, last: addDays(report.period.until, days) }]
          : [],
      )
      const seen = new Set<string>()
      const twice = toldIn(context).flatMap(({ report, entry, pointer }) => {
        const { from, until } = report.period
        const key = [from, until, entry.block, entry.commodity].join(' ')
        const isTwice = seen.has(key)
        seen.add(key)
        return isTwice && !entry.same ? [{ pointer, last: undefined }] : []
      })
      return [...late, ...twice]
    },
    message: ({ last }) =>
      last === undefined
        ? {
            id: 'Blok, komoditas, dan periode ini sudah dilaporkan.',
            en: 'This block, commodity and period were reported before.',
          }
        : {
            id: `Laporan ini terlambat; batasnya ${formatDate(last, 'id')}.`,
            en: `This report is late; its last day was ${formatDate(last, 'en')}.`,
          },
    cure: {
      id: 'Petugas BMN: tarik laporan yang ganda; kirim laporan berikutnya pada waktunya.',
      en: 'Asset officer: withdraw the one that is double; send the next report in time.',
    },
  }),
]
