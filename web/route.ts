/** Every page of Petak. */
export type PageName =
  | 'home'
  | 'map'
  | 'parcel'
  | 'trail'
  | 'registration'
  | 'coverage'
  | 'members'
  | 'signin'
  | 'idle'
  | 'food'
  | 'case'
  | 'report'
  | 'use'
  | 'settings'

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
  ['/menganggur', 'idle'],
  ['/pangan', 'food'],
  ['/bidang/:id/kasus', 'case'],
  ['/bidang/:id/lapor', 'report'],
  ['/bidang/:id/pemanfaatan', 'use'],
  ['/pengaturan', 'settings'],
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
