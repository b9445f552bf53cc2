import { say, setLanguage, useLanguage } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'

/** Two buttons, each named in its own language. */
export function LanguageSwitch() {
  const current = useLanguage()
  return (
    <div class="language-switch" role="group" aria-label={say(shell.languageName)}>
      {(['id', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={current === code}
          onClick={() => setLanguage(code)}
        >
          {code === 'id' ? 'Indonesia' : 'English'}
        </button>
      ))}
    </div>
  )
}
