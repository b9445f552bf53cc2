import type { BoundaryFormat } from '../domain/parcel.ts'
import type { Phrase } from '../domain/phrase.ts'
import { Refusal } from '../domain/refusal.ts'

/** Two ordinates as they were read: x (east, longitude) first. Either may be no finite number. */
export type Ordinates = [x: number, y: number]
export type Line = Ordinates[]

/** Something wrong with a shape or with its whole layer. */
export interface ShapeFault {
  code: string
  detail: Phrase
}

/** One area as a file has it, in the file's own system. */
export interface Shape {
  /** Names it within the file, such as `persil.shp#12`. */
  id: string
  /** What the file says of it, read when it is asked for. */
  attributes: () => Readonly<Record<string, unknown>>
  /** The rings of each part, the outer one first; closed or not. */
  parts: Line[][]
  /** True where the format lists corners and leaves closing to the reader. */
  closes?: boolean
  /** Why these ordinates are not the whole of it: then it has no geometry. */
  faults?: ShapeFault[]
}

/** The system that a layer itself names. */
export interface NamedCrs {
  known: 'declared' | 'prj' | 'unknown'
  /** Absent where none is named, or where it is not one of those read here. */
  epsg?: number
  /** Why a system that is named cannot be used, or what is missing. */
  fault?: ShapeFault
}

/** Shapes that share one system: one shapefile, one table, one document. */
export interface Layer {
  name: string
  crs: NamedCrs
  shapes: Shape[]
}

/** What a reader found. */
export interface Reading {
  format: BoundaryFormat
  layers: Layer[]
}

/** Points of one file, all shapes together. */
export const MOST_POINTS = 200_000
/** Shapes of one file. */
const MOST_SHAPES = 20_000

/** A file that is not what it should be. */
export const unreadable = (id: string, en: string): Refusal =>
  new Refusal('unreadable-file', { id, en })

/** A file that is more than the registry takes upon itself. */
export const tooComplex = (id: string, en: string): Refusal =>
  new Refusal('file-too-complex', { id, en })

/** Counts what a file brings, and refuses what is beyond all parcels. */
export interface Budget {
  points: (count: number) => void
  shape: () => void
}

/** A fresh count for one file. */
export function budget(): Budget {
  let [points, shapes] = [0, 0]
  return {
    points(count) {
      points += count
      if (points > MOST_POINTS)
        throw tooComplex(
          'Berkas ini memuat lebih dari 200.000 titik. Kirim hanya bidang yang didaftarkan.',
          'This file has more than 200,000 points. Send only the parcel that is registered.',
        )
    },
    shape() {
      shapes += 1
      if (shapes > MOST_SHAPES)
        throw tooComplex(
          'Berkas ini memuat lebih dari 20.000 bidang. Kirim hanya bidang yang didaftarkan.',
          'This file has more than 20,000 shapes. Send only the parcel that is registered.',
        )
    },
  }
}
