import type { Messages } from './phrase.ts'

/** Sentences of the third step: drawing, files, corners and areas. */
export const boundaryForm = {
  title: { id: 'Batas bidang', en: 'Boundary of the parcel' },
  lead: {
    id: 'Letakkan berkas dari BPN atau juru ukur di sini, gambar di peta, atau tempel titik sudut. Boleh menyusul.',
    en: 'Drop the file of the land office or surveyor here, draw on the map, or paste the corners. It can follow later.',
  },
  map: { id: 'Peta batas bidang', en: 'Map of the boundary' },
  mapKeyboard: {
    id: 'Tanpa tetikus: pakai tabel titik sudut di bawah, hasilnya sama.',
    en: 'Without a mouse, use the table of corners below; the result is the same.',
  },
  tools: { id: 'Alat gambar', en: 'Drawing tools' },
  draw: { id: 'Gambar', en: 'Draw' },
  move: { id: 'Geser titik', en: 'Move corners' },
  erase: { id: 'Hapus', en: 'Erase' },
  undo: { id: 'Urung', en: 'Undo' },
  redo: { id: 'Ulang', en: 'Redo' },
  stopDrawing: { id: 'Selesai', en: 'Done' },
  drawHint: {
    id: 'Klik tiap sudut berurutan, lalu klik sudut pertama untuk menutup.',
    en: 'Click each corner in turn, then the first one again to close.',
  },
  drawHintTouch: {
    id: 'Ketuk tiap sudut berurutan, lalu ketuk sudut pertama untuk menutup.',
    en: 'Tap each corner in turn, then the first one again to close.',
  },
  moveHint: {
    id: 'Seret sudut. Titik kecil menambah sudut; klik kanan atau tekan lama membuangnya.',
    en: 'Drag a corner. A small point adds one; right-click or press long to drop it.',
  },
  moveHintTouch: {
    id: 'Seret sudut. Titik kecil menambah sudut; tekan lama membuangnya.',
    en: 'Drag a corner. A small point adds one; press long to drop it.',
  },
  toolsFailed: {
    id: 'Alat gambar belum termuat. Periksa sambungan lalu tekan lagi, atau pakai tabel titik sudut.',
    en: 'The drawing tools have not loaded. Check the connection and press again, or use the table of corners.',
  },
  nothingToMove: { id: 'Belum ada batas untuk digeser.', en: 'There is no boundary to move yet.' },
  nothingToErase: { id: 'Belum ada batas untuk dihapus.', en: 'There is no boundary to erase.' },
  nothingToUndo: { id: 'Tidak ada yang diurungkan.', en: 'There is nothing to undo.' },
  nothingToRedo: { id: 'Tidak ada yang diulang.', en: 'There is nothing to redo.' },
  erased: {
    id: 'Batas dihapus. Urung untuk mengembalikan.',
    en: 'Boundary erased. Undo brings it back.',
  },
  replaced: {
    id: 'Gambar baru mengganti batas yang lama.',
    en: 'The new drawing has replaced the old boundary.',
  },
  asPart: { id: 'Jadikan bagian tambahan', en: 'Make it a further part' },
  unsound: {
    id: 'Luas dihitung setelah garis batas benar',
    en: 'The area follows once the lines are right',
  },
  noBoundary: { id: 'Belum ada batas', en: 'No boundary yet' },
  tm3: (zone: string, area: string) => ({
    id: `TM-3 zona ${zone}: ${area}`,
    en: `TM-3 zone ${zone}: ${area}`,
  }),
  view: { id: 'Lihat batas', en: 'Show the boundary' },

  swapTitle: {
    id: 'Bujur dan lintang tampaknya tertukar',
    en: 'Longitude and latitude seem swapped',
  },
  swapText: (before: string, after: string) => ({
    id: `Titik pertama terbaca ${before}, di luar Indonesia. Bila ditukar menjadi ${after}, letaknya seperti garis putus-putus di peta.`,
    en: `The first corner reads ${before}, outside Indonesia. Swapped it is ${after}, where the dashed line lies on the map.`,
  }),
  swapYes: { id: 'Ya, tukar', en: 'Yes, swap' },
  swapNo: { id: 'Biarkan', en: 'Leave it' },
  before: { id: 'Sebelum', en: 'Before' },
  after: { id: 'Sesudah', en: 'After' },

  corners: { id: 'Titik sudut', en: 'Corners' },
  cornersHint: {
    id: 'Bujur (95 sampai 141) dulu, lalu lintang (minus untuk selatan), dalam derajat desimal.',
    en: 'Longitude (95 to 141) first, then latitude (minus for south), in decimal degrees.',
  },
  planeHint: {
    id: 'Timur (X) dulu, lalu utara (Y), dalam meter.',
    en: 'East (X) first, then north (Y), in metres.',
  },
  tableSystem: { id: 'Tulis titik dalam', en: 'Write corners in' },
  degrees: { id: 'Derajat (bujur, lintang)', en: 'Degrees (longitude, latitude)' },
  east: { id: 'Timur (X)', en: 'East (X)' },
  north: { id: 'Utara (Y)', en: 'North (Y)' },
  ringOuter: (part: number) => ({
    id: `Bagian ${part}, tepi luar`,
    en: `Part ${part}, outer edge`,
  }),
  ringHole: (part: number, hole: number) => ({
    id: `Bagian ${part}, lubang ${hole}`,
    en: `Part ${part}, hole ${hole}`,
  }),
  whichRing: { id: 'Garis yang ditampilkan', en: 'Line shown' },
  corner: (n: number) => ({ id: `Titik ${n}`, en: `Corner ${n}` }),
  change: { id: 'Ubah titik', en: 'Change the corner' },
  longitude: { id: 'Bujur', en: 'Longitude' },
  latitude: { id: 'Lintang', en: 'Latitude' },
  ordinateOf: (name: string, n: number) => ({
    id: `${name} titik ${n}`,
    en: `${name} of corner ${n}`,
  }),
  noPlace: {
    id: 'Angka itu tidak ada tempatnya di sistem ini. Periksa lagi, atau pilih sistem lain.',
    en: 'Those numbers mean no place in this system. Check them, or choose another system.',
  },
  addCorner: { id: 'Tambah titik', en: 'Add a corner' },
  insertAfter: (n: number) => ({
    id: `Sisipkan setelah titik ${n}`,
    en: `Insert after corner ${n}`,
  }),
  dropCorner: (n: number) => ({ id: `Buang titik ${n}`, en: `Drop corner ${n}` }),
  looseCorners: (count: number) => ({
    id: `${count} titik; batas terbentuk mulai dari 3 titik.`,
    en: `${count} ${count === 1 ? 'corner' : 'corners'}; a boundary needs at least 3.`,
  }),
  tooFew: {
    id: 'Sebuah batas memerlukan paling sedikit 3 titik. Tambah titik lain dulu, baru buang yang ini.',
    en: 'A boundary needs at least 3 corners. Add another one before you drop this.',
  },
  notNumber: (text: string) => ({
    id: `“${text}” bukan angka. Tulis seperti 98,4912 atau 814471,853.`,
    en: `“${text}” is no number. Write it like 98.4912 or 814471.853.`,
  }),
  moreCorners: (count: number) => ({
    id: `${count} titik lain tidak ditampilkan di tabel; geser di peta.`,
    en: `${count} more corners are not in this table; move them on the map.`,
  }),
  paste: { id: 'Tempel titik sudut', en: 'Paste corners' },
  pasteList: { id: 'Daftar titik', en: 'List of corners' },
  pasteHint: {
    id: 'Satu titik per baris: bujur lalu lintang, atau timur (X) lalu utara (Y) dalam TM-3 atau UTM. Boleh langsung dari Excel.',
    en: 'One corner per line: longitude then latitude, or east (X) then north (Y) in TM-3 or UTM. Straight from a spreadsheet will do.',
  },
  pasteUse: { id: 'Baca titik-titik ini', en: 'Read these corners' },
  pasteEmpty: {
    id: 'Tempel daftar titiknya dulu.',
    en: 'Paste the list of corners first.',
  },

  areas: { id: 'Luas menurut sumber', en: 'Area by source' },
  thisBoundary: { id: 'Batas ini', en: 'This boundary' },
  difference: (source: string) => ({
    id: `Selisih dengan ${source}`,
    en: `Difference from ${source}`,
  }),
  noStated: {
    id: 'Belum ada luas di dokumen. Isi luas BAST atau sertipikat di langkah 2 untuk dibandingkan.',
    en: 'No document states an area yet. Fill in that of the BAST or certificate in step 2 to compare.',
  },
  wrong: { id: 'Yang perlu diperiksa', en: 'What needs a look' },
  sound: { id: 'Bentuk batas tidak bermasalah.', en: 'The shape of the boundary is sound.' },
  showPlace: { id: 'Tunjukkan di peta', en: 'Show on the map' },
  surveyed: { id: 'Tanggal ukur', en: 'Date of the survey' },
  NPHD: { id: 'NPHD', en: 'NPHD' },
  BAST: { id: 'BAST', en: 'BAST' },
  SERTIPIKAT: { id: 'Sertipikat', en: 'Certificate' },
  SURAT_UKUR: { id: 'Surat ukur', en: 'Survey certificate' },
  SIMAN: { id: 'SIMAN', en: 'SIMAN' },
  POLIGON: { id: 'Batas ini', en: 'This boundary' },
} satisfies Messages
