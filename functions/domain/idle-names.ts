import type { CaseState } from './idle-case.ts'
import type { CaseClockName } from './idle-clocks.ts'
import type { Phrase } from './phrase.ts'

/** What each state of an idle case is called; those of our own say that they are internal. */
export const CASE_STATE_NAMES: Record<CaseState, Phrase> = {
  ditandai: { id: 'Ditandai tidak terpakai (internal)', en: 'Flagged as unused (internal)' },
  klarifikasi: { id: 'Klarifikasi diminta (internal)', en: 'Clarification asked (internal)' },
  dijawab: { id: 'Dijawab UPT (internal)', en: 'Answered by the unit (internal)' },
  rencana: { id: 'Rencana diterima (internal)', en: 'Plan accepted (internal)' },
  dipantau: { id: 'Dipantau (internal)', en: 'Monitored (internal)' },
  dilaporkan: { id: 'Dilaporkan ke Pengelola', en: 'Reported to the Pengelola Barang' },
  'bmn-terindikasi-idle': { id: 'BMN terindikasi idle', en: 'BMN terindikasi idle' },
  diteliti: { id: 'Diteliti Pengelola', en: 'Examined by the Pengelola Barang' },
  'bmn-idle': { id: 'BMN idle', en: 'BMN idle' },
  'dipakai-kembali': { id: 'Dipakai kembali (internal)', en: 'In use again (internal)' },
  dicabut: { id: 'Tanda dicabut (internal)', en: 'Flag withdrawn (internal)' },
  'tidak-idle': { id: 'Dinyatakan tidak idle', en: 'Declared not idle' },
  'eks-bmn-idle': { id: 'Eks BMN idle', en: 'Eks BMN idle' },
}

/** What each clock of a case waits for. */
export const CASE_CLOCK_NAMES: Record<CaseClockName, Phrase> = {
  permintaan: { id: 'Kanwil meminta klarifikasi', en: 'The Kanwil asks for clarification' },
  jawaban: { id: 'UPT menjawab klarifikasi', en: 'The unit answers' },
  tinjauan: { id: 'Kanwil menilai jawaban', en: 'The Kanwil decides on the answer' },
  rencana: { id: 'Rencana terlaksana', en: 'The plan is carried out' },
  'klarifikasi-kpknl': {
    id: 'Pengelola Barang meminta klarifikasi tertulis',
    en: 'The Pengelola Barang asks in writing',
  },
  'jawaban-kpknl': {
    id: 'Surat Pengelola Barang dijawab',
    en: 'The letter of the Pengelola Barang is answered',
  },
  penelitian: { id: 'Pengelola Barang meneliti', en: 'The Pengelola Barang examines' },
  penyerahan: {
    id: 'Tanah diserahkan kepada Pengelola Barang',
    en: 'The land is handed over to the Pengelola Barang',
  },
}
