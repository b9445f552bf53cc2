import { readGeoJson, looksLikeJson } from './geojson.ts'
import { type Budget, budget, type Reading, unreadable } from './shapes.ts'
import { readGpx } from './gpx.ts'
import { readKml } from './kml.ts'
import { readShapefiles } from './shapefile.ts'
import { readTable } from './table.ts'
import { looksLikeWkt, readWkt } from './wkt-reader.ts'
import { lastPart, looksLikeZip, openZip } from './zip.ts'

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

/** Read text by what it begins with. */
function readText(text: string, name: string, counted: Budget): Reading {
  const head = text.slice(0, 3000)
  if (looksLikeJson(head)) return readGeoJson(text, name, counted)
  if (looksLikeWkt(head)) return readWkt(text, name, counted)
  if (!/^[\s\uFEFF]*</.test(head)) return readTable(text, name, counted)
  if (/<(\w+:)?gpx[\s>]/i.test(head)) return readGpx(text, name, counted)
  if (/<(\w+:)?kml[\s>]/i.test(head) || /<!DOCTYPE\s+kml|<!ENTITY/i.test(head))
    return { format: 'kml', ...readKml(text, name, counted) }
  throw unreadable(
    'Berkas ini XML atau halaman web, tetapi bukan KML maupun GPX. Ekspor sebagai KML, GPX, SHP atau GeoJSON.',
    'This is XML or a web page, but neither KML nor GPX. Export it as KML, GPX, shapefile or GeoJSON.',
  )
}

const TEXTS = /\.(kml|gpx|geojson|json|wkt|csv|txt)$/i

/** Read what is in an archive: its shapefiles, else the first document that is a map. */
function readZip(bytes: Uint8Array, counted: Budget): Reading {
  const entries = openZip(bytes)
  const layers = readShapefiles(entries, counted)
  if (layers.length > 0) return { format: 'shapefile', layers }
  const document = entries.find(({ name }) => /\.kml$/i.test(name)) ?? entries.find(({ name }) => TEXTS.test(name)) // prettier-ignore
  if (document) {
    const name = lastPart(document.name)
    const reading = readText(textOf(document.read()), name, counted)
    return reading.format === 'kml' ? { ...reading, format: 'kmz' } : reading
  }
  throw entries.some(({ name }) => /\.(zip|kmz)$/i.test(name))
    ? unreadable(
        'Di dalam arsip ini ada arsip lain. Kirim arsip yang di dalam saja.',
        'There is another archive in this one. Send only the inner archive.',
      )
    : unreadable(
        'Arsip ini tidak berisi peta: tidak ada .shp, .kml, .gpx, .geojson atau tabel koordinat.',
        'There is no map in this archive: no .shp, .kml, .gpx, .geojson or table of coordinates.',
      )
}

/**
 * Read a file of boundaries, whatever its name and content type say it is.
 *
 * @throws Refusal `unreadable-file`, `file-too-complex`
 */
export function readFile(bytes: Uint8Array, name: string): Reading {
  if (bytes.length === 0) throw unreadable('Berkas ini kosong.', 'This file is empty.')
  requireMap(bytes)
  return looksLikeZip(bytes) ? readZip(bytes, budget()) : readText(textOf(bytes), name, budget())
}
