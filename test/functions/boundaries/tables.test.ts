import { expect } from 'vitest'
import { test } from '../../stack.ts'
import { inspect } from './inspecting.ts'

/** A field in Binjai: four corners in degrees. */
const CORNERS = [
  [98.48, 3.6],
  [98.481, 3.6],
  [98.481, 3.601],
  [98.48, 3.601],
] as const
const RING = [...CORNERS, CORNERS[0]].map(([lng, lat]) => [lng, lat])

const rows = (line: (corner: readonly [number, number], i: number) => string): string =>
  CORNERS.map(line).join('\n')
const comma = (value: number): string => String(value).replace('.', ',')
const dms = (value: number, side: string): string => {
  const degrees = Math.floor(value)
  const minutes = Math.floor((value - degrees) * 60)
  const seconds = (value - degrees - minutes / 60) * 3600
  return `${degrees}°${minutes}'${seconds.toFixed(6)}"${side}`
}

const TABLES: Record<string, string> = {
  'header, comma, lon/lat': `lon,lat\n${rows(([x, y]) => `${x},${y}`)}`,
  'header, comma, lat/lon': `no,Latitude,Longitude\n${rows(([x, y], i) => `${i + 1},${y},${x}`)}`,
  'header, semicolon, decimal comma': `Titik;Bujur;Lintang\n${rows(([x, y], i) => `P${i + 1};${comma(x)};${comma(y)}`)}`,
  'title, header in Indonesian, tab': `Daftar titik batas\nNo\tBujur Timur\tLintang Utara\n${rows(([x, y], i) => `${i + 1}\t${x}\t${y}`)}`,
  'no header, spaces': rows(([x, y]) => `${x} ${y}`),
  'no header, spaces, decimal comma': rows(([x, y]) => `${comma(x)} ${comma(y)}`),
  'no header, numbered, lat/lon': rows(([x, y], i) => `${i + 1} ${y} ${x}`),
  'no header, tab, decimal comma, blank lines': `\n${rows(([x, y]) => `${comma(x)}\t${comma(y)}\n`)}\n`,
  'degrees, minutes, seconds': rows(([x, y]) => `${dms(y, 'N')}, ${dms(x, 'E')}`),
  'degrees, minutes, seconds in Indonesian': rows(([x, y], i) => `${'ABCD'[i]}\t${dms(y, ' LU')}\t${dms(x, ' BT')}`), // prettier-ignore
  'degrees, minutes, seconds, U and T, spaces': rows(([x, y]) => `${dms(y, 'U')} ${dms(x, 'T')}`),
  'decimal degrees with letters': rows(([x, y]) => `${y} N; ${x} E`),
  'closed, quoted, byte order mark, CRLF': `\uFEFF"lon","lat"\r\n${rows(([x, y]) => `"${x}","${y}"`)}\r\n"98.48","3.6"\r\n`,
}

test.for(Object.entries(TABLES))('a table: %s', async ([, table], { as }) => {
  const { status, body } = await inspect(as('petugas.binjai'), table, { name: 'titik.csv' })
  expect(status).toBe(200)
  expect(body).toMatchObject({ format: 'csv', crs: { epsg: 4326, known: 'guessed' }, more: 0 })
  expect(body.polygons).toHaveLength(1)
  const [{ geometry, faults, corners, areas }] = body.polygons as [(typeof body.polygons)[0]]
  expect(faults).toEqual([])
  expect(corners).toBe(4)
  expect(geometry).toMatchObject({ type: 'Polygon' })
  const ring = geometry!.coordinates[0] as number[][]
  expect(ring).toHaveLength(5)
  ring.forEach(([lng, lat], i) => {
    expect(lng).toBeCloseTo(RING[i]![0]!, 9)
    expect(lat).toBeCloseTo(RING[i]![1]!, 9)
  })
  expect(areas!.ellipsoidalM2).toBeCloseTo(12285.42, 1) // GeographicLib's planimeter
  expect(areas!.zone).toBe('47.1')
})
