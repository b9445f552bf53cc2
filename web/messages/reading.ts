import type { Messages } from './phrase.ts'

/** Sentences about a file with boundaries: reading it, its coordinate system, its areas. */
export const readingWords = {
  drop: { id: 'Letakkan berkas di sini', en: 'Drop a file here' },
  fromSurveyor: { id: 'Berkas dari BPN atau juru ukur', en: 'A file from BPN or a surveyor' },
  choose: { id: 'Pilih berkas batas', en: 'Choose a boundary file' },
  kinds: {
    id: 'SHP (zip), KML, KMZ, GPX, GeoJSON, WKT, CSV; paling besar 20 MB.',
    en: 'SHP (zip), KML, KMZ, GPX, GeoJSON, WKT, CSV; at most 20 MB.',
  },
  orPaste: {
    id: 'Atau salin tabel titik lalu tempel (Ctrl+V).',
    en: 'Or copy a table of corners and paste it (Ctrl+V).',
  },
  several: {
    id: 'Beberapa berkas sekaligus tidak dibaca. Letakkan satu berkas saja; untuk SHP, satukan dulu .shp, .shx, .dbf dan .prj dalam satu zip.',
    en: 'Several files at once are not read. Drop one file; for SHP, first put .shp, .shx, .dbf and .prj into one zip.',
  },
  pastedName: { id: 'Titik yang ditempel', en: 'Pasted corners' },
  fileTooLarge: (name: string) => ({
    id: `${name} lebih besar dari 20 MB. Ekspor hanya bidang yang diperlukan, lalu coba lagi.`,
    en: `${name} is larger than 20 MB. Export only the parcel needed, then try again.`,
  }),
  sending: (name: string, share: string) => ({
    id: `Mengirim ${name}: ${share}`,
    en: `Sending ${name}: ${share}`,
  }),
  reading: (name: string) => ({ id: `Membaca ${name}…`, en: `Reading ${name}…` }),
  notRead: (name: string) => ({ id: `${name} tidak terbaca`, en: `${name} could not be read` }),
  stop: { id: 'Batalkan', en: 'Cancel' },
  close: { id: 'Tutup berkas ini', en: 'Close this file' },
  fromFile: (name: string) => ({ id: `Dari berkas ${name}`, en: `From the file ${name}` }),
  pickOther: { id: 'Pilih bidang lain dari berkas ini', en: 'Choose another area of this file' },

  result: { id: 'Isi berkas', en: 'What the file holds' },
  none: {
    id: 'Tidak ada bidang di berkas ini. Minta berkas yang memuat bidangnya (Polygon), bukan titik atau garis saja.',
    en: 'This file holds no area. Ask for one with the areas (Polygon), not points or lines alone.',
  },
  found: (count: number) => ({
    id: `${count} bidang di berkas ini. Pilih satu, dari daftar atau di peta.`,
    en: `${count} areas in this file. Choose one, in the list or on the map.`,
  }),
  moreFound: (count: number) => ({
    id: `${count} bidang lagi tidak ditampilkan. Ekspor bagian yang diperlukan saja.`,
    en: `${count} more areas are not shown. Export only the part that is needed.`,
  }),
  search: { id: 'Cari di daftar', en: 'Search the list' },
  noneFits: {
    id: 'Tidak ada yang cocok. Ubah kata carinya.',
    en: 'Nothing fits. Change the words.',
  },
  moreRows: (count: number) => ({
    id: `${count} lagi; persempit dengan mencari.`,
    en: `${count} more; narrow it by searching.`,
  }),
  areaNumber: (n: number) => ({ id: `Bidang ${n}`, en: `Area ${n}` }),
  corners: (n: number) => ({ id: `${n} titik`, en: `${n} ${n === 1 ? 'corner' : 'corners'}` }),
  faultCount: (n: number) => ({
    id: `${n} hal perlu diperiksa`,
    en: n === 1 ? '1 thing needs a look' : `${n} things need a look`,
  }),
  wantsSystem: { id: 'menunggu sistem koordinat', en: 'waits for its coordinate system' },
  chosen: { id: 'Bidang yang dipilih', en: 'The area chosen' },
  showPlace: { id: 'Tunjukkan di peta', en: 'Show on the map' },
  tm3: (zone: string, area: string) => ({
    id: `TM-3 zona ${zone}: ${area}`,
    en: `TM-3 zone ${zone}: ${area}`,
  }),

  system: { id: 'Sistem koordinat', en: 'Coordinate system' },
  declared: { id: 'tertulis di berkas', en: 'stated in the file' },
  prj: { id: 'dari berkas .prj', en: 'from its .prj file' },
  picked: { id: 'Anda yang memilih', en: 'chosen by you' },
  guessed: { id: 'dugaan dari angkanya', en: 'guessed from the numbers' },
  unknown: { id: 'tidak diketahui', en: 'not known' },
  systemMissing: {
    id: 'Sistem koordinat berkas tidak tertulis.',
    en: 'The file does not state its coordinate system.',
  },
  systemFits: (name: string, more: number) => ({
    id: `Angkanya cocok dengan ${name}, dan di sana bidang jatuh di wilayah alamatnya.${more ? ' Zona lain menaruhnya di tempat lain; lihat di peta.' : ''}`,
    en: `The numbers fit ${name}, where the area lies in the region of its address.${more ? ' Other zones put it elsewhere; see the map.' : ''}`,
  }),
  systemAsk: {
    id: 'Angka yang sama berarti tempat lain di tiap zona. Pilih zona menurut juru ukur atau sertipikatnya; titik di peta menunjukkan letaknya.',
    en: 'The same numbers mean another place in each zone. Choose the zone that the surveyor or the certificate names; the points on the map show where each puts it.',
  },
  systemPick: { id: 'Berkas ini memakai', en: 'This file uses' },
  fits: { id: 'di wilayah alamat bidang', en: 'in the region of its address' },
  fitsNot: { id: 'di luar wilayah alamat', en: 'outside the region of its address' },
  systemOther: { id: 'Pilih sistem koordinat lain', en: 'Choose another coordinate system' },
  systemUse: { id: 'Baca dengan sistem ini', en: 'Read it in this system' },
  systemChoose: { id: 'Pilih satu sistem dulu.', en: 'Choose one system first.' },

  shape: { id: 'Batas mana yang dipakai?', en: 'Which boundary is right?' },
  asInFile: { id: 'Seperti di berkas', en: 'As in the file' },
  swap: { id: 'Tukar bujur dan lintang', en: 'Swap longitude and latitude' },
  closeRing: { id: 'Tutup garisnya', en: 'Close the line' },
  zone: { id: 'Zona TM-3 lain', en: 'Another TM-3 zone' },
  utm: { id: 'Baca sebagai UTM', en: 'Read it as UTM' },
  repair: { id: 'Perbaiki garis yang bersilang', en: 'Mend the crossing lines' },
  shapeMissing: {
    id: 'Pilih dulu: seperti di berkas, atau usulannya.',
    en: 'Choose first: as in the file, or as proposed.',
  },
  use: { id: 'Pakai bidang ini', en: 'Use this area' },
  useProposal: { id: 'Pakai usulan ini', en: 'Use this proposal' },
  useAsIs: { id: 'Pakai seperti di berkas', en: 'Use as in the file' },
  used: (name: string) => ({
    id: `Batas diambil dari ${name}.`,
    en: `The boundary was taken from ${name}.`,
  }),
  unreadable: {
    id: 'Bidang ini tidak dapat dipakai seperti adanya.',
    en: 'This area cannot be used as it is.',
  },

  fills: { id: 'Isian dari berkas', en: 'Values from the file' },
  fillsHint: {
    id: 'Yang dicentang masuk ke formulir bersama batasnya. Nama pemilik dan NIK tidak dibaca.',
    en: 'What is ticked goes into the form with the boundary. Names of owners and their NIK are not read.',
  },
  fillReplaces: (value: string) => ({ id: `mengganti “${value}”`, en: `replaces “${value}”` }),

  originalWaits: {
    id: 'Berkas aslinya ikut tersimpan setelah draf punya unit dan nama.',
    en: 'Its original file is kept as well, once the draft has a unit and a name.',
  },
  originalGoes: { id: 'Berkas aslinya sedang dikirim…', en: 'Its original file is being sent…' },
  originalKept: (name: string) => ({
    id: `Berkas asli ${name} tersimpan.`,
    en: `The original file ${name} is kept.`,
  }),
  originalStopped: (name: string, why: string) => ({
    id: `Berkas asli ${name} belum tersimpan. ${why}`,
    en: `The original file ${name} is not kept yet. ${why}`,
  }),
  originalAgain: { id: 'Kirim lagi', en: 'Send it again' },

  before: { id: 'Seperti di berkas', en: 'As in the file' },
  after: { id: 'Usulan', en: 'Proposal' },
  selected: { id: 'Bidang dari berkas', en: 'Area of the file' },
  offMap: { id: 'di luar peta', en: 'off the map' },
  others: { id: 'Bidang lain di berkas', en: 'Other areas of the file' },
  legend: { id: 'Keterangan garis', en: 'Key to the lines' },
} satisfies Messages
