import type { CaseState } from '../../../functions/domain/idle-case.ts'
import type { CaseStepName } from '../../../functions/domain/idle-transitions.ts'
import type { Role } from '../../../functions/domain/permissions.ts'

/** The step that a case waits for, and who may take it. */
export interface Turn {
  step: CaseStepName
  who: readonly Role[]
}

const KANWIL: readonly Role[] = ['kanwil', 'pusat']
const KPB: readonly Role[] = ['kpb']

/** What each state waits for: the most likely of the ways that lead on from it. */
const TURNS: Partial<Record<CaseState, Turn>> = {
  ditandai: { step: 'request', who: KANWIL },
  klarifikasi: { step: 'answer', who: KPB },
  dijawab: { step: 'plan', who: KANWIL },
  rencana: { step: 'monitoring', who: KANWIL },
  dipantau: { step: 'monitoring', who: KANWIL },
  dilaporkan: { step: 'letter', who: KANWIL },
  'bmn-terindikasi-idle': { step: 'answer', who: KPB },
  diteliti: { step: 'letter', who: KANWIL },
  'bmn-idle': { step: 'letter', who: KANWIL },
}

/** Whose turn it is in a state; null: no case is open. */
export const turnOf = (state: CaseState | null): Turn =>
  (state && TURNS[state]) || { step: 'flag', who: KANWIL }
