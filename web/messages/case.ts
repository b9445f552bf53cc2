import type { Phrase } from '../../functions/domain/phrase.ts'
import type { CaseStepName } from '../../functions/domain/idle-transitions.ts'
import type { Messages } from './phrase.ts'

const both = (id: string, en: string): Phrase => ({ id, en })

/** What a person does with a case, as the title of its form. */
export const caseStepNames: Record<CaseStepName, Phrase> = {
  flag: both('Tandai tidak terpakai', 'Flag as unused'),
  request: both('Minta klarifikasi', 'Ask for clarification'),
  answer: both('Jawab klarifikasi', 'Answer the clarification'),
  plan: both('Terima rencana', 'Accept a plan'),
  monitoring: both('Catat pemantauan', 'Record monitoring'),
  'use-again': both('Nyatakan dipakai kembali', 'State that it is in use again'),
  revocation: both('Cabut tanda', 'Withdraw the flag'),
  report: both('Laporkan ke Pengelola Barang', 'Report to the Pengelola Barang'),
  letter: both('Catat surat Pengelola Barang', 'Record a letter of the Pengelola Barang'),
}

/** The same, when it was done. */
export const caseStepDone: Record<string, Phrase> = {
  flag: both('Ditandai', 'Flagged'),
  request: both('Klarifikasi diminta', 'Clarification asked'),
  answer: both('Dijawab', 'Answered'),
  plan: both('Rencana diterima', 'Plan accepted'),
  monitoring: both('Dipantau', 'Monitored'),
  'use-again': both('Dipakai kembali', 'In use again'),
  revocation: both('Tanda dicabut', 'Flag withdrawn'),
  report: both('Dilaporkan ke Pengelola Barang', 'Reported to the Pengelola Barang'),
  letter: both('Surat Pengelola Barang dicatat', 'Letter of the Pengelola Barang recorded'),
  open: both('Kasus dibuka', 'Case opened'),
  escalation: both('Dinaikkan ke atasan', 'Escalated'),
}

/** Who opened a case. */
export const originNames: Record<'sweep' | 'kanwil' | 'kpknl', Phrase> = {
  sweep: both(
    'Dibuka registri karena tidak ada bukti',
    'Opened by the registry for want of evidence',
  ),
  kanwil: both('Ditandai Kanwil', 'Flagged by the Kanwil'),
  kpknl: both('Dibuka oleh surat KPKNL', 'Opened by a letter of the KPKNL'),
}

/** Sentences of the page of one case. */
export const caseWords = {
  title: { id: 'Kasus lahan menganggur', en: 'Idle-land case' },
  of: (name: string) => ({ id: `Kasus: ${name}`, en: `Case: ${name}` }),
  lead: {
    id: 'Langkah internal memakai tanda “internal” dan bukan status hukum. Status hukum hanya datang dari surat Pengelola Barang (PMK 120/2024).',
    en: 'Internal steps are marked “internal” and are no legal status. A legal status comes by a letter of the Pengelola Barang only (PMK 120/2024).',
  },
  toParcel: { id: 'Kembali ke bidang', en: 'Back to the parcel' },
  since: (day: string) => ({ id: `sejak ${day}`, en: `since ${day}` }),
  opened: (day: string) => ({ id: `Dibuka ${day}`, en: `Opened ${day}` }),
  whole: { id: 'seluruh bidang', en: 'the whole parcel' },
  part: (area: string) => ({ id: `sebagian: ${area}`, en: `part of it: ${area}` }),
  none: { id: 'Tidak ada kasus terbuka', en: 'No case is open' },
  noneText: {
    id: 'Kasus terbuka sendiri bila bukti penggunaan habis masa berlakunya, atau oleh Kanwil, atau oleh surat KPKNL.',
    en: 'A case opens by itself when the evidence of use runs out, or by the Kanwil, or by a letter of the KPKNL.',
  },
  closed: {
    id: 'Kasus hanya dibuka untuk unit ini, Kanwil-nya, pusat dan auditor.',
    en: 'Cases are open to this unit, its Kanwil, headquarters and auditors only.',
  },
  stateNow: { id: 'Keadaan sekarang', en: 'Where it stands' },
  clock: { id: 'Tenggat', en: 'Deadline' },
  noClock: { id: 'Tidak ada tenggat yang berjalan.', en: 'No deadline is running.' },
  today: { id: 'hari ini', en: 'today' },
  daysLeft: (n: string, one: boolean) => ({
    id: `tinggal ${n} hari`,
    en: one ? '1 day left' : `${n} days left`,
  }),
  daysLate: (n: string, one: boolean) => ({
    id: `lewat ${n} hari`,
    en: one ? '1 day late' : `${n} days late`,
  }),
  workingDays: { id: 'hari kerja', en: 'working days' },
  internal: { id: 'internal', en: 'internal' },
  provisional: { id: 'sementara', en: 'provisional' },
  provisionalHint: {
    id: 'Tabel hari libur tahun itu belum ditetapkan; harinya dapat bergeser.',
    en: 'The holidays of that year are not decreed yet; the day may move.',
  },
  escalated: { id: 'Sudah dinaikkan', en: 'Escalated' },
  escalatedTo: (who: string) => ({ id: `ke ${who}`, en: `to ${who}` }),
  next: { id: 'Langkah berikutnya', en: 'Next step' },
  nextNone: (who: string) => ({
    id: `Tidak ada langkah untuk Anda sekarang. Giliran: ${who}.`,
    en: `There is no step for you now. Their turn: ${who}.`,
  }),
  nextOver: { id: 'Kasus ini selesai.', en: 'This case is over.' },
  otherSteps: { id: 'Langkah lain', en: 'Other steps' },
  timeline: { id: 'Perjalanan kasus', en: 'Course of the case' },
  byRegistry: { id: 'registri', en: 'the registry' },
  reason: { id: 'Alasan', en: 'Reason' },
  letter: { id: 'Surat', en: 'Letter' },
  letterOf: (number: string, day: string) => ({
    id: `Surat ${number}, ${day}`,
    en: `Letter ${number}, ${day}`,
  }),
  scan: { id: 'lihat pindaian', en: 'see the scan' },
  past: { id: 'Kasus sebelumnya', en: 'Earlier cases' },
  legal: { id: 'status hukum', en: 'legal status' },

  partOrWhole: { id: 'Bagian mana?', en: 'Which part?' },
  areaHint: {
    id: 'Kosongkan bila seluruh bidang. Contoh: 6 ha atau 60.000 m².',
    en: 'Leave empty for the whole parcel. For example 6 ha or 60,000 m².',
  },
  area: { id: 'Luas yang menganggur', en: 'Area that lies idle' },
  areaWrong: { id: 'Tulis luas, misalnya 6 ha.', en: 'Write an area, such as 6 ha.' },
  reasonMay: { id: 'Catatan', en: 'Note' },
  reasonHint: {
    id: 'Dibaca kepala unit dan auditor. Tanpa nama orang.',
    en: 'Read by the head of the unit and by auditors. No names of persons.',
  },
  reasonMissing: { id: 'Tulis alasannya.', en: 'Write the reason.' },
  letterNumber: { id: 'Nomor surat', en: 'Number of the letter' },
  letterNumberMissing: { id: 'Tulis nomor surat.', en: 'Write the number of the letter.' },
  letterDate: { id: 'Tanggal surat', en: 'Date of the letter' },
  letterDateMissing: { id: 'Pilih tanggal surat.', en: 'Choose the date of the letter.' },
  letterScan: { id: 'Pindaian bertanda tangan', en: 'Signed scan' },
  letterScanNone: { id: 'Belum ada, menyusul', en: 'Not yet, to follow' },
  letterScanAdd: { id: 'Unggah pindaian', en: 'Upload the scan' },
  letterScanHint: {
    id: 'Dari dokumen bidang ini.',
    en: 'From the documents of this parcel.',
  },
  dueDate: { id: 'Tenggat menurut surat', en: 'Deadline by the letter' },
  dueDateHint: {
    id: 'Isi hanya bila surat menyebut tanggal; tanggal itu yang berlaku.',
    en: 'Only where the letter states a day; that day counts.',
  },
  questions: { id: 'Yang ditanyakan', en: 'What is asked' },
  questionsHint: {
    id: 'Surat selalu memuat pertanyaan PMK 120/2024 Ps. 8. Tambahkan bila ada yang khusus.',
    en: 'The letter always holds the questions of PMK 120/2024 art. 8. Add what is special here.',
  },
  plan: { id: 'Rencana', en: 'Plan' },
  planOfAnswer: { id: 'Rencana dalam jawaban terakhir', en: 'The plan of the last answer' },
  planMissing: { id: 'Pilih rencananya.', en: 'Choose the plan.' },
  planNone: {
    id: 'Unit belum mencatat rencana yang terbuka. Minta jawaban dengan rencana lebih dulu.',
    en: 'The unit has recorded no open plan. Ask for an answer with a plan first.',
  },
  legalState: { id: 'Surat itu menyatakan', en: 'What the letter states' },
  legalStateMissing: {
    id: 'Pilih apa yang dinyatakan surat itu.',
    en: 'Choose what the letter states.',
  },
  legalWarning: {
    id: 'Ini status hukum. Catat hanya dari surat yang ada di tangan Anda.',
    en: 'This is a legal status. Record it only from a letter that you hold.',
  },
  notBmn: {
    id: 'Tanah ini belum tercatat sebagai BMN, jadi tidak dapat berstatus BMN idle.',
    en: 'This land is not in the books as state property, so it cannot be idle state property.',
  },
  send: { id: 'Simpan langkah ini', en: 'Record this step' },
  done: { id: 'Langkah kasus dicatat.', en: 'The step of the case is recorded.' },

  answerLead: {
    id: 'Urutannya sama dengan pertanyaan PMK 120/2024 Ps. 8 ayat (3).',
    en: 'In the order of the questions of PMK 120/2024 art. 8(3).',
  },
  answerIdentity: { id: '1. Identitas dan keberadaan', en: '1. Identity and whereabouts' },
  answerAssets: (assets: string) => ({ id: `Tercatat: ${assets}`, en: `In the books: ${assets}` }),
  answerArea: { id: 'Luas', en: 'Area' },
  answerYear: { id: 'Tahun perolehan', en: 'Year of acquisition' },
  yearWrong: { id: 'Tulis tahun dengan empat angka.', en: 'Write the year with four digits.' },
  valueWrong: { id: 'Tulis nilai dalam rupiah.', en: 'Write the value in rupiah.' },
  answerValue: { id: 'Nilai perolehan (rupiah)', en: 'Acquisition value (rupiah)' },
  answerCondition: { id: 'Kondisi', en: 'Condition' },
  answerAddress: { id: 'Alamat', en: 'Address' },
  addressMissing: { id: 'Tulis alamatnya.', en: 'Write the address.' },
  conditionMissing: { id: 'Pilih kondisinya.', en: 'Choose the condition.' },
  baik: { id: 'Baik', en: 'Good' },
  'rusak-ringan': { id: 'Rusak ringan', en: 'Lightly damaged' },
  'rusak-berat': { id: 'Rusak berat', en: 'Heavily damaged' },
  answerUse: { id: '2. Pelaksanaan penggunaan', en: '2. Use as it is' },
  answerUsePlan: {
    id: '3. Rencana penggunaan (paling lama 1 tahun)',
    en: '3. Plan of use (at most 1 year)',
  },
  answerUtilisation: { id: '4. Pelaksanaan pemanfaatan', en: '4. Utilisation as it is' },
  answerUtilisationPlan: {
    id: '5. Rencana pemanfaatan (paling lama 6 bulan)',
    en: '5. Plan of utilisation (at most 6 months)',
  },
  answerNonUse: { id: '6. Mengapa tidak digunakan', en: '6. Why it is not used' },
  answerLetter: { id: '7. Surat jawaban', en: '7. Letter of the answer' },
  answerText: { id: 'Keadaan sekarang', en: 'As it is now' },
  answerTextHint: {
    id: '“Tidak ada” juga jawaban.',
    en: '“None” is an answer as well.',
  },
  answerTextMissing: {
    id: 'Tulis keadaannya; “tidak ada” juga jawaban.',
    en: 'Write how it is; “none” is an answer.',
  },
  hasPlan: { id: 'Ada rencana', en: 'There is a plan' },
  planWhat: { id: 'Apa yang akan dilakukan', en: 'What will be done' },
  planWhatMissing: { id: 'Tulis rencananya.', en: 'Write the plan.' },
  planTarget: { id: 'Tanggal sasaran', en: 'Target date' },
  planTargetMissing: { id: 'Pilih tanggal sasaran.', en: 'Choose the target date.' },
  planBudget: { id: 'Dokumen anggaran', en: 'Budget paper' },
  planBudgetHint: {
    id: 'DIPA, DIPA revisi, RKA-K/L, atau RKBMN (Ps. 8 ayat (6)).',
    en: 'DIPA, revised DIPA, RKA-K/L or RKBMN (art. 8(6)).',
  },
  planBudgetNumber: { id: 'Nomor dokumen anggaran', en: 'Number of the budget paper' },
  planBudgetDate: { id: 'Tanggal dokumen anggaran', en: 'Date of the budget paper' },
  planBudgetMissing: {
    id: 'Lengkapi nomor dan tanggal dokumen anggaran.',
    en: 'Complete the number and date of the budget paper.',
  },
  planBudgetNone: { id: 'Belum ada', en: 'None yet' },
  nonUseText: { id: 'Keterangan', en: 'Remark' },
  checkMarked: { id: 'Periksa isian yang ditandai', en: 'Check the marked fields' },

  legalNow: { id: 'Status hukum', en: 'Status in law' },
  findings: { id: 'Temuan kasus', en: 'Findings of the case' },

  drafts: { id: 'Konsep surat', en: 'Draft letters' },
  draftRequest: { id: 'Permintaan klarifikasi', en: 'Request for clarification' },
  draftAnswer: { id: 'Jawaban klarifikasi', en: 'Answer to the clarification' },
  docx: { id: 'Unduh DOCX', en: 'Download DOCX' },
  backToCase: { id: 'Kembali ke kasus', en: 'Back to the case' },
  printCase: { id: 'Cetak kasus', en: 'Print the case' },
  draftHint: {
    id: 'Konsep untuk ditandatangani; nomor dan tanggalnya dicatat setelah surat keluar.',
    en: 'A draft to be signed; its number and date are recorded once the letter is sent.',
  },
  draftMaking: { id: 'Menyusun…', en: 'Writing…' },
  print: { id: 'Cetak', en: 'Print' },
} satisfies Messages
