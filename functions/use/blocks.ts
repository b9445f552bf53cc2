import { Hono } from 'hono'
import * as v from 'valibot'
import { atMost, body, parameters } from '../body.ts'
import { areaOf, toSquareDecimetres } from '../domain/area.ts'
import { isWithinTolerance, referenceArea } from '../domain/areas.ts'
import { type Boundary, boundaryFaults, cornerCount } from '../domain/boundary.ts'
import { canonical } from '../domain/canonical.ts'
import { DEFAULT_EVIDENCE_SETTINGS } from '../domain/evidence.ts'
import { overlapOf } from '../domain/overlap.ts'
import { faultsOf } from '../domain/fault.ts'
import type { Fault } from '../domain/refusal.ts'
import { Block, NewBlock } from '../domain/use.ts'
import { once } from '../once.ts'
import { type Ctx, type Env, notFound, operation } from '../operation.ts'
import { mergePatch } from '../parcels/merge-patch.ts'
import { ParcelId } from '../parcels/steps.ts'
import { boundaryOf, findParcel, type StoredParcel } from '../parcels/table.ts'
import { etagOf } from '../precondition.ts'
import { changeUse, wrong } from './change.ts'

/** Outlines of blocks stand in the parcel's own item: a field has some ten corners. */
const MOST_BLOCK_CORNERS = 200
const MOST_BLOCKS = 100

const at = parameters('param', ParcelId)
const atBlock = parameters(
  'param',
  v.strictObject({ ...ParcelId.entries, block: v.pipe(v.string(), v.uuid()) }),
)
const Patch = v.record(v.string(), v.unknown())
/** What may be written of a block after it was recorded: all of it, and its end. */
const ChangedBlock = v.strictObject({ ...NewBlock.entries, ended: Block.entries.ended })

const fault = (pointer: string, id: string, en: string): Fault => ({ pointer, detail: { id, en } })

/** What is wrong with a block on this parcel; nothing when it fits. */
async function blockFaults(c: Ctx, stored: StoredParcel, block: NewBlock): Promise<Fault[]> {
  const { from, until, areaM2, geometry, utilisation } = block
  const faults: Fault[] = []
  if (until !== undefined && until < from)
    faults.push(fault('#/until', 'Sebelum tanggal mulainya.', 'Before the day on which it begins.'))
  if (utilisation && utilisation.until < utilisation.from)
    faults.push(
      fault(
        '#/utilisation/until',
        'Sebelum tanggal mulainya.',
        'Before the day on which it begins.',
      ),
    )
  const whole = referenceArea(stored.record.properties)?.m2 ?? stored.head.areaM2
  if (whole !== null && areaM2 > whole && !isWithinTolerance(areaM2, whole))
    faults.push(
      fault(
        '#/areaM2',
        `Blok ini lebih luas daripada bidangnya (${whole} m²). Periksa satuannya: 1 ha = 10.000 m².`,
        `This block is larger than its parcel (${whole} m²). Check the unit: 1 ha = 10,000 m².`,
      ),
    )
  if (geometry) faults.push(...(await outlineFaults(c, stored, geometry)))
  return faults
}

async function outlineFaults(c: Ctx, stored: StoredParcel, outline: Boundary): Promise<Fault[]> {
  const faults = boundaryFaults(outline)
  if (faults.length > 0) return faults
  if (cornerCount(outline) > MOST_BLOCK_CORNERS)
    return [
      fault(
        '#/geometry',
        `Gambar blok paling banyak ${MOST_BLOCK_CORNERS} titik. Sederhanakan.`,
        `The outline of a block has at most ${MOST_BLOCK_CORNERS} corners. Simplify it.`,
      ),
    ]
  const around = await boundaryOf(c.var.deps.files, stored)
  const inside = around ? (overlapOf(outline, around)?.areaM2 ?? 0) : 0
  const area = areaOf(outline) ?? 0
  const most = DEFAULT_EVIDENCE_SETTINGS.blockPercent.value ?? Infinity
  return ((area - inside) / area) * 100 > most
    ? [
        fault(
          '#/geometry',
          'Gambar blok keluar dari batas bidang. Gambar di dalam batas, atau kosongkan gambarnya.',
          'The outline leaves the boundary of the parcel. Draw it inside, or leave it out.',
        ),
      ]
    : []
}

/** A block with the area of its outline, where it has one. */
const measured = <B extends NewBlock>(block: B): B => {
  const area = block.geometry && areaOf(block.geometry)
  return area ? { ...block, areaM2: toSquareDecimetres(area) } : block
}

/** Whether evidence of a block says as much of it after a change: the same use of no more land. */
const stillProves = (before: NewBlock, after: NewBlock): boolean =>
  after.areaM2 <= before.areaM2 &&
  (['kind', 'from', 'geometry', 'utilisation'] as const).every(
    (name) => canonical(before[name] ?? null) === canonical(after[name] ?? null),
  )

const served = (c: Ctx, block: Block, version: number, status: 200 | 201, headers = {}) =>
  c.json(block, status, { ...headers, ETag: etagOf(version), 'Cache-Control': 'private, no-store' })

const whole = atMost(256 * 1024)

/** Blocks of use of a parcel. */
export const blocks = new Hono<Env>()
  .post(
    '/:id/blocks',
    operation({
      action: 'use:record',
      summary: 'Record a block of use, by the unit or by another party',
      answers: { 201: { description: 'The block', schema: Block } },
      refusals: [
        'not-found',
        'wrong-state',
        'invalid-input',
        'too-large',
        'idempotency-key-reused',
      ],
    }),
    whole,
    at,
    body(NewBlock),
    (c) => {
      const { id } = c.req.valid('param')
      const sent = c.req.valid('json')
      return once(
        c,
        async ({ location = '', version }) => {
          const stored = await findParcel(c.var.deps.table, id)
          const known = stored?.record.use?.blocks?.[location.split('/').at(-1) ?? '']
          if (!known) throw notFound()
          return served(c, known, version, 201, { Location: location })
        },
        async (request) => {
          const block: Block = { ...measured(sent), id: c.var.deps.newId() }
          const location = `/api/parcels/${id}/blocks/${block.id}`
          const answer = request && {
            request,
            answer: ({ subject, version }: { subject: string; version: number }) => ({
              status: 201,
              location,
              subject,
              version,
            }),
          }
          const saved = await changeUse(c, id, { request: answer }, async ({ stored }) => {
            const { use } = stored.record
            const faults = await blockFaults(c, stored, sent)
            if (Object.keys(use?.blocks ?? {}).length >= MOST_BLOCKS)
              faults.push(
                fault(
                  '#',
                  `Bidang ini sudah punya ${MOST_BLOCKS} blok. Gabungkan blok yang sejenis.`,
                  `This parcel has ${MOST_BLOCKS} blocks. Join those of one kind.`,
                ),
              )
            if (faults.length > 0) throw wrong(...faults)
            return {
              record: {
                ...stored.record,
                use: { ...use, blocks: { ...use?.blocks, [block.id]: block } },
              },
              action: 'block-recorded',
            }
          })
          return served(c, block, saved.event.version, 201, { Location: location })
        },
      )
    },
  )
  .patch(
    '/:id/blocks/:block',
    operation({
      action: 'use:record',
      summary: 'Change a block by a JSON merge patch, or end it',
      answers: { 200: { description: 'The block after the change', schema: Block } },
      refusals: ['not-found', 'wrong-state', 'stale', 'precondition-required', 'invalid-input'],
    }),
    whole,
    atBlock,
    body(Patch, ['application/merge-patch+json'], { patchOf: ChangedBlock }),
    async (c) => {
      const { id, block: blockId } = c.req.valid('param')
      const patch = c.req.valid('json')
      const saved = await changeUse(c, id, { isSeen: true }, async ({ stored }) => {
        const { use } = stored.record
        const known = use?.blocks?.[blockId]
        if (!known) throw notFound()
        const { id: _, proof, ...writable } = known
        const result = v.safeParse(ChangedBlock, mergePatch(writable, patch))
        if (!result.success) throw wrong(...faultsOf(result.issues))
        const changed = measured(result.output)
        const isKept = proof && stillProves(known, changed)
        const block: Block = { ...changed, id: blockId, ...(isKept && { proof }) }
        const faults = await blockFaults(c, stored, block)
        if (block.ended && block.ended.on < block.from)
          faults.push(
            fault('#/ended/on', 'Sebelum tanggal mulainya.', 'Before the day on which it begins.'),
          )
        if (faults.length > 0) throw wrong(...faults)
        return {
          record: {
            ...stored.record,
            use: { ...use, blocks: { ...use!.blocks, [blockId]: block } },
          },
          action: block.ended && !known.ended ? 'block-ended' : 'block-changed',
          ...(block.ended && !known.ended && { reason: block.ended.reason }),
        }
      })
      return served(c, saved.record.use!.blocks![blockId]!, saved.event.version, 200)
    },
  )
