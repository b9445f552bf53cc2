/** What was, is and will be again; each entry is a whole state. */
export interface Steps<T> {
  past: readonly T[]
  now: T
  future: readonly T[]
}

/** More steps than anyone takes back; a large boundary must not fill the memory. */
const MOST = 100

/** Begin with a state that cannot be undone. */
export const begin = <T>(now: T): Steps<T> => ({ past: [], now, future: [] })

/** Go on to a new state; what was undone before is gone. */
export const step = <T>({ past, now }: Steps<T>, next: T): Steps<T> => ({
  past: [...past, now].slice(-MOST),
  now: next,
  future: [],
})

/** Take the last step back; the same object when there is none. */
export function undo<T>(steps: Steps<T>): Steps<T> {
  const { past, now, future } = steps
  if (past.length === 0) return steps
  return { past: past.slice(0, -1), now: past.at(-1) as T, future: [now, ...future] }
}

/** Take the last undone step again; the same object when there is none. */
export function redo<T>(steps: Steps<T>): Steps<T> {
  const { past, now, future } = steps
  if (future.length === 0) return steps
  return { past: [...past, now], now: future[0] as T, future: future.slice(1) }
}
