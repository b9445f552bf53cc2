import type { Me } from './api.ts'
import { useDisclosure } from './disclosure.ts'
import { LanguageSwitch } from './language-switch.tsx'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'
import { roleNames, roleTags } from './messages/terms.ts'
import { Link } from './router.tsx'
import { signOut } from './session.ts'

type Held = Me['roles'][number]

/** Where a role holds, in a few words: its unit, its Kanwil, or all of Indonesia. */
function reachOf({ units, kanwil }: Held): string {
  const names = [...units, ...kanwil].map(({ name }) => name.replace(/^Kanwil /, ''))
  const [first, ...more] = names
  if (first === undefined) return say(shell.country)
  return more.length === 0 ? first : say(shell.and(first, more.length))
}

const initialsOf = (name: string): string =>
  name
    .split(/[\s._@-]+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')

/** Account, role and unit, always in sight; opens to everything about the account. */
export function AccountMenu({ me }: { me: Me }) {
  const { isOpen, setIsOpen, frame, button } = useDisclosure()
  const [first] = me.roles
  const more = me.roles.length - 1
  const role = first ? `${say(roleTags[first.role])} · ${reachOf(first)}` : ''
  return (
    <div class="account" ref={frame}>
      <button
        type="button"
        class="account-button"
        ref={button}
        aria-expanded={isOpen}
        aria-controls="account-menu"
        onClick={() => setIsOpen(!isOpen)}
      >
        <span class="account-text">
          <strong>{me.name}</strong>
          <span>{more > 0 ? say(shell.and(role, more)) : role}</span>
        </span>
        <span class="initials" aria-hidden="true">
          {initialsOf(me.name)}
        </span>
      </button>
      <div class="account-menu card stack" id="account-menu" hidden={!isOpen}>
        <div>
          <strong>{me.name}</strong>
          <ul class="account-roles">
            {me.roles.map((held) => (
              <li key={`${held.role}${reachOf(held)}`}>
                {say(roleNames[held.role])}
                <span class="quiet">
                  {[...held.units, ...held.kanwil].map(({ name }) => name).join(', ') ||
                    say(shell.country)}
                </span>
              </li>
            ))}
          </ul>
        </div>
        <Link href="/pengaturan" onClick={() => setIsOpen(false)}>
          {say(shell.settings)}
        </Link>
        <LanguageSwitch />
        <button type="button" class="button" onClick={() => void signOut()}>
          {say(shell.signOut)}
        </button>
      </div>
    </div>
  )
}
