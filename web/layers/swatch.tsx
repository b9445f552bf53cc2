import './swatch.css'
import { useId } from 'preact/hooks'
import type { State } from '../../functions/domain/parcel.ts'
import {
  type Axes,
  hasIdleBorder,
  IDLE_INK,
  OUTLINES,
  PROBLEM_HATCH,
  USE_STYLES,
} from './status.ts'

/** A small square that looks like such parcels on the map. Decoration: words stand beside it. */
export function UseSwatch({ use, idle, problem, size = 16 }: Axes & { size?: number }) {
  const id = useId()
  const { colour, hatch, tile, line } = USE_STYLES[use]
  const drawn = problem
    ? { path: PROBLEM_HATCH.path, tile: PROBLEM_HATCH.tile, line: PROBLEM_HATCH.line }
    : { path: hatch, tile, line }
  const ink = problem ? `var(${PROBLEM_HATCH.ink})` : colour
  const isIdle = hasIdleBorder(idle)
  return (
    <svg class="map-swatch" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <defs>
        <pattern id={id} width={drawn.tile} height={drawn.tile} patternUnits="userSpaceOnUse">
          <path d={drawn.path} stroke={ink} stroke-width={drawn.line} stroke-linecap="round" />
        </pattern>
      </defs>
      <rect x="1" y="1" width="14" height="14" rx="2" fill={colour} fill-opacity="0.4" />
      {drawn.path && <rect x="1" y="1" width="14" height="14" rx="2" fill={`url(#${id})`} />}
      <rect
        x="1"
        y="1"
        width="14"
        height="14"
        rx="2"
        fill="none"
        stroke={isIdle ? `var(${IDLE_INK})` : colour}
        stroke-width={isIdle ? 3 : 1}
      />
    </svg>
  )
}

/** A square with nothing but the mark of one legal axis: the border of idleness, or crossed lines. */
export function LegalSwatch({ axis }: { axis: 'idle' | 'problem' }) {
  const id = useId()
  const { path, tile, line, ink } = PROBLEM_HATCH
  return (
    <svg class="map-swatch" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <defs>
        <pattern id={id} width={tile} height={tile} patternUnits="userSpaceOnUse">
          <path d={path} stroke={`var(${ink})`} stroke-width={line} />
        </pattern>
      </defs>
      <rect
        x="2"
        y="2"
        width="12"
        height="12"
        fill={axis === 'problem' ? `url(#${id})` : 'none'}
        stroke={`var(${axis === 'idle' ? IDLE_INK : ink})`}
        stroke-width={axis === 'idle' ? 3 : 1}
      />
    </svg>
  )
}

/** A short stroke drawn like the outline of parcels in one record state. */
export function StateSwatch({ state }: { state: State }) {
  const { dash, width, hollow } = OUTLINES[state]
  return (
    <svg class="map-swatch" width="28" height="16" viewBox="0 0 28 16" aria-hidden="true">
      <rect
        x="2"
        y="2"
        width="24"
        height="12"
        fill={hollow ? 'none' : 'currentColor'}
        fill-opacity="0.12"
        stroke="currentColor"
        stroke-width={width}
        stroke-dasharray={dash || undefined}
      />
    </svg>
  )
}
