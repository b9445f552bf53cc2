import type { Messages } from './phrase.ts'

/** Sentences of signing in and of the page before it. */
export const signinMessages = {
  title: { id: 'Masuk', en: 'Sign in' },
  working: { id: 'Sedang masuk…', en: 'Signing in…' },
  cancelledTitle: { id: 'Anda belum masuk', en: 'You are not signed in' },
  cancelledText: {
    id: 'Proses masuk dibatalkan. Anda dapat mencoba lagi kapan saja.',
    en: 'Signing in was cancelled. You can try again at any time.',
  },
  failedTitle: { id: 'Gagal masuk', en: 'Signing in failed' },
  failedText: {
    id: 'Layanan masuk tidak menjawab atau jawabannya sudah kedaluwarsa. Coba lagi.',
    en: 'The sign-in service did not answer, or its answer came too late. Try again.',
  },
  again: { id: 'Coba masuk lagi', en: 'Try to sign in again' },
  landingTitle: {
    id: 'Registri tanah hibah Pemasyarakatan',
    en: 'The registry of land granted to Corrections',
  },
  landingText: {
    id: 'Petak mencatat setiap bidang tanah hibah: dari mana asalnya, di mana batasnya, apa buktinya, dan siapa yang memeriksanya.',
    en: 'Petak records each parcel of granted land: where it came from, where its boundary runs, what proves it, and who checked it.',
  },
  pointUnit: {
    id: 'Unit menyiapkan bidang beserta dokumen dan batasnya.',
    en: 'Units prepare parcels with their documents and boundary.',
  },
  pointRegion: {
    id: 'Kanwil memeriksa dan memverifikasi.',
    en: 'Regional offices check and verify them.',
  },
  pointHistory: {
    id: 'Setiap perubahan tercatat dan dapat dibuktikan tidak diubah diam-diam.',
    en: 'Every change is recorded, and provably not altered in silence.',
  },
  landingHint: {
    id: 'Masuk dengan akun dinas Anda. Belum punya peran? Hubungi Kantor Pusat.',
    en: 'Sign in with your office account. No role yet? Contact Headquarters.',
  },
  signInFailed: {
    id: 'Layanan masuk belum dapat dihubungi. Periksa sambungan, lalu tekan Masuk lagi.',
    en: 'The sign-in service cannot be reached yet. Check the connection, then press Sign in again.',
  },
} satisfies Messages
