import { useLayoutEffect } from 'preact/hooks'
import { useLanguage, say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'
import { Header } from './header.tsx'
import { LazyWaiting } from './reports/lazy-waiting.tsx'
import { LiveRegion } from './live.tsx'
import { OfflineBanner } from './offline.tsx'
import { Outlet } from './outlet.tsx'
import { Landing } from './pages/home/landing.tsx'
import { useRoute } from './router.tsx'
import { loadMe, signOut, useSession } from './session.ts'
import { SessionDialog } from './session-dialog.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { tokens } from './token.ts'

/** The whole page: the frame for who is signed in, or the door for who is not. */
export function App() {
  const language = useLanguage() // the root is drawn anew when it changes, and everything with it
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <>
      <OfflineBanner />
      <Door />
      <SessionDialog />
      <LiveRegion />
    </>
  )
}

function Door() {
  const { state, me } = useSession()
  const { page } = useRoute()
  if (page === 'signin')
    return (
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    )
  if (state === 'signed-out') return <Landing />
  if (me && (state === 'signed-in' || state === 'expired'))
    return (
      <>
        <a class="skip-link" href="#content" onClick={skip}>
          {say(shell.skip)}
        </a>
        <Header me={me} />
        <LazyWaiting me={me} />
        <main id="content" tabIndex={-1}>
          <Outlet />
        </main>
        <Shortcuts me={me} />
      </>
    )
  return (
    <main id="content" class="page stack" aria-busy={state === 'starting'}>
      {state === 'not-a-member' && me && (
        <>
          <h1>{say(shell.notMemberTitle)}</h1>
          <p>{say(shell.notMemberText(me.name))}</p>
          <p>
            {say(shell.yourSubject)}: <code>{tokens.get()?.subject}</code>
          </p>
          <p class="row">
            <button type="button" class="button primary" onClick={() => void loadMe()}>
              {say(shell.tryAgain)}
            </button>
            <button type="button" class="button" onClick={() => void signOut()}>
              {say(shell.signOut)}
            </button>
          </p>
        </>
      )}
      {state === 'unreachable' && (
        <>
          <h1>{say(shell.unreachableTitle)}</h1>
          <p role="status">{say(shell.unreachableText)}</p>
          <p>
            <button type="button" class="button primary" onClick={() => void loadMe()}>
              {say(shell.tryAgain)}
            </button>
          </p>
        </>
      )}
      {state === 'starting' && <span class="visually-hidden">{say(shell.loading)}</span>}
    </main>
  )
}

/** The address belongs to the router, so the link moves the focus instead of the address. */
export function skip(event: Event): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
