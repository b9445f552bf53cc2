/** One square of a fill that repeats: a thin ground and lines over it. */
export interface Tile {
  /** Length of a side in CSS pixels. */
  side: number
  /** Colour of the ground, and of everything where a canvas cannot be drawn on. */
  colour: string
  /** How much of the ground's colour covers the map, 0 to 1. */
  ground: number
  /** Lines over the ground; `path` is an SVG path, `width` in CSS pixels, `opacity` 0 to 1. */
  lines?: { path: string; ink: string; width: number; opacity: number }
}

/** Fill for a canvas out of one tile, as sharp as the screen. */
export function tiledFill({ side, colour, ground, lines }: Tile): CanvasPattern | string {
  const canvas = document.createElement('canvas')
  const sharp = Math.max(1, Math.ceil(window.devicePixelRatio)) // device pixels per CSS pixel
  canvas.width = canvas.height = side * sharp
  const context = canvas.getContext('2d')
  if (!context) return colour
  context.scale(sharp, sharp)
  context.globalAlpha = ground
  context.fillStyle = colour
  context.fillRect(0, 0, side, side)
  if (lines) {
    context.globalAlpha = lines.opacity
    context.lineCap = 'round'
    context.strokeStyle = lines.ink
    context.lineWidth = lines.width
    context.stroke(new Path2D(lines.path))
  }
  const pattern = context.createPattern(canvas, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / sharp))
  return pattern ?? colour
}
