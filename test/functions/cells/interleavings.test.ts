import { v7 } from 'uuid'
import { describe, expect } from 'vitest'
import { type Box, boxOf } from '../../../functions/domain/box.ts'
import { checkIndex } from '../../../functions/store/cells/check.ts'
import { squareAt } from '../../fixtures/parcels.ts'
import { test } from '../../stack.ts'
import { during, type Hook, unheard } from '../wire.ts'
import { type LandRegistry, landRegistry, type Outcome, share, type Square } from './land.ts'

/** How many submissions are disturbed; `INTERLEAVINGS=10000` for the long run. */
const COUNT = Number(process.env.INTERLEAVINGS ?? 200)
const PER_WORLD = 100

/** Mulberry32: every run disturbs the same way. */
function seeded(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Where one world lies: on the corner of four partitions, far from all other worlds. */
const cornerOf = (world: number): [number, number] => [
  98.4375 + 360 / 512 / 64 + ((world * 2) % 50) * (360 / 512),
  3.5 - Math.floor(world / 25) * 2,
]

/** What is accepted, as the test keeps book; each change of it is one answer of the registry. */
class Book {
  readonly live = new Map<string, Box>()
  readonly everLive: Box[] = []

  accept(id: string, square: Square): void {
    const box = boxOf(squareAt(...square))
    this.live.set(id, box)
    this.everLive.push(box)
  }
  /** Pairs of live parcels that share land with this one. */
  conflicts(id: string): string[] {
    const box = this.live.get(id)
    if (!box) return []
    return [...this.live]
      .filter(([other, theirs]) => other !== id && share(box, theirs))
      .map(([o]) => o)
  }
}

interface World {
  land: LandRegistry
  book: Book
  random: () => number
  corner: [number, number]
  clock: { ms: number }
  seen: Record<string, number>
}

const pick = <T>(random: () => number, of: readonly T[]): T => of[Math.floor(random() * of.length)]!

/** A place on a grid around the corner, so that conflicts are frequent and exact neighbours too. */
function squareIn({ random, corner: [lng, lat] }: World, wide: boolean): Square {
  const side = wide ? pick(random, [0.1, 0.16]) : pick(random, [0.0005, 0.001, 0.002, 0.01])
  const step = (span: number) => Math.round(((random() - 0.5) * span) / 0.001) * 0.001
  const span = wide ? 0.3 : 0.04
  return [Number((lng + step(span)).toFixed(6)), Number((lat + step(span)).toFixed(6)), side]
}

async function submit(world: World, id: string, square: Square): Promise<Outcome> {
  const { land, book } = world
  const outcome = await land.submit(id, square)
  if (outcome === 'accepted') book.accept(id, square)
  return outcome
}

const tiny = ([west, south]: Square, i: number): Square => [
  west + 0.0001 * (i % 5),
  south - 0.0003 - 0.0001 * Math.floor(i / 5),
  0.00005,
]

type Rival = (world: World, target: Square) => Promise<void>

/** What others do between the reads and the write of a submission. */
const RIVALS: Record<string, Rival> = {
  'the same land': async (world, target) => void (await submit(world, v7(), target)),
  'land beside it': async (world, [west, south, side]) =>
    void (await submit(world, v7(), [west + side, south, side])),
  'a crowd that splits the page': async (world, target) => {
    for (let i = 0; i < 8; i += 1) await submit(world, v7(), tiny(target, i))
  },
  'a move here': async (world, target) => {
    const id = pick(world.random, [...world.book.live.keys()])
    if (id) await submit(world, id, target)
  },
  'a move away': async (world) => {
    const id = pick(world.random, [...world.book.live.keys()])
    if (id) await submit(world, id, squareIn(world, false))
  },
  'a retirement': async ({ land, book, random }) => {
    const id = pick(random, [...book.live.keys()])
    if (id && (await land.retire(id)) === 'accepted') book.live.delete(id)
  },
  'another state': async ({ land, book, random }) => {
    const id = pick(random, [...book.live.keys()])
    if (id)
      await land.stand(id, pick(random, ['terverifikasi', 'dikembalikan', 'diajukan'] as const))
  },
  'another name': async ({ land, book, random }) => {
    const id = pick(random, [...book.live.keys()])
    if (id) await land.stand(id, 'dikembalikan', `Lahan ${Math.floor(random() * 1e6)}`)
  },
  'a wide parcel': async (world) => {
    const id = v7()
    const outcome = await submit(world, id, squareIn(world, true))
    if (outcome === 'accepted' && (await world.land.retire(id)) === 'accepted')
      world.book.live.delete(id) // else nothing else would be accepted here
  },
  'a wide parcel where nothing is': async (world, [west, south]) =>
    void (await submit(world, v7(), [west + 0.3, south + 0.3, 0.1])),
  'a wide claim whose owner dies': async (world) => {
    await world.land.claimAndDie(v7(), squareIn(world, true))
    world.clock.ms += 61_000 // its lease ends
  },
}

/** Calls before and after which a rival may come, at random. */
function disturbed(world: World, target: Square): Hook {
  const { random, seen } = world
  let left = 1 + Math.floor(random() * 2)
  return async (_, send) => {
    const come = async () => {
      if (left === 0 || random() > 0.35) return
      left -= 1
      const name = pick(random, Object.keys(RIVALS))
      seen[name] = (seen[name] ?? 0) + 1
      await unheard(() => RIVALS[name]!(world, target))
    }
    await come()
    const answer = await send()
    await come()
    return answer
  }
}

describe('others come between the reads and the write of a submission', () => {
  test(
    `${COUNT} times: no double accept, no lost entry, no livelock, no page out of step`,
    { timeout: 60 * 60_000 },
    async ({ deps }) => {
      const random = seeded(Number(process.env.SEED ?? 20_261_123))
      const outcomes: Record<string, number> = {}
      const seen: Record<string, number> = {}
      const clock = { ms: Date.parse('2026-11-23T03:00:00.000Z') }
      const land = landRegistry(deps, clock)
      let splits = 0
      for (let world = 0; world * PER_WORLD < COUNT; world += 1) {
        const here: World = { land, book: new Book(), random, corner: cornerOf(world), clock, seen }
        for (let i = 0; i < Math.min(PER_WORLD, COUNT - world * PER_WORLD); i += 1) {
          const isMove = here.book.live.size > 5 && random() < 0.25
          const id = isMove ? pick(random, [...here.book.live.keys()]) : v7()
          const target = squareIn(here, random() < 0.1)
          const outcome = await during(deps, disturbed(here, target), () =>
            submit(here, id, target),
          )
          outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
          expect(outcome).not.toBe('busy')
          for (const live of here.book.live.keys()) expect(here.book.conflicts(live)).toEqual([])
          if (outcome === 'refused') {
            const box = boxOf(squareAt(...target))
            expect(here.book.everLive.some((other) => share(other, box))).toBe(true)
          }
          if (random() < 0.1) {
            // make room again, or nothing would be accepted any more
            for (const live of [...here.book.live.keys()].slice(0, 10))
              if ((await land.retire(live)) === 'accepted') here.book.live.delete(live)
          }
        }
        const { faults, parcels, leaves } = await checkIndex(deps)
        expect(faults).toEqual([])
        splits = leaves
        expect(parcels).toBeGreaterThanOrEqual(here.book.live.size)
      }
      console.log(outcomes, seen, { leaves: splits })
      expect(outcomes.accepted).toBeGreaterThan(COUNT / 10)
    },
  )
})
