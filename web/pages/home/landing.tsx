import { useState } from 'preact/hooks'
import { Mark } from '../../header.tsx'
import { LanguageSwitch } from '../../language-switch.tsx'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { signinMessages as m } from '../../messages/signin.ts'
import { signIn } from '../../session.ts'
import { useTitle } from '../../title.ts'
import './landing.css'

/** What Petak is, and one button. Shown at every address while nobody is signed in. */
export function Landing() {
  const [state, setState] = useState<'idle' | 'leaving' | 'failed'>('idle')
  useTitle('')
  const leave = () => {
    if (state === 'leaving') return
    setState('leaving')
    signIn().catch(() => setState('failed'))
  }
  return (
    <main id="content" class="landing">
      <div class="landing-head">
        <span class="brand">
          <Mark />
          Petak
        </span>
        <LanguageSwitch />
      </div>
      <div class="landing-body stack">
        <h1>{say(m.landingTitle)}</h1>
        <p class="landing-lead">{say(m.landingText)}</p>
        <ul>
          <li>{say(m.pointUnit)}</li>
          <li>{say(m.pointRegion)}</li>
          <li>{say(m.pointHistory)}</li>
        </ul>
        {state === 'failed' && (
          <p class="notice danger" role="alert">
            {say(m.signInFailed)}
          </p>
        )}
        <p>
          <button
            type="button"
            class="button primary landing-button"
            aria-busy={state === 'leaving'}
            onClick={leave}
          >
            {say(state === 'leaving' ? m.working : shell.signIn)}
          </button>
        </p>
        <p class="hint">{say(m.landingHint)}</p>
      </div>
    </main>
  )
}
