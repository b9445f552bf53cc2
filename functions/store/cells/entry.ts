import type { Boundary, Polygon } from '../../domain/boundary.ts'
import { type Box, boxesMeet, boxOf } from '../../domain/box.ts'
import type { Entry, Standing } from '../../domain/cellpage.ts'
import { isCoarse, MOST_PARTITIONS } from '../../domain/cells.ts'
import { decodeOutline, outlineOf } from '../../domain/outline.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Write } from '../change.ts'
import type { Table } from '../table.ts'
import { pause } from '../transient.ts'
import { type Coarse, coarseCheck, coarseWrite, inForce, isHeld, readCoarse } from './coarse.ts'
import { leavesUnder } from './leaves.ts'
import { partitionsOf } from './marks.ts'
import { type Leaf, PagesMoved } from './pages.ts'
import { claim, withdraw } from './pending.ts'
import { makeRoom } from './split.ts'
import { rewrite } from './rewrite.ts'

/** Under what a parcel stands in the index; kept on its head. */
export interface CellsOnHead {
  box: Box
  /** Version of the parcel with which this boundary was submitted. */
  since: number
  /** Hash of the boundary that was submitted: a returned parcel may have another one in the making. */
  boundary: string
}

/** A parcel that may overlap: its box meets the new one. */
export interface Neighbour extends Standing {
  name: string
  upt: string
  kanwil: string
  box: Box
  /** At most 16 corners; the very boundary when `exact`. */
  outline: Polygon | null
  exact: boolean
}

/** What a submission means for the index. */
export interface EntryPlan {
  /** Everything whose box meets the box of the boundary, the parcel itself left out. */
  neighbours: Neighbour[]
  cells: CellsOnHead
  /** The writes for the parcel's transaction: valid only if no page moved since it was planned. */
  writes: (standing: Omit<Standing, 'id'>) => Write[]
  /** To be called when the submission is refused after all: lets others go on at once. */
  withdraw: () => Promise<void>
}

/** A parcel that is submitted. */
export interface Entering {
  id: string
  boundary: Boundary
  /** Hash of the boundary. */
  hash: string
  /** Version of the parcel that the submission makes. */
  version: number
  name: string
  upt: string
  kanwil: string
  /** Under what it stands already, when it was submitted before. */
  was?: CellsOnHead | undefined
}

export const placeOf = ({ kanwil, upt }: { kanwil: string; upt: string }): string =>
  `${kanwil}#${upt}`

const tooWide = (): Refusal => {
  const detail = {
    id: 'Batas ini membentang lebih dari 150 km. Satu bidang tidak selebar itu: periksa titik-titiknya.',
    en: 'This boundary spans more than 150 km. No parcel is that wide: check its corners.',
  }
  return new Refusal(
    'invalid-input',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
    { faults: [{ pointer: '#/geometry', detail }] },
  )
}

function neighbourOf(entry: Entry, standing: Standing): Neighbour {
  const [kanwil = '', upt = ''] = entry.place.split('#')
  const { name, box, exact } = entry
  return { ...standing, name, upt, kanwil, box, exact, outline: decodeOutline(entry.outline) }
}

/**
 * Read the pages around a boundary, strongly consistent, and plan the writes by which a parcel enters
 * the index or moves in it. They are refused with `PagesMoved` when anything around it changed in the
 * meantime, so that what the caller decided about the neighbours still holds when they are written.
 *
 * A full page is split before, in a transaction of its own that changes no content. A parcel too wide
 * for leaves first claims its place (see pending.ts).
 *
 * @param now epoch milliseconds
 * @throws PagesMoved when the pages moved while they were read, or a wide parcel is being submitted here
 * @throws Refusal `invalid-input` for a boundary of more than 150 km
 */
export async function planEntry(
  table: Table,
  { id, boundary, hash, version, name, upt, kanwil, was }: Entering,
  now: number,
): Promise<EntryPlan> {
  const box = boxOf(boundary)
  const outline = outlineOf(boundary)
  const entry: Entry = {
    id,
    version,
    place: placeOf({ kanwil, upt }),
    name,
    box,
    outline: outline.bytes,
    exact: outline.exact,
  }
  const partitions = partitionsOf(box)
  if (partitions.length > MOST_PARTITIONS) throw tooWide()
  const isWide = isCoarse(box)
  const undo = async () => (isWide ? withdraw(table, partitions, id) : undefined)
  try {
    const { around, coarse } = isWide
      ? await claimed(table, partitions, entry, now)
      : await unclaimed(table, partitions, entry, now)
    const writesOf = await rewrite(table, {
      id,
      entry,
      was: was?.box,
      around: isWide ? [] : around,
      coarse,
    })
    const guards = isWide ? [] : guardsOf(table, coarse, was, now)
    return {
      neighbours: neighboursIn([...around, ...coarse], entry),
      cells: { box, since: version, boundary: hash },
      writes: (standing) => [...writesOf(standing), ...guards],
      withdraw: undo,
    }
  } catch (error) {
    await undo()
    throw error
  }
}

interface Read {
  around: Leaf[]
  coarse: Coarse[]
}

const MOST_SPLITS = 6 // each may make room for a moment only, while others come

/** The pages around a parcel that goes into leaves, with room for it. */
async function unclaimed(
  table: Table,
  partitions: readonly string[],
  entry: Entry,
  now: number,
): Promise<Read> {
  for (let tries = 1; tries <= MOST_SPLITS; tries += 1) {
    const [coarse, around] = await Promise.all([
      readCoarse(table, partitions),
      leavesUnder(table, entry.box),
    ])
    if (coarse.some((page) => isHeld(page, entry.id, entry.box, now))) throw new PagesMoved()
    if (!(await makeRoom(table, around, entry))) return { around, coarse }
  }
  throw new PagesMoved()
}

/** The pages around a wide parcel, the leaves read after it claimed its place. */
async function claimed(
  table: Table,
  partitions: readonly string[],
  entry: Entry,
  now: number,
): Promise<Read> {
  const coarse = await claim(table, partitions, entry, now)
  return { coarse, around: await leavesUnder(table, entry.box) }
}

/**
 * What keeps wide parcels from coming meanwhile: the coarse pages must still stand. A claim whose lease
 * has ended is put away, so that it cannot be confirmed any more.
 */
function guardsOf(
  table: Table,
  coarse: readonly Coarse[],
  was: CellsOnHead | undefined,
  now: number,
): Write[] {
  const isWritten = new Set(was && isCoarse(was.box) ? partitionsOf(was.box) : [])
  return coarse.flatMap((page) => {
    if (isWritten.has(page.partition)) return []
    const left = inForce(page, now)
    return left.length < page.pending.length
      ? [coarseWrite(table, page, page.geometry.rows, left)]
      : [coarseCheck(table, page)]
  })
}

/** Everything in these pages whose box meets the box of an entry, once each, itself left out. */
function neighboursIn(
  pages: readonly (Leaf | Coarse)[],
  { id, box }: Pick<Entry, 'id' | 'box'>,
): Neighbour[] {
  const found = new Map<string, Neighbour>()
  for (const { geometry, standings } of pages) {
    const near = geometry.rows.filter((other) => other.id !== id && boxesMeet(other.box, box))
    if (near.length === 0) continue
    const standing = new Map(standings.rows.map((row) => [row.id, row]))
    for (const other of near) {
      const stands = standing.get(other.id)
      if (!stands) throw new PagesMoved() // the two pages are of different moments
      found.set(other.id, neighbourOf(other, stands))
    }
  }
  return [...found.values()]
}

/** Every parcel in the index whose box meets the box of a boundary, for advice: nothing is held. */
export async function findNeighbours(
  table: Table,
  boundary: Boundary,
  id: string,
): Promise<Neighbour[]> {
  const box = boxOf(boundary)
  const partitions = partitionsOf(box)
  if (partitions.length > MOST_PARTITIONS) throw tooWide()
  for (let tries = 1; ; tries += 1) {
    try {
      const [coarse, around] = await Promise.all([
        readCoarse(table, partitions),
        leavesUnder(table, box),
      ])
      return neighboursIn([...around, ...coarse], { id, box })
    } catch (error) {
      if (!(error instanceof PagesMoved) || tries === MOST_SPLITS) throw error
      await pause(tries)
    }
  }
}
