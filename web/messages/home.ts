import type { Messages } from './phrase.ts'

/** Sentences of Beranda. */
export const home = {
  title: { id: 'Yang menunggu Anda', en: 'Waiting for you' },
  tasks: (count: number) => ({
    id: count === 0 ? 'Tidak ada tugas saat ini' : `${count} tugas`,
    en: count === 0 ? 'No tasks right now' : count === 1 ? '1 task' : `${count} tasks`,
  }),
  unitCount: (count: number) => ({
    id: `${count} unit`,
    en: count === 1 ? '1 unit' : `${count} units`,
  }),
  loading: { id: 'Memuat tugas Anda…', en: 'Loading your tasks…' },
  more: (count: number) => ({ id: `Tampilkan ${count} lagi`, en: `Show ${count} more` }),
  partial: {
    id: 'Sebagian belum termuat. Yang sudah ada tetap dapat dikerjakan.',
    en: 'Some of this has not loaded. What is here can be worked on.',
  },

  returned: { id: 'Dikembalikan dengan catatan', en: 'Returned with notes' },
  reopened: { id: 'Perbaiki yang dicatat', en: 'Correct what is noted' },
  correct: { id: 'Perbaiki', en: 'Correct' },
  moreNotes: (count: number) => ({
    id: `dan ${count} catatan lagi`,
    en: count === 1 ? 'and 1 more note' : `and ${count} more notes`,
  }),
  draft: { id: 'Draf belum selesai', en: 'Unfinished draft' },
  draftReady: {
    id: 'Draf siap diserahkan ke kepala unit',
    en: 'Draft ready to be handed to the head of unit',
  },
  missing: (count: number) => ({
    id: `${count} hal masih kurang`,
    en: count === 1 ? '1 thing is still missing' : `${count} things are still missing`,
  }),
  carryOn: { id: 'Lanjutkan', en: 'Continue' },
  handOver: { id: 'Periksa dan serahkan', en: 'Check and hand over' },
  release: {
    id: 'Diserahkan petugas, menunggu Anda ajukan',
    en: 'Handed over, waiting for your release',
  },
  checkAndSubmit: { id: 'Periksa dan ajukan', en: 'Check and submit' },
  verify: { id: 'Diajukan, menunggu verifikasi', en: 'Submitted, waiting for verification' },
  verifyAction: { id: 'Verifikasi', en: 'Verify' },
  decide: {
    id: 'Berada di tanah bidang lain, menunggu keputusan',
    en: 'On the land of another parcel, waiting for your decision',
  },
  decideAction: { id: 'Putuskan', en: 'Decide' },
  nothingRecorded: {
    id: 'Unit ini belum mencatat apa pun',
    en: 'This unit has recorded nothing yet',
  },
  nothingRecordedHint: {
    id: 'Minta petugas mendaftarkan bidang, atau nyatakan nihil bila memang tidak ada tanah hibah.',
    en: 'Have the officer register parcels, or state that the unit has none.',
  },
  openCoverage: { id: 'Buka cakupan', en: 'Open coverage' },
  compare: { id: 'Lihat', en: 'View' },

  elsewhere: { id: 'Sedang di tangan lain', en: 'With someone else' },
  withHead: { id: 'menunggu kepala unit mengajukan', en: 'waiting for the head of unit to submit' },
  withKanwil: { id: 'menunggu verifikasi Kanwil', en: 'waiting for the Kanwil to verify' },
  withOfficer: { id: 'sedang diperbaiki petugas', en: 'being corrected by the officer' },

  emptyOfficer: { id: 'Tidak ada yang menunggu Anda', en: 'Nothing is waiting for you' },
  emptyOfficerNext: {
    id: 'Berikutnya: daftarkan bidang tanah hibah yang belum tercatat. Draf dapat ditinggal dan dilanjutkan kapan saja.',
    en: 'Next: register granted land that is not recorded yet. A draft can be left and taken up at any time.',
  },
  emptyFirst: {
    id: 'Belum ada bidang dari unit Anda',
    en: 'No parcel of your unit is recorded yet',
  },
  emptyFirstNext: {
    id: 'Siapkan NPHD atau BAST dan denah batasnya, lalu daftarkan bidang pertama. Yang belum ada dapat menyusul.',
    en: 'Take the NPHD or BAST and a sketch of the boundary, and register the first parcel. What is missing can follow.',
  },
  registerParcel: { id: 'Daftarkan bidang', en: 'Register a parcel' },
  emptyHead: { id: 'Tidak ada yang menunggu Anda', en: 'Nothing is waiting for you' },
  emptyHeadNext: {
    id: 'Draf yang diserahkan petugas akan muncul di sini untuk Anda periksa dan ajukan.',
    en: 'Drafts that the officer hands over will appear here for you to check and submit.',
  },
  emptyKanwil: {
    id: 'Semua yang diajukan sudah diperiksa',
    en: 'All that was submitted has been checked',
  },
  emptyKanwilNext: {
    id: 'Bidang yang diajukan unit akan muncul di sini, yang paling lama menunggu di atas.',
    en: 'Parcels that units submit will appear here, the longest waiting on top.',
  },

  silentUnits: { id: 'Unit yang belum mencatat apa pun', en: 'Units that have recorded nothing' },
  outOf: (count: number) => ({ id: `dari ${count} unit`, en: `of ${count} units` }),
  showUnits: { id: 'Lihat unitnya', en: 'See the units' },
  allStarted: {
    id: 'Setiap unit sudah mencatat sesuatu atau menyatakan nihil.',
    en: 'Every unit has recorded something or stated that it has none.',
  },

  numbers: { id: 'Angka Anda', en: 'Your numbers' },
  area: { id: 'Luas menurut batas', en: 'Area by boundary' },
  areaOf: (drawn: number, all: number) => ({
    id: `${drawn} dari ${all} bidang sudah punya batas`,
    en: `${drawn} of ${all} parcels have a boundary`,
  }),
  parcels: { id: 'Bidang menurut keadaan', en: 'Parcels by state' },
  parcelCount: (count: string, isOne: boolean) => ({
    id: `${count} bidang`,
    en: isOne ? '1 parcel' : `${count} parcels`,
  }),
  unitCoverage: { id: 'Cakupan unit', en: 'Coverage of units' },
  noParcels: { id: 'Belum ada bidang tercatat.', en: 'No parcel is recorded yet.' },
  toMap: { id: 'Lihat di peta', en: 'See on the map' },

  byKanwil: { id: 'Menunggu verifikasi, per Kanwil', en: 'Waiting for verification, by Kanwil' },
  byKanwilNone: {
    id: 'Tidak ada bidang yang menunggu verifikasi di Kanwil mana pun.',
    en: 'No parcel is waiting for verification at any Kanwil.',
  },
  kanwil: { id: 'Kanwil', en: 'Kanwil' },
  submitted: { id: 'Diajukan', en: 'Submitted' },
  verified: { id: 'Terverifikasi', en: 'Verified' },
  silent: { id: 'Unit belum mulai', en: 'Units not started' },
  national: { id: 'Keadaan nasional', en: 'The national state' },

  auditTitle: { id: 'Bukti bahwa riwayat tidak diubah', en: 'Proof that history was not altered' },
  anchorLatest: { id: 'Segel terakhir', en: 'Latest seal' },
  anchorNone: {
    id: 'Belum ada segel. Segel pertama dibuat pada akhir hari; sampai itu, rantai peristiwa tiap bidang tetap dapat diperiksa.',
    en: 'There is no seal yet. The first is made at the end of the day; until then each parcel’s chain of events can still be checked.',
  },
  anchorDay: { id: 'Hari', en: 'Day' },
  anchorAt: { id: 'Dibuat', en: 'Made' },
  anchorCount: { id: 'Rantai yang tersegel', en: 'Chains sealed' },
  anchorRoot: { id: 'Akar Merkle', en: 'Merkle root' },
  anchorKey: { id: 'Kunci penanda tangan', en: 'Signing key' },
  anchorLater: {
    id: 'Peristiwa sesudah segel ini belum tersegel; jejak audit tiap bidang menyebutkannya.',
    en: 'Events after this seal are not sealed yet; the audit trail of each parcel says so.',
  },
  howTo: { id: 'Memeriksa tanpa kami', en: 'Checking without us' },
  howToOpen: {
    id: 'Buka bidang, lalu Jejak audit, dan unduh berkas buktinya.',
    en: 'Open a parcel, then its audit trail, and download the proof.',
  },
  howToScript: {
    id: 'Unduh pemeriksa. Ia satu berkas yang dapat dibaca, dan tidak menghubungi siapa pun.',
    en: 'Download the checker. It is one readable file and contacts nobody.',
  },
  howToRun: {
    id: 'Jalankan di komputer Anda. Peristiwa yang diubah, hilang, atau bertukar urutan disebut satu per satu.',
    en: 'Run it on your computer. Any event changed, missing or reordered is named.',
  },
  download: { id: 'Unduh pemeriksa', en: 'Download the checker' },
  chooseParcel: { id: 'Pilih bidang di peta', en: 'Choose a parcel on the map' },
} satisfies Messages
