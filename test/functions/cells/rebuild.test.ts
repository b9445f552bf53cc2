import { BatchWriteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { v7 } from 'uuid'
import { describe, expect } from 'vitest'
import type { Deps } from '../../../functions/deps.ts'
import { boxAround, boxesMeet, boxOf } from '../../../functions/domain/box.ts'
import { packBoundary } from '../../../functions/store/boundaries.ts'
import { enterMany } from '../../../functions/store/cells/bulk.ts'
import { takeCensus } from '../../../functions/store/cells/census.ts'
import { checkIndex } from '../../../functions/store/cells/check.ts'
import {
  type Indexed,
  indexedOf,
  type StoredHead,
} from '../../../functions/store/cells/expected.ts'
import { rebuildIndex } from '../../../functions/store/cells/rebuild.ts'
import { readView } from '../../../functions/store/cells/view.ts'
import { squareAt } from '../../fixtures/parcels.ts'
import { test } from '../../stack.ts'
import { ask, draft, step } from '../requests.ts'
import { binjai, numbered } from '../../fixtures/parcels.ts'
import { landRegistry, type Square } from './land.ts'

const NOW = Date.parse('2026-11-23T03:00:00.000Z')

/** Heads and boundaries of parcels, stored without an index. */
async function storeParcels(
  { table, files }: Deps,
  squares: readonly Square[],
): Promise<{ indexed: Indexed[]; heads: StoredHead[] }> {
  const made = await Promise.all(
    squares.map(async ([west, south, side]) => {
      const boundary = squareAt(west, south, side)
      const id = v7()
      const packed = await packBoundary(files, boundary)
      const at = '2026-11-20T03:00:00.000Z'
      const head = {
        id,
        schema: 1,
        upt: 'lapas-kelas-iia-binjai',
        kanwil: 'sumatera-utara',
        unitName: 'Lapas Binjai',
        state: 'diajukan',
        axes: { use: 'belum-terbukti', idle: null, problem: null },
        name: `Lahan ${id.slice(-6)}`,
        areaM2: 100,
        boundary: packed.hash,
        body: 1,
        hands: [],
        numbers: [],
        createdAt: at,
        submittedAt: at,
        cells: { box: boxOf(boundary), since: 2, boundary: packed.hash },
        chain: { subject: `parcel:${id}`, version: 2, hash: id, at },
      } as unknown as StoredHead
      return { head, packed, indexed: indexedOf(head, boundary, 2) }
    }),
  )
  const items = made.flatMap(({ head, packed }) => [
    { pk: `L#${head.id}`, sk: 'H', ...head },
    { pk: `L#${head.id}`, sk: 'B', ...packed },
  ])
  for (let at = 0; at < items.length; at += 25) {
    const RequestItems = {
      [table.name]: items.slice(at, at + 25).map((Item) => ({ PutRequest: { Item } })),
    }
    await table.client.send(new BatchWriteCommand({ RequestItems }))
  }
  return { indexed: made.map(({ indexed }) => indexed), heads: made.map(({ head }) => head) }
}

/** Squares of all sizes over four partitions, most of them in a town, some of them wide. */
const squares = (count: number): Square[] =>
  Array.from({ length: count }, (_, i): Square => {
    const [a, b] = [(i * 0.618034) % 1, (i * 0.754878) % 1]
    if (i % 100 === 99) return [98.1 + a, 3 + b, 0.12]
    if (i % 3 === 0) return [98 + a, 3 + b, 0.002]
    return [98.42 + a * 0.05, 3.5 + b * 0.05, 0.0004 * (1 + (i % 7))]
  })

async function idsIn({ table }: Deps, bounds: [number, number, number, number], limit: number) {
  const ids: string[] = []
  for await (const { sights } of readView(table, boxAround(bounds), 0, limit))
    ids.push(...sights.map(({ entry }) => entry.id))
  return ids
}

describe('the index', { timeout: 180_000 }, () => {
  test('is loaded page by page, and every view of it is what a plain list gives', async ({
    deps,
  }) => {
    const { indexed } = await storeParcels(deps, squares(1_000))
    const leaves = await enterMany(deps.table, indexed)
    const report = await checkIndex(deps)
    expect(report).toMatchObject({ parcels: 1_000, leaves, coarse: expect.any(Number), faults: [] })
    for (let i = 0; i < 36; i += 1) {
      const [west, south] = [98 + ((i * 0.37) % 1), 3 + ((i * 0.61) % 1)]
      const side = [0.0001, 0.003, 0.02, 0.1, 0.5, 3][i % 6]!
      const bounds: [number, number, number, number] = [
        west,
        south,
        west + side,
        south + side * 0.6,
      ]
      const expected = indexed
        .filter(({ entry }) => boxesMeet(entry.box, boxAround(bounds)))
        .map(({ entry }) => entry.id)
      const found = await idsIn(deps, bounds, [20, 200, 1_000][i % 3]!)
      expect([bounds, new Set(found).size]).toEqual([bounds, found.length])
      expect([bounds, [...found].sort()]).toEqual([bounds, expected.sort()])
    }
    await expect(enterMany(deps.table, indexed)).rejects.toThrow('holds parcels already')
  })

  test('is made from heads and boundaries alone', async ({ deps }) => {
    const { heads } = await storeParcels(deps, squares(150))
    const strangers = heads.slice(0, 10)
    for (const { id } of strangers)
      await deps.table.client.send(
        new UpdateCommand({
          TableName: deps.table.name,
          Key: { pk: `L#${id}`, sk: 'H' },
          UpdateExpression: 'REMOVE cells', // as a parcel that was submitted before there was an index
        }),
      )
    expect((await checkIndex(deps)).faults.length).toBeGreaterThanOrEqual(150)
    expect(await rebuildIndex(deps, NOW)).toMatchObject({ entered: 10 })
    expect(await checkIndex(deps)).toMatchObject({ parcels: 150, faults: [] })
    expect(await rebuildIndex(deps, NOW)).toMatchObject({ entered: 0, written: 0 })
  })

  test('is mended after any damage, which a check tells before', async ({ deps }) => {
    const { indexed } = await storeParcels(deps, squares(400))
    await enterMany(deps.table, indexed)
    const { table } = deps
    const { client, name: TableName } = table
    const land = landRegistry(deps, { ms: NOW })
    const { pages, directory } = await takeCensus(deps)
    const items = [...pages.values()].flat() as { pk: string; sk: string; bytes?: Uint8Array }[]
    const leaves = items.filter(({ sk }) => /^[0-3]{24}#G$/.test(sk))
    const status = items.filter(({ sk }) => /^[0-3]{24}#S$/.test(sk))
    expect(leaves.length).toBeGreaterThan(8)
    const damages: (() => Promise<unknown>)[] = [
      () => land.damage(leaves[1]!.pk, leaves[1]!.sk),
      () => land.damage(status[2]!.pk, status[2]!.sk),
      async () => {
        await land.damage(leaves[3]!.pk, leaves[3]!.sk)
        await land.damage(status[3]!.pk, status[3]!.sk)
      },
      () => land.damage('P', '!'),
      // the page of one leaf in the place of another
      () =>
        client.send(
          new PutCommand({ TableName, Item: { ...leaves[4]!, bytes: leaves[5]!.bytes } }),
        ),
      () =>
        client.send(
          new PutCommand({ TableName, Item: { ...status[6]!, bytes: status[7]!.bytes } }),
        ),
      // a parcel that went without its page being told
      () => land.damage(`L#${indexed[0]!.entry.id}`, 'H'),
    ]
    for (const [i, damage] of damages.entries()) {
      await damage()
      const broken = await checkIndex(deps)
      expect([i, broken.faults.length > 0]).toEqual([i, true])
      await rebuildIndex(deps, NOW)
      expect([i, (await checkIndex(deps)).faults]).toEqual([i, []])
    }
    expect(directory.length).toBeGreaterThan(1)
  })

  test('is rebuilt while parcels come, move and go', async ({ deps }) => {
    const { indexed } = await storeParcels(deps, squares(200))
    await enterMany(deps.table, indexed)
    const land = landRegistry(deps, { ms: NOW })
    const ids: string[] = []
    let isOver = false
    const traffic = async () => {
      for (let i = 0; !isOver || i < 40; i += 1) {
        const [west, south] = [99 + ((i * 0.618) % 1) * 0.1, 3.5 + ((i * 0.755) % 1) * 0.1]
        const id = v7()
        expect(await land.submit(id, [west, south, 0.00001])).toBe('accepted')
        ids.push(id)
        if (i % 3 === 0) expect(await land.retire(ids.shift()!)).toBe('accepted')
        if (i % 4 === 1) expect(await land.stand(ids[0]!, 'terverifikasi')).toBe('accepted')
      }
    }
    const going = traffic()
    try {
      for (let i = 0; i < 3; i += 1) {
        await land.damage('P', '!')
        await rebuildIndex(deps, NOW)
      }
    } finally {
      isOver = true // or the traffic would go on for ever beneath the tests that follow
    }
    await going
    expect((await checkIndex(deps)).faults).toEqual([])
  })

  test('agrees with the parcels after every step of the API', async ({ as, deps }) => {
    const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
    const made = await draft(petugas, binjai)
    await draft(petugas, numbered(1)) // stays a draft
    const agreed = async (parcels: number) =>
      expect(await checkIndex(deps)).toMatchObject({ parcels, faults: [] })
    await agreed(0)
    const sent = await step(kpb, made, 'submission')
    await agreed(1)
    const back = await step(kanwil, sent, 'return', { reason: 'Nama' })
    await agreed(1)
    const patch = { geometry: squareAt(98.7, 3.7), properties: { name: 'Nama lain' } }
    const path = `/parcels/${made.body.id}`
    const other = await ask(petugas, 'PATCH', path, patch, { 'If-Match': back.etag })
    await agreed(1)
    const again = await step(kpb, other, 'submission')
    await agreed(1)
    const done = await step(kanwil, again, 'verification')
    expect([done.status, done.body.properties.state]).toEqual([200, expect.any(String)])
    await agreed(1)
  })
})
