import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { mapWords } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import './sheet.css'

/** How much of the screen the sheet takes. */
export type Height = 'peek' | 'half' | 'full'

const HEIGHTS: readonly Height[] = ['peek', 'half', 'full']
const LABELS = {
  peek: mapWords.sheetPeek,
  half: mapWords.sheetHalf,
  full: mapWords.sheetFull,
} as const

interface SheetProps {
  height: Height
  onHeight: (height: Height) => void
  children: ComponentChildren
}

/** A sheet over the lower part of the map, drawn up and down by its handle, by arrows or by presses. */
export function Sheet({ height, onHeight, children }: SheetProps) {
  const ref = useRef<HTMLElement>(null)
  const drag = useRef<{ from: number; start: number; moved: boolean } | undefined>(undefined)
  const [pulled, setPulled] = useState<number>()
  const at = HEIGHTS.indexOf(height)
  const step = (by: number) => {
    const next = HEIGHTS[at + by]
    if (next) onHeight(next)
  }

  const press = (event: PointerEvent) => {
    ;(event.currentTarget as HTMLElement).setPointerCapture(event.pointerId)
    drag.current = { from: event.clientY, start: ref.current!.offsetHeight, moved: false }
  }
  const move = (event: PointerEvent) => {
    const { current } = drag
    if (!current) return
    const up = current.from - event.clientY
    if (Math.abs(up) > 6) current.moved = true
    if (current.moved) setPulled(Math.max(72, current.start + up))
  }
  const release = () => {
    const room = ref.current?.parentElement?.offsetHeight ?? 0
    if (drag.current?.moved && room > 0) {
      const share = (pulled ?? 0) / room
      onHeight(share < 0.3 ? 'peek' : share < 0.72 ? 'half' : 'full')
    }
    setPulled(undefined)
  }
  const click = () => {
    const wasDrag = drag.current?.moved
    drag.current = undefined
    if (!wasDrag) onHeight(height === 'full' ? 'peek' : HEIGHTS[at + 1]!)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    step(event.key === 'ArrowUp' ? 1 : -1)
  }

  return (
    <section
      ref={ref}
      class="sheet"
      data-height={height}
      data-pulled={pulled !== undefined}
      style={pulled === undefined ? undefined : { height: `${pulled}px` }}
      aria-label={say(mapWords.sheet)}
    >
      <button
        type="button"
        class="sheet-handle"
        aria-label={`${say(mapWords.sheetHandle)} ${say(LABELS[height])}.`}
        aria-expanded={height !== 'peek'}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={release}
        onClick={click}
        onKeyDown={keys}
      />
      <div class="sheet-body">{children}</div>
    </section>
  )
}
