import type { Me } from './api.ts'
import { useDisclosure } from './disclosure.ts'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'
import { type Place, placesFor } from './places.ts'
import { Link, useRoute } from './router.tsx'
import './place-links.css'

const MORE =
  'M6 12a1 1 0 11-2 0 1 1 0 012 0zM13 12a1 1 0 11-2 0 1 1 0 012 0zM20 12a1 1 0 11-2 0 1 1 0 012 0z'

/** As many stand side by side on a narrow phone without their names running into each other. */
const MOST_IN_BAR = 5

const Icon = ({ path }: { path: string }) => (
  <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
    <path d={path} />
  </svg>
)

/** The pages side by side; on a phone a bar at the thumb, those beyond its width behind a button. */
export function PlaceLinks({ me }: { me: Me }) {
  const { page } = useRoute()
  const { isOpen, setIsOpen, frame, button } = useDisclosure()
  const places = placesFor(me)
  const first = places.length > MOST_IN_BAR ? places.slice(0, MOST_IN_BAR - 1) : places
  const rest = places.slice(first.length)
  const link = (place: Place) => (
    <Link
      key={place.path}
      href={place.path}
      aria-current={place.page === page ? 'page' : undefined}
      onClick={() => setIsOpen(false)}
    >
      <Icon path={place.icon} />
      <span>{say(place.label)}</span>
    </Link>
  )
  return (
    <nav class="places" aria-label={say(shell.navigation)}>
      {first.map(link)}
      {rest.length > 0 && (
        <div class="places-more" ref={frame}>
          <button
            type="button"
            ref={button}
            aria-expanded={isOpen}
            aria-controls="places-rest"
            aria-current={rest.some((place) => place.page === page) ? 'true' : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            <Icon path={MORE} />
            <span>{say(shell.more)}</span>
          </button>
          <div class={`places-rest ${isOpen ? 'is-open' : ''}`} id="places-rest">
            {rest.map(link)}
          </div>
        </div>
      )}
    </nav>
  )
}
