import { type Boundary, partsOf, type Position } from '../../functions/domain/boundary.ts'

/** A double in whole units of 2^-1074, as every double is. */
function whole(value: number): bigint {
  const bits = new BigUint64Array(Float64Array.of(value).buffer)[0]!
  const exponent = (bits >> 52n) & 0x7ffn
  const fraction = bits & ((1n << 52n) - 1n)
  const size = exponent === 0n ? fraction : ((1n << 52n) | fraction) << (exponent - 1n)
  return bits >> 63n ? -size : size
}

type Corner = [bigint, bigint]

const edgesOf = (boundary: Boundary): [Corner, Corner][] =>
  partsOf(boundary)
    .flat()
    .flatMap((ring) => {
      const corners = ring.map(([x, y]: Position): Corner => [whole(x), whole(y)])
      return corners.slice(1).map((to, i): [Corner, Corner] => [corners[i]!, to])
    })

function side([[ax, ay], [bx, by]]: [Corner, Corner], [x, y]: Corner): number {
  const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return turn > 0n ? 1 : turn < 0n ? -1 : 0
}

/** Whether an edge of one boundary crosses one of the other between their ends, in whole numbers. */
export const crossExactly = (a: Boundary, b: Boundary): boolean => {
  const others = edgesOf(b)
  return edgesOf(a).some((one) =>
    others.some(
      (other) =>
        side(one, other[0]) * side(one, other[1]) < 0 &&
        side(other, one[0]) * side(other, one[1]) < 0,
    ),
  )
}
