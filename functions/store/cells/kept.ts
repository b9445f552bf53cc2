import type { Entry, Standing } from '../../domain/cellpage.ts'
import { isCoarse } from '../../domain/cells.ts'
import type { Write } from '../change.ts'
import type { Table } from '../table.ts'
import { coarseStandingsWrite, coarseWrite, readCoarse } from './coarse.ts'
import { type CellsOnHead, placeOf } from './entry.ts'
import { leavesUnder } from './leaves.ts'
import { partitionsOf, versionCells, versionWrites } from './marks.ts'
import { geometryWrite, standingsWrite } from './pages.ts'
import { rewrite } from './rewrite.ts'

/** A parcel that stays where it is in the index. */
export interface Staying {
  id: string
  cells: CellsOnHead
  name: string
  upt: string
  kanwil: string
}

/** The writes of a plan, once it is known how the parcel stands. */
export type PlannedWrites = (standing: Omit<Standing, 'id'>) => Write[]

/**
 * Plan the writes by which the index tells how a parcel stands from now on: its status pages, and its
 * geometry pages only when it got another name or unit.
 * @throws PagesMoved when the pages moved while they were read
 */
export async function planKept(table: Table, staying: Staying): Promise<PlannedWrites> {
  const { id, cells, name } = staying
  const place = placeOf(staying)
  const isWide = isCoarse(cells.box)
  const renamed = (rows: readonly Entry[]): Entry[] | undefined => {
    const known = rows.find((row) => row.id === id)
    if (!known || (known.name === name && known.place === place)) return undefined
    return rows.map((row) => (row.id === id ? { ...known, name, place } : row))
  }
  const stood = (rows: readonly Standing[], standing: Omit<Standing, 'id'>): Standing[] => [
    ...rows.filter((row) => row.id !== id),
    { id, ...standing },
  ]
  const versions = versionWrites(table, versionCells(cells.box, isWide))
  if (isWide) {
    const pages = await readCoarse(table, partitionsOf(cells.box))
    const geometry = pages.flatMap((page) => {
      const rows = renamed(page.geometry.rows)
      return rows ? [coarseWrite(table, page, rows, page.pending)] : []
    })
    return (standing) => [
      ...pages.map((page) =>
        coarseStandingsWrite(table, page, stood(page.standings.rows, standing)),
      ),
      ...geometry,
      ...versions,
    ]
  }
  const leaves = await leavesUnder(table, cells.box)
  const geometry = leaves.flatMap((leaf) => {
    const rows = renamed(leaf.geometry.rows)
    return rows ? [geometryWrite(table, leaf, rows)] : []
  })
  return (standing) => [
    ...leaves.map((leaf) => standingsWrite(table, leaf, stood(leaf.standings.rows, standing))),
    ...geometry,
    ...versions,
  ]
}

/**
 * Plan the writes by which a parcel leaves the index.
 * @throws PagesMoved when the pages moved while they were read
 */
export async function planExit(
  table: Table,
  { id, cells }: Pick<Staying, 'id' | 'cells'>,
): Promise<PlannedWrites> {
  return rewrite(table, { id, entry: null, was: cells.box, around: [], coarse: [] })
}
