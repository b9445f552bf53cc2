import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect } from 'vitest'
import { inspect as inspectBytes } from '../../../functions/boundaries/inspect.ts'
import { Refusal } from '../../../functions/domain/refusal.ts'
import { test } from '../../stack.ts'
import { dbf, esriTm3, shp, zip } from './archive.ts'
import { geojson, ringIn, wkt } from './field.ts'
import { HOSTILE } from './hostile-corpus.ts'
import { inspect } from './inspecting.ts'

interface Outcome {
  name: string
  code: string
  detail?: string
  characters?: number
  /** Processor time. */
  ms: number
}

const CHILD = fileURLToPath(new URL('hostile-child.ts', import.meta.url))

test('256 MB and 10 s are enough for every hostile file', { timeout: 600_000 }, async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--max-old-space-size=256', CHILD],
    { maxBuffer: 10 * 1024 * 1024 },
  )
  const outcomes = stdout.trim().split('\n').map((line) => JSON.parse(line) as Outcome) // prettier-ignore
  expect(outcomes.map(({ name }) => name)).toEqual(Object.keys(HOSTILE)) // the process lived
  const known = ['read', 'unreadable-file', 'file-too-complex']
  expect(outcomes.filter(({ code }) => !known.includes(code))).toEqual([])
  expect(outcomes.filter(({ ms }) => ms >= 10_000)).toEqual([])
  expect(outcomes.filter(({ characters = 0 }) => characters > 5_000_000)).toEqual([])
  expect(outcomes.filter(({ detail = '' }) => detail.length > 500)).toEqual([])
})

test('each refusal is a problem with its own sentence', async ({ as }) => {
  const said = async (name: string) => {
    const { status, body } = await inspect(as('petugas.binjai'), HOSTILE[name]!() as string)
    return [status, body.type, body.detail]
  }
  expect(await said('a zip in a zip')).toEqual([422, '/problems/unreadable-file', expect.stringMatching(/ada arsip lain/)]) // prettier-ignore
  expect(await said('a billion laughs')).toEqual([422, '/problems/unreadable-file', expect.stringMatching(/DOCTYPE/)]) // prettier-ignore
  expect(await said('5,000 entries')).toEqual([422, '/problems/file-too-complex', expect.stringMatching(/5000 berkas/)]) // prettier-ignore
  expect(await said('a .shp that is cut off')).toEqual([422, '/problems/unreadable-file', expect.stringMatching(/^a\.shp terpotong/)]) // prettier-ignore
  const pdf = await inspect(as('petugas.binjai'), '%PDF-1.7 …')
  expect([pdf.status, pdf.body.detail]).toEqual([422, expect.stringMatching(/dokumen PDF/)])
  const empty = await inspect(as('petugas.binjai'), '')
  expect([empty.status, empty.body.type]).toEqual([422, '/problems/unreadable-file'])
  const large = await inspect(as('petugas.binjai'), Buffer.alloc(4 * 1024 * 1024 + 1))
  expect([large.status, large.body.type]).toEqual([413, '/problems/too-large'])
})

const field = ringIn(4326).reverse()
const prj = Buffer.from(esriTm3(97.5))
const pairs = field.map(([x, y]) => `${x},${y},0`).join(' ')
const points = field.map(([x, y]) => `<trkpt lat="${y}" lon="${x}"></trkpt>`).join('')
/** A good file of every format; the parts of a shapefile are spoilt before they are packed. */
const GOOD: Record<string, (spoil: (bytes: Buffer) => Buffer) => Buffer> = {
  geojson: (spoil) => spoil(Buffer.from(geojson(field))),
  kml: (spoil) =>
    spoil(
      Buffer.from(
        `<?xml version="1.0"?><kml><Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${pairs}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></kml>`,
      ),
    ),
  gpx: (spoil) => spoil(Buffer.from(`<gpx><trk><trkseg>${points}</trkseg></trk></gpx>`)),
  wkt: (spoil) => spoil(Buffer.from(`SRID=4326;${wkt(field)}`)),
  csv: (spoil) => spoil(Buffer.from(`no;x;y\n${field.map(([x, y], i) => `${i};${x}°0'0"E;${y}`).join('\n')}`)), // prettier-ignore
  zip: (spoil) => spoil(zip([{ name: 'a.shp', data: shp([[field]]) }])),
  shp: (spoil) => zip([{ name: 'a.shp', data: spoil(shp([[field], [field]])) }]),
  dbf: (spoil) => zip([{ name: 'a.shp', data: shp([[field]]) }, { name: 'a.dbf', data: spoil(dbf([{ NIB: '00027' }])) }]), // prettier-ignore
  prj: (spoil) => zip([{ name: 'a.shp', data: shp([[field]]) }, { name: 'a.prj', data: spoil(prj) }]), // prettier-ignore
}

/** Bytes overwritten, a piece left out, a piece said twice, the end cut off. */
const spoiling = fc
  .record({
    writes: fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
    from: fc.nat(),
    length: fc.nat(40),
    kind: fc.constantFrom('none', 'drop', 'twice', 'cut'),
  })
  .map(({ writes, from, length, kind }) => (good: Buffer): Buffer => {
    const bytes = Buffer.from(good)
    for (const [at, byte] of writes) bytes[at % bytes.length] = byte
    const start = from % bytes.length
    const piece = bytes.subarray(start, start + length)
    if (kind === 'drop') return Buffer.concat([bytes.subarray(0, start), bytes.subarray(start + length)]) // prettier-ignore
    if (kind === 'twice') return Buffer.concat([bytes.subarray(0, start), piece, bytes.subarray(start)]) // prettier-ignore
    return kind === 'cut' ? bytes.subarray(0, start) : bytes
  })

test.for(Object.entries(GOOD))(
  'whatever becomes of a %s, it is read or refused, never a bug',
  { timeout: 300_000 },
  async ([, make]) => {
    const good = await inspectBytes(make((bytes) => bytes), { name: '', language: 'en' }) // prettier-ignore
    expect(good.polygons.length).toBeGreaterThan(0)
    await fc.assert(
      fc.asyncProperty(spoiling, async (spoil) => {
        const found = await inspectBytes(make(spoil), { name: '', language: 'en' }).catch(
          (error) => {
            if (!(error instanceof Refusal)) throw error
          },
        )
        JSON.stringify(found)
      }),
      { numRuns: 500 },
    )
  },
)
