import type {
  FoundPolygon,
  Inspection,
  Proposal,
} from '../../../../functions/boundaries/inspection.ts'
import { sha256 } from '../../../documents/checksum.ts'
import { putPart } from '../../../documents/part.ts'
import { request } from '../../../request.ts'

export type { FoundPolygon as FoundArea, Inspection, Proposal }

/** A place in degrees, longitude first. */
export type Place = [number, number]

/** A coordinate system that the ordinates of a file may be in, and where they would then lie. */
export type Candidate = Inspection['crs']['candidates'][number]

/** A value of the file for a field of the form. */
export type Fill = FoundPolygon['fills'][number]

/** What helps to read a file rightly. */
export interface Hints {
  name: string
  /** The coordinate system that a person chose. */
  epsg?: number
  /** Kepmendagri code of the parcel's address. */
  wilayah?: string
  upt?: string
  /** The only area wanted. */
  polygon?: string
}

/** The largest file that is read at all, in bytes: 20 MiB. */
export const LARGEST = 20 * 1024 * 1024
const DIRECT = 4 * 1024 * 1024 // bytes; a larger file does not fit into one request

/**
 * Have the registry read a file. `sent` hears the share that has left this device, where that can
 * be told. Throws ProblemError, or PartFailure when a large file did not arrive.
 */
export async function inspect(
  file: Blob,
  hints: Hints,
  signal: AbortSignal,
  sent: (share: number) => void,
): Promise<Inspection> {
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(hints))
    if (value !== undefined && value !== '') asked.set(name, String(value))
  if (file.size > DIRECT) asked.set('upload', await uploaded(file, hints.name, signal, sent))
  const { data } = await request<Inspection>(`/boundaries/inspections?${asked}`, {
    method: 'POST',
    signal,
    ...(file.size <= DIRECT && { file }),
  })
  return data
}

/** Where the files are that were sent already: another choice of system needs none of it again. */
const there = new WeakMap<Blob, { id: string; expiresAt: string }>()

async function uploaded(
  file: Blob,
  name: string,
  signal: AbortSignal,
  sent: (share: number) => void,
): Promise<string> {
  const known = there.get(file)
  if (known && Date.parse(known.expiresAt) > Date.now() + 60_000) return known.id
  const { data } = await request<{ id: string; url: string; expiresAt: string }>(
    '/boundaries/uploads',
    { method: 'POST', body: { name, size: file.size, sha256: await sha256(file) }, signal },
  )
  await putPart(data.url, file, (bytes) => sent(bytes / file.size), signal)
  there.set(file, data)
  return data.id
}

/** What a file is announced as when its original is kept. */
export const CONTENT_TYPES: Partial<Record<string, string>> = {
  geojson: 'application/geo+json',
  kml: 'application/vnd.google-earth.kml+xml',
  kmz: 'application/vnd.google-earth.kmz',
  gpx: 'application/gpx+xml',
  shapefile: 'application/zip',
  csv: 'text/csv',
}
