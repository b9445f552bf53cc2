import { useEffect, useState } from 'preact/hooks'
import { fetchReference } from '../../api.ts'

type Names = ReadonlyMap<string, string>
let known: Promise<Names> | undefined

/** Names of the Kanwil by their ids; empty until they are known, and their ids then stand in. */
export function useKanwilNames(): Names {
  const [names, setNames] = useState<Names>(new Map())
  useEffect(() => {
    known ??= fetchReference('kanwil').then(
      ({ data }) => new Map(data.rows.map(({ id, name }) => [id, name])),
    )
    known.then(setNames, () => (known = undefined)) // asked again next time
  }, [])
  return names
}
