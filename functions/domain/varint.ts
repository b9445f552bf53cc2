/** Append a whole number from 0 to 2^53 - 1 as a varint, low seven bits first (as in Protocol Buffers). */
export function pushUnsigned(bytes: number[], value: number): void {
  let rest = value // no bit operators: they end at 32 bits
  for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128)
  bytes.push(rest)
}

/** Append a whole number between -2^52 and 2^52, its sign in the lowest bit (zigzag). */
export const pushVarint = (bytes: number[], value: number): void =>
  pushUnsigned(bytes, value < 0 ? -2 * value - 1 : 2 * value)

/** Reads bytes from the first to the last. */
export interface Reader {
  unsigned: () => number
  signed: () => number
  /** The next `length` bytes, as a copy. */
  take: (length: number) => Uint8Array
  isAtEnd: () => boolean
}

/** @throws RangeError (while reading) when the bytes end too early */
export function readerOf(bytes: Uint8Array): Reader {
  let at = 0
  const unsigned = (): number => {
    let [value, weight] = [0, 1]
    for (;;) {
      const byte = bytes[at]
      if (byte === undefined) throw new RangeError('The bytes end in the middle of a number.')
      at += 1
      value += (byte % 128) * weight
      if (byte < 128) return value
      weight *= 128
    }
  }
  return {
    unsigned,
    signed: () => {
      const value = unsigned()
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2
    },
    take: (length) => {
      if (at + length > bytes.length) throw new RangeError(`${length} bytes are not there.`)
      at += length
      return bytes.slice(at - length, at)
    },
    isAtEnd: () => at === bytes.length,
  }
}
