import { Canvas, type LatLngTuple, type Map, type Polygon } from 'leaflet'

/** What Leaflet's canvas keeps of a polygon while it draws; these names are its own (1.9.4). */
interface Drawn {
  /** Rings as they lie on the screen, cut to the view. */
  _parts?: { x: number; y: number }[][]
  _map?: Map
  /** `letterAt` is a point inside the parcel: the middle of its box may be a hole. */
  options: { letter?: string; letterAt?: LatLngTuple }
}

/** The box around a ring on the screen, in CSS pixels. */
function boxOf(ring: readonly { x: number; y: number }[]) {
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)]
  const [west, north] = [Math.min(...xs), Math.min(...ys)]
  return { west, north, width: Math.max(...xs) - west, height: Math.max(...ys) - north }
}

/** Smallest side of a parcel that carries its letter, in CSS pixels. */
const ROOM = 46

type Redrawn = { _ctx?: CanvasRenderingContext2D }
const redraw = (Canvas.prototype as unknown as { _redraw: () => void })._redraw

/** Leaflet's canvas, for maps that go: a frame that was asked for before it was taken off is let pass. */
export const LastingCanvas = Canvas.extend({
  _redraw(this: Redrawn) {
    if (this._ctx) redraw.call(this)
  },
}) as unknown as CanvasClass

type CanvasClass = (new (options?: { padding?: number; pane?: string }) => Canvas) & typeof Canvas

/** Leaflet's canvas, which also writes a parcel's letter where there is room for it. */
export const HatchedCanvas = LastingCanvas.extend({
  _updatePoly(this: { _ctx: CanvasRenderingContext2D; _drawing: boolean }, layer: Polygon) {
    const drawn = layer as unknown as Drawn
    ;(
      Canvas.prototype as unknown as { _updatePoly: (l: Polygon, c: boolean) => void }
    )._updatePoly.call(this, layer, true)
    const { _parts = [], _map, options } = drawn
    if (!this._drawing || !_map || !options.letter || !options.letterAt) return
    const [box] = _parts.map(boxOf).sort((a, b) => b.width * b.height - a.width * a.height)
    if (!box || box.width < ROOM || box.height < ROOM) return
    const context = this._ctx
    context.save()
    context.globalAlpha = 1
    context.setLineDash([])
    context.font = '700 13px system-ui, sans-serif'
    context.textAlign = 'center'
    context.textBaseline = 'middle'
    const { x, y } = _map.latLngToLayerPoint(options.letterAt)
    context.beginPath()
    context.arc(x, y, 10, 0, 2 * Math.PI)
    context.fillStyle = '#ffffff'
    context.fill()
    context.fillStyle = '#1c2322'
    context.fillText(options.letter, x, y + 0.5)
    context.restore()
  },
}) as unknown as CanvasClass
