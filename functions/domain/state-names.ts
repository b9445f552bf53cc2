import type { State } from './parcel.ts'
import type { Phrase } from './phrase.ts'

/** Record states as a person reads them. */
export const STATE_NAMES: Record<State, Phrase> = {
  draf: { id: 'Draf', en: 'Draft' },
  diajukan: { id: 'Diajukan', en: 'Submitted' },
  dikembalikan: { id: 'Dikembalikan', en: 'Returned' },
  terverifikasi: { id: 'Terverifikasi', en: 'Verified' },
  'terverifikasi-dengan-catatan': { id: 'Terverifikasi dengan catatan', en: 'Verified with notes' },
  nonaktif: { id: 'Nonaktif', en: 'Retired' },
}
