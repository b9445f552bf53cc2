import { type Language, type Phrase, preferredLanguage } from '../../functions/domain/phrase.ts'
import { observable, useObservable } from '../observable.ts'

/** One area's catalogue: sentences, and functions that build one. A missing language does not compile. */
export type Messages = Readonly<Record<string, Phrase | ((...values: never[]) => Phrase)>>

const KEY = 'petak.language'

/** Storage may be closed to us (private windows, policies): then the language lasts as long as the page. */
function remembered(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

const current = observable<Language>(preferredLanguage(remembered() ?? 'id'))

/** The language in force. */
export const language = (): Language => current.get()

/** The language in force; the component is drawn again when it changes. */
export const useLanguage = (): Language => useObservable(current)

/** Switch the whole page to another language and remember that on this device. */
export function setLanguage(next: Language): void {
  try {
    localStorage.setItem(KEY, next)
  } catch {
    // not remembered, still switched
  }
  current.set(next)
}

/**
 * A phrase in the language in force. The page is drawn anew when the language changes; what is drawn
 * outside of Preact (a map layer) or wrapped in `memo` calls `useLanguage` itself.
 */
export const say = (phrase: Phrase): string => phrase[current.get()]
