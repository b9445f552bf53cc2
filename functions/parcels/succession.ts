import { Hono } from 'hono'
import * as v from 'valibot'
import { parameters } from '../body.ts'
import { countedAreas } from '../domain/area-change.ts'
import { mayRead } from '../domain/permissions.ts'
import { type Fault, Refusal } from '../domain/refusal.ts'
import { type Origin, originFaults, Relative, unfitOrigins } from '../domain/succession.ts'
import { type Ctx, type Env, operation } from '../operation.ts'
import { namedBy } from '../store/links.ts'
import { openParcel } from './open.ts'
import { findHead, findParcel, type StoredParcel } from './table.ts'

/** A stored parcel as a relative of another. */
export const relativeOf = ({ head, record }: StoredParcel): Relative => ({
  id: head.id,
  name: head.name,
  upt: head.upt,
  uptName: head.unitName,
  state: head.state,
  areas: countedAreas(record.properties, head.areaM2),
  predecessors: record.properties.predecessors ?? [],
})

/** Parcels by their ids, in that order; undefined for those that the caller may not read. */
export const findReadable = (
  c: Ctx,
  ids: readonly string[],
): Promise<(StoredParcel | undefined)[]> =>
  Promise.all(
    ids.map(async (id) => {
      const stored = await findParcel(c.var.deps.table, id)
      return stored && mayRead(c.var.caller, stored.head, stored.head.state) ? stored : undefined
    }),
  )

const incorrect = (faults: readonly Fault[]): Refusal =>
  new Refusal(
    'invalid-input',
    { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
    { faults },
  )

/**
 * Pass the predecessors that a draft of a unit names. Nothing is read while they and the unit stay as
 * they were (`uptBefore`, `before`).
 * @throws Refusal `invalid-input` naming each that is not there, of another unit, or named twice
 */
export async function checkOrigins(
  c: Ctx,
  place: { id: string; upt: string },
  { predecessors = [] }: { predecessors?: string[] | undefined },
  uptBefore?: string,
  before: readonly string[] = [],
): Promise<void> {
  const isAsBefore = uptBefore === place.upt && String(before) === String(predecessors)
  if (predecessors.length === 0 || isAsBefore) return
  const heads = await Promise.all(predecessors.map((id) => findHead(c.var.deps.table, id)))
  const known = heads.map((head) =>
    head && mayRead(c.var.caller, head, head.state) ? head : undefined,
  )
  const faults = originFaults(place, predecessors, known)
  if (faults.length > 0) throw incorrect(faults)
}

/** What is wrong with the predecessors of a parcel that is to be submitted. */
export async function submissionOrigins(
  c: Ctx,
  { head: { id, upt }, record }: StoredParcel,
): Promise<Fault[]> {
  const { predecessors = [] } = record.properties
  const stored = await findReadable(c, predecessors)
  const origins = stored.map(
    (each): Origin | undefined =>
      each && { upt: each.head.upt, state: each.head.state, retirement: each.record.retirement },
  )
  return [...originFaults({ id, upt }, predecessors, origins), ...unfitOrigins(id, origins)]
}

/**
 * Refuse to verify a parcel while one that it came from has not left: their land would count twice.
 * @throws Refusal `predecessor-stands` naming each of them
 */
export async function requireRetiredOrigins(c: Ctx, { record }: StoredParcel): Promise<void> {
  const { predecessors = [] } = record.properties
  const heads = await Promise.all(predecessors.map((id) => findHead(c.var.deps.table, id)))
  const standing = heads.filter((head) => head !== undefined && head.state !== 'nonaktif')
  if (standing.length === 0) return
  const names = standing.map((head) => `“${head!.name}”`).join(', ')
  throw new Refusal(
    'predecessor-stands',
    {
      id: `Bidang ini berasal dari ${names}, yang belum dinonaktifkan. Tanahnya akan terhitung dua kali.`,
      en: `This parcel came from ${names}, not retired yet. The land would count twice.`,
    },
    { parameters: { predecessors: standing.map((head) => ({ id: head!.id, name: head!.name })) } },
  )
}

const Succession = v.object({
  /** The parcels that this one came from. */
  predecessors: v.array(Relative),
  /** The parcels that say they come from this one, each with all that it says it came from. */
  successors: v.array(v.object({ ...Relative.entries, origins: v.array(Relative) })),
})

/** Where a parcel came from and what became of it; what the caller may not read is left out. */
export const succession = new Hono<Env>().get(
  '/:id/succession',
  operation({
    action: 'parcel:read',
    summary: 'Read from which parcels this one came and which came from it',
    answers: { 200: { description: 'Both, with their areas', schema: Succession } },
    refusals: ['not-found'],
  }),
  parameters('param', v.strictObject({ id: v.pipe(v.string(), v.uuid()) })),
  async (c) => {
    const { stored } = await openParcel(c, c.req.valid('param').id)
    const { predecessors = [] } = stored.record.properties
    const coming = await namedBy(c.var.deps.table, stored.head.id)
    const told = async (ids: readonly string[]): Promise<Relative[]> =>
      (await findReadable(c, ids)).flatMap((each) => (each ? [relativeOf(each)] : []))
    const [before, after] = await Promise.all([told(predecessors), told(coming)])
    const successors = await Promise.all(
      after.map(async (each) => ({ ...each, origins: await told(each.predecessors) })),
    )
    return c.json({ predecessors: before, successors }, 200, {
      'Cache-Control': 'private, no-cache',
    })
  },
)
