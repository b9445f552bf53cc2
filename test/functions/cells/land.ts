import { DeleteCommand, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Deps } from '../../../functions/deps.ts'
import { type Box, boxOf } from '../../../functions/domain/box.ts'
import type { Standing } from '../../../functions/domain/cellpage.ts'
import { packBoundary } from '../../../functions/store/boundaries.ts'
import { type CellsOnHead, planEntry } from '../../../functions/store/cells/entry.ts'
import type { StoredHead } from '../../../functions/store/cells/expected.ts'
import { planExit, planKept, type PlannedWrites } from '../../../functions/store/cells/kept.ts'
import { PagesMoved } from '../../../functions/store/cells/pages.ts'
import { cancellations } from '../../../functions/store/transient.ts'
import { squareAt } from '../../fixtures/parcels.ts'

/** West, south and side of a square parcel, in degrees. */
export type Square = readonly [west: number, south: number, side: number]

export type Outcome = 'accepted' | 'refused' | 'busy' | 'stale'

const MOST_TRIES = 40
const PLACE = { upt: 'lapas-kelas-iia-binjai', kanwil: 'sumatera-utara' }

/** Whether two boxes share land, not only an edge. */
export const share = (a: Box, b: Box): boolean =>
  a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/**
 * The least of a registry: heads, boundaries and the index, changed in one transaction each; a parcel
 * is accepted unless its box shares land with a neighbour's.
 */
export function landRegistry({ table, files }: Deps, clock: { ms: number }) {
  const keyOf = (id: string) => ({ pk: `L#${id}`, sk: 'H' })
  const headOf = async (id: string): Promise<StoredHead | undefined> => {
    const get = new GetCommand({ TableName: table.name, Key: keyOf(id), ConsistentRead: true })
    return (await table.client.send(get)).Item as StoredHead | undefined
  }

  async function write(
    head: StoredHead | undefined,
    next: StoredHead,
    writes: ReturnType<PlannedWrites>,
    boundary?: Record<string, unknown>,
  ): Promise<void> {
    const condition = head
      ? {
          ConditionExpression: '#chain.version = :version',
          ExpressionAttributeNames: { '#chain': 'chain' },
          ExpressionAttributeValues: { ':version': head.chain.version },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }
    const TransactItems = [
      { Put: { TableName: table.name, Item: { ...keyOf(next.id), ...next }, ...condition } },
      ...(boundary
        ? [
            {
              Put: { TableName: table.name, Item: { pk: keyOf(next.id).pk, sk: 'B', ...boundary } },
            },
          ]
        : []),
      ...writes.map(({ item }) => item),
    ]
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems }))
    } catch (error) {
      const failed = cancellations(error)?.indexOf('ConditionalCheckFailed') ?? -1
      if (failed < 0) throw error
      throw failed === 0 ? new Stale() : new PagesMoved()
    }
  }

  const standing = ({ state, axes, areaM2, chain }: StoredHead): Omit<Standing, 'id'> => ({
    state,
    axes,
    areaM2,
    version: chain.version,
    updatedAt: chain.at,
  })

  const nextOf = (head: StoredHead | undefined, id: string, change: object): StoredHead => {
    const version = (head?.chain.version ?? 0) + 1
    const at = new Date(clock.ms + version).toISOString()
    const chain = { subject: `parcel:${id}`, version, hash: `${id}/${version}`, at }
    const first = {
      ...PLACE,
      id,
      schema: 1 as const,
      axes: { use: 'belum-terbukti', idle: null, problem: null } as const,
      name: `Lahan ${id.slice(-4)}`,
      unitName: 'Binjai',
      areaM2: 100,
      body: 1,
      hands: [],
      numbers: [],
      createdAt: at,
    }
    return { ...first, ...head, ...change, chain } as unknown as StoredHead
  }

  async function tried(work: () => Promise<Outcome>): Promise<Outcome> {
    for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
      try {
        return await work()
      } catch (error) {
        if (error instanceof Stale) return 'stale'
        if (!(error instanceof PagesMoved)) throw error
      }
    }
    return 'busy'
  }

  return {
    headOf,
    /** Submit a square, new or moved from elsewhere. */
    submit: (id: string, [west, south, side]: Square): Promise<Outcome> =>
      tried(async () => {
        const boundary = squareAt(west, south, side)
        const head = await headOf(id)
        const packed = await packBoundary(files, boundary)
        const version = (head?.chain.version ?? 0) + 1
        const { name } = nextOf(head, id, {})
        const was = head?.cells as CellsOnHead | undefined
        const entering = { id, boundary, hash: packed.hash, version, name, ...PLACE, was }
        const plan = await planEntry(table, entering, clock.ms)
        const box = boxOf(boundary)
        if (plan.neighbours.some((other) => share(other.box, box))) {
          await plan.withdraw()
          return 'refused'
        }
        const submittedAt = new Date(clock.ms).toISOString()
        const change = { state: 'diajukan', boundary: packed.hash, cells: plan.cells, submittedAt }
        const next = nextOf(head, id, change)
        try {
          await write(head, next, plan.writes(standing(next)), { ...packed })
        } catch (error) {
          if (!(error instanceof PagesMoved)) await plan.withdraw()
          throw error
        }
        return 'accepted'
      }),
    /** Claim a wide square and never be heard of again. */
    claimAndDie: async (id: string, [west, south, side]: Square): Promise<void> => {
      const boundary = squareAt(west, south, side)
      const entering = { id, boundary, hash: 'none', version: 1, name: 'Lahan', ...PLACE }
      await planEntry(table, entering, clock.ms).catch((error: unknown) => {
        if (!(error instanceof PagesMoved)) throw error
      })
    },
    retire: (id: string): Promise<Outcome> =>
      tried(async () => {
        const head = await headOf(id)
        if (!head?.cells) return 'stale'
        const writes = await planExit(table, { id, cells: head.cells })
        const next = nextOf(head, id, { state: 'nonaktif' })
        delete next.cells
        await write(head, next, writes(standing(next)))
        return 'accepted'
      }),
    /** Another state, and another name if it is given. */
    stand: (id: string, state: StoredHead['state'], name?: string): Promise<Outcome> =>
      tried(async () => {
        const head = await headOf(id)
        if (!head?.cells) return 'stale'
        const next = nextOf(head, id, { state, ...(name && { name }) })
        const writes = await planKept(table, { ...next, cells: head.cells })
        await write(head, next, writes(standing(next)))
        return 'accepted'
      }),
    /** Take a page away, as no program should. */
    damage: (pk: string, sk: string) =>
      table.client.send(new DeleteCommand({ TableName: table.name, Key: { pk, sk } })),
  }
}
export type LandRegistry = ReturnType<typeof landRegistry>

class Stale extends Error {}
