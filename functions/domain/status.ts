import { problemOf } from './derive.ts'
import type { ParcelRecord } from './record.ts'
import { IDLE_STATES, PROBLEMS, type Standing, USE_STATUSES } from './standing.ts'

/** The three axes of a standing: what lists and maps hold of it. */
export type Axes = Pick<Standing, 'use' | 'idle' | 'problem'>

/**
 * What one colour and one word say of a parcel, in order of precedence: a legal problem, then what the
 * law says of idleness while that is open, then the use.
 */
export const STATUSES = [...PROBLEMS, 'bmn-idle', 'bmn-terindikasi-idle', ...USE_STATUSES] as const
export type Status = (typeof STATUSES)[number]

/** The one status that the three axes come to. `tidak-idle` and `eks-bmn-idle` say nothing against the use. */
export function statusOf({ use, idle, problem }: Axes): Status {
  if (problem) return problem
  return idle === 'bmn-idle' || idle === 'bmn-terindikasi-idle' ? idle : use
}

/** How a draft stands, of which nothing is derived yet: no use is proved. */
export const unproved = (record: Parameters<typeof problemOf>[0]): Axes => ({
  use: 'belum-terbukti',
  idle: null,
  problem: problemOf(record),
})

/** How a record stands: as was derived of it, or as one of which nothing was. */
export const axesOfRecord = (record: ParcelRecord): Axes => record.standing ?? unproved(record)

const IDLES = [null, ...IDLE_STATES] as const
const TROUBLES = [null, ...PROBLEMS] as const

/** The axes as one number below 150, as pages and list entries keep them. New values go to the end of their axis. */
export const axesCode = ({ use, idle, problem }: Axes): number =>
  (USE_STATUSES.indexOf(use) * IDLES.length + IDLES.indexOf(idle)) * TROUBLES.length +
  TROUBLES.indexOf(problem)

/** @throws RangeError when no axes have this code */
export function axesOf(code: number): Axes {
  const rest = Math.floor(code / TROUBLES.length)
  const use = USE_STATUSES[Math.floor(rest / IDLES.length)]
  if (use === undefined || !Number.isInteger(code) || code < 0)
    throw new RangeError(`No axes have the code ${code}.`)
  return { use, idle: IDLES[rest % IDLES.length]!, problem: TROUBLES[code % TROUBLES.length]! }
}
