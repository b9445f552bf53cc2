import { above, compareEdges, type Edges } from './edges.ts'

/** The edges that the sweep line meets, from below; no two of them cross or lie upon each other. */
export interface SweepLine {
  /** The edge at an index, if there is one. */
  at(index: number): number | undefined
  /** The index of an edge, or -1. */
  find(edge: number): number
  /** Put an edge in its place; -1 when it lies upon another one and stays out. */
  insert(edge: number): number
  /** Take an edge out; the index where it was, or -1. */
  remove(edge: number): number
  /** The edges that a corner lies on; call it when none of them begins or ends there. */
  through(corner: number): number[]
}

/**
 * A sorted array with binary search. Land has short edges, so the line meets a few hundred of
 * 100,000, and moving those is faster than any tree.
 */
export function sweepLine(edges: Edges): SweepLine {
  const held = new Int32Array(edges.count)
  let size = 0

  /** The first index whose edge `isAtOrAbove` holds for, as it does for all edges after it. */
  function search(isAtOrAbove: (edge: number) => boolean): number {
    let [from, to] = [0, size]
    while (from < to) {
      const middle = (from + to) >>> 1
      if (isAtOrAbove(held[middle]!)) to = middle
      else from = middle + 1
    }
    return from
  }

  const line: SweepLine = {
    at: (index) => (index >= 0 && index < size ? held[index] : undefined),

    find(edge) {
      const index = search((other) => other === edge || compareEdges(edges, other, edge) >= 0)
      return index < size && held[index] === edge ? index : -1
    },

    insert(edge) {
      const index = search((other) => compareEdges(edges, other, edge) >= 0)
      if (index < size && compareEdges(edges, held[index]!, edge) === 0) return -1
      held.copyWithin(index + 1, index, size++)
      held[index] = edge
      return index
    },

    remove(edge) {
      const index = line.find(edge)
      if (index >= 0) held.copyWithin(index, index + 1, size--)
      return index
    },

    through(corner) {
      const found: number[] = []
      let index = search((edge) => above(edges, edge, corner) <= 0)
      for (; index < size && above(edges, held[index]!, corner) === 0; index++) {
        found.push(held[index]!)
      }
      return found
    },
  }
  return line
}
