import type { Draft } from './drafts.ts'

/** Drafts of this page load, for browsers that keep nothing. */
const held = new Map<string, Draft>()

/** Hold a draft for as long as the page lives. */
export const hold = (draft: Draft): void => void held.set(draft.key, draft)

/** A draft that is held, by its key. */
export const heldDraft = (key: string): Draft | undefined => held.get(key)
