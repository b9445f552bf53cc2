import { useEffect, useState } from 'preact/hooks'
import type { Me } from './api.ts'
import { Dialog } from './dialog.tsx'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'
import { placesFor } from './places.ts'
import { navigate } from './router.tsx'

const WINDOW = 1200 // ms between the two letters of a shortcut

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Letters that open the pages, `/` for the search field, and "?" for the list of them all. */
export function Shortcuts({ me }: { me: Me }) {
  const [isOpen, setIsOpen] = useState(false)
  const places = placesFor(me)
  useEffect(() => {
    let began = 0
    const press = (event: KeyboardEvent) => {
      const isOther = event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented
      if (isOther || isTyping(event.target) || document.querySelector('dialog[open]')) return
      const wentFirst = Date.now() - began < WINDOW
      began = 0
      const place = wentFirst && places.find(({ letter }) => letter === event.key)
      if (place) navigate(place.path)
      else if (event.key === 'g') began = Date.now()
      else if (event.key === '?') setIsOpen(true)
      else if (event.key === '/') {
        const field = document.querySelector<HTMLElement>('main input[type="search"]')
        if (!field) return
        event.preventDefault()
        field.focus()
      }
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [me])
  if (!isOpen) return null
  return (
    <Dialog title={say(shell.shortcuts)} onClose={() => setIsOpen(false)}>
      <p class="quiet">{say(shell.shortcutsHint)}</p>
      <dl class="facts">
        {places.map(({ path, label, letter }) => (
          <div key={path}>
            <dt>{say(label)}</dt>
            <dd>
              <kbd>g</kbd> {say(shell.followedBy)} <kbd>{letter}</kbd>
            </dd>
          </div>
        ))}
        <div>
          <dt>{say(shell.shortcutSearch)}</dt>
          <dd>
            <kbd>/</kbd>
          </dd>
        </div>
        <div>
          <dt>{say(shell.shortcutHelp)}</dt>
          <dd>
            <kbd>?</kbd>
          </dd>
        </div>
      </dl>
    </Dialog>
  )
}
