import type { Messages } from './phrase.ts'

/** Sentences of the steps that a person takes with a parcel. */
export const stepWords = {
  title: { id: 'Langkah Anda', en: 'Your next step' },
  edit: { id: 'Ubah', en: 'Edit' },
  goOn: { id: 'Lanjutkan mengisi', en: 'Go on filling in' },
  review: { id: 'Periksa', en: 'Check' },
  reviewRelease: { id: 'Periksa dan ajukan', en: 'Check and submit' },
  handover: { id: 'Serahkan kepada kepala unit', en: 'Hand to the head of unit' },
  handoverText: {
    id: 'Kepala unit memeriksa dan mengajukannya. Bila Anda mengubah isian lagi, bidang perlu diserahkan ulang.',
    en: 'The head of unit checks and submits it. If you change it again, it needs to be handed over again.',
  },
  submission: { id: 'Ajukan untuk diverifikasi', en: 'Submit for verification' },
  submissionText: {
    id: 'Nomor-nomornya menjadi milik bidang ini dan petugas Kanwil memeriksanya. Anda bertanggung jawab atas isinya.',
    en: 'Its numbers then belong to this parcel and the Kanwil checks it. You answer for its contents.',
  },
  submissionMissing: { id: 'Yang masih kurang', en: 'What is still missing' },
  submissionNothingMissing: {
    id: 'Tidak ada yang menahan pengajuan.',
    en: 'Nothing stops the submission.',
  },
  numberTaken: (number: string, name: string, unit: string) => ({
    id: `${number} sudah dipakai untuk ${name} (${unit}).`,
    en: `${number} is already used for ${name} (${unit}).`,
  }),
  numberTakenHidden: (number: string) => ({
    id: `${number} sudah dipakai bidang lain yang tidak terbuka bagi Anda.`,
    en: `${number} is already used for another parcel that is not open to you.`,
  }),
  openThat: { id: 'Buka bidang itu', en: 'Open that parcel' },
  duplicateReason: {
    id: 'Mengapa nomor ini memang dipakai bersama?',
    en: 'Why is this number rightly shared?',
  },
  duplicateHint: {
    id: 'Misalnya satu sertipikat untuk dua bidang. Alasan ini menjadi temuan yang dilihat Kanwil.',
    en: 'For example, one certificate for two parcels. The reason becomes a finding that the Kanwil sees.',
  },
  submitWithReason: { id: 'Ajukan dengan alasan ini', en: 'Submit with this reason' },
  return: { id: 'Kembalikan dengan catatan', en: 'Return with notes' },
  returnText: {
    id: 'Petugas unit melihat alasan dan catatan Anda pada isiannya.',
    en: 'The unit’s officer sees your reason and your notes at the fields.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonMissing: { id: 'Tuliskan alasannya.', en: 'State the reason.' },
  reasonHint: {
    id: 'Apa yang tidak cocok, dan apa yang harus dilakukan.',
    en: 'What does not fit, and what has to be done.',
  },
  noteField: { id: 'Isian yang dimaksud', en: 'Field that is meant' },
  noteText: { id: 'Catatan pada isian itu', en: 'Note at that field' },
  noteAdd: { id: 'Tambah catatan pada isian', en: 'Add a note at a field' },
  noteRemove: { id: 'Hapus catatan ini', en: 'Remove this note' },
  noteMissing: {
    id: 'Tuliskan catatannya, atau hapus barisnya.',
    en: 'Write the note, or remove it.',
  },
  verification: { id: 'Nyatakan terverifikasi', en: 'Verify' },
  verificationNotes: { id: 'Nyatakan terverifikasi dengan catatan', en: 'Verify with notes' },
  verificationText: {
    id: 'Verifikasi menyatakan bahwa catatan ini sama dengan dokumennya, bukan bahwa tanahnya tanpa masalah.',
    en: 'Verification says that this record equals its documents, not that the land is in order.',
  },
  verificationRemaining: (n: number) => ({
    id: `Masih ada ${n} temuan, jadi statusnya menjadi “terverifikasi dengan catatan”.`,
    en: `${n} findings remain, so it becomes “verified with notes”.`,
  }),
  verificationNote: { id: 'Catatan (boleh kosong)', en: 'Note (may be left empty)' },
  verificationNoteHint: {
    id: 'Bila diisi, statusnya menjadi “terverifikasi dengan catatan”.',
    en: 'If you write one, it becomes “verified with notes”.',
  },
  reopening: { id: 'Buka lagi untuk diubah', en: 'Reopen for a change' },
  reopeningText: {
    id: 'Bidang kembali ke petugas unit dan perlu diajukan serta diverifikasi lagi.',
    en: 'The parcel goes back to the unit and has to be submitted and verified again.',
  },
  retirement: { id: 'Nonaktifkan', en: 'Retire' },
  retirementText: {
    id: 'Bidang tidak lagi dihitung dan nomornya dilepas. Riwayatnya tetap ada; tidak ada yang dihapus.',
    en: 'The parcel no longer counts and its numbers are freed. Its history stays; nothing is deleted.',
  },
  retirementKind: { id: 'Karena', en: 'Because' },
  retirementKindChoose: { id: 'Pilih sebabnya', en: 'Choose the cause' },
  retirementPapers: { id: 'Dokumen dasarnya', en: 'Document it rests on' },
  retirementPapersHint: {
    id: 'Wajib bila bidang pernah diajukan.',
    en: 'Needed if the parcel was ever submitted.',
  },
  retirementPapersNone: {
    id: 'Belum ada dokumen di bidang ini. Tambahkan surat keputusannya.',
    en: 'This parcel has no document yet. Add the decision.',
  },
  decisionAdd: { id: 'Tambahkan surat keputusan', en: 'Add the decision' },
  retirementSuccessors: {
    id: 'Bidang penggantinya (alamat atau id, satu per baris)',
    en: 'Parcels that take its place (address or id, one per line)',
  },
  doneHandover: { id: 'Sudah diserahkan kepada kepala unit.', en: 'Handed to the head of unit.' },
  doneSubmission: { id: 'Sudah diajukan untuk diverifikasi.', en: 'Submitted for verification.' },
  doneReturn: { id: 'Sudah dikembalikan ke unit.', en: 'Returned to the unit.' },
  doneVerification: { id: 'Sudah diverifikasi.', en: 'Verified.' },
  doneReopening: { id: 'Sudah dibuka lagi untuk diubah.', en: 'Reopened for a change.' },
  doneRetirement: { id: 'Sudah dinonaktifkan.', en: 'Retired.' },
  sending: { id: 'Mengirim…', en: 'Sending…' },
  staleTitle: { id: 'Sudah diubah orang lain', en: 'Someone else has changed this' },
  staleText: {
    id: 'Sejak halaman ini dibuka, bidang berubah. Yang berubah:',
    en: 'Since this page was opened the parcel has changed. What changed:',
  },
  staleNothing: { id: 'Rinciannya ada di jejak audit.', en: 'The details are in the audit trail.' },
  loadNewest: { id: 'Muat versi terbaru', en: 'Load the newest version' },
  noStep: {
    id: 'Tidak ada langkah untuk peran Anda sekarang.',
    en: 'There is no step for your role now.',
  },
  waitsForKpb: {
    id: 'Sekarang giliran petugas dan kepala unit ini.',
    en: 'It is the turn of this unit’s officer and head.',
  },
  waitsForKanwil: {
    id: 'Sekarang giliran petugas Kanwil memverifikasi.',
    en: 'It is the Kanwil’s turn to verify.',
  },
  reviewTitle: { id: 'Periksa bidang', en: 'Check the parcel' },
  reviewQuestion: {
    id: 'Apakah catatan ini sama dengan dokumennya?',
    en: 'Does this record equal its documents?',
  },
  reviewSince: (when: string) => ({
    id: `Yang berubah sejak diverifikasi atau dikembalikan terakhir (${when})`,
    en: `What changed since it was last verified or returned (${when})`,
  }),
  reviewFirst: {
    id: 'Pengajuan pertama: semua isian baru.',
    en: 'First submission: everything is new.',
  },
  reviewNothingChanged: { id: 'Tidak ada isian yang berubah.', en: 'No field has changed.' },
  reviewFields: { id: 'Isian dan buktinya', en: 'Fields and their proof' },
  reviewNoProof: { id: 'tanpa dokumen', en: 'no document' },
  before: { id: 'Sebelumnya', en: 'Before' },
  after: { id: 'Sekarang', en: 'Now' },
  field: { id: 'Isian', en: 'Field' },
  proof: { id: 'Bukti', en: 'Proof' },
  leaveReview: { id: 'Lihat seluruh bidang', en: 'See the whole parcel' },
} satisfies Messages
