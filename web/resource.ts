import { useCallback, useEffect, useState } from 'preact/hooks'

/** Something that is read from the registry. What was read stays while it is read again or that fails. */
export interface Resource<T> {
  data: T | undefined
  error: unknown
  isLoading: boolean
  reload: () => void
}

/** Read something when the component appears and whenever `about` changes; older answers are dropped. */
export function useResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  about: readonly unknown[],
): Resource<T> {
  const [state, setState] = useState<Omit<Resource<T>, 'reload'>>({
    data: undefined,
    error: undefined,
    isLoading: true,
  })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    const { signal, abort } = abortable()
    setState((before) => ({ ...before, isLoading: true }))
    load(signal).then(
      (data) => signal.aborted || setState({ data, error: undefined, isLoading: false }),
      (error: unknown) =>
        signal.aborted || setState(({ data }) => ({ data, error, isLoading: false })),
    )
    return abort
  }, [...about, turn])
  const reload = useCallback(() => setTurn((n) => n + 1), [])
  useEffect(() => {
    if (state.error === undefined) return
    addEventListener('online', reload) // what failed for want of a link comes by itself
    return () => removeEventListener('online', reload)
  }, [state.error])
  return { ...state, reload }
}

function abortable() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}
