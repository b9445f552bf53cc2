import type { Me } from './api.ts'
import { AccountMenu } from './account-menu.tsx'
import { PlaceLinks } from './place-links.tsx'
import { Link } from './router.tsx'
import './header.css'

/** The mark of Petak: a plot with its divisions. */
export const Mark = () => (
  <svg class="mark" viewBox="0 0 24 24" width="26" height="26" aria-hidden="true">
    <path d="M6.5 3.5h13l-3 17h-13zM12.5 3.5l-2.5 17M4.9 12.5h6.3" />
  </svg>
)

/** Name, pages and account; on a phone the pages are a bar at the thumb. */
export const Header = ({ me }: { me: Me }) => (
  <header class="header">
    <Link href="/" class="brand">
      <Mark />
      <span>Petak</span>
    </Link>
    <PlaceLinks me={me} />
    <AccountMenu me={me} />
  </header>
)
