/** What is known of the use of a parcel, the weakest claim to land last. */
export const USE_STATUSES = [
  'digunakan',
  'digunakan-sebagian',
  'dimanfaatkan-pihak-lain',
  'belum-terbukti',
  'kosong-dengan-rencana',
  'terindikasi-tidak-terpakai', // internal: never a legal state
] as const
export type UseStatus = (typeof USE_STATUSES)[number]

/** Legal states of idleness (PMK 120/2024), set only by a letter, only for land in the books as BMN. */
export const IDLE_STATES = [
  'bmn-terindikasi-idle',
  'tidak-idle',
  'bmn-idle',
  'eks-bmn-idle',
] as const
export type IdleState = (typeof IDLE_STATES)[number]

/** Legal problems, the gravest first. */
export const PROBLEMS = ['dikuasai-pihak-lain', 'berperkara', 'sengketa', 'tumpang-tindih'] as const
export type Problem = (typeof PROBLEMS)[number]

/** Why a parcel has its use status, in a form that each language can say. */
export interface Why {
  /** Rule and the version of the definition by which it was judged. */
  rule: string
  definition: number
  /** The day from which the facts speak: the last evidence, the BAST, the go-live. */
  since: string
  /** The day on which it changes by itself when nothing is done; absent when it does not. */
  until?: string
}

/** How a parcel stands on the three axes: derived from the facts, never typed in. */
export interface Standing {
  use: UseStatus
  /** Null while no letter says anything. */
  idle: IdleState | null
  problem: Problem | null
  why: Why
  /** Proved, unproved and vacant land in square metres; null while no paper states an area. */
  areas: { provedM2: number; unprovedM2: number; vacantM2: number } | null
}
