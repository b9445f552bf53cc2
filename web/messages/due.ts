import type { Messages } from './phrase.ts'

/** Sentences of what falls due, and of the daily digest, in Beranda. */
export const dueWords = {
  title: { id: 'Tenggat Anda', en: 'Your deadlines' },
  failed: { id: 'Tenggat belum termuat.', en: 'The deadlines have not loaded.' },
  report: { id: 'Laporkan', en: 'Report' },
  answer: { id: 'Jawab', en: 'Answer' },
  request: { id: 'Minta klarifikasi', en: 'Ask' },
  review: { id: 'Nilai jawaban', en: 'Decide' },
  openCase: { id: 'Buka kasus', en: 'Open the case' },
  openUse: { id: 'Buka rencana', en: 'Open the plan' },
  open: { id: 'Buka bidang', en: 'Open the parcel' },
  escalatedKanwil: {
    id: 'Lewat tenggat, naik ke Kanwil',
    en: 'Past its deadline, raised to the Kanwil',
  },
  escalatedPusat: {
    id: 'Lewat tenggat, naik ke Kantor Pusat',
    en: 'Past its deadline, raised to headquarters',
  },
  more: (count: number) => ({ id: `Tampilkan ${count} lagi`, en: `Show ${count} more` }),
  all: { id: 'Semua lahan menganggur', en: 'All idle land' },

  digest: { id: 'Ringkasan harian', en: 'Daily digest' },
  digestNone: {
    id: 'Belum ada ringkasan. Ringkasan dibuat pada hari ada pengingat atau tenggat yang lewat.',
    en: 'There is no digest yet. One is made on days with a reminder or a missed deadline.',
  },
  digestOf: (day: string, n: number) => ({
    id: `${day}: ${n} hal`,
    en: `${day}: ${n} ${n === 1 ? 'matter' : 'matters'}`,
  }),
  copy: { id: 'Salin untuk WhatsApp', en: 'Copy for WhatsApp' },
  copied: { id: 'Tersalin. Tempelkan di WhatsApp.', en: 'Copied. Paste it into WhatsApp.' },
  copyFailed: {
    id: 'Peramban menolak menyalin. Tandai teksnya dan salin sendiri.',
    en: 'The browser refused to copy. Mark the text and copy it yourself.',
  },
  copyHint: {
    id: 'Tanpa koordinat dan nilai; tetap hanya untuk kelompok dinas.',
    en: 'Without coordinates and values; still for official groups only.',
  },
  older: { id: 'Ringkasan sebelumnya', en: 'Earlier digests' },
} satisfies Messages
