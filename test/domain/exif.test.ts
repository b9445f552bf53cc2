import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readExif } from '../../functions/domain/exif.ts'
import { type ExifSaid, tiffOf } from '../fixtures/photos.ts'

test('what a camera writes is read: time, place and orientation', () => {
  const said = { at: '2026:03:12 10:20:05', lng: 112.6326, lat: -7.9797, orientation: 6 }
  const read = readExif(tiffOf(said))
  expect(read.at).toBe('2026-03-12T10:20:05')
  expect(read.lng).toBeCloseTo(112.6326, 7)
  expect(read.lat).toBeCloseTo(-7.9797, 7)
  expect(read.orientation).toBe(6)
})

test('little-endian files are read as well', () => {
  // II, one entry: Orientation = 3
  // prettier-ignore
  const tiff = Uint8Array.of(
    0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0,
  )
  expect(readExif(tiff)).toEqual({ orientation: 3 })
})

test.each<{ name: string; said: ExifSaid }>([
  { name: 'no such day', said: { at: '2026:02:30 10:00:00' } },
  { name: 'no such hour', said: { at: '2026:02:20 25:00:00' } },
  { name: 'a clock that was never set', said: { at: '0000:00:00 00:00:00' } },
  { name: 'a phone without a fix', said: { lng: 0, lat: 0 } },
  { name: 'beyond the pole', said: { lng: 98, lat: 95 } },
  { name: 'an upright picture', said: { orientation: 1 } },
  { name: 'an orientation that is none', said: { orientation: 9 } },
])('$name says nothing', ({ said }) => {
  const { at, lng, lat, orientation } = readExif(tiffOf(said))
  expect([at, lng, lat, orientation]).toEqual([undefined, undefined, undefined, undefined])
})

test('a directory that points at itself or beyond the end is left', () => {
  const tiff = tiffOf({ at: '2026:03:12 10:20:05', lng: 98.5, lat: 3.6 })
  for (const offset of [0, 8, tiff.length - 1, tiff.length, 0xffffffff]) {
    const bent = Buffer.from(tiff)
    bent.writeUInt32BE(offset, 4) // the first directory
    expect(() => readExif(bent)).not.toThrow()
  }
})

test('bytes of strangers never throw, whatever is bent or cut off', () => {
  const whole = tiffOf({ at: '2026:03:12 10:20:05', lng: 98.5, lat: 3.6, orientation: 8 })
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 12 }),
      fc.nat(whole.length),
      (changes, cut) => {
        const bent = Buffer.from(whole)
        for (const [at, byte] of changes) bent[at] = byte
        const { lng, lat, orientation } = readExif(bent.subarray(0, cut))
        expect(Math.abs(lng ?? 0)).toBeLessThanOrEqual(180)
        expect(Math.abs(lat ?? 0)).toBeLessThanOrEqual(90)
        expect([undefined, 2, 3, 4, 5, 6, 7, 8]).toContain(orientation)
      },
    ),
    { numRuns: 3000 },
  )
})
