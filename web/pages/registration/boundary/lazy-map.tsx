import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'
import { shell } from '../../../messages/shell.ts'
import type BoundaryMap from './map.tsx'

type MapProps = Parameters<typeof BoundaryMap>[0]

/** The map with Leaflet, loaded when the step is first opened; the panel works without it. */
export function LazyMap(props: MapProps) {
  const [Loaded, setLoaded] = useState<ComponentType<MapProps>>()
  const [failed, setFailed] = useState(false)
  const load = () => {
    setFailed(false)
    import('./map.tsx').then(
      (module) => setLoaded(() => module.default),
      () => setFailed(true),
    )
  }
  useEffect(load, [])
  if (Loaded) return <Loaded {...props} />
  return (
    <div class="boundary-map map-waiting" aria-busy={!failed}>
      {failed && (
        <p class="notice danger">
          {say(words.toolsFailed)}{' '}
          <button type="button" class="link-button" onClick={load}>
            {say(shell.tryAgain)}
          </button>
        </p>
      )}
    </div>
  )
}
