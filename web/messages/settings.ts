import type { CaseClockName } from '../../functions/domain/idle-clocks.ts'
import type { DefinitionValues } from '../../functions/domain/definition.ts'
import type { Phrase } from '../../functions/domain/phrase.ts'
import type { Messages } from './phrase.ts'

const both = (id: string, en: string): Phrase => ({ id, en })

/** What each threshold of the definition measures. */
export const thresholdNames: Record<Exclude<keyof DefinitionValues, 'caseClocks'>, Phrase> = {
  goLive: both('Penggunaan wajib dibuktikan sejak', 'Use has to be proved from'),
  lastingEvidenceMonths: both(
    'Masa bukti penggunaan tetap (bangunan dan sejenisnya)',
    'How long evidence of lasting use counts (buildings and the like)',
  ),
  seasonalEvidenceMonths: both(
    'Masa bukti penggunaan musiman (tanaman, ternak, ikan)',
    'How long evidence of seasonal use counts (crops, livestock, fish)',
  ),
  idleMonths: both(
    'Tanpa bukti selama ini, bidang dianggap tidak terpakai (G02)',
    'Without evidence for so long, land counts as unused (G02)',
  ),
  partialPercent: both(
    'Bagian kosong yang membuat status menjadi “digunakan sebagian”',
    'Vacant share from which use is only in part',
  ),
  reminderDays: both('Pengingat sebelum tenggat', 'Reminder before a deadline'),
  caseReminderDays: both('Pengingat sebelum tenggat kasus', 'Reminder before a deadline of a case'),
  escalationDays: both(
    'Setelah lewat tenggat, dinaikkan setingkat lagi',
    'After a missed deadline, one level further up',
  ),
  planUseMonths: both('Rencana penggunaan paling lama', 'A plan of use at most'),
  planUtilisationMonths: both('Rencana pemanfaatan paling lama', 'A plan of utilisation at most'),
  pspMonths: both('Permohonan PSP sejak perolehan', 'Request for PSP from acquisition'),
  rightEndsMonths: both(
    'Pengingat sebelum hak berakhir atau tarik kembali',
    'Reminder before a right ends or land reverts',
  ),
}

/** What each clock of a case gives time for. */
export const caseClockNames: Record<CaseClockName, Phrase> = {
  permintaan: both('Kanwil meminta klarifikasi', 'The Kanwil asks for clarification'),
  jawaban: both('UPT menjawab', 'The unit answers'),
  tinjauan: both('Kanwil menilai jawaban', 'The Kanwil decides on the answer'),
  rencana: both('Rencana terlaksana', 'The plan is carried out'),
  'klarifikasi-kpknl': both('Pengelola meminta klarifikasi', 'The Pengelola asks in writing'),
  'jawaban-kpknl': both('Surat Pengelola dijawab', 'The letter of the Pengelola is answered'),
  penelitian: both('Pengelola meneliti', 'The Pengelola examines'),
  penyerahan: both('Tanah diserahkan', 'The land is handed over'),
}

/** Sentences of the page of settings. */
export const settingsWords = {
  title: { id: 'Pengaturan', en: 'Settings' },
  lead: {
    id: 'Aturan yang dipakai registri, masing-masing dengan sumbernya. Yang bertanda “internal” bukan peraturan. Versi baru diusulkan satu orang Kantor Pusat dan disetujui orang lain.',
    en: 'The rules that the registry works by, each with its source. What is marked “internal” is no regulation. A new version is proposed by one person of headquarters and approved by another.',
  },
  which: { id: 'Pengaturan', en: 'Setting' },
  definisi: { id: 'Definisi dan tenggat', en: 'Definition and deadlines' },
  libur: { id: 'Hari libur', en: 'Holidays' },
  inForce: { id: 'Yang berlaku', en: 'In force' },
  version: (n: string) => ({ id: `Versi ${n}`, en: `Version ${n}` }),
  validFrom: { id: 'Berlaku sejak', en: 'Valid from' },
  from: (day: string) => ({ id: `berlaku sejak ${day}`, en: `valid from ${day}` }),
  source: { id: 'Sumber', en: 'Source' },
  internal: { id: 'internal', en: 'internal' },
  regulation: { id: 'peraturan', en: 'regulation' },
  measure: { id: 'Yang diukur', en: 'What is measured' },
  value: { id: 'Nilai', en: 'Value' },
  months: (n: string) => ({ id: `${n} bulan`, en: `${n} months` }),
  days: (n: string) => ({ id: `${n} hari`, en: `${n} days` }),
  workingDays: (n: string) => ({ id: `${n} hari kerja`, en: `${n} working days` }),
  percent: (n: string) => ({ id: `${n} %`, en: `${n} %` }),
  notSet: { id: 'tidak ditetapkan', en: 'not set' },
  general: { id: 'Penggunaan dan tenggat', en: 'Use and deadlines' },
  caseClocks: { id: 'Tenggat kasus lahan menganggur', en: 'Deadlines of an idle-land case' },
  bundled: { id: 'bawaan program', en: 'comes with the program' },

  proposals: { id: 'Usulan yang menunggu', en: 'Proposals that wait' },
  noProposals: { id: 'Tidak ada usulan yang menunggu.', en: 'No proposal is waiting.' },
  propose: { id: 'Usulkan perubahan', en: 'Propose a change' },
  proposed: (when: string) => ({ id: `Diusulkan ${when}`, en: `Proposed ${when}` }),
  approved: (when: string) => ({ id: `Disetujui ${when}`, en: `Approved ${when}` }),
  byYou: { id: 'oleh Anda', en: 'by you' },
  by: (who: string) => ({ id: `oleh ${who}`, en: `by ${who}` }),
  approve: { id: 'Setujui', en: 'Approve' },
  approveTitle: { id: 'Setujui usulan ini?', en: 'Approve this proposal?' },
  approveText: (day: string) => ({
    id: `Mulai ${day} semua bidang dinilai dengan versi ini sekaligus. Versi lama tetap tercatat.`,
    en: `From ${day} all parcels are judged by this version at once. The old version stays on record.`,
  }),
  approveDone: { id: 'Usulan disetujui.', en: 'The proposal is approved.' },
  needsOther: {
    id: 'Usulan Anda sendiri disetujui oleh orang lain di Kantor Pusat.',
    en: 'Your own proposal is approved by another person of headquarters.',
  },
  changes: { id: 'Yang berubah', en: 'What changes' },
  before: { id: 'Sekarang', en: 'Now' },
  after: { id: 'Menjadi', en: 'Becomes' },
  noChanges: { id: 'Tidak ada nilai yang berubah.', en: 'No value changes.' },

  preview: { id: 'Pratinjau akibatnya', en: 'Preview what it does' },
  previewing: { id: 'Menghitung…', en: 'Working it out…' },
  previewNone: { id: 'Tidak ada bidang yang berubah status.', en: 'No parcel changes its status.' },
  previewOf: (n: string, all: string) => ({
    id: `${n} dari ${all} bidang berpindah status`,
    en: `${n} of ${all} parcels move to another status`,
  }),
  previewPartial: (n: string) => ({
    id: `${n} bidang dihitung sejauh ini…`,
    en: `${n} parcels counted so far…`,
  }),
  moveFrom: { id: 'Dari', en: 'From' },
  moveTo: { id: 'Ke', en: 'To' },
  moveParcels: { id: 'Bidang', en: 'Parcels' },
  moveArea: { id: 'Luas', en: 'Area' },

  formLead: {
    id: 'Kosongkan sebuah nilai bila memang tidak ditetapkan. Sumber wajib: nomor peraturan, surat, atau “internal”.',
    en: 'Leave a value empty where it is not set. A source is needed: number of a regulation or letter, or “internal”.',
  },
  formSource: { id: 'Sumber versi ini', en: 'Source of this version' },
  formSourceHint: {
    id: 'Misalnya nomor nota dinas atau peraturan yang mendasari perubahan.',
    en: 'Such as the number of the note or regulation behind the change.',
  },
  formSourceMissing: { id: 'Tulis sumbernya.', en: 'Write the source.' },
  formFrom: { id: 'Berlaku mulai', en: 'Valid from' },
  formFromHint: { id: 'Paling cepat besok.', en: 'Tomorrow at the earliest.' },
  formFromWrong: { id: 'Pilih tanggal mulai besok.', en: 'Choose a day from tomorrow on.' },
  numberWrong: {
    id: 'Tulis bilangan bulat, atau kosongkan.',
    en: 'Write a whole number, or leave it empty.',
  },
  basis: { id: 'Dasar', en: 'Basis' },
  send: { id: 'Kirim usulan', en: 'Send the proposal' },
  sent: {
    id: 'Usulan dikirim. Menunggu persetujuan orang lain.',
    en: 'Proposal sent. It waits for another person’s approval.',
  },
  nothingChanged: { id: 'Belum ada yang diubah.', en: 'Nothing has been changed yet.' },

  year: { id: 'Tahun', en: 'Year' },
  yearDays: (n: string) => ({ id: `${n} hari`, en: `${n} days` }),
  provisional: { id: 'sementara', en: 'provisional' },
  provisionalHint: {
    id: 'Belum sesuai SKB tahun itu; setiap tenggat yang melewati tahun ini dapat bergeser.',
    en: 'Not yet by the decree of that year; every deadline that crosses it may move.',
  },
  date: { id: 'Tanggal', en: 'Date' },
  holiday: { id: 'Hari libur', en: 'Holiday' },
  kind: { id: 'Jenis', en: 'Kind' },
  liburKind: { id: 'libur nasional', en: 'public holiday' },
  cutiKind: { id: 'cuti bersama', en: 'collective leave' },
  yearSource: { id: 'Sumber tahun ini', en: 'Source of this year' },
  lines: { id: 'Daftar hari', en: 'List of days' },
  linesHint: {
    id: 'Satu hari per baris: tanggal, libur atau cuti, nama. Contoh: 2027-08-17 libur Proklamasi Kemerdekaan',
    en: 'One day a line: date, libur or cuti, name. For example: 2027-08-17 libur Proklamasi Kemerdekaan',
  },
  linesWrong: (line: string) => ({
    id: `Baris ini tidak terbaca: ${line}`,
    en: `This line cannot be read: ${line}`,
  }),
  isDecreed: { id: 'Sudah sesuai SKB tahun itu', en: 'By the decree of that year' },

  history: { id: 'Riwayat versi', en: 'History of versions' },
  waiting: { id: 'menunggu persetujuan', en: 'waits for approval' },
  current: { id: 'berlaku', en: 'in force' },
  coming: { id: 'akan berlaku', en: 'will come into force' },
  past: { id: 'pernah berlaku', en: 'was in force' },
  dropped: { id: 'gugur, diganti usulan lain', en: 'dropped for another proposal' },
} satisfies Messages
