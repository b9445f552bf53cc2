import type { CaseState } from './idle-case.ts'
import type { CaseClockName } from './idle-clocks.ts'
import type { Role } from './permissions.ts'

/** Steps of an idle case, by the last part of their route. */
export const CASE_STEPS = [
  'flag',
  'request',
  'answer',
  'plan',
  'monitoring',
  'use-again',
  'revocation',
  'report',
  'letter',
] as const
export type CaseStepName = (typeof CASE_STEPS)[number]

/** What a transition cannot do without. */
export type Need =
  | 'reason'
  | 'letter' // number and date
  | 'answer' // the form of PMK 120/2024 Ps. 8
  | 'plan' // an open plan, with its budget paper
  | 'proof' // evidence of use that is younger than the case
  | 'bmn' // land that is in the books as BMN

/** One way from state to state. */
export interface Transition {
  step: CaseStepName
  /** Null: there is no open case. */
  from: readonly (CaseState | null)[]
  to: CaseState
  by: readonly Role[]
  needs: readonly Need[]
  /** What has to happen next; `kept`: the clock that runs goes on. */
  clock?: CaseClockName | 'kept'
}

const INTERNAL = ['ditandai', 'klarifikasi', 'dijawab', 'rencana', 'dipantau'] as const
const REGION = ['kanwil', 'pusat'] as const

/**
 * Every way that a case can go: the steps of our own (domain report 2.3) first, then the states of PMK
 * 120/2024, which a letter of the Pengelola Barang alone brings about. Whatever is not here is refused.
 */
export const TRANSITIONS: readonly Transition[] = [
  {
    step: 'flag',
    from: [null],
    to: 'ditandai',
    by: REGION,
    needs: ['reason'],
    clock: 'permintaan',
  },
  {
    step: 'request',
    from: ['ditandai', 'dijawab'], // again, where the answer does not do
    to: 'klarifikasi',
    by: REGION,
    needs: ['letter'],
    clock: 'jawaban',
  },
  {
    step: 'answer',
    from: ['klarifikasi'],
    to: 'dijawab',
    by: ['kpb'],
    needs: ['answer', 'letter'],
    clock: 'tinjauan',
  },
  {
    step: 'answer',
    from: ['bmn-terindikasi-idle'], // Ps. 9: the state changes by the next letter only
    to: 'bmn-terindikasi-idle',
    by: ['kpb'],
    needs: ['answer', 'letter', 'bmn'],
    clock: 'penelitian',
  },
  {
    step: 'plan',
    from: ['dijawab', 'rencana', 'dipantau'],
    to: 'rencana',
    by: REGION,
    needs: ['plan'],
    clock: 'rencana',
  },
  {
    step: 'monitoring',
    from: ['rencana', 'dipantau'],
    to: 'dipantau',
    by: REGION,
    needs: ['reason'],
    clock: 'kept',
  },
  { step: 'use-again', from: INTERNAL, to: 'dipakai-kembali', by: REGION, needs: ['proof'] },
  { step: 'revocation', from: INTERNAL, to: 'dicabut', by: REGION, needs: ['reason'] },
  {
    step: 'report',
    from: ['klarifikasi', 'dijawab', 'rencana', 'dipantau'],
    to: 'dilaporkan',
    by: REGION,
    needs: ['letter', 'bmn'],
    clock: 'klarifikasi-kpknl',
  },
  {
    step: 'letter',
    from: [null, ...INTERNAL, 'dilaporkan'], // the Pengelola need not wait for us
    to: 'bmn-terindikasi-idle',
    by: REGION,
    needs: ['letter', 'bmn'],
    clock: 'jawaban-kpknl',
  },
  {
    step: 'letter',
    from: ['bmn-terindikasi-idle'],
    to: 'diteliti',
    by: REGION,
    needs: ['letter', 'bmn'],
    clock: 'penelitian',
  },
  {
    step: 'letter',
    from: ['dilaporkan', 'bmn-terindikasi-idle', 'diteliti'],
    to: 'tidak-idle',
    by: REGION,
    needs: ['letter', 'bmn'],
  },
  {
    step: 'letter',
    from: [null, 'bmn-terindikasi-idle', 'diteliti'], // null: it was decided before we kept records
    to: 'bmn-idle',
    by: REGION,
    needs: ['letter', 'bmn'],
    clock: 'penyerahan',
  },
  {
    step: 'letter',
    from: ['bmn-idle'],
    to: 'eks-bmn-idle', // the letter is the BAST
    by: REGION,
    needs: ['letter', 'bmn'],
  },
]

/** States that a letter of the Pengelola Barang brings about. */
export const LETTER_STATES = [
  'bmn-terindikasi-idle',
  'diteliti',
  'tidak-idle',
  'bmn-idle',
  'eks-bmn-idle',
] as const satisfies readonly CaseState[]
export type LetterState = (typeof LETTER_STATES)[number]

/** The ways of one step, from wherever they start. */
export const waysOf = (step: CaseStepName): Transition[] =>
  TRANSITIONS.filter((way) => way.step === step)

/** The ways that start from a state; null: no case is open. */
export const waysFrom = (state: CaseState | null): Transition[] =>
  TRANSITIONS.filter(({ from }) => from.includes(state))
