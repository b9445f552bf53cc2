/**
 * Keeps the files of the page, so that it opens without a link. Nothing of the registry passes through
 * here: what lies under /api is never answered from a cache.
 */

/** The global of a service worker, as far as it is used here; the compiler knows that of a page. */
interface Worker {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: (
    name: string,
    act: (event: {
      request: Request
      waitUntil: (done: Promise<unknown>) => void
      respondWith: (answer: Promise<Response>) => void
    }) => void,
  ) => void
}
const worker = self as unknown as Worker

declare const __PAGE_FILES__: readonly string[] // put in by the build
declare const __PAGE_VERSION__: string

const CACHE = `petak-page-${__PAGE_VERSION__}`
const SHELL = '/'
const PATIENCE = 4000 // ms that a slow link gets for the page before the kept one is shown

/** The caches of earlier versions but the one before: a tab that is still open may want its files. */
async function tidy(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith('petak-page-'))
  const others = names.filter((name) => name !== CACHE) // in the order of their making
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)))
}

/** The page from the network, or as it was kept where there is none or it is too slow. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(SHELL)
  if (!kept) return fetch(request)
  const slow = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE))
  const asked = fetch(request).catch(() => kept)
  return Promise.race([asked, slow])
}

worker.addEventListener('install', (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE)
    await cache.addAll([SHELL, ...__PAGE_FILES__])
    await worker.skipWaiting()
  }
  event.waitUntil(keep())
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(tidy().then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin) return
  if (request.mode === 'navigate' && !/^\/(api|oidc)(\/|$)/.test(pathname))
    return event.respondWith(page(request))
  if (pathname.startsWith('/assets/') || pathname === '/petak.svg')
    event.respondWith(caches.match(pathname).then((kept) => kept ?? fetch(request)))
})

export {}
