import { createHash } from 'node:crypto'
import type { Language } from '../domain/phrase.ts'
import type { FoundPolygon, Inspection } from './inspection.ts'
import { judge } from './polygon.ts'
import { readFile } from './read.ts'
import type { Box } from './regencies.ts'
import { type Layer, type Shape, unreadable } from './shapes.ts'
import { decide, type Decision } from './systems.ts'

/** Polygons that one answer tells of. */
const MOST_TOLD = 500
/** Polygons of one answer for which a repair is tried. */
const MOST_REPAIRS = 40
/** Characters of one answer: what a gateway hands on is below 6 MB, with quotes escaped. */
const MOST_ANSWERED = 4_000_000

/** What helps to read a file, and in which language to answer. */
export interface Asked {
  name: string
  language: Language
  /** EPSG code that a person chose. */
  epsg?: number | undefined
  /** Where the land is declared to lie. */
  box?: Box | undefined
  /** Id of the only polygon wanted. */
  polygon?: string | undefined
}

/** The polygon without its shapes, for an answer that is full. */
const omitted = (polygon: FoundPolygon): FoundPolygon => ({
  ...polygon,
  original: null,
  geometry: null,
  proposals: [],
  omitted: true,
})

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

function crsOf(decision: Decision): Inspection['crs'] {
  const { crs, known, candidates } = decision
  return {
    epsg: crs?.epsg ?? null,
    ...(crs && { name: crs.name }),
    known,
    candidates: candidates.map(({ crs: { epsg, name }, at: [lng, lat], fits }) => ({
      epsg,
      name,
      at: [round(lng), round(lat)],
      fits,
    })),
  }
}

interface Found {
  layer: Layer
  shape: Shape
  decision: Decision
}

const nothing = () =>
  unreadable(
    'Tidak ada bidang dalam berkas ini: tidak ada poligon, garis atau titik batas yang dapat dibaca.',
    'There is no parcel in this file: no polygon, line or corners that can be read.',
  )

/** Say everything about a file of boundaries; a pure answer to the bytes and what was asked. */
export async function inspect(bytes: Uint8Array, asked: Asked): Promise<Inspection> {
  const { name, language, epsg, box, polygon } = asked
  const { format, layers } = readFile(bytes, name)
  const all = layers.flatMap((layer): Found[] => {
    const decision = decide(layer, epsg, box)
    return layer.shapes.map((shape) => ({ layer, shape, decision }))
  })
  const [first] = all
  if (!first) throw nothing()
  const wanted = polygon === undefined ? all : all.filter(({ shape }) => shape.id === polygon)
  const polygons: FoundPolygon[] = []
  let [length, repairs] = [0, 0]
  const mayRepair = (): boolean => (repairs += 1) <= MOST_REPAIRS
  for (const { layer, shape, decision } of wanted.slice(0, MOST_TOLD)) {
    const isFull = length > MOST_ANSWERED
    const found = await judge(
      isFull ? { ...shape, parts: [] } : shape,
      layer.name,
      decision,
      language,
      mayRepair,
    )
    const size = isFull ? 0 : JSON.stringify(found).length
    const fits = !isFull && length + size <= MOST_ANSWERED
    polygons.push(fits ? found : omitted(found))
    length += fits ? size : 1000
  }
  return {
    name,
    format,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    crs: crsOf(first.decision),
    polygons,
    more: wanted.length - polygons.length,
  }
}
