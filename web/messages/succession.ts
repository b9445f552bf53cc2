import type { Messages } from './phrase.ts'

/** Sentences about land that is divided, merged or measured anew, and about what it was on a day. */
export const successionWords = {
  title: { id: 'Asal dan kelanjutan bidang', en: 'Where it came from and what became of it' },
  cameFrom: { id: 'Berasal dari', en: 'Came from' },
  becameDivided: { id: 'Dipecah menjadi', en: 'Divided into' },
  becameMerged: { id: 'Digabung menjadi', en: 'Merged into' },
  replacedBy: { id: 'Digantikan oleh', en: 'Replaced by' },
  comingParts: { id: 'Sedang disiapkan dari bidang ini', en: 'In preparation out of this parcel' },
  toHistory: (name: string) => ({ id: `Jejak audit ${name}`, en: `Audit trail of ${name}` }),
  closed: {
    id: 'Bidang asalnya sudah nonaktif dan tidak terbuka bagi Anda.',
    en: 'The parcel that it came from is retired and not open to you.',
  },
  stillStands: {
    id: 'Bidang asal masih berlaku. Sesudah semua bidang baru diajukan, Kanwil menonaktifkannya sebagai “dipecah” atau “digabung”.',
    en: 'The old parcel still counts. Once every new parcel is submitted, the Kanwil retires it as “divided” or “merged”.',
  },
  notYetVerified: {
    id: 'Bidang asalnya belum dinonaktifkan. Sesudah itu, bidang ini dapat diverifikasi.',
    en: 'The old parcel has not been retired. After that, this one can be verified.',
  },
  goOn: { id: 'Lanjutkan mengisi', en: 'Go on filling in' },

  areas: { id: 'Luas sebelum dan sesudah', en: 'Area before and after' },
  areaSource: { id: 'Sumber', en: 'Source' },
  areaBefore: { id: 'Sebelumnya', en: 'Before' },
  areaAfter: { id: 'Sesudahnya', en: 'After' },
  areaDifference: { id: 'Selisih', en: 'Difference' },
  areaSame: { id: 'sama', en: 'same' },
  areaNothing: {
    id: 'Tidak ada sumber yang menyebut luas keduanya, jadi tidak dapat dibandingkan.',
    en: 'No source states both areas, so they cannot be compared.',
  },
  areaNote: { id: 'Penjelasan selisih luas', en: 'Why the area differs' },
  areaNoteHint: {
    id: 'Misalnya tanah yang diserahkan, hanyut, untuk jalan, atau dikuasai pihak lain.',
    en: 'For example land given away, washed away, used for a road, or held by others.',
  },
  areaNoteMissing: {
    id: 'Selisihnya di luar batas wajar. Jelaskan sebabnya.',
    en: 'The difference is beyond the tolerance. Explain why.',
  },
  areaNoteIs: (note: string) => ({ id: `Penjelasan: ${note}`, en: `Explanation: ${note}` }),

  divide: { id: 'Pecah bidang', en: 'Divide the parcel' },
  divideText: {
    id: 'Petak membuat draf untuk tiap bagian, dengan unit, letak dan hibah bidang ini. Batas, sertipikat dan NUP diisi sendiri. Bidang ini tetap berlaku sampai Kanwil menonaktifkannya.',
    en: 'Petak makes a draft for each part, with the unit, place and grant of this parcel. Boundary, certificate and NUP are their own. This parcel counts until the Kanwil retires it.',
  },
  divideInto: { id: 'Menjadi berapa bagian?', en: 'Into how many parts?' },
  divideHint: { id: 'Paling sedikit 2, paling banyak 20.', en: 'At least 2, at most 20.' },
  divideName: (name: string, part: number) => ({
    id: `${name}, bagian ${part}`,
    en: `${name}, part ${part}`,
  }),
  divideMake: { id: 'Buat drafnya', en: 'Make the drafts' },
  divided: (n: number) => ({
    id: `${n} draf sudah dibuat. Isi batas dan dokumennya, lalu serahkan kepada kepala unit.`,
    en: `${n} drafts were made. Give them boundaries and documents, then hand them over.`,
  }),

  merge: { id: 'Gabung bidang', en: 'Merge parcels' },
  mergeText: {
    id: 'Petak membuat satu draf dengan letak dan hibah bidang ini. Bidang-bidang asalnya tetap berlaku sampai Kanwil menonaktifkannya.',
    en: 'Petak makes one draft with the place and grant of this parcel. The old parcels count until the Kanwil retires them.',
  },
  mergeWith: { id: 'Gabung dengan', en: 'Merge with' },
  mergeChoose: { id: 'Pilih paling sedikit satu bidang.', en: 'Choose at least one parcel.' },
  mergeNone: {
    id: 'Unit ini tidak punya bidang lain yang sudah diajukan.',
    en: 'This unit has no other parcel that was submitted.',
  },
  mergeName: { id: 'Nama bidang gabungan', en: 'Name of the merged parcel' },
  mergeNameMissing: { id: 'Beri nama bidang gabungannya.', en: 'Name the merged parcel.' },
  mergeNameOf: (name: string) => ({ id: `${name} (gabungan)`, en: `${name} (merged)` }),
  mergeMake: { id: 'Buat drafnya', en: 'Make the draft' },
  merged: {
    id: 'Draf bidang gabungan sudah dibuat. Isi batas dan dokumennya, lalu serahkan kepada kepala unit.',
    en: 'The draft of the merged parcel was made. Give it boundary and documents, then hand it over.',
  },

  successors: { id: 'Bidang penggantinya', en: 'Parcels that take its place' },
  successorsHint: {
    id: 'Yang menyebut bidang ini sebagai asalnya. Masing-masing harus sudah diajukan.',
    en: 'Those that name this parcel as the one they came from. Each has to be submitted.',
  },
  successorsNone: {
    id: 'Belum ada bidang yang menyebut bidang ini sebagai asalnya. Petugas unit membuatnya dengan “Pecah bidang” atau “Gabung bidang”.',
    en: 'No parcel names this one as the one it came from yet. The unit’s officer makes them by “Divide” or “Merge”.',
  },
  successorsChoose: { id: 'Pilih bidang penggantinya.', en: 'Choose what takes its place.' },
  successorsOne: {
    id: 'Penggabungan menghasilkan satu bidang: pilih satu saja.',
    en: 'A merger leads to one parcel: choose one only.',
  },
  notSubmitted: { id: 'belum diajukan', en: 'not submitted yet' },

  survey: { id: 'Ukur ulang', en: 'New survey' },
  surveyWhat: { id: 'Untuk apa dibuka?', en: 'What is it opened for?' },
  surveyMend: { id: 'Memperbaiki catatan', en: 'To correct the record' },
  surveyAgain: { id: 'Mengukur ulang tanahnya', en: 'To measure the land anew' },
  surveyAgainHint: {
    id: 'Pengajuannya nanti perlu surat ukur baru, dan penjelasan bila luasnya berubah.',
    en: 'Its submission then needs the new survey document, and an explanation if the area changes.',
  },
  surveyOpened: (when: string, reason: string) => ({
    id: `Dibuka ${when} untuk diukur ulang: ${reason}`,
    en: `Opened ${when} to be measured anew: ${reason}`,
  }),
  surveyLacks: {
    id: 'Yang masih kurang untuk diajukan',
    en: 'Still missing before it is submitted',
  },
  surveyWhole: {
    id: 'Surat ukur dan penjelasannya sudah ada.',
    en: 'The survey document and the explanation are there.',
  },
  surveyAdd: { id: 'Tambahkan surat ukur baru', en: 'Add the new survey document' },
  surveySave: { id: 'Simpan penjelasan', en: 'Save the explanation' },
  surveySaved: { id: 'Penjelasan tersimpan.', en: 'The explanation is saved.' },
  toBoundary: { id: 'Ubah batas dan luasnya', en: 'Change boundary and areas' },

  onDay: { id: 'Lihat keadaan pada tanggal', en: 'See it as of a day' },
  onDayHint: {
    id: 'Sebagaimana diketahui registri pada akhir hari itu (WIB).',
    en: 'As the registry knew it at the end of that day (WIB).',
  },
  onDayShow: { id: 'Lihat', en: 'Show' },
  onDayMissing: {
    id: 'Pilih tanggal, paling lambat hari ini.',
    en: 'Choose a day, today at the latest.',
  },
  asKnown: (date: string, version: string) => ({
    id: `Keadaan per ${date}, versi ${version}. Ini bukan keadaan sekarang.`,
    en: `As of ${date}, version ${version}. This is not how it stands today.`,
  }),
  notYet: (date: string) => ({
    id: `Pada ${date} bidang ini belum ada di registri.`,
    en: `On ${date} this parcel was not in the registry yet.`,
  }),
  backToNow: { id: 'Kembali ke keadaan sekarang', en: 'Back to how it stands now' },
} satisfies Messages
