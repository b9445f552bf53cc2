import { type Axes, hasIdleBorder, IDLE_INK, PROBLEM_HATCH, USE_STYLES } from './status.ts'
import { tiledFill } from './tile.ts'

const inkNamed = (property: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(property).trim()

/** The colour of a parcel's outline on a canvas: of its legal idle state or problem, else of its use. */
export function inkOf({ use, idle, problem }: Axes): string {
  if (hasIdleBorder(idle)) return inkNamed(IDLE_INK)
  return problem ? inkNamed(PROBLEM_HATCH.ink) : USE_STYLES[use].colour
}

/** What sets a parcel's fill and outline apart from another's. */
export const fillKey = ({ use, problem }: Axes): string => `${use} ${problem ? 'problem' : ''}`

/**
 * Fill for a canvas: the use's colour, thinned so that the map shows through, and its hatch; over both
 * crossed lines where something stands against the land.
 */
export function hatchFill({ use, problem }: Axes): CanvasPattern | string {
  const { colour, hatch, tile, line } = USE_STYLES[use]
  // two hatches of different tiles would not meet at the seams: the graver one alone
  const drawn = problem
    ? { path: PROBLEM_HATCH.path, ink: inkNamed(PROBLEM_HATCH.ink), width: PROBLEM_HATCH.line }
    : { path: hatch, ink: colour, width: line }
  return tiledFill({
    side: problem ? PROBLEM_HATCH.tile : tile,
    colour,
    ground: 0.4,
    ...(drawn.path && { lines: { ...drawn, opacity: 0.85 } }),
  })
}
