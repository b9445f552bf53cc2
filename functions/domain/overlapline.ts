import { above, type Edges, side } from './edges.ts'

/** The edges of one boundary that the sweep line meets, from below. */
export interface OverlapLine {
  readonly size: number
  /** The edge at an index, which has to be below `size`. */
  at(index: number): number
  /** The range of the edges that a corner lies on; those before it are below the corner. */
  around(corner: number): [from: number, to: number]
  /** Put other edges in place of those with indexes in `from` to `to`, exclusive. */
  replace(from: number, to: number, edges: readonly number[]): void
  /** Take edges out that are there though they should not, as when lines of one boundary cross. */
  purge(edges: ReadonlySet<number>): void
}

/** A sorted array with binary search, as in `sweepLine`, but one that is asked for ranges. */
export function overlapLine(edges: Edges): OverlapLine {
  let held = new Int32Array(64)
  let size = 0

  return {
    get size() {
      return size
    },
    at: (index) => held[index]!,

    around(corner) {
      let [from, end] = [0, size]
      while (from < end) {
        const middle = (from + end) >>> 1
        if (above(edges, held[middle]!, corner) <= 0) end = middle
        else from = middle + 1
      }
      let to = from
      while (to < size && above(edges, held[to]!, corner) === 0) to++ // few meet at one corner
      return [from, to]
    },

    replace(from, to, others) {
      const longer = size + others.length - (to - from)
      if (longer > held.length) {
        const wider = new Int32Array(2 * longer)
        wider.set(held.subarray(0, size))
        held = wider
      }
      if (longer !== size) held.copyWithin(from + others.length, to, size)
      held.set(others, from)
      size = longer
    },

    purge(others) {
      let kept = 0
      for (let i = 0; i < size; i++) if (!others.has(held[i]!)) held[kept++] = held[i]!
      size = kept
    },
  }
}

/** Order from below of edges that go out to the right from one corner. */
export const fanOut = (edges: Edges, corner: number, fan: number[]): number[] =>
  fan.length < 2 ? fan : fan.sort((a, b) => -side(edges, corner, edges.right[a]!, edges.right[b]!))
