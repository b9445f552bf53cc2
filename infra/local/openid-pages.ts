import { type Language, type Phrase, preferredLanguage } from '../../functions/domain/phrase.ts'
import { ACCOUNTS } from './accounts.ts'

const WORDS = {
  signIn: { id: 'Masuk ke Petak', en: 'Sign in to Petak' },
  demo: {
    id: 'Registri di komputer ini memakai akun contoh. Kata sandinya tertulis di terminal tempat Petak dijalankan.',
    en: 'The registry on this machine uses sample accounts. Their password is in the terminal where Petak was started.',
  },
  account: { id: 'Akun', en: 'Account' },
  password: { id: 'Kata sandi', en: 'Password' },
  enter: { id: 'Masuk', en: 'Sign in' },
  cancel: { id: 'Batal', en: 'Cancel' },
  wrong: {
    id: 'Kata sandi ini tidak cocok. Salin lagi dari terminal, lalu coba sekali lagi.',
    en: 'This password does not match. Copy it again from the terminal and try once more.',
  },
  error: { id: 'Ada masalah', en: 'There is a problem' },
  signOut: { id: 'Keluar dari Petak', en: 'Sign out of Petak' },
  signOutText: {
    id: 'Sesi Anda di komputer ini akan diakhiri.',
    en: 'Your session on this machine will end.',
  },
  leave: { id: 'Keluar', en: 'Sign out' },
  left: { id: 'Anda sudah keluar', en: 'You are signed out' },
  failed: { id: 'Tidak dapat masuk', en: 'Signing in did not work' },
  failedText: {
    id: 'Halaman masuk ini sudah kedaluwarsa atau alamatnya tidak lengkap. Kembali ke Petak dan masuk lagi.',
    en: 'This sign-in page is too old, or its address is not complete. Go back to Petak and sign in again.',
  },
  back: { id: 'Kembali ke Petak', en: 'Back to Petak' },
} satisfies Record<string, Phrase>

/** The language for these headers and, first of all, for what the page asked for by `ui_locales`. */
export const pageLanguage = (acceptLanguage?: string, uiLocales?: unknown): Language =>
  preferredLanguage(typeof uiLocales === 'string' ? uiLocales.replaceAll(' ', ',') : acceptLanguage)

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

const page = (
  language: Language,
  title: Phrase,
  main: string,
  script = '',
): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title[language]}</title>
<link rel="icon" href="/petak.svg" type="image/svg+xml">
<link rel="stylesheet" href="/oidc/page.css">
${script}
</head>
<body>
<header><img src="/petak.svg" alt="" width="28" height="28">Petak</header>
<main>
<h1>${title[language]}</h1>
${main}
</main>
</body>
</html>
`

/** The sign-in form; `chosen` is the account to start with, `wrong` that the password did not match. */
export function signInPage(
  language: Language,
  { action, chosen, wrong }: { action: string; chosen?: string | undefined; wrong?: boolean },
): string {
  const say = (word: keyof typeof WORDS) => WORDS[word][language]
  const options = ACCOUNTS.map(({ account, about }) => {
    const selected = account === chosen ? ' selected' : ''
    return `<option value="${account}"${selected}>${account} (${about[language]})</option>`
  })
  const summary = wrong
    ? `<div class="fault" role="alert"><h2>${say('error')}</h2><p><a href="#password">${say('wrong')}</a></p></div>`
    : `<p>${say('demo')}</p>`
  const invalid = wrong ? ' aria-invalid="true"' : ''
  const form = `${summary}
<form method="post" action="${escaped(action)}">
<label for="account">${say('account')}</label>
<select id="account" name="account" autocomplete="username">${options.join('')}</select>
<label for="password">${say('password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" autocapitalize="none" spellcheck="false" required${invalid}>
<div class="buttons">
<button type="submit">${say('enter')}</button>
<button type="submit" class="quiet" name="cancel" value="yes" formnovalidate>${say('cancel')}</button>
</div>
</form>`
  return page(language, WORDS.signIn, form)
}

/** Asks whether to sign out; `form` is the provider's, `known` that our own page asks for its user. */
export function signOutPage(language: Language, form: string, known: boolean): string {
  const id = /id="([^"]+)"/.exec(form)?.[1] ?? ''
  const button = `<button type="submit" form="${id}" name="logout" value="yes">${WORDS.leave[language]}</button>`
  return page(
    language,
    WORDS.signOut,
    `<p>${WORDS.signOutText[language]}</p>${form}<div class="buttons">${button}</div>`,
    known ? '<script src="/oidc/sign-out.js" defer></script>' : '',
  )
}

const backPage = (language: Language, title: Phrase, text: string): string =>
  page(language, title, `${text}<p><a class="button" href="/">${WORDS.back[language]}</a></p>`)

/** Where one ends who signed out without a place to return to. */
export const signedOutPage = (language: Language): string => backPage(language, WORDS.left, '')

/** What stopped the sign-in, by its code, and the way back. */
export const failurePage = (language: Language, code: string): string =>
  backPage(
    language,
    WORDS.failed,
    `<p>${WORDS.failedText[language]}</p><p class="code">${escaped(code)}</p>`,
  )

/** Presses the one button of the page that asks whether to sign out. */
export const SIGN_OUT_SCRIPT = "document.querySelector('button[name=logout]').click()\n"

/** The look of these pages: that of the registry, as little of it as they need. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --page: #fbfaf8; --surface: #fff; --line: #dcd8d0; --field: #85817a;
  --text: #1c2322; --primary: #0b5d57; --on-primary: #fff; --danger: #a3201a; --danger-soft: #fdeeec; }
@media (prefers-color-scheme: dark) { :root { --page: #121716; --surface: #1a2120; --line: #38413f;
  --field: #87918e; --text: #e9edeb; --primary: #7fcfc4; --on-primary: #06201d; --danger: #ffb4ab;
  --danger-soft: #3b1512; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
header { display: flex; gap: 8px; align-items: center; height: 56px; padding: 0 16px; font-weight: 700;
  font-size: 20px; color: var(--primary); background: var(--surface); border-bottom: 1px solid var(--line); }
main { max-width: 440px; margin: 32px auto; padding: 24px; background: var(--surface);
  border: 1px solid var(--line); border-radius: 12px; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.25; }
h2 { margin: 0; font-size: 16px; }
p { margin: 0 0 16px; }
label { display: block; margin: 16px 0 4px; font-weight: 600; }
select, input { width: 100%; min-height: 44px; padding: 8px 12px; font: inherit; color: inherit;
  background: var(--surface); border: 1px solid var(--field); border-radius: 8px; }
input[aria-invalid] { border: 2px solid var(--danger); }
.buttons { display: flex; gap: 8px; margin-top: 24px; }
button, .button { display: inline-block; min-height: 44px; padding: 9px 20px; font: inherit; font-weight: 600;
  text-decoration: none; color: var(--on-primary); background: var(--primary);
  border: 1px solid var(--primary); border-radius: 8px; cursor: pointer; }
.quiet { color: var(--primary); background: transparent; }
:focus-visible { outline: 3px solid var(--primary); outline-offset: 2px; }
.fault { margin: 16px 0; padding: 12px 16px; background: var(--danger-soft);
  border-left: 4px solid var(--danger); border-radius: 4px; }
.fault p { margin: 4px 0 0; }
.fault a { color: var(--danger); }
.code { font-family: ui-monospace, monospace; font-size: 14px; }
@media (max-width: 480px) { main { margin: 0; border: 0; border-radius: 0; min-height: calc(100vh - 56px); } }
`
