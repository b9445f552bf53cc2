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

  drop: { id: 'Letakkan berkas di sini', en: 'Drop a file here' },
  choose: { id: 'Pilih berkas batas', en: 'Choose a boundary file' },
  kinds: {
    id: 'GeoJSON (.geojson atau .json), paling besar 20 MB',
    en: 'GeoJSON (.geojson or .json), at most 20 MB',
  },
  fileTooLarge: (name: string) => ({
    id: `${name} lebih besar dari 20 MB. Ekspor hanya bidang yang diperlukan, lalu coba lagi.`,
    en: `${name} is larger than 20 MB. Export only the parcel needed, then try again.`,
  }),
  notJson: (name: string) => ({
    id: `${name} bukan GeoJSON. Minta juru ukur mengekspornya sebagai GeoJSON (WGS 84), atau tempel titik sudutnya.`,
    en: `${name} is no GeoJSON. Ask the surveyor to export it as GeoJSON (WGS 84), or paste its corners.`,
  }),
  notGeoJson: (name: string) => ({
    id: `${name} tidak berisi peta. Yang diterima adalah GeoJSON dengan bidang (Polygon).`,
    en: `${name} holds no map. What is accepted is GeoJSON with areas (Polygon).`,
  }),
  onlyLines: (name: string, what: string) => ({
    id: `${name} hanya berisi ${what}, bukan bidang. Minta berkas yang memuat bidangnya (Polygon).`,
    en: `${name} only holds ${what}, no areas. Ask for a file with the areas (Polygon).`,
  }),
  points: { id: 'titik', en: 'points' },
  lines: { id: 'garis', en: 'lines' },
  otherSystem: (name: string) => ({
    id: `${name} memakai meter (TM-3 atau UTM), bukan derajat. Saat ini baru derajat yang terbaca: minta ekspor dalam WGS 84.`,
    en: `${name} is in metres (TM-3 or UTM), not degrees. So far only degrees can be read: ask for an export in WGS 84.`,
  }),
  brokenPolygons: (count: number) => ({
    id: `${count} bidang di berkas ini tidak dapat dipakai:`,
    en: `${count} ${count === 1 ? 'area' : 'areas'} of this file cannot be used:`,
  }),
  heights: {
    id: 'Berkas memuat ketinggian. Ketinggian tidak dipakai; bujur dan lintangnya tetap.',
    en: 'The file carries heights. They are not used; longitudes and latitudes stay as they are.',
  },
  pickOne: (count: number) => ({
    id: `${count} bidang di berkas ini. Pilih satu.`,
    en: `${count} areas in this file. Choose one.`,
  }),
  picked: (place: number, count: number) => ({
    id: `Bidang ${place} dari ${count} dipilih`,
    en: `Area ${place} of ${count} chosen`,
  }),
  filterList: { id: 'Cari di daftar', en: 'Search the list' },
  noneFits: {
    id: 'Tidak ada yang cocok. Ubah kata carinya.',
    en: 'Nothing fits. Change the words.',
  },
  moreRows: (count: number) => ({
    id: `${count} lagi; persempit dengan mencari.`,
    en: `${count} more; narrow it by searching.`,
  }),
  areaNumber: (n: number) => ({ id: `Bidang ${n}`, en: `Area ${n}` }),
  useThis: { id: 'Pakai bidang ini', en: 'Use this area' },
  otherFile: { id: 'Tutup daftar', en: 'Close the list' },

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
  longitude: { id: 'Bujur', en: 'Longitude' },
  latitude: { id: 'Lintang', en: 'Latitude' },
  lonOf: (n: number) => ({ id: `Bujur titik ${n}`, en: `Longitude of corner ${n}` }),
  latOf: (n: number) => ({ id: `Lintang titik ${n}`, en: `Latitude of corner ${n}` }),
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
    id: `“${text}” bukan angka derajat. Tulis seperti 98,4912 atau 98.4912.`,
    en: `“${text}” is no number of degrees. Write it like 98.4912.`,
  }),
  moreCorners: (count: number) => ({
    id: `${count} titik lain tidak ditampilkan di tabel; geser di peta.`,
    en: `${count} more corners are not in this table; move them on the map.`,
  }),
  paste: { id: 'Tempel titik sudut', en: 'Paste corners' },
  pasteList: { id: 'Daftar titik', en: 'List of corners' },
  pasteHint: {
    id: 'Satu titik per baris: bujur, lalu lintang. Misalnya 98.4912, 3.5921.',
    en: 'One corner per line: longitude, then latitude. Such as 98.4912, 3.5921.',
  },
  pasteUse: { id: 'Jadikan batas', en: 'Make it the boundary' },
  pasteLine: (line: number, text: string) => ({
    id: `Baris ${line} (“${text}”) tidak terbaca sebagai bujur dan lintang.`,
    en: `Line ${line} (“${text}”) does not read as longitude and latitude.`,
  }),
  pasteMetres: (line: number) => ({
    id: `Baris ${line} tampaknya dalam meter (TM-3 atau UTM). Saat ini baru derajat desimal yang terbaca.`,
    en: `Line ${line} seems to be in metres (TM-3 or UTM). So far only decimal degrees can be read.`,
  }),
  pasteFew: (count: number) => ({
    id: `Baru ${count} titik. Batas memerlukan paling sedikit 3 titik.`,
    en: `Only ${count} ${count === 1 ? 'corner' : 'corners'}. A boundary needs at least 3.`,
  }),

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
  fromFile: (name: string) => ({ id: `Dari berkas ${name}`, en: `From the file ${name}` }),
} satisfies Messages
