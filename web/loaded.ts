import { useEffect, useState } from 'preact/hooks'
import { ProblemError } from './request.ts'

/** A part of the page that is loaded when it is first drawn: itself, or why it did not come. */
export function useLoaded<T>(load: () => Promise<T>) {
  const [part, setPart] = useState<T>()
  const [error, setError] = useState<unknown>()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let isHere = true
    load().then(
      (loaded) => isHere && setPart(() => loaded),
      () => isHere && setError(new ProblemError('no-link')), // the file lies on our own server
    )
    return () => {
      isHere = false
    }
  }, [turn])
  const retry = () => {
    setError(undefined)
    setTurn((before) => before + 1)
  }
  return { part, error, retry }
}
