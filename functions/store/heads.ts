import type { Standing } from '../domain/standing.ts'
import { type Axes, axesOf } from '../domain/status.ts'
import type { Head, ListEntry } from '../parcels/table.ts'
import type { Chain } from './change.ts'

/** What a head item holds beside its own facts. */
interface Around {
  listOf: string
  /** Kanwil, unit and id: see `listKey`. */
  listAt: string
  entry: ListEntry
}

const MOMENTS = ['createdAt', 'submittedAt', 'verifiedAt'] as const

/**
 * A head as the attributes of its item, which stays below 1 KB for most parcels: there a write begins
 * to cost twice. What the list entry and its key tell as well stands there alone; instants are epoch
 * milliseconds, and members' ids are bytes.
 */
export function packHead(head: Head, around: Around): Record<string, unknown> {
  const { id: _id, upt: _upt, kanwil: _kanwil, ...facts } = head // in the key of the list
  const { name: _n, unitName: _u, state: _s, axes: _t, areaM2: _a, ...own } = facts // in the entry
  const { cells, hands, standing, ...others } = own
  const moments = MOMENTS.flatMap((name) => (own[name] ? [[name, Date.parse(own[name])]] : []))
  return {
    ...others,
    ...Object.fromEntries(moments),
    hands: hands.map(bytesOf),
    ...(cells && { cells: packCells(cells, head.boundary) }),
    ...(standing && { why: packReason(standing) }),
    ...around,
  }
}

/** A returned parcel may stand in the index with another boundary than its own; mostly it is the same. */
function packCells(
  cells: NonNullable<Head['cells']>,
  boundary: Head['boundary'],
): Omit<NonNullable<Head['cells']>, 'boundary'> {
  const { boundary: submitted, ...place } = cells
  return submitted === boundary ? place : cells
}

/** Why it stands as it does, and its areas in m², without the axes: rule, version, since, until, areas. */
type Reason = [
  rule: string,
  definition: number,
  since: string,
  until: string | null,
  ...areas: number[],
]

function packReason({ why, areas }: Standing): Reason {
  const { rule, definition, since, until = null } = why
  const parts = areas ? [areas.provedM2, areas.unprovedM2, areas.vacantM2] : []
  return [rule, definition, since, until, ...parts]
}

function standingFrom(axes: Axes, reason: Reason): Standing {
  const [rule, definition, since, until, provedM2, unprovedM2 = 0, vacantM2 = 0] = reason
  return {
    ...axes,
    why: { rule, definition, since, ...(until !== null && { until }) },
    areas: provedM2 === undefined ? null : { provedM2, unprovedM2, vacantM2 },
  }
}

/** The 16 bytes of a UUID; what is none stays as it is. */
function bytesOf(id: string): Uint8Array | string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id
  const pairs = id.replaceAll('-', '').match(/../g) ?? []
  return Uint8Array.from(pairs, (pair) => Number.parseInt(pair, 16))
}

function idOf(bytes: Uint8Array | string): string {
  if (typeof bytes === 'string') return bytes
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** A head by its item, whole again; what an item written before says by itself holds. */
export function headFrom(item: Record<string, unknown>): Head & { chain: Chain } {
  const { pk: _pk, sk: _sk, listOf: _of, listAt, entry, cells, hands, why, ...own } = item
  const [kanwil, upt, id] = String(listAt).split('#')
  const listed = (entry ?? {}) as Partial<ListEntry>
  const { n: name, u: unitName, s: state, t: code, a: areaM2 } = listed
  const axes = axesOf(code ?? 0)
  const moments = MOMENTS.flatMap((moment) => {
    const at = own[moment]
    return typeof at === 'number' ? [[moment, new Date(at).toISOString()]] : []
  })
  return {
    id,
    upt,
    kanwil,
    name,
    unitName,
    state,
    axes,
    areaM2,
    ...(why !== undefined && { standing: standingFrom(axes, why as Reason) }),
    ...own,
    ...Object.fromEntries(moments),
    hands: (hands as (Uint8Array | string)[]).map(idOf),
    ...(cells !== undefined && { cells: { boundary: own.boundary, ...cells } }),
  } as Head & { chain: Chain }
}
