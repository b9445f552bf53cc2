import { v7 } from 'uuid'
import { describe, expect } from 'vitest'
import { checkIndex } from '../../../functions/store/cells/check.ts'
import { test } from '../../stack.ts'
import { during, type Hook, unheard } from '../wire.ts'
import { landRegistry, type Outcome, type Square } from './land.ts'

const NOW = Date.parse('2026-11-23T03:00:00.000Z')

/** Something comes once: before or after the call of that number. */
function once(call: number, when: 'before' | 'after', come: () => Promise<unknown>) {
  let calls = 0
  const told = { came: false }
  const hook: Hook = async (_, send) => {
    const isIt = (calls += 1) === call
    if (isIt) told.came = true
    if (isIt && when === 'before') await unheard(come)
    const answer = await send()
    if (isIt && when === 'after') await unheard(come)
    return answer
  }
  return { hook, told }
}

/** A place of its own for each try: 0.5 degrees apart, so that no two tries meet. */
const spotOf = (nth: number): [number, number] => [
  96 + (nth % 80) * 0.5,
  4 - Math.floor(nth / 80) * 0.5,
]
const wideAt = ([lng, lat]: [number, number]): Square => [lng, lat, 0.2]
const smallAt = ([lng, lat]: [number, number]): Square => [lng + 0.1, lat + 0.1, 0.001]

describe('a wide parcel and another one for the same land', { timeout: 240_000 }, () => {
  const kinds = [
    { what: 'a small one, disturbed by a wide one', own: smallAt, other: wideAt },
    { what: 'a wide one, disturbed by a small one', own: wideAt, other: smallAt },
    { what: 'a wide one, disturbed by a wide one', own: wideAt, other: wideAt },
  ]
  test.for(kinds)('$what: wherever it comes, one of them is accepted', async (kind, { deps }) => {
    const clock = { ms: NOW }
    const land = landRegistry(deps, clock)
    let nth = 0
    for (let call = 1; call <= 30; call += 1) {
      let came = false
      for (const when of ['before', 'after'] as const) {
        const spot = spotOf((nth += 1))
        let rival: Outcome | undefined
        const { hook, told } = once(call, when, async () => {
          rival = await land.submit(v7(), kind.other(spot))
        })
        const own = await during(deps, hook, () => land.submit(v7(), kind.own(spot)))
        came ||= told.came
        if (!told.came) continue
        expect([call, when, [own, rival].filter((one) => one === 'accepted').length]).toEqual([
          call,
          when,
          1,
        ])
        expect(own).not.toBe('busy') // whoever was first to claim goes through
      }
      if (!came) break
    }
    expect(nth).toBeGreaterThan(8)
    expect((await checkIndex(deps)).faults).toEqual([])
  })

  test('moves among leaves and wide pages, and goes', async ({ deps }) => {
    const land = landRegistry(deps, { ms: NOW })
    const id = v7()
    const spot: [number, number] = [98.3, 3.3]
    const places: Square[] = [
      smallAt(spot),
      wideAt(spot),
      wideAt([98.4, 3.4]),
      smallAt([98.4, 3.4]),
    ]
    for (const [i, place] of places.entries()) {
      expect([i, await land.submit(id, place)]).toEqual([i, 'accepted'])
      expect(await land.stand(id, 'terverifikasi', `Lahan ${i}`)).toBe('accepted')
      expect([i, await checkIndex(deps)]).toMatchObject([i, { parcels: 1, faults: [] }])
    }
    expect(await land.retire(id)).toBe('accepted')
    expect(await checkIndex(deps)).toMatchObject({ parcels: 0, entries: 0, coarse: 0, faults: [] })
  })

  test('whose owner died keeps others waiting until its lease ends, and no longer', async ({
    deps,
  }) => {
    const clock = { ms: NOW }
    const land = landRegistry(deps, clock)
    const spot: [number, number] = [98.3, 3.3]
    await land.claimAndDie(v7(), wideAt(spot))
    expect(await land.submit(v7(), smallAt(spot))).toBe('busy')
    expect(await land.submit(v7(), smallAt([99.3, 3.3]))).toBe('accepted') // elsewhere
    clock.ms += 61_000
    expect(await land.submit(v7(), smallAt(spot))).toBe('accepted')
    expect((await checkIndex(deps)).faults).toEqual([])
  })

  test('that comes back after its lease ended cannot be confirmed', async ({ deps }) => {
    const clock = { ms: NOW }
    const land = landRegistry(deps, clock)
    const spot: [number, number] = [98.3, 3.3]
    let rival: Outcome | undefined
    let writes = 0
    const hook: Hook = async ({ command }, send) => {
      if (command.startsWith('TransactWrite') && (writes += 1) === 2) {
        clock.ms += 61_000 // it slept between its claim and its confirmation
        rival = await unheard(() => land.submit(v7(), smallAt(spot)))
      }
      return send()
    }
    const own = await during(deps, hook, () => land.submit(v7(), wideAt(spot)))
    expect([rival, own]).toEqual(['accepted', 'refused'])
    expect((await checkIndex(deps)).faults).toEqual([])
  })

  test('of more than 150 km is refused, one of 100 km is not', async ({ deps }) => {
    const land = landRegistry(deps, { ms: NOW })
    expect(await land.submit(v7(), [97.9, 2.9, 0.9])).toBe('accepted')
    await expect(land.submit(v7(), [100, -3, 2.5])).rejects.toMatchObject({ code: 'invalid-input' })
    expect((await checkIndex(deps)).faults).toEqual([])
  })
})
