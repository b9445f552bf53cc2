import type { Coverage } from '../functions/domain/coverage.ts'
import './coverage-bar.css'

interface Share {
  /** Names the colour: `--coverage-…`. */
  key: Coverage
  label: string
  count: number
}

/** Shares of a whole as one bar, told in words right beside it. */
export function CoverageBar({
  shares,
  label,
  hasLegend = true,
}: {
  shares: readonly Share[]
  label: string
  /** False where the same figures stand right below anyway. */
  hasLegend?: boolean
}) {
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  const present = shares.filter(({ count }) => count > 0)
  if (total === 0) return null
  return (
    <div class="coverage-bar">
      <svg
        class="bar"
        viewBox={`0 0 ${total} 1`}
        preserveAspectRatio="none"
        shape-rendering="crispEdges"
        role="img"
        aria-label={`${label}: ${present.map((s) => `${s.label} ${s.count}`).join(', ')}`}
      >
        {present.map(({ key, count }, index) => (
          <rect
            key={index}
            class={`bar-${key}`}
            x={present.slice(0, index).reduce((sum, share) => sum + share.count, 0)}
            y="0"
            width={count}
            height="1"
          />
        ))}
      </svg>
      {hasLegend && (
        <ul class="bar-legend">
          {present.map((share) => (
            <li key={share.key}>
              <span class={`swatch bar-${share.key}`} aria-hidden="true" />
              {share.label} <strong>{share.count}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
