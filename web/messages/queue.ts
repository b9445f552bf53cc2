import type { Messages } from './phrase.ts'

/** Reports that wait on this device, and what becomes of them. */
export const queueWords = {
  waitingCount: (count: number) => ({
    id: `${count} laporan menunggu sinyal`,
    en: count === 1 ? '1 report waits for a signal' : `${count} reports wait for a signal`,
  }),
  sendingCount: (count: number) => ({
    id: `Mengirim ${count} laporan…`,
    en: count === 1 ? 'Sending 1 report…' : `Sending ${count} reports…`,
  }),
  stoppedCount: (count: number) => ({
    id: `${count} laporan perlu Anda lihat`,
    en: count === 1 ? '1 report needs a look' : `${count} reports need a look`,
  }),
  show: { id: 'Lihat', en: 'Show' },
  title: { id: 'Laporan di perangkat ini', en: 'Reports on this device' },
  none: { id: 'Tidak ada laporan yang menunggu.', en: 'No report is waiting.' },
  period: (from: string, until: string) => ({
    id: `${from} sampai ${until}`,
    en: `${from} to ${until}`,
  }),
  photos: (count: number) => ({
    id: `${count} foto`,
    en: count === 1 ? '1 photo' : `${count} photos`,
  }),
  waiting: { id: 'Menunggu sinyal', en: 'Waits for a signal' },
  sendingPhotos: (share: string) => ({
    id: `Mengirim foto, ${share}`,
    en: `Sending photos, ${share}`,
  }),
  sendingReport: { id: 'Mengirim laporan', en: 'Sending the report' },
  resting: { id: 'Sambungan terputus; dicoba lagi', en: 'The link broke; it is tried again' },
  stopped: { id: 'Belum terkirim', en: 'Not sent' },
  notKept: {
    id: 'Hanya ada di halaman ini: peramban tidak dapat menyimpannya. Jangan tutup halaman.',
    en: 'Lives on this page only: the browser could not keep it. Do not close the page.',
  },
  retry: { id: 'Coba lagi', en: 'Try again' },
  correct: { id: 'Perbaiki', en: 'Correct' },
  discard: { id: 'Buang', en: 'Discard' },
  discardTitle: { id: 'Buang laporan ini?', en: 'Discard this report?' },
  discardText: (parcel: string) => ({
    id: `Laporan tentang ${parcel} beserta fotonya dihapus dari perangkat ini dan tidak akan dikirim.`,
    en: `The report on ${parcel} and its photos are deleted from this device and will not be sent.`,
  }),
  keep: { id: 'Simpan saja', en: 'Keep it' },
  arrived: (parcel: string) => ({
    id: `Laporan tentang ${parcel} terkirim.`,
    en: `The report on ${parcel} was sent.`,
  }),
  ofParcel: (words: string, parcel: string) => ({
    id: `${words} laporan ${parcel}`,
    en: `${words} the report on ${parcel}`,
  }),
} satisfies Messages
