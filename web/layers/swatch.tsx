import './swatch.css'
import { useId } from 'preact/hooks'
import type { State } from '../../functions/domain/parcel.ts'
import { OUTLINES, USE_STYLES, type Use } from './status.ts'

/** A small square that looks like the parcels of one use on the map. Decoration: words stand beside it. */
export function UseSwatch({ use, size = 16 }: { use: Use; size?: number }) {
  const id = useId()
  const { colour, hatch, tile, line, ink } = USE_STYLES[use]
  return (
    <svg class="map-swatch" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <defs>
        <pattern id={id} width={tile} height={tile} patternUnits="userSpaceOnUse">
          <path
            d={hatch}
            stroke={ink ? `var(${ink})` : colour}
            stroke-width={line}
            stroke-linecap="round"
          />
        </pattern>
      </defs>
      <rect x="1" y="1" width="14" height="14" rx="2" fill={colour} fill-opacity="0.4" />
      {hatch && <rect x="1" y="1" width="14" height="14" rx="2" fill={`url(#${id})`} />}
      <rect x="1" y="1" width="14" height="14" rx="2" fill="none" stroke={colour} />
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
