import type { Anchor } from '../functions/domain/anchor.ts'
import { ProblemError, request } from './request.ts'

/** The newest signed root over all histories; null before the first was made. */
export async function fetchLatestAnchor(signal?: AbortSignal): Promise<Anchor | null> {
  try {
    return (await request<Anchor>('/anchors/latest', { signal })).data
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'not-found') return null
    throw error
  }
}
