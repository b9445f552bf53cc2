/** One ordinate as somebody wrote it. */
export interface Written {
  value: number
  /** Which ordinate its letter says: U, S, N, LU, LS are y; T, B, E, W, BT, BB are x. */
  axis?: 'x' | 'y'
}

const SIDES: Record<string, { axis: 'x' | 'y'; sign: 1 | -1 }> = {
  N: { axis: 'y', sign: 1 },
  U: { axis: 'y', sign: 1 },
  LU: { axis: 'y', sign: 1 },
  S: { axis: 'y', sign: -1 },
  LS: { axis: 'y', sign: -1 },
  E: { axis: 'x', sign: 1 },
  T: { axis: 'x', sign: 1 },
  BT: { axis: 'x', sign: 1 },
  W: { axis: 'x', sign: -1 },
  B: { axis: 'x', sign: -1 },
  BB: { axis: 'x', sign: -1 },
}

const SIDE = '(LU|LS|BT|BB|[NSEWUTB])'
const NUMBER = '(\\d{1,12}(?:[.,]\\d{1,20})?)' // bounded, as are spaces: no text takes long to read
/** Degrees, minutes, seconds with their marks: 6°12'30,5" LS, or with colons 6:12:30.5. */
const DMS = new RegExp(
  `(?:(?<![A-Za-z])${SIDE}( ?))?([-+]?)(?<!\\d)${NUMBER} {0,3}(?:[°º˚] {0,3}(?:${NUMBER} {0,3}['′’‘´] {0,3})?(?:${NUMBER} {0,3}(?:"|″|”|“|''|′′|’’))?|:${NUMBER}(?::${NUMBER})?)(?: {0,3}${SIDE}(?![A-Za-z]))?`,
  'gi',
)
const ORDINATE = new RegExp(
  `^(?:${SIDE} {0,3})?([-+]?[\\d.,]{1,40}(?:e[-+]?\\d{1,3})?)(?: {0,3}${SIDE})?$`,
  'i',
)
const LONGEST = 60 // characters of a cell that can be a number

const numberOf = (text: string | undefined): number => Number((text ?? '0').replace(',', '.'))

/** A line of a table with every angle in degrees, minutes and seconds turned to decimal degrees. */
export const inDecimals = (line: string): string => {
  if (!/[°º˚:]/.test(line)) return line
  return line.replaceAll(DMS, (...found: (string | undefined)[]) => {
    const [, before = '', gap = '', sign = '', degrees, m1, s1, m2, s2, after = ''] = found
    const minutes = numberOf(m1 ?? m2)
    const seconds = numberOf(s1 ?? s2)
    if (minutes >= 60 || seconds >= 60) return 'NaN'
    const value = numberOf(degrees) + minutes / 60 + seconds / 3600
    const name = after && before ? `${before}${gap}` : '' // of the corner: no side but a label
    return `${name}${sign}${value.toFixed(12).replace(/\.?0+$/, '')}${(after || before).toUpperCase()}`
  })
}

/** `1.500.123,45`, `1,500,123.45`, `1500123,45` and `1500123.45` alike; NaN for anything else. */
function plainNumber(text: string): number {
  if (!/^[-+]?[\d.,]+(e[-+]?\d+)?$/i.test(text)) return NaN
  const [comma, dot] = [text.lastIndexOf(','), text.lastIndexOf('.')]
  const isGrouped = (mark: string): boolean =>
    new RegExp(`^[-+]?\\d{1,3}(\\${mark}\\d{3})+$`).test(text.slice(0, Math.max(comma, dot)))
  if (comma >= 0 && dot >= 0) {
    const [group, point] = comma > dot ? ['.', ','] : [',', '.']
    if (!isGrouped(group)) return NaN
    return Number(text.replaceAll(group, '').replace(point, '.'))
  }
  const mark = comma >= 0 ? ',' : '.'
  const parts = text.split(mark)
  if (parts.length <= 2) return Number(text.replace(',', '.'))
  return parts.slice(1).every((part) => /^\d{3}$/.test(part)) ? Number(parts.join('')) : NaN
}

/**
 * The ordinate in a cell: a number with point or comma, metres with separators between thousands,
 * decimal degrees with a letter for the side. Undefined where it is none.
 */
export function ordinateOf(cell: string): Written | undefined {
  if (cell.length > LONGEST) return undefined
  const bare = cell.trim().replace(/ ?(°|m|meter)$/i, '')
  const [, before, number = '', after] = ORDINATE.exec(bare) ?? []
  const value = plainNumber(number)
  if (!Number.isFinite(value)) return undefined
  const side = SIDES[(after ?? before ?? '').toUpperCase()]
  if (!side) return { value }
  return { value: side.sign === -1 ? -Math.abs(value) : value, axis: side.axis }
}
