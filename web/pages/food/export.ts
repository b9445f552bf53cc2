import { bamaPercentOf } from '../../../functions/domain/food.ts'
import { foodWords as m } from '../../messages/food.ts'
import { language, say } from '../../messages/phrase.ts'
import type { Food } from './food.ts'

/** A cell of a file: a text, or a number that a spreadsheet can add up. */
export type Cell = string | number | null

const round = (value: number, decimals = 3): number => Number(value.toFixed(decimals))

/** What the page tells as rows of a file, by unit, commodity and unit of measure; the first names them. */
export function rowsOf(
  { units, rows }: Food,
  names: { kanwil: (id: string) => string; commodity: (id: string) => string },
): Cell[][] {
  const head = [
    m.kanwil, m.unit, m.commodity, m.plantedM2, m.harvestedM2, m.commodityUnit, m.harvest,
    m.kitchen, m.vendor, m.sold, m.stock, m.sharePercent, m.valueIdr,
  ].map(say) // prettier-ignore
  const body = units.flatMap(({ upt, name, kanwil }) =>
    rows
      .filter((row) => row.upt === upt)
      .flatMap((row): Cell[][] => {
        const own = [names.kanwil(kanwil), name, names.commodity(row.commodity)]
        const areas = [round(row.plantedM2, 2), round(row.harvestedM2, 2)]
        if (row.harvests.length === 0)
          return [[...own, ...areas, '', null, null, null, null, null, null, row.soldIdr]]
        return row.harvests.map((harvest, i) => {
          const percent = bamaPercentOf(harvest)
          return [
            ...own,
            ...(i === 0 ? areas : [null, null]), // told once, else a sum would count them twice
            harvest.unit,
            round(harvest.harvest),
            round(harvest.kitchen),
            round(harvest.vendor),
            round(harvest.sold),
            round(harvest.stock),
            percent === null ? null : round(percent, 2),
            i === 0 ? row.soldIdr : null,
          ]
        })
      }),
  )
  return [head, ...body]
}

/** What a spreadsheet takes for a formula, or for a way around that check. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * Rows as CSV with a byte order mark; in Indonesian with semicolons and decimal commas, as its
 * spreadsheets read them. A text that a spreadsheet would take for a formula gets an apostrophe.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  const isIndonesian = language() === 'id'
  const separator = isIndonesian ? ';' : ','
  const textOf = (cell: Cell): string => {
    if (cell === null) return ''
    if (typeof cell === 'number')
      return isIndonesian ? String(cell).replace('.', ',') : String(cell)
    const safe = FORMULA.test(cell) ? `'${cell}` : cell
    return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return `\uFEFF${rows.map((row) => row.map(textOf).join(separator)).join('\r\n')}\r\n`
}

/** Rows as a workbook of one sheet; every text is a text, whatever it begins with. */
export async function xlsxOf(rows: readonly (readonly Cell[])[], sheet: string): Promise<Blob> {
  const { default: write } = await import('write-excel-file/universal')
  const cells = rows.map((row, at) =>
    row.map((value) =>
      value === null || value === ''
        ? null
        : typeof value === 'number'
          ? { type: Number, value }
          : { type: String, value, ...(at === 0 && { fontWeight: 'bold' as const }) },
    ),
  )
  const columns = rows[0]!.map((_, at) => ({ width: at < 3 ? 28 : 14 }))
  return write(cells, { sheet: sheet.slice(0, 31), columns, stickyRowsCount: 1 }).toBlob()
}

/** Let the browser save a file. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000) // ms; the saving has begun by then
}
