import { CASE_CLOCK_NAMES } from '../../functions/domain/idle-names.ts'
import type { Phrase } from '../../functions/domain/phrase.ts'
import { say } from './phrase.ts'

const PARCEL_CLOCK_NAMES: Readonly<Record<string, Phrase>> = {
  bukti: { id: 'Bukti penggunaan habis', en: 'Evidence of use runs out' },
  menganggur: {
    id: 'Dianggap tidak terpakai (internal)',
    en: 'Counts as unused (internal)',
  },
  rencana: { id: 'Tanggal sasaran rencana', en: 'Target date of the plan' },
  psp: { id: 'Permohonan PSP', en: 'Request for the use-status decision (PSP)' },
  pengesahan: { id: 'Pengesahan hibah', en: 'Treasury recognition of the grant' },
  'tarik-kembali': { id: 'Tarik kembali menurut NPHD', en: 'Reversion by the NPHD' },
  'hak-pakai': { id: 'Hak Pakai berakhir', en: 'The right of use ends' },
  pemanfaatan: { id: 'Pemanfaatan berakhir', en: 'Utilisation ends' },
  status: { id: 'Status berubah', en: 'The status changes' },
}

/** What a clock waits for, in the language of the page; its own name where this page does not know it. */
export function clockName(clock: string): string {
  const ofCase = CASE_CLOCK_NAMES as Readonly<Record<string, Phrase>>
  const name = PARCEL_CLOCK_NAMES[clock] ?? ofCase[clock.replace(/^kasus-/, '')]
  return name ? say(name) : clock
}
