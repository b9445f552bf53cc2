import { readFile, writeFile } from 'node:fs/promises'
import { format } from 'prettier'

/** One measured figure, as the README shows it. */
export interface Figure {
  operation: string
  /** What it should be at most, in words. */
  target: string
  measured: string
  /** Undefined when it could not be measured here. */
  isMet: boolean | undefined
  /** Why it is missed, when it is. */
  because?: string
}

/** A figure with a limit for each of its counts. */
export function figure(
  operation: string,
  counts: readonly { n: number; unit: string; most: number }[],
  because?: string,
): Figure {
  const said = (n: number, unit: string) => `${Number(n.toFixed(1)).toLocaleString('en')} ${unit}`
  return {
    operation,
    target: counts.map(({ most, unit }) => `≤ ${said(most, unit)}`).join(', '),
    measured: counts.map(({ n, unit }) => said(n, unit)).join(', '),
    isMet: counts.every(({ n, most }) => n <= most),
    ...(because && { because }),
  }
}

const README = new URL('../../README.md', import.meta.url)
const [START, END] = ['<!-- figures -->', '<!-- /figures -->']

function verdict({ isMet, because }: Figure): string {
  if (isMet === undefined) return ''
  if (isMet) return 'met'
  return because ? `**missed**: ${because}` : '**missed**'
}

const rowOf = (figure: Figure): string =>
  `| ${figure.operation} | ${figure.target} | ${figure.measured} | ${verdict(figure)} |`

/** The first cell of a row. */
const operationOf = (row: string): string => row.split('|')[1]?.trim() ?? ''

/** A row that only a run with `--million` measures. */
const isOfMillion = (operation: string): boolean => operation.includes('1,000,000')

/**
 * Put the figures into the README, between its two marks. Rows about a million parcels, which not every
 * run measures, stay as the last such run left them.
 */
export async function report(figures: readonly Figure[]): Promise<void> {
  const readme = await readFile(README, 'utf8')
  const [before, former = '', after] = readme.split(new RegExp(`${START}|${END}`))
  const measured = figures.map(rowOf)
  const isNew = figures.some(({ operation }) => isOfMillion(operation))
  const kept = former.split('\n').filter((row) => !isNew && isOfMillion(operationOf(row)))
  const table = [
    '| operation | target | measured | |',
    '| --- | --- | --- | --- |',
    ...measured,
    ...kept,
  ].join('\n')
  console.log(table)
  const whole = `${before}${START}\n\n${table}\n\n${END}${after}`
  await writeFile(README, await format(whole, { parser: 'markdown' })) // as `npm run check` wants it
}
