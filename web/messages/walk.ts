import type { Messages } from './phrase.ts'

/** Sentences of a walk around the field. */
export const walkWords = {
  title: { id: 'Berjalan mengelilingi lahan', en: 'Walking around the field' },
  tool: { id: 'Berjalan (GPS)', en: 'Walk (GPS)' },
  addHere: { id: 'Tambah sudut di sini', en: 'Add a corner here' },
  accuracy: { id: 'Ketelitian posisi', en: 'Accuracy of the position' },
  rough: {
    id: 'Masih kasar. Tunggu sebentar di tempat terbuka sebelum menambah sudut.',
    en: 'Still rough. Wait a moment in the open before you add a corner.',
  },
  waiting: { id: 'Mencari posisi…', en: 'Looking for the position…' },
  added: (n: number, metres: string) => ({
    id: `Sudut ${n} ditambahkan, ketelitian ${metres} m`,
    en: `Corner ${n} added, accurate to ${metres} m`,
  }),
  count: (n: number) => ({ id: `${n} sudut`, en: `${n} ${n === 1 ? 'corner' : 'corners'}` }),
  few: { id: '· batas terbentuk mulai sudut ketiga', en: '· the third makes a boundary' },
  restart: { id: 'Mulai lagi', en: 'Start anew' },
  end: { id: 'Selesai', en: 'Done' },
  none: {
    id: 'Perangkat ini tidak memberi tahu posisinya. Pakai telepon, atau gambar di peta.',
    en: 'This device tells no position. Use a phone, or draw on the map.',
  },
  denied: {
    id: 'Izin lokasi ditolak. Buka setelan situs di peramban, izinkan Lokasi, lalu coba lagi.',
    en: 'Location is not allowed. Open the site settings of the browser, allow Location, and try again.',
  },
  unavailable: {
    id: 'Posisi belum didapat. Nyalakan GPS dan pergi ke tempat terbuka.',
    en: 'No position yet. Switch GPS on and go into the open.',
  },
  accurate: (n: number, range: string) => ({
    id: `${n} sudut, ketelitian ${range}`,
    en: `${n} corners, accurate to ${range}`,
  }),
  walked: (n: number, range: string) => ({
    id: `Dijalani: ${n} sudut, ketelitian ${range}`,
    en: `Walked: ${n} corners, accurate to ${range}`,
  }),
  accuracyOf: (n: number, metres: string) => ({
    id: `Ketelitian titik ${n}: ${metres} m`,
    en: `Accuracy of corner ${n}: ${metres} m`,
  }),
} satisfies Messages
