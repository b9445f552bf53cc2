import type { Line } from './shapes.ts'

const LONGEST = 60_000 // characters

/**
 * Rings as WKT, every ordinate with all its digits; null past 60,000 characters or where an ordinate
 * is no number.
 */
export function wktOf(parts: readonly (readonly Line[])[]): string | null {
  let length = 0
  let isSound = parts.length > 0
  const texts = parts.map((rings) => {
    const lines = rings.map((line) => {
      if (length > LONGEST) return ''
      const text = line.map(([x, y]) => `${x} ${y}`).join(', ')
      if (!line.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))) isSound = false
      length += text.length + 4
      return `(${text})`
    })
    return `(${lines.join(', ')})`
  })
  if (!isSound) return null
  const text = texts.length === 1 ? `POLYGON ${texts[0]}` : `MULTIPOLYGON (${texts.join(', ')})`
  return text.length > LONGEST ? null : text
}
