/** Fill for a canvas: crossed lines in one colour, through which both parcels can be seen. */
export function sharedFill(colour: string): string {
  const tile = 10 // CSS pixels
  const canvas = document.createElement('canvas')
  const sharp = Math.max(1, Math.ceil(window.devicePixelRatio)) // device pixels per CSS pixel
  canvas.width = canvas.height = tile * sharp
  const context = canvas.getContext('2d')
  if (!context) return colour
  context.scale(sharp, sharp)
  context.globalAlpha = 0.18
  context.fillStyle = colour
  context.fillRect(0, 0, tile, tile)
  context.globalAlpha = 0.9
  context.strokeStyle = colour
  context.lineWidth = 1.5
  context.stroke(new Path2D('M-2 2 2-2M0 10 10 0M8 12 12 8M-2 8 2 12M0 0 10 10M8-2 12 2'))
  const pattern = context.createPattern(canvas, 'repeat')
  pattern?.setTransform(new DOMMatrix().scale(1 / sharp))
  return (pattern ?? colour) as string // Leaflet hands it to the canvas as it is
}
