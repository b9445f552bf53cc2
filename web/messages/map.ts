import type { Use } from '../layers/status.ts'
import type { Phrase } from '../../functions/domain/phrase.ts'
import type { Messages } from './phrase.ts'

/** Names of the uses that the map tells apart. */
export const useNames: Record<Use, Phrase> = {
  digunakan: { id: 'Digunakan', en: 'In use' },
  'digunakan-sebagian': { id: 'Digunakan sebagian', en: 'Partly in use' },
  'dimanfaatkan-pihak-lain': { id: 'Dimanfaatkan pihak lain', en: 'Used by others' },
  'belum-terbukti': { id: 'Belum terbukti', en: 'Not proved' },
  'kosong-dengan-rencana': { id: 'Kosong, ada rencana', en: 'Vacant, with a plan' },
  'terindikasi-tidak-terpakai': {
    id: 'Terindikasi tidak terpakai (internal)',
    en: 'Seems unused (internal)',
  },
  'tanpa-laporan': { id: 'Belum ada laporan penggunaan', en: 'No report of use yet' },
}

/** Sentences of the map page and of every map. */
export const mapWords = {
  title: { id: 'Peta', en: 'Map' },
  mapLabel: {
    id: 'Peta bidang. Semua yang ada di peta juga ada di daftar.',
    en: 'Map of parcels. Everything on the map is in the list as well.',
  },
  oneMapLabel: { id: 'Peta batas bidang', en: 'Map of the parcel’s boundary' },
  zoomIn: { id: 'Perbesar', en: 'Zoom in' },
  zoomOut: { id: 'Perkecil', en: 'Zoom out' },
  showAll: { id: 'Lihat semua', en: 'Show all' },
  baseMap: (name: string) => ({ id: `Peta dasar: ${name}`, en: `Base map: ${name}` }),
  baseMapOff: { id: 'tidak dipakai', en: 'not used' },
  baseMapTitle: { id: 'Peta dasar', en: 'Base map' },
  baseMapNone: {
    id: 'Tanpa peta dasar. Tidak ada server luar yang tahu bidang mana yang dilihat.',
    en: 'No base map. No outside server learns which parcel is looked at.',
  },
  baseMapTells: (name: string, host: string) => ({
    id: `${name}. Server ${host} akan mengetahui daerah yang Anda lihat.`,
    en: `${name}. The server ${host} will learn which area you look at.`,
  }),
  baseMapsMissing: {
    id: 'Pemasangan ini tidak menawarkan peta dasar.',
    en: 'This installation offers no base map.',
  },
  coastlineFailed: {
    id: 'Garis pantai tidak termuat. Bidang tetap tampil.',
    en: 'The coastline did not load. Parcels are still shown.',
  },
  search: {
    id: 'Cari NUP, sertipikat, unit, atau tempat',
    en: 'Search NUP, certificate, unit or place',
  },
  searchShort: { id: 'Cari bidang atau tempat', en: 'Search parcel or place' },
  clearSearch: { id: 'Kosongkan pencarian', en: 'Clear the search' },
  filters: { id: 'Saringan', en: 'Filters' },
  kanwil: { id: 'Kanwil', en: 'Kanwil' },
  unit: { id: 'Unit', en: 'Unit' },
  state: { id: 'Status catatan', en: 'Record state' },
  use: { id: 'Penggunaan', en: 'Use' },
  idle: { id: 'BMN idle', en: 'Legal idle state' },
  problem: { id: 'Masalah hukum', en: 'Legal problem' },
  removeFilter: (name: string) => ({ id: `Hapus saringan ${name}`, en: `Remove filter ${name}` }),
  narrowChoices: (name: string) => ({ id: `Cari ${name}`, en: `Find ${name}` }),
  noChoice: { id: 'Tidak ada yang cocok.', en: 'Nothing matches.' },
  clearFilters: { id: 'Hapus semua saringan', en: 'Clear all filters' },
  chosen: { id: 'dipilih', en: 'chosen' },
  chosenCount: (n: number) => ({ id: `${n} dipilih`, en: `${n} chosen` }),
  count: (n: string) => ({ id: `${n} bidang`, en: `${n} parcels` }),
  countLoading: (n: string) => ({
    id: `${n} bidang sejauh ini, masih memuat…`,
    en: `${n} parcels so far, still loading…`,
  }),
  countOf: (n: string, all: string) => ({
    id: `${n} dari ${all} bidang`,
    en: `${n} of ${all} parcels`,
  }),
  countOfLoading: (n: string, all: string) => ({
    id: `${n} dari ${all} bidang sejauh ini, masih memuat…`,
    en: `${n} of ${all} parcels so far, still loading…`,
  }),
  announced: (n: string, area: string) => ({
    id: `${n} bidang ditemukan, ${area}.`,
    en: `${n} parcels found, ${area}.`,
  }),
  sortedBy: { id: 'Urutkan', en: 'Sort' },
  sortName: { id: 'menurut nama', en: 'by name' },
  sortArea: { id: 'menurut luas', en: 'by area' },
  sortUpdated: { id: 'terakhir diubah', en: 'last changed' },
  sortUnit: { id: 'menurut unit', en: 'by unit' },
  noBoundary: { id: 'batas belum ada', en: 'no boundary yet' },
  noBoundaryCount: (n: string) => ({
    id: `${n} bidang belum punya batas: ada di daftar, belum di peta.`,
    en: `${n} parcels have no boundary yet: in the list, not on the map.`,
  }),
  list: { id: 'Daftar bidang', en: 'List of parcels' },
  more: (n: string) => ({ id: `Tampilkan ${n} lagi`, en: `Show ${n} more` }),
  nothingTitle: { id: 'Tidak ada bidang yang cocok', en: 'No parcel matches' },
  nothingCure: {
    id: 'Periksa ejaan, kurangi saringan, atau cari dengan nama unit.',
    en: 'Check the spelling, use fewer filters, or search by the name of the unit.',
  },
  firstUseTitle: { id: 'Belum ada bidang tercatat', en: 'No parcel is recorded yet' },
  firstUseText: {
    id: 'Bidang muncul di sini begitu drafnya disimpan.',
    en: 'A parcel appears here as soon as its draft is saved.',
  },
  registerFirst: { id: 'Daftarkan bidang', en: 'Register a parcel' },
  partial: (n: string) => ({
    id: `Baru ${n} bidang termuat. Sisanya belum datang; jumlah dan peta belum lengkap.`,
    en: `Only ${n} parcels are loaded. The rest has not come; counts and map are incomplete.`,
  }),
  legend: { id: 'Keterangan', en: 'Legend' },
  legendUse: { id: 'Penggunaan (warna)', en: 'Use (colour)' },
  legendIdle: {
    id: 'Keadaan hukum BMN idle (tepi tebal)',
    en: 'Legal idle state (thick border)',
  },
  legendProblem: {
    id: 'Masalah hukum (arsir silang)',
    en: 'Legal problem (crossed lines)',
  },
  legendState: { id: 'Status catatan (garis tepi)', en: 'Record state (outline)' },
  clusterTitle: (n: number) => ({
    id: `${n} bidang; klik untuk mendekat`,
    en: `${n} parcels; click to go nearer`,
  }),
  closePanel: { id: 'Tutup bidang', en: 'Close the parcel' },
  panelLoading: { id: 'Memuat bidang…', en: 'Loading the parcel…' },
  boundaryArea: { id: 'Luas batas (elipsoid)', en: 'Area of boundary (ellipsoidal)' },
  certificateArea: { id: 'Luas sertipikat', en: 'Area on certificate' },
  simanArea: { id: 'Luas SIMAN', en: 'Area in SIMAN' },
  unknown: { id: 'belum diisi', en: 'not filled in' },
  openParcel: { id: 'Buka bidang', en: 'Open the parcel' },
  showOnMap: { id: 'Lihat di peta', en: 'Show on map' },
  opened: (name: string) => ({ id: `Bidang ${name} dibuka.`, en: `Parcel ${name} opened.` }),
  sheet: { id: 'Daftar dan bidang', en: 'List and parcel' },
  sheetPeek: { id: 'Sekarang kecil', en: 'Now small' },
  sheetHalf: { id: 'Sekarang setengah layar', en: 'Now half the screen' },
  sheetFull: { id: 'Sekarang layar penuh', en: 'Now the whole screen' },
  sheetHandle: {
    id: 'Tinggi lembar. Geser, atau pakai panah atas dan bawah.',
    en: 'Height of the sheet. Drag, or use the up and down arrows.',
  },
} satisfies Messages
