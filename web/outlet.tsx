import type { ComponentType } from 'preact'
import { useEffect, useErrorBoundary, useState } from 'preact/hooks'
import { toHeading } from './heading.ts'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'
import type { PageName } from './route.ts'
import { Link, PAGES, useRoute } from './router.tsx'
import { useTitle } from './title.ts'

const loaded = new Map<PageName, ComponentType>()

/** The page of the route, loaded when first needed; the focus goes to its heading. */
export function Outlet() {
  const { page } = useRoute()
  if (page === 'nowhere') return <Nowhere />
  return <LazyPage key={page} name={page} />
}

let isFirst = true // the browser itself announces the first page

function LazyPage({ name }: { name: PageName }) {
  const [Page, setPage] = useState<ComponentType | undefined>(() => loaded.get(name))
  const [notLoaded, setNotLoaded] = useState(false)
  const [broken] = useErrorBoundary((error) => console.error(error))

  useEffect(() => {
    if (Page) return
    let isHere = true
    PAGES[name]().then(
      (component) => {
        loaded.set(name, component)
        if (isHere) setPage(() => component)
      },
      () => isHere && setNotLoaded(true),
    )
    return () => {
      isHere = false
    }
  }, [])

  useEffect(() => {
    if (!Page) return
    if (isFirst) {
      isFirst = false
      return
    }
    toHeading()
  }, [Page])

  if (broken || notLoaded)
    return (
      <div class="page stack" role="alert">
        <h1>{say(broken ? shell.brokenTitle : shell.notLoadedTitle)}</h1>
        <p>{say(broken ? shell.brokenText : shell.notLoadedText)}</p>
        <p class="row">
          <button type="button" class="button primary" onClick={() => location.reload()}>
            {say(shell.reload)}
          </button>
          <a class="button" href="/">
            {say(shell.toHome)}
          </a>
        </p>
      </div>
    )
  if (!Page) return <PageSkeleton />
  return <Page />
}

/** Grey lines in place of a page that takes longer than 300 ms. */
export function PageSkeleton() {
  return (
    <div class="page stack" aria-busy="true">
      <span class="visually-hidden">{say(shell.loading)}</span>
      <span class="skeleton skeleton-title" />
      <span class="skeleton skeleton-card" />
      <span class="skeleton skeleton-card" />
    </div>
  )
}

function Nowhere() {
  useTitle(say(shell.nowhereTitle))
  return (
    <div class="page stack">
      <h1>{say(shell.nowhereTitle)}</h1>
      <p>{say(shell.nowhereText)}</p>
      <p>
        <Link class="button primary" href="/">
          {say(shell.toHome)}
        </Link>
      </p>
    </div>
  )
}
