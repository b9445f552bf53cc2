import { useEffect, useRef, useState } from 'preact/hooks'
import { fetchParcel, ProblemError } from '../../api.ts'
import { useMe } from '../../session.ts'
import { contentOf } from './content.ts'
import { type Desk, openDesk } from './desk.ts'
import { type Draft, findDraft, newDraft } from './drafts.ts'
import { heldDraft } from './held.ts'

/** The desk for an address, or why there is none. */
interface DeskAt {
  desk?: Desk
  error?: unknown
  /** Neither here nor in the registry. */
  isGone?: boolean
}

/** Open the draft with this address: from this browser, else from the registry. */
export function useDeskAt(address: string): DeskAt {
  const { id: account } = useMe()
  const [found, setFound] = useState<DeskAt>({})
  const current = useRef<Desk | undefined>(undefined)

  useEffect(() => {
    const draft = current.current?.draft.get()
    if (draft && (draft.key === address || draft.id === address)) return
    let isHere = true
    current.current?.close()
    current.current = undefined
    setFound({})
    open(account, address).then(
      (desk) => {
        if (!isHere) return desk?.close()
        current.current = desk
        setFound(desk ? { desk } : { isGone: true })
      },
      (error: unknown) => isHere && setFound({ error }),
    )
    return () => {
      isHere = false
    }
  }, [account, address])
  useEffect(() => () => current.current?.close(), [])
  return found
}

async function open(account: string, address: string): Promise<Desk | undefined> {
  const draft = (await findDraft(account, address).catch(() => undefined)) ?? heldDraft(address)
  if (draft) {
    const desk = openDesk(draft)
    if (draft.id) void desk.refresh().catch(() => {}) // offline: go on with what is here
    return desk
  }
  try {
    const { data, etag } = await fetchParcel(address)
    const content = contentOf(data)
    const taken: Draft = {
      ...newDraft(account),
      id: data.id,
      etag,
      base: content,
      mine: content,
      savedAt: data.properties.updatedAt,
    }
    return openDesk(taken, data)
  } catch (error) {
    if (error instanceof ProblemError && (error.status === 404 || error.status === 422)) return
    throw error
  }
}
