import type { Box } from '../../domain/box.ts'
import type { Entry, Standing } from '../../domain/cellpage.ts'
import { isCoarse } from '../../domain/cells.ts'
import type { Write } from '../change.ts'
import type { Table } from '../table.ts'
import { type Coarse, coarseStandingsWrite, coarseWrite, readCoarse } from './coarse.ts'
import { leavesUnder } from './leaves.ts'
import { directoryWrites, partitionsOf, versionCells, versionWrites } from './marks.ts'
import { geometryWrite, type Leaf, PagesMoved, standingsWrite } from './pages.ts'

/** A parcel that enters the index, moves in it, or leaves it. */
export interface Rewriting {
  id: string
  /** What stands for it from now on; null when it leaves. */
  entry: Entry | null
  /** Box under which it has stood so far. */
  was: Box | undefined
  /** The leaves that its new box touches, as read; none for a wide parcel. */
  around: readonly Leaf[]
  /** The coarse pages of its new box, as read; of a parcel that is not wide they are only checked. */
  coarse: readonly Coarse[]
}

type Stand = Omit<Standing, 'id'>

const without = <T extends { id: string }>(rows: readonly T[], id: string): T[] =>
  rows.filter((row) => row.id !== id)

/** Leaves of two reads, each once. A leaf that moved between them cannot be written. */
function joined(a: readonly Leaf[], b: readonly Leaf[]): Leaf[] {
  const known = new Map<number, Leaf>()
  for (const leaf of [...a, ...b]) {
    const other = known.get(leaf.end)
    const isSame =
      !other ||
      (other.geometry.version === leaf.geometry.version &&
        other.standings.version === leaf.standings.version)
    if (!isSame) throw new PagesMoved()
    known.set(leaf.end, leaf)
  }
  return [...known.values()]
}

/**
 * Plan the writes of all pages in which a parcel stood or is to stand, and of the versions of their
 * cells. Pages that it leaves are written even where it is missing, so that their version tells of it.
 */
export async function rewrite(
  table: Table,
  { id, entry, was, around, coarse }: Rewriting,
): Promise<(standing: Stand) => Write[]> {
  const isWide = entry !== null && isCoarse(entry.box)
  const wasWide = was !== undefined && isCoarse(was)
  const leaves = joined(around, was && !wasWide ? await leavesUnder(table, was) : [])
  const isRead = new Set(coarse.map(({ partition }) => partition))
  const left = wasWide ? partitionsOf(was) : []
  const pages = [
    ...(isWide ? coarse : coarse.filter(({ partition }) => left.includes(partition))),
    ...(await readCoarse(
      table,
      left.filter((partition) => !isRead.has(partition)),
    )),
  ]
  const isNear = new Set(around.map(({ end }) => end))
  const isOver = new Set(isWide ? coarse.map(({ partition }) => partition) : [])
  const quadkeys = [
    ...(was ? versionCells(was, wasWide) : []),
    ...(entry ? versionCells(entry.box, isWide) : []),
  ]
  const created = [...leaves, ...pages].filter(({ geometry }) => geometry.version === 0)
  return (standing) => {
    const stand: Standing = { id, ...standing }
    const rowsWith = <T extends { id: string }>(
      rows: readonly T[],
      own: T | null,
      isIn: boolean,
    ) => (own && isIn ? [...without(rows, id), own] : without(rows, id))
    return [
      ...leaves.flatMap((leaf) => {
        const isIn = isNear.has(leaf.end)
        return [
          geometryWrite(table, leaf, rowsWith(leaf.geometry.rows, entry, isIn)),
          standingsWrite(table, leaf, rowsWith(leaf.standings.rows, stand, isIn)),
        ]
      }),
      ...pages.flatMap((page) => {
        const isIn = isOver.has(page.partition)
        return [
          coarseWrite(
            table,
            page,
            rowsWith(page.geometry.rows, entry, isIn),
            without(page.pending, id),
          ),
          coarseStandingsWrite(table, page, rowsWith(page.standings.rows, stand, isIn)),
        ]
      }),
      ...versionWrites(table, quadkeys),
      ...directoryWrites(table, [...new Set(created.map(({ partition }) => partition))]),
    ]
  }
}
