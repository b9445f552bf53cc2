import type { Messages } from './phrase.ts'

/** Sentences of Cakupan. */
export const coverageMessages = {
  title: { id: 'Cakupan per unit', en: 'Coverage by unit' },
  own: {
    id: 'Apa yang sudah dicatat unit Anda.',
    en: 'What your units have recorded.',
  },
  region: {
    id: 'Apa yang sudah dicatat setiap unit di wilayah Anda.',
    en: 'What each unit of your region has recorded.',
  },
  country: {
    id: 'Apa yang sudah dicatat setiap unit, seluruh Indonesia.',
    en: 'What each unit has recorded, all of Indonesia.',
  },
  meaning: {
    id: 'Cakupan unit mengikuti bidangnya yang paling tertinggal: selama satu bidang masih draf atau dikembalikan, unitnya terhitung “Draf”, walau bidang lainnya sudah terverifikasi. Bidang nonaktif tidak dihitung.',
    en: 'A unit is as far as its least advanced parcel: while one is still a draft or was returned, the unit counts as “Draft”, even if its others are verified. Retired parcels do not count.',
  },
  least: (some: string, all: string) => ({
    id: `${some} dari ${all} bidang`,
    en: `${some} of ${all} parcels`,
  }),
  search: { id: 'Cari unit', en: 'Find a unit' },
  kanwil: { id: 'Kanwil', en: 'Kanwil' },
  allKanwil: { id: 'Semua Kanwil', en: 'Every Kanwil' },
  filter: { id: 'Saring menurut cakupan', en: 'Filter by coverage' },
  all: { id: 'Semua', en: 'All' },
  unit: { id: 'Unit', en: 'Unit' },
  coverage: { id: 'Cakupan', en: 'Coverage' },
  draft: { id: 'Draf', en: 'Drafts' },
  submitted: { id: 'Diajukan', en: 'Submitted' },
  returned: { id: 'Dikembalikan', en: 'Returned' },
  verified: { id: 'Terverifikasi', en: 'Verified' },
  action: { id: 'Tindakan', en: 'Action' },
  shown: (shown: number, all: number) => ({
    id: shown === all ? `${all} unit` : `${shown} dari ${all} unit`,
    en: shown === all ? `${all} units` : `${shown} of ${all} units`,
  }),
  nothing: { id: 'Tidak ada unit yang cocok', en: 'No unit fits' },
  nothingNext: {
    id: 'Kosongkan pencarian atau pilih cakupan lain.',
    en: 'Clear the search or choose another coverage.',
  },
  clear: { id: 'Tampilkan semua unit', en: 'Show every unit' },
  none: { id: 'Belum ada unit dalam lingkup Anda', en: 'There is no unit within your reach' },
  noneNext: {
    id: 'Kantor Pusat mengatur unit dan Kanwil Anda di halaman Anggota.',
    en: 'Headquarters sets your units and Kanwil on the Members page.',
  },
  more: (count: number) => ({ id: `Tampilkan ${count} lagi`, en: `Show ${count} more` }),
  stateNihil: { id: 'Nyatakan nihil', en: 'State that it has none' },
  withdraw: { id: 'Cabut pernyataan', en: 'Withdraw the statement' },
  nihilTitle: (unit: string) => ({
    id: `Nyatakan nihil: ${unit}`,
    en: `State that it has none: ${unit}`,
  }),
  nihilExplained: {
    id: 'Anda menyatakan bahwa unit ini tidak menguasai tanah hibah. Pernyataan dicatat dengan nama Anda dan dapat dicabut kapan saja.',
    en: 'You state that this unit holds no granted land. The statement is recorded with your name and can be withdrawn at any time.',
  },
  statement: { id: 'Pernyataan', en: 'Statement' },
  statementHint: {
    id: 'Sebutkan dasarnya, misalnya hasil inventarisasi dan tanggalnya.',
    en: 'Say what it rests on, such as an inventory and its date.',
  },
  statementEmpty: { id: 'Tulis pernyataannya dahulu.', en: 'Write the statement first.' },
  confirmNihil: { id: 'Nyatakan nihil', en: 'State it' },
  withdrawTitle: (unit: string) => ({
    id: `Cabut pernyataan nihil: ${unit}`,
    en: `Withdraw the statement: ${unit}`,
  }),
  withdrawExplained: {
    id: 'Unit ini kembali tercatat “belum mulai” sampai ada bidang yang didaftarkan. Riwayat pernyataannya tetap ada.',
    en: 'The unit counts as “not started” again until a parcel is registered. The statement stays in the history.',
  },
  stated: (unit: string) => ({
    id: `${unit} dinyatakan nihil.`,
    en: `${unit} is stated to have none.`,
  }),
  withdrawn: (unit: string) => ({
    id: `Pernyataan nihil ${unit} dicabut.`,
    en: `The statement of ${unit} is withdrawn.`,
  }),
  sending: { id: 'Mengirim…', en: 'Sending…' },
  openMap: { id: 'Lihat bidangnya', en: 'See its parcels' },
  printedAt: (when: string) => ({ id: `Dicetak ${when}`, en: `Printed ${when}` }),
} satisfies Messages
