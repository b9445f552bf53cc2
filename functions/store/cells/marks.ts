import type { Box } from '../../domain/box.ts'
import { cellsOf, PARTITION_ZOOM, quadkeyOf, type Range, rectOf } from '../../domain/quadkey.ts'
import type { Write } from '../change.ts'
import type { Table } from '../table.ts'
import { partitionKey, partitionOfCode, readItems } from './pages.ts'

/** The zoom from which on a tile's address carries the version of its cell. */
export const VERSION_ZOOM = 12

const partitionCells = (box: Box): Range[] => cellsOf(rectOf(box), PARTITION_ZOOM)

/** The partitions that a box touches, in order. */
export const partitionsOf = (box: Box): string[] =>
  partitionCells(box).map(({ start }) => partitionOfCode(start))

/** Key of the version of a cell at z12, or of a whole partition, which its wide parcels move. */
export const versionKey = (quadkey: string) => ({
  pk: partitionKey(quadkey.slice(0, PARTITION_ZOOM)),
  sk: `V#${quadkey}`,
})

/** The cells whose version a change of a parcel moves: those at z12 that it touches, or its partitions. */
export const versionCells = (box: Box, coarse: boolean): string[] =>
  coarse
    ? partitionsOf(box)
    : cellsOf(rectOf(box), VERSION_ZOOM).map(({ start }) => quadkeyOf(start, VERSION_ZOOM))

/** Move the versions of cells, so that a tile that was drawn before is drawn again. */
export const versionWrites = ({ name: TableName }: Table, quadkeys: Iterable<string>): Write[] =>
  [...new Set(quadkeys)].map((quadkey) => ({
    item: {
      Update: {
        TableName,
        Key: versionKey(quadkey),
        UpdateExpression: 'ADD #version :one',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
  }))

/** Where it stands which partitions hold anything: some 2,300 could, a few hundred do. */
const DIRECTORY = { pk: 'P', sk: '!' }

/** Enter partitions in the directory; no write when there is none to enter. */
export const directoryWrites = (
  { name: TableName }: Table,
  partitions: readonly string[],
): Write[] =>
  partitions.length === 0
    ? []
    : [
        {
          item: {
            Update: {
              TableName,
              Key: DIRECTORY,
              UpdateExpression: 'ADD quadkeys :quadkeys',
              ExpressionAttributeValues: { ':quadkeys': new Set(partitions) },
            },
          },
        },
      ]

/** The partitions that hold anything, in order: at most 3 read units, by half when `strong` is false. */
export async function readDirectory(table: Table, strong: boolean): Promise<string[]> {
  const [item] = await readItems(table, [DIRECTORY], strong)
  return [...((item?.quadkeys as Set<string> | undefined) ?? [])].sort()
}
