import { readGeoJson, looksLikeJson } from './geojson.ts'
import { budget, type Reading, unreadable } from './shapes.ts'
import { readTable } from './table.ts'

/** Text of a file by its byte order mark, else UTF-8, else Windows-1252, in which no byte is wrong. */
export function textOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  const mark = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : ''
  if (mark) return new TextDecoder(mark).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const KNOWN: readonly (readonly [first: string, id: string, en: string])[] = [
  ['%PDF', 'dokumen PDF', 'a PDF document'],
  ['\u0089PNG', 'gambar PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'foto JPEG', 'a JPEG photo'],
  ['Rar!', 'arsip RAR', 'a RAR archive'],
  ['7z\u00bc\u00af', 'arsip 7z', 'a 7z archive'],
  ['AC10', 'gambar DWG', 'a DWG drawing'],
  ['\u00d0\u00cf\u0011\u00e0', 'berkas Office lama', 'an old Office file'],
  ['\u001f\u008b', 'arsip GZIP', 'a GZIP archive'],
  ['SQLite format 3', 'GeoPackage atau basis data SQLite', 'a GeoPackage or SQLite database'],
  ['\u0000\u0000\u0027\u000a', 'SHP tanpa ZIP', 'a bare .shp'],
]

/** Refuse what is known to be something else, by its first bytes. */
function requireMap(bytes: Uint8Array): void {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  const other = KNOWN.find(([first]) => head.startsWith(first))
  if (other)
    throw unreadable(
      `Berkas ini ${other[1]}, bukan peta. Kirim SHP dalam ZIP (beserta .dbf, .shx, .prj), KML, KMZ, GPX, GeoJSON, WKT atau tabel koordinat.`,
      `This is ${other[2]}, not a map. Send a zipped shapefile (with .dbf, .shx, .prj), KML, KMZ, GPX, GeoJSON, WKT or a table of coordinates.`,
    )
}

/**
 * Read a file of boundaries, whatever its name and content type say it is.
 *
 * @throws Refusal `unreadable-file`, `file-too-complex`
 */
export async function readFile(bytes: Uint8Array, name: string): Promise<Reading> {
  if (bytes.length === 0) throw unreadable('Berkas ini kosong.', 'This file is empty.')
  requireMap(bytes)
  const text = textOf(bytes)
  if (looksLikeJson(text)) return readGeoJson(text, name, budget())
  return readTable(text, name, budget())
}
