import type { Phrase } from '../../functions/domain/phrase.ts'
import type { Messages } from './phrase.ts'

/** Laporan kegiatan: photo first, then what is the same and what changed. */
export const reportWords = {
  title: { id: 'Laporan kegiatan', en: 'Activity report' },
  correcting: {
    id: 'Laporan ini dikembalikan ke sini untuk diperbaiki. Perbaiki, lalu kirim lagi.',
    en: 'This report came back to be corrected. Correct it, then send it again.',
  },
  taken: (at: string) => ({
    id: `Laporan yang belum selesai dibuka kembali (disimpan ${at}).`,
    en: `The unfinished report was opened again (kept ${at}).`,
  }),
  startAnew: { id: 'Mulai dari awal', en: 'Start anew' },
  oldData: (at: string) => ({
    id: `Tanpa sambungan: blok dan laporan terakhir seperti pada ${at}.`,
    en: `Without a link: blocks and last reports as of ${at}.`,
  }),
  neverLoaded: {
    id: 'Bidang ini belum pernah dibuka di ponsel ini saat ada sinyal, jadi bloknya belum dikenal. Buka halaman ini sekali saat ada sambungan; sesudah itu dapat dipakai tanpa sinyal.',
    en: 'This parcel was never opened on this phone with a connection, so its blocks are not known here. Open this page once with a connection; from then on it works without.',
  },
  notYours: {
    id: 'Laporan kegiatan ditulis oleh petugas atau kepala UPT pemilik bidang ini.',
    en: 'Activity reports are written by the officer or the head of the unit that holds this parcel.',
  },
  notOpen: {
    id: 'Laporan dapat dikirim setelah bidang diajukan.',
    en: 'Reports can be sent once the parcel has been submitted.',
  },
  noBlocks: {
    id: 'Belum ada blok penggunaan di bidang ini. Catat dahulu apa yang dipakai dan untuk apa.',
    en: 'No block of use is recorded on this parcel yet. Record first what is used, and for what.',
  },
  toBlocks: { id: 'Catat blok penggunaan', en: 'Record blocks of use' },
  toParcel: { id: 'Ke halaman bidang', en: 'To the parcel' },
  photos: { id: 'Foto', en: 'Photos' },
  photosLead: {
    id: 'Foto di lahan adalah bukti terkuat. Posisi ponsel dicatat saat memotret, bila Anda mengizinkannya.',
    en: 'A photo on the land is the strongest evidence. The phone’s position is noted as you take it, if you allow that.',
  },
  camera: { id: 'Ambil foto', en: 'Take a photo' },
  gallery: { id: 'Pilih dari galeri', en: 'Choose from the gallery' },
  photoAlt: (at: number) => ({ id: `Foto ${at}`, en: `Photo ${at}` }),
  removePhoto: (at: number) => ({ id: `Hapus foto ${at}`, en: `Remove photo ${at}` }),
  remove: { id: 'Hapus', en: 'Remove' },
  undo: { id: 'Urungkan', en: 'Undo' },
  photoRemoved: {
    id: 'Foto dihapus dari laporan ini.',
    en: 'The photo was taken out of this report.',
  },
  finding: { id: 'Mencari posisi…', en: 'Finding the position…' },
  fix: (metres: string) => ({
    id: `Posisi tercatat, ketelitian ±${metres} m`,
    en: `Position noted, accuracy ±${metres} m`,
  }),
  roughFix: { id: 'Kasar: tunggu di tempat terbuka, lalu potret lagi bila sempat.', en: 'Rough: wait in the open and take another if you can.' }, // prettier-ignore
  noFixNone: { id: 'Tanpa posisi: peramban ini tidak mengenal lokasi.', en: 'No position: this browser knows no location.' }, // prettier-ignore
  noFixDenied: {
    id: 'Tanpa posisi: izin lokasi ditolak. Laporan tetap dapat dikirim.',
    en: 'No position: location was not permitted. The report can still be sent.',
  },
  noFixUnavailable: {
    id: 'Tanpa posisi: ponsel belum menemukan lokasinya. Laporan tetap dapat dikirim.',
    en: 'No position: the phone could not find its location. The report can still be sent.',
  },
  fromGallery: {
    id: 'Dari galeri: waktu dan tempat hanya dari berkasnya, bila ada.',
    en: 'From the gallery: time and place only from the file itself, if it tells them.',
  },
  notAPhoto: (name: string) => ({
    id: `${name} bukan JPEG atau PNG. Ambil foto dengan kamera, atau simpan sebagai JPEG.`,
    en: `${name} is no JPEG or PNG. Take it with the camera, or save it as JPEG.`,
  }),
  tooManyPhotos: {
    id: 'Paling banyak 10 foto dalam satu laporan.',
    en: 'At most 10 photos in one report.',
  },
  period: { id: 'Periode', en: 'Period' },
  from: { id: 'Dari', en: 'From' },
  until: { id: 'Sampai', en: 'Until' },
  blocks: { id: 'Apa yang terjadi di tiap blok?', en: 'What happened on each block?' },
  allSame: { id: 'Semua masih sama', en: 'All still the same' },
  allSameDone: (count: number) => ({
    id: `${count} blok ditandai masih sama.`,
    en: `${count} blocks marked as still the same.`,
  }),
  toldOf: (block: string) => ({ id: `Kegiatan di ${block}`, en: `Activity on ${block}` }),
  skipped: { id: 'Lewati', en: 'Skip' },
  same: { id: 'Masih sama', en: 'Still the same' },
  changed: { id: 'Ada kegiatan', en: 'Something happened' },
  lastTold: (text: string) => ({ id: `Terakhir: ${text}`, en: `Last: ${text}` }),
  neverTold: { id: 'Belum pernah dilaporkan.', en: 'Never reported yet.' },
  commodity: { id: 'Komoditas', en: 'Commodity' },
  choose: { id: 'Pilih…', en: 'Choose…' },
  noCommodities: {
    id: 'Daftar komoditas belum termuat. Buka halaman ini sekali saat ada sambungan.',
    en: 'The list of commodities is not loaded yet. Open this page once with a connection.',
  },
  planting: { id: 'Tanam', en: 'Planting' },
  plantedArea: { id: 'Luas tanam (m²)', en: 'Planted area (m²)' },
  plantedOn: { id: 'Tanggal tanam', en: 'Date of planting' },
  harvesting: { id: 'Panen', en: 'Harvest' },
  harvestedArea: { id: 'Luas panen (m²)', en: 'Harvested area (m²)' },
  harvestedOn: { id: 'Tanggal panen', en: 'Date of harvest' },
  amount: (unit: string) => ({ id: `Hasil panen (${unit})`, en: `Harvest (${unit})` }),
  amountHint: { id: 'Nol juga laporan yang sah.', en: 'Zero is a valid report, too.' },
  went: { id: 'Ke mana hasilnya?', en: 'Where did it go?' },
  kitchen: (unit: string) => ({ id: `Dapur UPT (${unit})`, en: `The unit’s kitchen (${unit})` }),
  vendor: (unit: string) => ({ id: `Vendor bama (${unit})`, en: `Vendor of bama (${unit})` }),
  sold: (unit: string) => ({ id: `Dijual (${unit})`, en: `Sold (${unit})` }),
  stock: (unit: string) => ({ id: `Stok (${unit})`, en: `In stock (${unit})` }),
  rest: (amount: string) => ({
    id: `Belum disebut: ${amount}`,
    en: `Not accounted for: ${amount}`,
  }),
  restNone: { id: 'Seluruh hasil sudah disebut.', en: 'All of the harvest is accounted for.' },
  restOver: (amount: string) => ({
    id: `Lebih ${amount} daripada hasil panen. Periksa angkanya.`,
    en: `${amount} more than was harvested. Check the figures.`,
  }),
  soldIdr: { id: 'Nilai penjualan (Rp)', en: 'Value of what was sold (Rp)' },
  ntpn: { id: 'NTPN setoran', en: 'NTPN of the payment' },
  ntpnHint: {
    id: '16 huruf dan angka pada bukti setor PNBP.',
    en: '16 letters and digits on the receipt of the treasury payment.',
  },
  people: { id: 'Tenaga dan kendala', en: 'People and obstacles' },
  wbp: { id: 'Jumlah WBP yang bekerja', en: 'Number of inmates who worked' },
  wbpHint: { id: 'Jumlah saja, tanpa nama.', en: 'The number only, no names.' },
  tpp: { id: 'Nomor sidang TPP', en: 'Reference of the TPP session' },
  tppHint: {
    id: 'Persetujuan bekerja di luar; perlu bila ada WBP di luar tembok.',
    en: 'The permission to work outside; needed where inmates work outside the walls.',
  },
  obstacles: { id: 'Kendala', en: 'Obstacles' },
  evidence: { id: 'Pernyataan', en: 'Statement' },
  statementWhy: {
    id: 'Belum ada foto yang menunjukkan waktu dan tempatnya, jadi laporan ini bertumpu pada pernyataan Anda.',
    en: 'No photo tells its time and place yet, so this report rests on your word.',
  },
  statementAsked: {
    id: 'Tidak ada foto laporan ini yang diterima sebagai bukti, jadi laporan ini bertumpu pada pernyataan Anda.',
    en: 'No photo of this report was taken as evidence, so this report rests on your word.',
  },
  statement: {
    id: 'Saya menyatakan kegiatan ini benar terjadi di bidang ini pada periode tersebut.',
    en: 'I state that this activity really took place on this parcel in that period.',
  },
  statementMore: {
    id: 'Tambahan pernyataan (boleh kosong)',
    en: 'More to the statement (may be empty)',
  },
  keptHere: (at: string) => ({
    id: `Tersimpan di ponsel ini ${at}`,
    en: `Kept on this phone ${at}`,
  }),
  notKept: {
    id: 'Peramban ini tidak dapat menyimpan laporan (mode privat, atau penyimpanan penuh). Jangan tutup halaman ini sampai laporan terkirim.',
    en: 'This browser cannot keep the report (private mode, or no room left). Do not close this page until it has been sent.',
  },
  send: { id: 'Kirim laporan', en: 'Send the report' },
  sendLater: { id: 'Simpan, kirim saat ada sinyal', en: 'Keep, and send when there is a signal' },
  queuedOffline: {
    id: 'Laporan disimpan di ponsel ini dan dikirim sendiri begitu ada sinyal.',
    en: 'The report is kept on this phone and is sent by itself once there is a signal.',
  },
  queuedOnline: { id: 'Laporan sedang dikirim.', en: 'The report is being sent.' },
  sentAt: (at: string) => ({ id: `Laporan terkirim ${at}.`, en: `The report was sent at ${at}.` }),
  another: { id: 'Tulis laporan lain', en: 'Write another report' },
  at: (block: string, text: Phrase) => ({ id: `${block}: ${text.id}`, en: `${block}: ${text.en}` }),
  needsFrom: { id: 'Isi hari pertama periode.', en: 'Give the first day of the period.' },
  needsUntil: { id: 'Isi hari terakhir periode.', en: 'Give the last day of the period.' },
  dayAhead: { id: 'Hari itu belum tiba. Pilih hari ini atau sebelumnya.', en: 'That day has not come yet. Choose today or earlier.' }, // prettier-ignore
  periodTurned: { id: 'Periode berakhir sebelum mulai. Tukar kedua harinya.', en: 'The period ends before it begins. Swap its days.' }, // prettier-ignore
  harvestBeforePlanting: { id: 'Tanggal panen lebih awal daripada tanggal tanam.', en: 'The harvest lies before the planting.' }, // prettier-ignore
  needsCommodity: {
    id: 'Pilih komoditas yang ditanam atau dipanen.',
    en: 'Choose what was planted or harvested.',
  },
  ntpnWrong: {
    id: 'NTPN terdiri atas 16 huruf dan angka.',
    en: 'An NTPN has 16 letters and digits.',
  },
  wbpWrong: { id: 'Tulis jumlah orang dengan angka, 0 sampai 10.000.', en: 'Write the number of people in digits, 0 to 10,000.' }, // prettier-ignore
  nothingTold: {
    id: 'Belum ada isian. Isi yang terjadi, atau pilih “Masih sama”.',
    en: 'Nothing is filled in. Tell what happened, or choose “Still the same”.',
  },
  needsEntry: {
    id: 'Pilih paling sedikit satu blok: masih sama, atau ada kegiatan.',
    en: 'Choose at least one block: still the same, or something happened.',
  },
  needsStatement: {
    id: 'Ambil foto dengan posisi, atau centang pernyataan.',
    en: 'Take a photo with its position, or tick the statement.',
  },
  noNik: {
    id: 'Ada 16 angka berurutan seperti NIK. Nomor penduduk tidak boleh dicatat; hapus angka itu.',
    en: 'Sixteen digits in a row read as a NIK. A person’s number must not be recorded; remove it.',
  },
  wrongValue: {
    id: 'Isian ini tidak dapat diterima. Periksa lagi.',
    en: 'This entry cannot be taken. Check it.',
  },
} satisfies Messages
