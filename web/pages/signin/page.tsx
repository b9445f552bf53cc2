import { useEffect, useState } from 'preact/hooks'
import { say } from '../../messages/phrase.ts'
import { signinMessages as m } from '../../messages/signin.ts'
import { completeSignIn, leaveToSignIn } from '../../oidc.ts'
import { navigate } from '../../router.tsx'
import { useTitle } from '../../title.ts'

/** `/masuk`: leaves for the provider's page, and takes what it sends back. */
export function SignInPage() {
  const [failure, setFailure] = useState<'cancelled' | 'failed' | undefined>()
  useTitle(say(m.title))
  useEffect(() => {
    const url = new URL(location.href)
    const inWindow = url.searchParams.has('jendela')
    void proceed(url, inWindow).catch(() =>
      setFailure(url.searchParams.get('error') === 'access_denied' ? 'cancelled' : 'failed'),
    )
  }, [])
  if (!failure)
    return (
      <div class="page" aria-busy="true">
        <h1 tabIndex={-1}>{say(m.working)}</h1>
      </div>
    )
  return (
    <div class="page stack">
      <h1 tabIndex={-1}>{say(failure === 'cancelled' ? m.cancelledTitle : m.failedTitle)}</h1>
      <p>{say(failure === 'cancelled' ? m.cancelledText : m.failedText)}</p>
      <p>
        <button
          type="button"
          class="button primary"
          onClick={() => void leaveToSignIn('/', false).catch(() => setFailure('failed'))}
        >
          {say(m.again)}
        </button>
      </p>
    </div>
  )
}

async function proceed(url: URL, inWindow: boolean): Promise<void> {
  if (inWindow) return leaveToSignIn('/', true)
  if (!url.searchParams.has('code') && !url.searchParams.has('error'))
    return leaveToSignIn('/', false)
  const attempt = await completeSignIn(url)
  if (attempt?.inWindow) window.close() // the page that opened it has the tokens by now
  navigate(attempt?.returnTo ?? '/', { replace: true })
}
