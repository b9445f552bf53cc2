import type { Phrase } from '../../functions/domain/phrase.ts'
import type { HarvestUnit } from '../../functions/domain/report.ts'
import type { Messages } from './phrase.ts'

/** Sentences of Ketahanan pangan. */
export const foodWords = {
  title: { id: 'Ketahanan pangan', en: 'Food' },
  place: { id: 'Pangan', en: 'Food' },
  lead: {
    id: 'Apa yang ditanam dan dipanen di tanah hibah, dan ke mana hasilnya pergi. Dijumlah dari laporan kegiatan unit.',
    en: 'What was planted and harvested on granted land, and where it went. Added up from the reports of the units.',
  },
  printedAt: (when: string) => ({ id: `Dicetak ${when}`, en: `Printed ${when}` }),
  shown: (name: string, from: string, until: string) => ({
    id: `${name}, ${from} sampai ${until}`,
    en: `${name}, ${from} to ${until}`,
  }),
  country: { id: 'Seluruh Indonesia', en: 'All of Indonesia' },
  reach: { id: 'Unit saya', en: 'My units' },
  filter: { id: 'Saring', en: 'Filter' },
  kanwil: { id: 'Kanwil', en: 'Kanwil' },
  allKanwil: { id: 'Semua Kanwil', en: 'Every Kanwil' },
  unit: { id: 'Unit', en: 'Unit' },
  allUnits: { id: 'Semua unit', en: 'Every unit' },
  from: { id: 'Dari bulan', en: 'From month' },
  until: { id: 'Sampai bulan', en: 'Until month' },
  print: { id: 'Cetak', en: 'Print' },
  csv: { id: 'Unduh CSV', en: 'Download CSV' },
  xlsx: { id: 'Unduh XLSX', en: 'Download XLSX' },
  planted: { id: 'Ditanam', en: 'Planted' },
  harvested: { id: 'Dipanen', en: 'Harvested' },
  harvest: { id: 'Hasil panen', en: 'Harvest' },
  kitchen: { id: 'Dapur', en: 'Kitchen' },
  vendor: { id: 'Penyedia bama', en: 'Vendor of bama' },
  sold: { id: 'Dijual', en: 'Sold' },
  stock: { id: 'Stok', en: 'In stock' },
  value: { id: 'Nilai jual', en: 'Revenue' },
  share: { id: 'Sampai ke dapur dan penyedia bama', en: 'Reached kitchens and vendors of bama' },
  shareShort: { id: 'Terserap', en: 'Absorbed' },
  policy: (percent: string) => ({
    id: `kebijakan: paling sedikit ${percent} %`,
    en: `policy: at least ${percent} %`,
  }),
  reached: { id: 'tercapai', en: 'met' },
  below: { id: 'belum tercapai', en: 'not met' },
  reporting: { id: 'Unit yang melapor', en: 'Units that reported' },
  ofUnits: (some: string, all: string) => ({ id: `${some} dari ${all}`, en: `${some} of ${all}` }),
  reports: { id: 'Laporan', en: 'Reports' },
  reportsOf: (count: string, isOne: boolean) => ({
    id: `${count} laporan`,
    en: isOne ? '1 report' : `${count} reports`,
  }),
  byUnit: { id: 'Menurut unit', en: 'By unit' },
  byCommodity: { id: 'Menurut komoditas', en: 'By commodity' },
  byMonth: { id: 'Panen menurut bulan', en: 'Harvest by month' },
  commodity: { id: 'Komoditas', en: 'Commodity' },
  commodityUnit: { id: 'Satuan', en: 'Unit of measure' },
  unnamed: { id: 'Tanpa komoditas', en: 'No commodity told' },
  none: {
    id: 'Belum ada laporan pada bulan-bulan ini',
    en: 'There are no reports of these months',
  },
  noneNext: {
    id: 'Pilih bulan atau tempat lain. Angka muncul begitu unit mengirim laporan kegiatan dari halaman bidangnya.',
    en: 'Choose other months or another place. Figures appear as soon as units send reports from the pages of their parcels.',
  },
  noHarvest: {
    id: 'Ada laporan, tetapi belum ada yang ditanam atau dipanen.',
    en: 'There are reports, but nothing was planted or harvested yet.',
  },
  more: (count: number) => ({ id: `Tampilkan ${count} lagi`, en: `Show ${count} more` }),
  fileName: (from: string, until: string) => ({
    id: `Ketahanan pangan ${from} sampai ${until}`,
    en: `Food ${from} to ${until}`,
  }),
  plantedM2: { id: 'Ditanam (m²)', en: 'Planted (m²)' },
  harvestedM2: { id: 'Dipanen (m²)', en: 'Harvested (m²)' },
  valueIdr: { id: 'Nilai jual (Rp)', en: 'Revenue (Rp)' },
  sharePercent: { id: 'Terserap (%)', en: 'Absorbed (%)' },
} satisfies Messages

/** Units of measure of a harvest. */
export const harvestUnits: Record<HarvestUnit, Phrase> = {
  kg: { id: 'kg', en: 'kg' },
  ekor: { id: 'ekor', en: 'head' },
  butir: { id: 'butir', en: 'pieces' },
  liter: { id: 'liter', en: 'litres' },
  batang: { id: 'batang', en: 'stems' },
}
