import type { Phrase } from '../../functions/domain/phrase.ts'
import type { OverlapOutcome } from '../../functions/domain/shared-land.ts'
import type { Messages } from './phrase.ts'

/** Sentences on land that two parcels share. */
export const overlapWords = {
  title: { id: 'Tumpang tindih', en: 'Shared land' },
  newcomer: (area: string, percent: string) => ({
    id: `${area} (${percent} bidang ini) sudah tercatat pada bidang lain:`,
    en: `${area} (${percent} of this parcel) was recorded with another parcel before:`,
  }),
  holder: (area: string, percent: string) => ({
    id: `${area} (${percent} bidang ini) kemudian dicatat juga pada bidang lain:`,
    en: `${area} (${percent} of this parcel) was recorded with another parcel later:`,
  }),
  hiddenParcel: {
    id: 'bidang yang tidak terbuka bagi Anda',
    en: 'a parcel that is not open to you',
  },
  stated: { id: 'Alasan yang disebut', en: 'The reason stated' },
  undecided: {
    id: 'Menunggu keputusan pusat; sebelum itu bidang yang datang kemudian tidak dapat diverifikasi.',
    en: 'Waits for headquarters; until then the parcel that came later cannot be verified.',
  },
  decision: (day: string) => ({
    id: `Keputusan pusat ${day}`,
    en: `Decision of headquarters, ${day}`,
  }),
  here: { id: 'Tanah bersama', en: 'Shared land' },
  mapLabel: { id: 'Peta tanah bersama', en: 'Map of the shared land' },
  decide: { id: 'Putuskan', en: 'Decide' },
  decideTitle: { id: 'Putuskan tumpang tindih', en: 'Decide on the shared land' },
  decideText: (name: string) => ({
    id: `Tanah yang sama tercatat pada bidang ini dan pada ${name}. Keputusan ini tidak mengubah bidang yang lain.`,
    en: `The same land is recorded with this parcel and with ${name}. The decision does not change the other one.`,
  }),
  decideQuestion: {
    id: 'Apakah bidang yang datang kemudian tetap tercatat?',
    en: 'Does the parcel that came later stay recorded?',
  },
  decideReason: { id: 'Dasar keputusan', en: 'Ground of the decision' },
  decideHint: {
    id: 'Misalnya nomor surat, berita acara batas atau putusan.',
    en: 'For example the number of a letter, of a boundary record or of a judgment.',
  },
  chooseOutcome: { id: 'Pilih salah satu.', en: 'Choose one.' },
  sharedWith: (area: string) => ({
    id: `Tumpang tindih ${area} dengan`,
    en: `Shares ${area} with`,
  }),
  otherParcel: { id: 'bidang lain', en: 'another parcel' },
  ended: {
    id: 'Tumpang tindih yang dinyatakan sebelumnya tidak berlaku lagi.',
    en: 'The shared land stated before no longer applies.',
  },
  done: { id: 'Keputusan tersimpan.', en: 'The decision is recorded.' },
} satisfies Messages

/** What headquarters may say of land that two parcels share. */
export const outcomeNames: Record<OverlapOutcome, Phrase> = {
  dicatat: { id: 'Keduanya tetap tercatat', en: 'Both stay recorded' },
  ditolak: {
    id: 'Bidang yang datang kemudian harus diperbaiki atau ditarik',
    en: 'The parcel that came later has to be corrected or withdrawn',
  },
}
