import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { useLoaded } from '../../loaded.ts'
import { Problem } from '../../problem.tsx'
import type { BoundaryMapProps } from './boundary-canvas.tsx'
import './boundary-map.css'

const loadCanvas = () => import('./boundary-canvas.tsx').then((module) => module.BoundaryCanvas)

/** A small map of boundaries; the words around it do not wait for Leaflet. */
export function BoundaryMap(props: BoundaryMapProps) {
  const { part: Canvas, error, retry } = useLoaded(loadCanvas)
  if (error !== undefined) return <Problem error={error} onRetry={retry} />
  if (Canvas) return <Canvas {...props} />
  return (
    <div class="small-map skeleton" aria-busy="true">
      <span class="visually-hidden">{say(shell.loading)}</span>
    </div>
  )
}
