import type { ComponentChildren, ComponentType } from 'preact'
import { observable, useObservable } from './observable.ts'

/** Every page of Petak. */
export type PageName =
  'home' | 'map' | 'parcel' | 'trail' | 'registration' | 'coverage' | 'members' | 'signin'

/** Where the person is: the page, what its address says, and what follows the question mark. */
export interface Route {
  page: PageName | 'nowhere'
  /** Values of the `:names` in the address, such as `{ id, step }`. */
  params: Readonly<Record<string, string>>
  path: string
  search: URLSearchParams
}

const PATHS: readonly (readonly [string, PageName])[] = [
  ['/', 'home'],
  ['/peta', 'map'],
  ['/peta/:id', 'map'],
  ['/bidang/:id', 'parcel'],
  ['/bidang/:id/jejak', 'trail'],
  ['/daftarkan', 'registration'],
  ['/daftarkan/:id', 'registration'],
  ['/daftarkan/:id/:step', 'registration'],
  ['/cakupan', 'coverage'],
  ['/anggota', 'members'],
  ['/masuk', 'signin'],
]

/** The route that an address leads to; `nowhere` when it leads to none. */
export function routeOf(path: string, search = ''): Route {
  const parts = path.replace(/\/+$/, '').split('/')
  for (const [pattern, page] of PATHS) {
    const wanted = pattern.replace(/\/+$/, '').split('/')
    if (wanted.length !== parts.length) continue
    const params: Record<string, string> = {}
    const fits = wanted.every((name, i) => {
      const part = parts[i] ?? ''
      if (!name.startsWith(':')) return name === part
      params[name.slice(1)] = decode(part)
      return part !== ''
    })
    if (fits) return { page, params, path, search: new URLSearchParams(search) }
  }
  return { page: 'nowhere', params: {}, path, search: new URLSearchParams(search) }
}

/** A hand-typed address may hold a stray percent sign; it is then taken as it stands. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

const here = () => routeOf(location.pathname, location.search)
const current = observable<Route>(here())
addEventListener('popstate', () => current.set(here()))

/** Where the person is now; the component is drawn again when that changes. */
export const useRoute = (): Route => useObservable(current)

/** Go to an address of Petak, such as `/peta/018f…?state=draf`. `replace` leaves no step back. */
export function navigate(to: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', to)
  const before = current.get().page
  current.set(here())
  if (current.get().page !== before) scrollTo(0, 0)
}

interface LinkProps {
  href: string
  class?: string
  children: ComponentChildren
  [attribute: `aria-${string}` | `data-${string}`]: string | boolean | undefined
  id?: string
  title?: string
  onClick?: (event: MouseEvent) => void
}

/** A link within Petak: a real address, opened without loading the page again. */
export function Link({ href, onClick, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    onClick?.(event)
    const wantsOther = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey
    if (event.defaultPrevented || wantsOther || event.altKey) return
    event.preventDefault()
    navigate(href)
  }
  return (
    <a href={href} onClick={follow} {...rest}>
      {children}
    </a>
  )
}

/** The modules of the pages, each loaded when first needed. */
export const PAGES: Record<PageName, () => Promise<ComponentType>> = {
  home: () => import('./pages/home/page.tsx').then((m) => m.HomePage),
  map: () => import('./pages/map/page.tsx').then((m) => m.MapPage),
  parcel: () => import('./pages/parcel/page.tsx').then((m) => m.ParcelPage),
  trail: () => import('./pages/parcel/trail.tsx').then((m) => m.TrailPage),
  registration: () => import('./pages/registration/page.tsx').then((m) => m.RegistrationPage),
  coverage: () => import('./pages/coverage/page.tsx').then((m) => m.CoveragePage),
  members: () => import('./pages/members/page.tsx').then((m) => m.MembersPage),
  signin: () => import('./pages/signin/page.tsx').then((m) => m.SignInPage),
}
