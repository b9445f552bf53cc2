import type { Messages } from './phrase.ts'

/** Sentences on land that a boundary shares with other parcels, before it is submitted. */
export const overlapAdvice = {
  title: { id: 'Tetangga', en: 'Neighbours' },
  none: {
    id: 'Tidak bertumpang tindih dengan bidang lain.',
    en: 'It shares no land with another parcel.',
  },
  checking: { id: 'Memeriksa tumpang tindih…', en: 'Checking for shared land…' },
  failed: {
    id: 'Tumpang tindih belum dapat diperiksa. Akan diperiksa lagi saat disimpan dan saat diajukan.',
    en: 'Shared land could not be checked. It is checked again when saving and when submitting.',
  },
  one: (area: string, percent: string) => ({
    id: `Tumpang tindih ${area} (${percent}) dengan`,
    en: `Shares ${area} (${percent}) with`,
  }),
  theirs: (percent: string) => ({
    id: `${percent} dari bidang itu`,
    en: `${percent} of that parcel`,
  }),
  hidden: (count: number, area: string) => ({
    id: `Tumpang tindih ${area} dengan ${count} bidang yang tidak terbuka bagi Anda. Tanyakan kepada Kanwil.`,
    en: `Shares ${area} with ${count} ${count === 1 ? 'parcel that is' : 'parcels that are'} not open to you. Ask the Kanwil.`,
  }),
  cure: {
    id: 'Geser sudutnya bila keliru. Bila memang diklaim dua kali, jelaskan saat mengajukan.',
    en: 'Move the corner if it is wrong. If the land really is claimed twice, explain when submitting.',
  },
  show: (name: string) => ({
    id: `Tunjukkan tumpang tindih dengan ${name} di peta`,
    en: `Show what is shared with ${name} on the map`,
  }),
  showShort: { id: 'Tunjukkan di peta', en: 'Show on the map' },
  dialogTitle: { id: 'Bertumpang tindih dengan bidang lain', en: 'It overlaps another parcel' },
  dialogText: {
    id: 'Tanah ini sudah tercatat pada bidang lain. Perbaiki batasnya, atau ajukan dengan alasan; Kantor Pusat lalu memutuskan.',
    en: 'This land is already recorded with another parcel. Correct the boundary, or submit it with a reason; Headquarters then decides.',
  },
  mapLabel: { id: 'Peta tumpang tindih', en: 'Map of the shared land' },
  here: { id: 'Tumpang tindih', en: 'Shared land' },
  kind: { id: 'Mengapa tanah ini tercatat dua kali?', en: 'Why is this land recorded twice?' },
  kindMissing: { id: 'Pilih salah satu.', en: 'Choose one.' },
  sengketaHint: {
    id: 'Dua pihak mengaku memilikinya.',
    en: 'Two parties claim it.',
  },
  gandaHint: {
    id: 'Dua sertipikat terbit untuk tanah yang sama.',
    en: 'Two certificates were issued for the same land.',
  },
  beberapaHint: {
    id: 'Satu sertipikat dicatat sebagai beberapa NUP.',
    en: 'One certificate is recorded as several NUP.',
  },
  sementaraHint: {
    id: 'Batas belum diukur ulang; akan diperbaiki.',
    en: 'The boundary has not been surveyed yet and will be corrected.',
  },
  text: { id: 'Penjelasan', en: 'Explanation' },
  textHint: {
    id: 'Apa dasarnya, dan apa yang sedang dilakukan. Dibaca Kanwil dan Kantor Pusat.',
    en: 'What it rests on and what is being done. The Kanwil and Headquarters read it.',
  },
  textMissing: { id: 'Tuliskan penjelasannya.', en: 'Write the explanation.' },
  mend: { id: 'Perbaiki batas', en: 'Correct the boundary' },
  submit: { id: 'Ajukan dengan alasan ini', en: 'Submit with this reason' },
} satisfies Messages
