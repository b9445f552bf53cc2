/** A picture of flat squares, eight pixels wide: red, green and blue from 0 to 255, row by row. */
export type Mosaic = readonly (readonly (readonly [r: number, g: number, b: number])[])[]

/** How many DC coefficients have each length of code, and which come first (ITU-T T.81, K.3). */
const DC_LUMA = [0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0]
const DC_CODES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
/** The only AC code that flat squares need: end of block, in one bit. */
const AC_COUNTS = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]

const QUANTUM = 8 // a flat square's DC coefficient is 8 times its level

const bytes16 = (value: number): number[] => [value >> 8, value & 255]

const segment = (marker: number, content: number[]): number[] => [
  0xff,
  marker,
  ...bytes16(content.length + 2),
  ...content,
]

/** The canonical Huffman codes of a table: [code, length] by symbol. */
function codesOf(counts: number[], symbols: number[]): [code: number, length: number][] {
  const codes: [number, number][] = []
  let code = 0
  let next = 0
  for (const [at, count] of counts.entries()) {
    for (let i = 0; i < count; i++) codes[symbols[next++]!] = [code++, at + 1]
    code <<= 1
  }
  return codes
}

/** Bits, packed from the left, with the zero that JPEG wants after each 255. */
function bitWriter() {
  const out: number[] = []
  let held = 0
  let free = 8
  const write = (value: number, length: number) => {
    for (let bit = length - 1; bit >= 0; bit--) {
      held = (held << 1) | ((value >> bit) & 1)
      if (--free > 0) continue
      out.push(held)
      if (held === 0xff) out.push(0)
      held = 0
      free = 8
    }
  }
  const end = (): number[] => {
    if (free < 8) write(0xff, free)
    return out
  }
  return { write, end }
}

/**
 * Encode a mosaic as a baseline JPEG (JFIF 1.01, 4:4:4). Each square is one block without detail,
 * so that only its mean has to be written.
 */
export function encodeJpeg(mosaic: Mosaic): Uint8Array {
  const height = mosaic.length * 8
  const width = (mosaic[0]?.length ?? 0) * 8
  const codes = codesOf(DC_LUMA, DC_CODES)
  const bits = bitWriter()
  const before = [0, 0, 0]
  for (const row of mosaic) {
    for (const [r, g, b] of row) {
      const levels = [
        0.299 * r + 0.587 * g + 0.114 * b - 128,
        -0.168736 * r - 0.331264 * g + 0.5 * b,
        0.5 * r - 0.418688 * g - 0.081312 * b,
      ]
      for (const [channel, level] of levels.entries()) {
        const dc = Math.round(Math.max(-128, Math.min(127, level)) * (8 / QUANTUM))
        const step = dc - before[channel]!
        before[channel] = dc
        const length = 32 - Math.clz32(Math.abs(step))
        bits.write(...codes[length]!)
        if (length > 0) bits.write(step < 0 ? step + (1 << length) - 1 : step, length)
        bits.write(0, 1) // end of block
      }
    }
  }
  return Uint8Array.from([
    0xff,
    0xd8,
    ...segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...Array<number>(64).fill(QUANTUM)]),
    ...segment(0xc0, [
      8,
      ...bytes16(height),
      ...bytes16(width),
      3,
      1,
      0x11,
      0,
      2,
      0x11,
      0,
      3,
      0x11,
      0,
    ]),
    ...segment(0xc4, [0x00, ...DC_LUMA, ...DC_CODES]),
    ...segment(0xc4, [0x10, ...AC_COUNTS, 0]),
    ...segment(0xda, [3, 1, 0, 2, 0, 3, 0, 0, 63, 0]),
    ...bits.end(),
    0xff,
    0xd9,
  ])
}
