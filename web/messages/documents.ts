import type { Messages } from './phrase.ts'

/** Sentences of choosing, binding and sending documents. */
export const documents = {
  chooseFile: { id: 'Pilih berkas', en: 'Choose a file' },
  photograph: { id: 'Foto halaman', en: 'Photograph pages' },
  accepted: {
    id: 'PDF, JPEG, atau PNG, paling besar 25 MB. PDF bertanda tangan elektronik tidak diubah.',
    en: 'PDF, JPEG or PNG, at most 25 MB. An electronically signed PDF is left as it is.',
  },
  openFile: { id: 'Buka', en: 'Open' },
  onServer: { id: 'tersimpan', en: 'stored' },
  withdraw: { id: 'Tarik', en: 'Withdraw' },
  withdrawTitle: { id: 'Tarik berkas ini?', en: 'Withdraw this file?' },
  withdrawText: (name: string) => ({
    id: `${name} tidak lagi dihitung sebagai bukti, tetapi tetap tersimpan dalam riwayat.`,
    en: `${name} no longer counts as proof, but stays in the history.`,
  }),
  withdrawReason: { id: 'Alasan', en: 'Reason' },
  withdrawHint: {
    id: 'Misalnya: salah unggah, atau diganti pindaian yang lebih jelas.',
    en: 'Such as: uploaded by mistake, or replaced by a clearer scan.',
  },
  withdrawWhy: { id: 'Tulis alasannya.', en: 'State the reason.' },
  sameFile: (name: string, others: string) => ({
    id: `${name} juga dipakai di bidang ${others}. Pastikan memang dokumen yang sama.`,
    en: `${name} is also used for ${others}. Make sure that it really is the same document.`,
  }),
  waiting: { id: 'menunggu giliran', en: 'waiting its turn' },
  noParcel: {
    id: 'dikirim setelah unit dan nama bidang tersimpan',
    en: 'sent once the unit and name of the parcel are saved',
  },
  checking: { id: 'memeriksa berkas…', en: 'checking the file…' },
  sending: (share: string) => ({ id: `terkirim ${share}`, en: `${share} sent` }),
  resting: {
    id: 'sambungan terputus; dilanjutkan sendiri dari bagian terakhir',
    en: 'the link broke; it goes on by itself from the last part',
  },
  finishing: { id: 'memastikan berkas utuh…', en: 'verifying the file…' },
  stopped: { id: 'berhenti', en: 'stopped' },
  retry: { id: 'Coba lagi', en: 'Try again' },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  cancelNamed: (name: string) => ({ id: `Batalkan ${name}`, en: `Cancel ${name}` }),
  arrived: (name: string) => ({ id: `${name} sudah tersimpan.`, en: `${name} is stored.` }),
  linkFailed: {
    id: 'Berkas belum dapat dibuka. Periksa sambungan, lalu coba lagi.',
    en: 'The file could not be opened. Check the connection and try again.',
  },
  unlisted: { id: 'Berkas tersimpan', en: 'Stored file' },
  binderTitle: { id: 'Jadikan satu PDF', en: 'Join into one PDF' },
  binderLead: {
    id: 'Satu foto menjadi satu halaman. Urutkan seperti dokumennya.',
    en: 'One photo becomes one page. Put them in the order of the document.',
  },
  page: (n: number) => ({ id: `Halaman ${n}`, en: `Page ${n}` }),
  earlier: (n: number) => ({ id: `Naikkan halaman ${n}`, en: `Move page ${n} up` }),
  later: (n: number) => ({ id: `Turunkan halaman ${n}`, en: `Move page ${n} down` }),
  dropPage: (n: number) => ({ id: `Buang halaman ${n}`, en: `Drop page ${n}` }),
  addPhotos: { id: 'Tambah foto', en: 'Add photos' },
  join: (pages: number) => ({
    id: `Unggah sebagai PDF ${pages} halaman`,
    en: `Upload as a PDF of ${pages} ${pages === 1 ? 'page' : 'pages'}`,
  }),
  joining: (done: number, pages: number) => ({
    id: `Menyiapkan halaman ${done} dari ${pages}…`,
    en: `Preparing page ${done} of ${pages}…`,
  }),
  asIs: { id: 'Unggah foto aslinya tanpa diubah', en: 'Upload the photo itself, unchanged' },
  joinFailed: (name: string) => ({
    id: `${name} tidak dapat dibaca sebagai foto. Buang halaman itu, atau foto ulang.`,
    en: `${name} cannot be read as a photo. Drop that page, or take it again.`,
  }),
  tooLargeJoined: {
    id: 'Gabungan foto lebih besar dari 25 MB. Bagi menjadi dua dokumen.',
    en: 'The joined photos exceed 25 MB. Split them into two documents.',
  },
} satisfies Messages
