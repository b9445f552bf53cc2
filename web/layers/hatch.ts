import { type Axes, hasIdleBorder, IDLE_INK, PROBLEM_HATCH, USE_STYLES } from './status.ts'

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
  const side = problem ? PROBLEM_HATCH.tile : tile
  const canvas = document.createElement('canvas')
  const sharp = Math.max(1, Math.ceil(window.devicePixelRatio)) // device pixels per CSS pixel
  canvas.width = canvas.height = side * sharp
  const context = canvas.getContext('2d')
  if (!context) return colour
  context.scale(sharp, sharp)
  context.globalAlpha = 0.4
  context.fillStyle = colour
  context.fillRect(0, 0, side, side)
  context.globalAlpha = 0.85
  context.lineCap = 'round'
  const draw = (path: string, ink: string, width: number) => {
    context.strokeStyle = ink
    context.lineWidth = width
    context.stroke(new Path2D(path))
  }
  // two hatches of different tiles would not meet at the seams: the graver one alone
  if (problem) draw(PROBLEM_HATCH.path, inkNamed(PROBLEM_HATCH.ink), PROBLEM_HATCH.line)
  else if (hatch) draw(hatch, colour, line)
  const pattern = context.createPattern(canvas, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / sharp))
  return pattern ?? colour
}
