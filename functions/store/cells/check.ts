import { isCoarse, touches } from '../../domain/cells.ts'
import type { Phrase } from '../../domain/phrase.ts'
import { rangeOfQuadkey } from '../../domain/quadkey.ts'
import { type Census, type Sources, takeCensus } from './census.ts'
import { coarseOf } from './coarse.ts'
import { coarseContentOf, contentOf, differences, type Indexed, isDue } from './expected.ts'
import { partitionsOf } from './marks.ts'
import { AFTER_LEAVES, type Leaf, leavesOf } from './pages.ts'
import type { Content } from './split.ts'
import { pause } from '../transient.ts'

/** Something in which the index and the parcels do not agree. */
export interface IndexFault {
  /** `parcel:<id>` or `cell:<quadkey at z9>`. */
  subject: string
  reason: Phrase
}

/** What a check of the index found. */
export interface IndexReport {
  /** Parcels in the index. */
  parcels: number
  leaves: number
  /** Entries in all leaves: more than parcels, as one may touch several. */
  entries: number
  /** Entries in coarse pages. */
  coarse: number
  /** Empty when pages and parcels agree. */
  faults: IndexFault[]
}

const say = (id: string, en: string): Phrase => ({ id, en })
const HOW = {
  missing: say('tidak ada di', 'is missing from'),
  orphan: say('tidak semestinya ada di', 'does not belong into'),
  other: say('tercatat lain di', 'stands differently in'),
} as const

/** Whether leaves tile their partition. */
export function isTiled(partition: string, leaves: readonly Leaf[]): boolean {
  let next = rangeOfQuadkey(partition).start
  for (const { start, end } of leaves) {
    if (start !== next) return false
    next = end + 1
  }
  return leaves.length === 0 || next === rangeOfQuadkey(partition).end + 1
}

/** Items of leaves among those of a partition. */
export const leafItems = (
  items: readonly Record<string, unknown>[],
): readonly Record<string, unknown>[] =>
  items.filter(({ sk }) => String(sk) >= '0' && String(sk) < AFTER_LEAVES)

function compare(census: Census): IndexReport {
  const { heads, indexed, lost, pages, directory } = census
  const faults: IndexFault[] = []
  const fault = (subject: string, id: string, en: string): void => {
    faults.push({ subject, reason: say(id, en) })
  }
  for (const head of heads)
    if (isDue(head) !== (head.cells !== undefined))
      fault(
        `parcel:${head.id}`,
        `Keadaan ${head.state} tidak sesuai dengan tempatnya di indeks.`,
        `Its state ${head.state} does not go with its place in the index.`,
      )
  for (const id of lost)
    fault(
      `parcel:${id}`,
      'Batas yang diajukan tidak ditemukan.',
      'The submitted boundary is not there.',
    )
  const boxes = new Map(heads.map(({ id, cells }) => [id, cells?.box.join()]))
  for (const { entry } of indexed) {
    if (boxes.get(entry.id) !== entry.box.join())
      fault(
        `parcel:${entry.id}`,
        'Kotaknya bukan kotak batasnya.',
        'Its box is not that of its boundary.',
      )
  }
  const byPartition = new Map<string, Indexed[]>()
  for (const parcel of indexed)
    for (const partition of partitionsOf(parcel.entry.box))
      byPartition.set(partition, [...(byPartition.get(partition) ?? []), parcel])
  const report = { parcels: indexed.length, leaves: 0, entries: 0, coarse: 0, faults }
  const known = new Set(directory)
  for (const partition of new Set([...byPartition.keys(), ...pages.keys(), ...directory])) {
    const items = pages.get(partition) ?? []
    const due = byPartition.get(partition) ?? []
    const own = leafItems(items)
    const leaves = leavesOf(partition, own)
    const cell = `cell:${partition}`
    if (own.length !== leaves.length * 2 || !isTiled(partition, leaves))
      fault(cell, 'Sel-selnya tidak saling menyambung.', 'Its leaves do not tile it.')
    if (!known.has(partition) && items.length > 0)
      fault(cell, 'Tidak tercantum di direktori.', 'The directory does not name it.')
    const tell = (is: Content, should: Content, where: string): void => {
      const found = [
        ...differences(is.entries, should.entries),
        ...differences(is.standings, should.standings),
      ]
      for (const { id, how } of found)
        fault(`parcel:${id}`, `${HOW[how].id} ${where}.`, `It ${HOW[how].en} ${where}.`)
    }
    for (const leaf of leaves) {
      const is = { entries: leaf.geometry.rows, standings: leaf.standings.rows }
      tell(is, contentOf(due, leaf), `${partition}/${leaf.end.toString(4)}`)
      report.entries += leaf.geometry.rows.length
    }
    const [coarse] = coarseOf([partition], items)
    const is = { entries: coarse!.geometry.rows, standings: coarse!.standings.rows }
    tell(is, coarseContentOf(due, partition), `${partition}/!`)
    report.coarse += is.entries.length
    report.leaves += leaves.length
    const missing = leaves.length === 0 && due.filter(({ entry }) => !isCoarse(entry.box))
    for (const { entry } of missing || [])
      if (touches(entry, rangeOfQuadkey(partition)))
        fault(
          `parcel:${entry.id}`,
          `tidak ada di ${partition}.`,
          `It is missing from ${partition}.`,
        )
  }
  return report
}

const MOST_READS = 4 // changes that come during a read are no faults: what stays wrong is
const keyOf = ({ subject, reason }: IndexFault): string => `${subject} ${reason.en}`

/**
 * Prove that index and parcels agree: each parcel that was submitted stands in exactly the leaves (or
 * coarse pages) that its box touches, with its name, unit, outline and state; nothing else does; the
 * leaves tile their partitions. Scans the table; works while the registry serves.
 */
export async function checkIndex(sources: Sources): Promise<IndexReport> {
  let report = compare(await takeCensus(sources))
  for (let read = 1; read < MOST_READS && report.faults.length > 0; read += 1) {
    await pause(read + 2)
    const before = new Set(report.faults.map(keyOf))
    const again = compare(await takeCensus(sources))
    report = { ...again, faults: again.faults.filter((fault) => before.has(keyOf(fault))) }
  }
  return report
}
