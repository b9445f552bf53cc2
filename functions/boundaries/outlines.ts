import type { Line, Shape } from './shapes.ts'

/** One geometry of a document that mixes areas, lines and points. */
export type Outline =
  { kind: 'area'; parts: Line[][] } | { kind: 'line'; line: Line } | { kind: 'point'; line: Line }

/** One feature of such a document. */
export interface Outlined {
  id: string
  attributes: () => Readonly<Record<string, unknown>>
  outlines: Outline[]
}

const areasOf = ({ id, attributes, outlines }: Outlined): Shape[] => {
  const parts = outlines.flatMap((outline) => (outline.kind === 'area' ? outline.parts : []))
  return parts.length > 0 ? [{ id, attributes, parts }] : []
}

const linesOf = ({ id, attributes, outlines }: Outlined): Shape[] =>
  outlines.flatMap((outline, i) =>
    outline.kind === 'line' && outline.line.length >= 3
      ? [{ id: i === 0 ? id : `${id}.${i + 1}`, attributes, parts: [[outline.line]] }]
      : [],
  )

/**
 * The shapes of a document: its areas; where it has none, its lines, as somebody traced or walked
 * round the land; where it has neither, its points, taken as the corners of one parcel in order.
 */
export function mixed(found: readonly Outlined[]): Shape[] {
  const areas = found.flatMap(areasOf)
  if (areas.length > 0) return areas
  const lines = found.flatMap(linesOf)
  if (lines.length > 0) return lines
  const points = found.flatMap(({ outlines }) =>
    outlines.flatMap((outline) => (outline.kind === 'point' ? outline.line : [])),
  )
  return points.length >= 3
    ? [{ id: '#1', attributes: () => ({}), parts: [[points]], closes: true }]
    : []
}
