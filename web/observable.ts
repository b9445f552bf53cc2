import { useEffect, useState } from 'preact/hooks'

/** A value that tells its listeners when it changes. */
export interface Observable<T> {
  get: () => T
  /** Replace the value; nobody is told when it is the same one. */
  set: (value: T) => void
  /** Hear of every change from now on; call what it returns to stop. */
  subscribe: (listener: (value: T) => void) => () => void
}

/** Make an observable that starts with `value`. */
export function observable<T>(value: T): Observable<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return
      value = next
      listeners.forEach((listener) => listener(value)) // a set bears that one leaves meanwhile
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value of an observable; the component is drawn again when it changes. */
export function useObservable<T>(source: Observable<T>): T {
  const [value, setValue] = useState(() => source.get())
  useEffect(() => {
    setValue(() => source.get()) // it may have changed between drawing and this effect
    return source.subscribe((next) => setValue(() => next))
  }, [source])
  return value
}
