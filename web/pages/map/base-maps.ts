import { useEffect, useState } from 'preact/hooks'
import type { BaseMap } from '../../layers/base-map.ts'
import { request } from '../../request.ts'

let known: Promise<readonly BaseMap[]> | undefined

const fetchBaseMaps = (): Promise<readonly BaseMap[]> =>
  request<{ baseMaps?: BaseMap[] }>('/config', { authorized: false }).then(
    ({ data }) => data.baseMaps ?? [],
  )

/** The base maps that this installation offers; none until they are known, none when that fails. */
export function useBaseMaps(): readonly BaseMap[] {
  const [baseMaps, setBaseMaps] = useState<readonly BaseMap[]>([])
  useEffect(() => {
    known ??= fetchBaseMaps()
    known.then(setBaseMaps, () => (known = undefined)) // the map does without; asked again next time
  }, [])
  return baseMaps
}
