import type { Me } from './api.ts'

const KEY = 'petak.me'

interface Remembered {
  /** Account at the provider. */
  subject: string
  me: Me
}

/** Who was signed in here last and has not signed out: enough to write without a link, not to read more. */
export function rememberedMe(subject?: string): Me | undefined {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Remembered | null
    return known && (subject === undefined || known.subject === subject) ? known.me : undefined
  } catch {
    return undefined
  }
}

/** Remember who is signed in, until the person signs out. */
export function rememberMe(subject: string, me: Me): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ subject, me } satisfies Remembered))
  } catch {
    // storage is closed to us: the page then opens with a link only
  }
}

/** Nobody is signed in here any more. */
export function forgetMe(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // nothing was kept
  }
}
