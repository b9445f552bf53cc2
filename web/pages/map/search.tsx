import { useEffect, useState } from 'preact/hooks'
import { mapWords } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'

const PAUSE = 350 // ms without a key before the registry is asked

interface SearchProps {
  value: string
  /** A shorter hint, for a phone. */
  short: boolean
  onSearch: (words: string) => void
}

/** The search over map and list; it follows the typing, and Enter does not wait. */
export function SearchField({ value, short, onSearch }: SearchProps) {
  const [words, setWords] = useState(value)
  useEffect(() => setWords(value), [value])
  useEffect(() => {
    if (words.trim() === value) return
    const timer = setTimeout(() => onSearch(words.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [words])
  const submit = (event: Event) => {
    event.preventDefault()
    onSearch(words.trim())
  }
  return (
    <form class="map-search" role="search" onSubmit={submit}>
      <label class="visually-hidden" for="map-search">
        {say(mapWords.search)}
      </label>
      <input
        id="map-search"
        type="search"
        class="input"
        placeholder={say(short ? mapWords.searchShort : mapWords.search)}
        autocomplete="off"
        enterkeyhint="search"
        value={words}
        onInput={(event) => setWords(event.currentTarget.value)}
      />
    </form>
  )
}
