import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanJpeg } from '../../functions/domain/jpeg.ts'
import { cleanPng } from '../../functions/domain/png.ts'
import { chunk, jpegOf, jpegWith, plainJpeg, pngWith, segment, tiffOf } from '../fixtures/photos.ts'

const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
const says = (bytes: Uint8Array | undefined, text: string): boolean =>
  Buffer.from(bytes ?? []).includes(text)

const GPS = { at: '2026:03:12 10:20:05', lng: 98.4801, lat: 3.6003 }

test('a plain JPEG stays as it is, byte for byte', () => {
  const plain = plainJpeg()
  expect(Buffer.from(cleanJpeg(plain)!.bytes)).toEqual(plain)
})

test('EXIF is read and gone from the copy; what is drawn is the same', () => {
  const clean = cleanJpeg(jpegOf(GPS))!
  expect(clean.exif).toMatchObject({ at: '2026-03-12T10:20:05' })
  expect(Buffer.from(clean.bytes)).toEqual(plainJpeg())
})

test('of a turned picture the orientation stays, and nothing else', () => {
  const clean = cleanJpeg(jpegOf({ ...GPS, orientation: 6 }))!
  expect(cleanJpeg(clean.bytes)!.exif).toEqual({ orientation: 6 })
  expect(clean.bytes.length - plainJpeg().length).toBe(36)
})

test('XMP, IPTC, profiles, comments and what follows the end are gone', () => {
  const hidden = [
    segment(0xe1, latin('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>RAHASIA</x:xmpmeta>')),
    segment(0xe2, latin('ICC_PROFILE\0RAHASIA')),
    segment(0xe2, latin('MPF\0RAHASIA')),
    segment(0xed, latin('Photoshop 3.0\0RAHASIA')),
    segment(0xef, latin('RAHASIA')),
    segment(0xfe, latin('RAHASIA')),
  ]
  const clean = cleanJpeg(jpegWith(hidden, { behind: jpegOf(GPS) }))!
  expect(says(clean.bytes, 'RAHASIA')).toBe(false)
  expect(Buffer.from(clean.bytes)).toEqual(plainJpeg())
})

test('the thumbnail of a JFIF header is gone', () => {
  const plain = plainJpeg()
  const thumbnail = latin('JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01RAH')
  const bytes = Buffer.concat([plain.subarray(0, 2), segment(0xe0, thumbnail), plain.subarray(20)])
  expect(Buffer.from(cleanJpeg(bytes)!.bytes)).toEqual(plain)
})

test('a second EXIF, as editors leave one, is gone as well', () => {
  const exif = segment(0xe1, Buffer.concat([latin('Exif\0\0'), tiffOf(GPS)]))
  expect(Buffer.from(cleanJpeg(jpegWith([exif, exif]))!.bytes)).toEqual(plainJpeg())
})

test.each([
  { name: 'nothing', bytes: Buffer.alloc(0) },
  { name: 'the first mark alone', bytes: Buffer.from([0xff, 0xd8, 0xff]) },
  { name: 'a picture without a scan', bytes: plainJpeg().subarray(0, 60) },
  { name: 'a PDF', bytes: latin('%PDF-1.7\n%%EOF') },
])('$name is no JPEG', ({ bytes }) => {
  expect(cleanJpeg(bytes)).toBeUndefined()
})

test('no bent JPEG throws, and no copy keeps a place', () => {
  const whole = jpegOf(GPS)
  const near = fc.nat(400) // where the segments are
  fc.assert(
    fc.property(
      fc.array(fc.tuple(near, fc.nat(255)), { maxLength: 8 }),
      fc.nat(whole.length),
      (changes, cut) => {
        const bent = Buffer.from(whole)
        for (const [at, byte] of changes) bent[at] = byte
        const clean = cleanJpeg(bent.subarray(0, whole.length - (cut % 3 === 0 ? cut : 0)))
        if (!clean) return
        const again = cleanJpeg(clean.bytes)
        expect(again?.exif.lng).toBeUndefined()
        expect(again?.exif.at).toBeUndefined()
      },
    ),
    { numRuns: 2000 },
  )
})

test('a PNG loses text, time, EXIF and what follows its end', () => {
  const bytes = Buffer.concat([
    pngWith(
      chunk('tEXt', latin('Comment\0RAHASIA')),
      chunk('iTXt', latin('XML:com.adobe.xmp\0\0\0\0\0RAHASIA')),
      chunk('tIME', Buffer.from([7, 234, 3, 12, 10, 20, 5])),
      chunk('eXIf', tiffOf(GPS)),
      chunk('vpAg', latin('RAHASIA')),
    ),
    latin('RAHASIA'),
  ])
  const clean = cleanPng(bytes)!
  expect(clean.exif).toMatchObject({ at: '2026-03-12T10:20:05' })
  expect(Buffer.from(clean.bytes)).toEqual(pngWith())
})

test('no bent PNG throws', () => {
  const whole = pngWith(chunk('eXIf', tiffOf(GPS)))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
      fc.nat(whole.length),
      (changes, cut) => {
        const bent = Buffer.from(whole)
        for (const [at, byte] of changes) bent[at] = byte
        const clean = cleanPng(bent.subarray(0, cut % 2 ? whole.length : cut))
        if (clean) expect(says(clean.bytes, 'eXIf')).toBe(false)
      },
    ),
    { numRuns: 2000 },
  )
})
