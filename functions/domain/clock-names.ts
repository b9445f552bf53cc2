import type { ClockName } from './clocks.ts'
import type { CaseClockName } from './idle-clocks.ts'
import { CASE_CLOCK_NAMES } from './idle-names.ts'
import type { Phrase } from './phrase.ts'

const OWN: Record<Exclude<ClockName, `kasus-${CaseClockName}`>, Phrase> = {
  bukti: { id: 'Bukti penggunaan blok berakhir', en: 'Evidence of a block runs out' },
  menganggur: {
    id: 'Batas laporan sebelum terindikasi tidak terpakai (internal)',
    en: 'Last day to report before it counts as unused (internal)',
  },
  rencana: { id: 'Tanggal sasaran rencana', en: 'Target date of a plan' },
  psp: { id: 'Permohonan PSP', en: 'Request for the use-status decision (PSP)' },
  pengesahan: { id: 'Pengesahan hibah', en: 'Treasury recognition of the grant' },
  'tarik-kembali': { id: 'Tarik kembali oleh pemberi hibah', en: 'The grantor may take it back' },
  'hak-pakai': { id: 'Hak atas tanah berakhir', en: 'The right to the land ends' },
  pemanfaatan: { id: 'Pemanfaatan pihak lain berakhir', en: 'Use by another party ends' },
  status: { id: 'Status berubah dengan sendirinya', en: 'The status changes by itself' },
}

const isOwn = (clock: ClockName): clock is keyof typeof OWN => Object.hasOwn(OWN, clock)

/** What each clock waits for, in few words. */
export const clockName = (clock: ClockName): Phrase =>
  isOwn(clock) ? OWN[clock] : CASE_CLOCK_NAMES[clock.slice('kasus-'.length) as CaseClockName]
