import type { Definition } from '../domain/definition.ts'
import { deriveStanding } from '../domain/derive.ts'
import type { UseStatus } from '../domain/standing.ts'
import { Refusal } from '../domain/refusal.ts'
import { findParcel } from '../parcels/table.ts'
import { type ListedCursor, walkParcels } from '../store/listing.ts'
import type { Settings } from '../store/settings.ts'
import type { Table } from '../store/table.ts'
import { pooled } from '../pool.ts'

/** Parcels that would go from one use status to another. */
export interface Move {
  from: UseStatus
  to: UseStatus
  parcels: number
  areaM2: number
}

/** What other settings would do to the parcels of one page. */
export interface Preview {
  /** True when no page is left. */
  complete: boolean
  cursor?: string
  checked: number
  moves: Move[]
  unchanged: { parcels: number; areaM2: number }
}

const PAGE = 60 // parcels, each read whole: some 200 read units
const AT_ONCE = 8

const toText = ({ half, after }: ListedCursor): string =>
  Buffer.from(`${half}\n${after}`).toString('base64url')

function fromText(text: string): ListedCursor {
  const [half = '', after = ''] = Buffer.from(text, 'base64url').toString().split('\n')
  const isOurs =
    /^(terbuka|terbatas)$/.test(half) && /^( |[a-z0-9-]+#[a-z0-9-]+#[\w-]+)$/.test(after)
  if (isOurs) return { half, after }
  throw new Refusal('malformed-query', {
    id: 'Penanda halaman ini tidak dikenal. Mulai lagi dari halaman pertama.',
    en: 'This cursor is not known. Start again from the first page.',
  })
}

/**
 * Which parcels of one page would stand otherwise today, were other settings in force in place of the
 * present ones: some 60 parcels, from the cursor on.
 */
export async function previewPage(
  table: Table,
  { today, definition, holidays }: Settings,
  other: { definition: Definition; holidays: Settings['holidays'] },
  cursor: string | undefined,
): Promise<Preview> {
  const start = cursor === undefined ? undefined : fromText(cursor)
  const page = await walkParcels(table, start, PAGE)
  const moves = new Map<string, Move>()
  const unchanged = { parcels: 0, areaM2: 0 }
  let checked = 0
  await pooled(page.entries, AT_ONCE, async ({ id, entry: { s } }) => {
    const stored = s === 'draf' || s === 'nonaktif' ? undefined : await findParcel(table, id)
    if (!stored || stored.head.state === 'nonaktif' || stored.head.state === 'draf') return
    const { areaM2 } = stored.head
    const now = deriveStanding(stored.record, { today, areaM2, definition, holidays })
    const then = deriveStanding(stored.record, { today, areaM2, ...other })
    const of = now.areas
    const m2 = of ? of.provedM2 + of.unprovedM2 + of.vacantM2 : (areaM2 ?? 0)
    checked += 1
    const [from, to] = [now.use, then.use]
    const sum =
      from === to ? unchanged : (moves.get(`${from} ${to}`) ?? { from, to, parcels: 0, areaM2: 0 })
    sum.parcels += 1
    sum.areaM2 += m2
    if (from !== to) moves.set(`${from} ${to}`, sum as Move)
  })
  return {
    complete: page.cursor === null,
    ...(page.cursor && { cursor: toText(page.cursor) }),
    checked,
    moves: [...moves.values()].sort((a, b) => b.areaM2 - a.areaM2),
    unchanged,
  }
}
