import type { Position } from './boundary.ts'

/** Twice the area of the triangle of three corners, in square degrees. */
const triangle2 = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number =>
  Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))

/** A binary heap of corners by weight, lightest first; a stale entry is told by its old weight. */
function heapOf(entries: { corner: number; weight: number }[]) {
  const heap = [...entries].sort((a, b) => a.weight - b.weight) // sorted is a heap
  return {
    pop() {
      const top = heap[0]
      const last = heap.pop()
      if (heap.length > 0 && last) {
        let i = 0
        for (;;) {
          let child = 2 * i + 1
          if (child + 1 < heap.length && heap[child + 1]!.weight < heap[child]!.weight) child++
          if (child >= heap.length || heap[child]!.weight >= last.weight) break
          heap[i] = heap[child]!
          i = child
        }
        heap[i] = last
      }
      return top
    },
    push(entry: { corner: number; weight: number }) {
      let i = heap.length
      while (i > 0 && heap[(i - 1) >> 1]!.weight > entry.weight) {
        heap[i] = heap[(i - 1) >> 1]!
        i = (i - 1) >> 1
      }
      heap[i] = entry
    },
  }
}

/**
 * At most `most` corners (3 or more) of a closed line given without its closing one, in their order.
 * Again and again the corner goes whose triangle with its neighbours is the smallest, so that the
 * shape loses as little area as possible (Visvalingam and Whyatt, 1993). O(n log n).
 */
export function simplify(corners: readonly Position[], most: number): Position[] {
  const n = corners.length
  if (n <= most) return [...corners]
  const next = Int32Array.from(corners, (_, i) => (i + 1) % n)
  const previous = Int32Array.from(corners, (_, i) => (i + n - 1) % n)
  const weightOf = (i: number) => triangle2(corners[previous[i]!]!, corners[i]!, corners[next[i]!]!)
  const weights = Float64Array.from(corners, (_, i) => weightOf(i))
  const heap = heapOf(corners.map((_, corner) => ({ corner, weight: weights[corner]! })))
  const gone = new Uint8Array(n)
  for (let left = n; left > most;) {
    const lightest = heap.pop()
    if (!lightest) break
    const { corner, weight } = lightest
    if (gone[corner] || weight !== weights[corner]) continue
    gone[corner] = 1
    left--
    const [before, after] = [previous[corner]!, next[corner]!]
    next[before] = after
    previous[after] = before
    for (const neighbour of [before, after]) {
      weights[neighbour] = Math.max(weight, weightOf(neighbour)) // never lighter than what went before
      heap.push({ corner: neighbour, weight: weights[neighbour]! })
    }
  }
  return corners.filter((_, i) => !gone[i])
}
