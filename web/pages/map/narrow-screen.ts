import { useEffect, useState } from 'preact/hooks'

const NARROW = '(max-width: 760px)' // where the header's pages move to the bottom as well

/** Whether the page is as narrow as a phone; the component is drawn again when that changes. */
export function useNarrowScreen(): boolean {
  const [isNarrow, setIsNarrow] = useState(() => window.matchMedia(NARROW).matches)
  useEffect(() => {
    const query = window.matchMedia(NARROW)
    const look = () => setIsNarrow(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [])
  return isNarrow
}
