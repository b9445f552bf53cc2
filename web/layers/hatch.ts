import { USE_STYLES, type Use } from './status.ts'

/** The colour in which a use's hatch and outline are drawn on a canvas. */
export function inkOf(use: Use): string {
  const { colour, ink } = USE_STYLES[use]
  return ink ? getComputedStyle(document.documentElement).getPropertyValue(ink).trim() : colour
}

/** Fill for a canvas: the use's colour, thinned so that the map shows through, and its hatch on top. */
export function hatchFill(use: Use): CanvasPattern | string {
  const { colour, hatch, tile, line } = USE_STYLES[use]
  const canvas = document.createElement('canvas')
  const sharp = Math.max(1, Math.ceil(window.devicePixelRatio)) // device pixels per CSS pixel
  canvas.width = canvas.height = tile * sharp
  const context = canvas.getContext('2d')
  if (!context) return colour
  context.scale(sharp, sharp)
  context.globalAlpha = 0.4
  context.fillStyle = colour
  context.fillRect(0, 0, tile, tile)
  if (hatch) {
    context.globalAlpha = 0.85
    context.strokeStyle = inkOf(use)
    context.lineWidth = line
    context.lineCap = 'round'
    context.stroke(new Path2D(hatch))
  }
  const pattern = context.createPattern(canvas, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / sharp))
  return pattern ?? colour
}
