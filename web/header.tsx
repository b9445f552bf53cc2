import type { Me } from './api.ts'
import { AccountMenu } from './account-menu.tsx'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'
import { placesFor } from './places.ts'
import { Link, useRoute } from './router.tsx'
import './header.css'

/** The mark of Petak: a plot with its divisions. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
    <path d="M6.5 3.5h13l-3 17h-13zM12.5 3.5l-2.5 17M4.9 12.5h6.3" />
  </svg>
)

/** Name, pages and account; on a phone the pages are a bar at the thumb. */
export function Header({ me }: { me: Me }) {
  const { page } = useRoute()
  return (
    <header class="header">
      <Link href="/" class="brand">
        <Mark />
        <span>Petak</span>
      </Link>
      <nav class="places" aria-label={say(shell.navigation)}>
        {placesFor(me).map((place) => (
          <Link
            key={place.path}
            href={place.path}
            aria-current={place.page === page ? 'page' : undefined}
          >
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <path d={place.icon} />
            </svg>
            <span>{say(place.label)}</span>
          </Link>
        ))}
      </nav>
      <AccountMenu me={me} />
    </header>
  )
}
