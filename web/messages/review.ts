import type { Messages } from './phrase.ts'

/** Sentences of the fourth step: the summary, what is missing, and the way on. */
export const review = {
  checkLead: {
    id: 'Periksa sekali lagi. Yang kurang boleh menyusul selama masih draf.',
    en: 'Check once more. What is missing can follow while this is a draft.',
  },
  whatIsMissing: { id: 'Apa yang kurang?', en: 'What is missing?' },
  nothingMissing: {
    id: 'Tidak ada yang kurang untuk diajukan.',
    en: 'Nothing is missing for the submission.',
  },
  missingFirst: (count: number) => ({
    id: `${count} hal harus dilengkapi sebelum diajukan`,
    en: `${count} ${count === 1 ? 'thing has' : 'things have'} to be completed before submitting`,
  }),
  shortcomings: (count: number) => ({
    id: `${count} kekurangan (tidak menghalangi pengajuan)`,
    en: `${count} ${count === 1 ? 'shortcoming' : 'shortcomings'} (the submission is not held back)`,
  }),
  worthALook: (count: number) => ({
    id: `${count} hal sebaiknya diperiksa (tidak menghalangi pengajuan)`,
    en: `${count} ${count === 1 ? 'thing' : 'things'} worth a look (the submission is not held back)`,
  }),
  change: { id: 'Ubah', en: 'Change' },
  changeWhat: (what: string) => ({ id: `Ubah ${what}`, en: `Change ${what}` }),
  cornersCount: { id: 'Titik sudut', en: 'Corners' },
  notFilled: { id: 'belum diisi', en: 'not filled in' },
  handOver: { id: 'Serahkan ke kepala unit (KPB)', en: 'Hand over to the head of unit (KPB)' },
  handOverHint: {
    id: 'Kepala unit memeriksa, lalu mengajukan ke Kanwil. Selama itu Anda masih dapat mengubahnya.',
    en: 'The head of unit checks it and submits it to the Kanwil. You can still change it meanwhile.',
  },
  incompleteTitle: { id: 'Belum lengkap', en: 'Not complete yet' },
  incompleteText: {
    id: 'Kepala unit belum dapat mengajukannya sampai ini dilengkapi:',
    en: 'The head of unit cannot submit it until these are completed:',
  },
  unsavedText: {
    id: 'Isian ini belum tersimpan di registri, jadi tidak ikut diserahkan:',
    en: 'The registry does not have these entries, so they are not handed over:',
  },
  completeNow: { id: 'Lengkapi dulu', en: 'Complete it first' },
  handOverAnyway: { id: 'Serahkan juga', en: 'Hand over all the same' },
  handedOver: (when: string) => ({
    id: `Diserahkan ke kepala unit pada ${when}. Menunggu diajukan.`,
    en: `Handed over to the head of unit on ${when}. Waiting to be submitted.`,
  }),
  submit: { id: 'Ajukan untuk diverifikasi', en: 'Submit for verification' },
  submitHint: {
    id: 'Dengan mengajukan, Anda sebagai Kuasa Pengguna Barang menyatakan isian sesuai dengan dokumennya.',
    en: 'By submitting, you as Kuasa Pengguna Barang state that the entries agree with the documents.',
  },
  sendBack: { id: 'Kembalikan ke petugas', en: 'Send back to the officer' },
  sendBackTitle: { id: 'Kembalikan ke petugas', en: 'Send back to the officer' },
  sendBackReason: { id: 'Apa yang perlu diperbaiki?', en: 'What has to be mended?' },
  reasonNeeded: { id: 'Tulis alasannya.', en: 'State the reason.' },
  duplicateTitle: { id: 'Nomor dipakai bidang lain', en: 'Another parcel holds a number' },
  duplicateReason: {
    id: 'Mengapa nomor ini memang dipakai bersama?',
    en: 'Why is this number really shared?',
  },
  duplicateHint: {
    id: 'Misalnya satu sertipikat untuk dua bidang. Alasan ini dibaca Kanwil.',
    en: 'Such as one certificate for two parcels. The Kanwil reads this reason.',
  },
  submitWithReason: { id: 'Ajukan dengan alasan ini', en: 'Submit with this reason' },
  submitted: { id: 'Sudah diajukan', en: 'Submitted' },
  submittedText: {
    id: 'Kanwil akan memeriksanya. Hasilnya muncul di Beranda.',
    en: 'The Kanwil will check it. The result appears on Home.',
  },
  completeFirst: {
    id: 'Lengkapi dulu yang kurang di atas, lalu ajukan.',
    en: 'Complete first what is missing above, then submit.',
  },
  notAllSaved: {
    id: 'Perubahan terakhir belum sampai ke registri, jadi belum dapat diserahkan. Periksa sambungan, lalu coba lagi.',
    en: 'The last changes have not reached the registry, so it cannot be handed over. Check the connection, then try again.',
  },
  waitingFiles: {
    id: 'Masih ada berkas yang sedang dikirim. Tunggu sampai selesai, atau batalkan pengirimannya.',
    en: 'Files are still on their way. Wait until they have arrived, or cancel them.',
  },
  printed: { id: 'Cetak ringkasan', en: 'Print this summary' },
} satisfies Messages
