import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Box } from '../../functions/domain/box.ts'
import {
  decodeEntries,
  decodeStandings,
  encodeEntries,
  encodeStandings,
  type Entry,
} from '../../functions/domain/cellpage.ts'
import {
  isCoarse,
  MOST_BYTES,
  MOST_ENTRIES,
  MOST_LEAVES,
  splitLeaf,
  touches,
} from '../../functions/domain/cells.ts'
import { outlineOf } from '../../functions/domain/outline.ts'
import { STATES } from '../../functions/domain/parcel.ts'
import { cellAround, codeOf, PARTITION_ZOOM, rectOf } from '../../functions/domain/quadkey.ts'
import { IDLE_STATES, PROBLEMS, USE_STATUSES } from '../../functions/domain/standing.ts'
import { boxOf } from '../../functions/domain/box.ts'
import { squareAt } from '../fixtures/parcels.ts'

const uuid = fc.uuid()
const ordinate = fc.integer({ min: -1_800_000_000, max: 1_800_000_000 })
const size = fc.integer({ min: 0, max: 100_000_000 })
const entry = fc
  .record({
    id: uuid,
    version: fc.integer({ min: 1, max: 1e6 }),
    place: fc.constantFrom('sumatera-utara#lapas-kelas-iia-binjai', 'jawa-tengah#rutan-x', 'a#b'),
    name: fc.string({ unit: 'grapheme', maxLength: 60 }),
    outline: fc.uint8Array({ maxLength: 120 }),
    exact: fc.boolean(),
    corner: fc.tuple(ordinate, ordinate, size, size),
  })
  .map(({ corner: [w, s, width, height], ...rest }): Entry => {
    const box: Box = [w, s, w + width, s + height]
    return { ...rest, box }
  })
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 70 })
const standing = fc.record({
  id: uuid,
  state: fc.constantFrom(...STATES),
  axes: fc.record({
    use: fc.constantFrom(...USE_STATUSES),
    idle: fc.constantFrom(null, ...IDLE_STATES),
    problem: fc.constantFrom(null, ...PROBLEMS),
  }),
  version: fc.integer({ min: 1, max: 1e6 }),
  updatedAt: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  areaM2: fc.option(fc.integer({ min: 0, max: 1e13 }).map((dm2) => dm2 / 100)),
})
const standings = fc.uniqueArray(standing, { selector: ({ id }) => id, maxLength: 70 })
const sorted = <T extends { id: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))

describe('pages', () => {
  test('a geometry page gives back what was put into it', () => {
    fc.assert(
      fc.property(entries, (rows) => {
        expect(decodeEntries(encodeEntries(rows))).toEqual(sorted(rows))
      }),
    )
  })

  test('a status page gives back what was put into it', () => {
    fc.assert(
      fc.property(standings, (rows) => {
        expect(decodeStandings(encodeStandings(rows))).toEqual(sorted(rows))
      }),
    )
  })

  test('bytes that are no page are told as such, and never hang', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        for (const decode of [decodeEntries, decodeStandings])
          try {
            decode(bytes)
          } catch (error) {
            expect(error).toBeInstanceOf(RangeError)
          }
      }),
    )
  })

  test('an entry of a plain parcel takes some 85 bytes, its standing some 30', () => {
    const rows = Array.from({ length: 40 }, (_, i): Entry => {
      const boundary = squareAt(106.8 + i / 500, -6.2, 0.001)
      const id = `019ae1b2-0000-7000-8000-${String(i).padStart(12, '0')}`
      const { bytes: outline, exact } = outlineOf(boundary)
      const place = 'dki-jakarta#lapas-kelas-i-cipinang'
      return {
        id,
        version: 3,
        place,
        name: `Lahan kebun ${i}`,
        box: boxOf(boundary),
        outline,
        exact,
      }
    })
    expect(encodeEntries(rows).length / 40).toBeLessThan(85)
    const stands = rows.map(({ id }) => ({
      id,
      state: 'diajukan' as const,
      axes: { use: 'belum-terbukti', idle: null, problem: null } as const,
      version: 3,
      updatedAt: '2026-11-23T03:00:00.000Z',
      areaM2: 12_310.55,
    }))
    expect(encodeStandings(stands).length / 40).toBeLessThan(31)
  })
})

/** Squares of `side` degrees in one partition around 98.5 E 3.6 N. */
const square = fc.record({
  x: fc.double({ min: 0, max: 0.4, noNaN: true }),
  y: fc.double({ min: 0, max: 0.4, noNaN: true }),
  side: fc.constantFrom(0.0002, 0.001, 0.004, 0.02),
})
let serial = 0
const entryAt = ({ x, y, side }: { x: number; y: number; side: number }): Entry => {
  const boundary = squareAt(98.45 + x, 3.55 + y, side)
  const id = `019ae1b2-0000-7000-8000-${String((serial += 1)).padStart(12, '0')}`
  const { bytes: outline, exact } = outlineOf(boundary)
  return { id, version: 1, place: 'a#b', name: 'Lahan', box: boxOf(boundary), outline, exact }
}
const { west, north } = rectOf(boxOf(squareAt(98.65, 3.75, 0.001)))
const partition = cellAround(codeOf(west, north), PARTITION_ZOOM)

describe('splitting', () => {
  test('leaves tile what was split, each entry in exactly the leaves that it touches', () => {
    fc.assert(
      fc.property(fc.array(square, { maxLength: 300 }), (squares) => {
        const all = squares.map(entryAt).filter((each) => touches(each, partition))
        const leaves = splitLeaf({ ...partition, entries: all })
        expect(leaves[0]!.start).toBe(partition.start)
        expect(leaves.at(-1)!.end).toBe(partition.end)
        const stands = new Map<string, number>()
        for (const [i, leaf] of leaves.entries()) {
          if (i > 0) expect(leaf.start).toBe(leaves[i - 1]!.end + 1)
          expect(leaf.entries.map(({ id }) => id)).toEqual(
            all.filter((each) => touches(each, leaf)).map(({ id }) => id),
          )
          for (const { id } of leaf.entries) stands.set(id, (stands.get(id) ?? 0) + 1)
        }
        for (const { id, box } of all)
          if (!isCoarse(box)) expect(stands.get(id)!).toBeLessThanOrEqual(MOST_LEAVES)
      }),
      { numRuns: 60 },
    )
  })

  test('parcels beside one another are parted until each page fits', () => {
    const all = Array.from({ length: 1_000 }, (_, i) =>
      entryAt({ x: (i % 40) / 100, y: Math.floor(i / 40) / 100, side: 0.008 }),
    ).filter((each) => touches(each, partition))
    expect(all.length).toBeGreaterThan(500)
    for (const { entries: rows } of splitLeaf({ ...partition, entries: all })) {
      expect(rows.length).toBeLessThanOrEqual(MOST_ENTRIES)
      expect(encodeEntries(rows).length).toBeLessThanOrEqual(MOST_BYTES)
    }
  })

  test('copies of one disputed parcel share a page that grows', () => {
    const copies = Array.from({ length: 200 }, () => entryAt({ x: 0.2, y: 0.2, side: 0.001 }))
    const leaves = splitLeaf({ ...partition, entries: copies })
    expect(leaves.length).toBeLessThan(48)
    expect(leaves.filter(({ entries: rows }) => rows.length > 0).length).toBeLessThanOrEqual(4)
  })
})
