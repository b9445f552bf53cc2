/** One measured figure, as the README shows it. */
export interface Figure {
  operation: string
  /** What it should be at most, in words. */
  target: string
  measured: string
  isMet: boolean
}

/** A figure with a limit for each of its counts. */
export function figure(
  operation: string,
  counts: readonly { n: number; unit: string; most: number }[],
): Figure {
  const said = (n: number, unit: string) => `${Number(n.toFixed(1)).toLocaleString('en')} ${unit}`
  return {
    operation,
    target: counts.map(({ most, unit }) => `≤ ${said(most, unit)}`).join(', '),
    measured: counts.map(({ n, unit }) => said(n, unit)).join(', '),
    isMet: counts.every(({ n, most }) => n <= most),
  }
}
