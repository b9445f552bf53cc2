import type { ComponentChildren, ComponentType } from 'preact'
import { observable, useObservable } from './observable.ts'
import { type PageName, type Route, routeOf } from './route.ts'

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
  case: () => import('./pages/case/page.tsx').then((m) => m.CasePage),
  food: () => import('./pages/food/page.tsx').then((m) => m.FoodPage),
  idle: () => import('./pages/idle/page.tsx').then((m) => m.IdlePage),
  settings: () => import('./pages/settings/page.tsx').then((m) => m.SettingsPage),
  report: () => import('./pages/report/page.tsx').then((m) => m.ReportPage),
  use: () => import('./pages/use/page.tsx').then((m) => m.UsePage),
  signin: () => import('./pages/signin/page.tsx').then((m) => m.SignInPage),
}
