import * as v from 'valibot'
import { Boundary } from '../domain/boundary.ts'
import { BOUNDARY_FORMATS, CRS_KNOWN, PROPOSAL_KINDS } from '../domain/parcel.ts'
import { Instant, text } from '../domain/text.ts'

const Place = v.tuple([v.number(), v.number()])

/** The two areas of a boundary; null where it has none. */
const Areas = v.nullable(
  v.object({
    /** On the WGS 84 ellipsoid. */
    ellipsoidalM2: v.number(),
    /** On the TM-3 plane, as certificates quote it. */
    planeM2: v.number(),
    /** Zone of the plane, such as `47.1`. */
    zone: v.string(),
  }),
)

/** A system in which the ordinates of the file mean a place in Indonesia. */
const Candidate = v.object({
  epsg: v.number(),
  name: v.string(),
  /** Where the middle of the file would then lie. */
  at: Place,
  /** Whether that is in the declared regency. */
  fits: v.boolean(),
})

/** What could be made of a polygon: nothing is, unless a person accepts it. */
const Proposal = v.object({
  kind: v.picklist(PROPOSAL_KINDS),
  detail: v.string(),
  /** The other system, for `zone` and `utm`. */
  epsg: v.optional(v.number()),
  geometry: Boundary,
  areas: Areas,
})

/** One polygon as the file has it. */
const FoundPolygon = v.object({
  /** Names it within the file, such as `persil.shp#12`. */
  id: v.string(),
  layer: v.string(),
  /** At most 20, without names of persons and NIK. */
  attributes: v.record(v.string(), v.union([v.string(), v.number()])),
  /** WKT of the ordinates as read, in the source CRS; null past 60,000 characters. */
  original: v.nullable(v.string()),
  /** The system of this polygon; null while it is not known. */
  epsg: v.nullable(v.number()),
  /** WGS 84; null while the CRS is unknown or a guess between planes, or where it is no boundary. */
  geometry: v.nullable(Boundary),
  areas: Areas,
  corners: v.number(),
  faults: v.array(v.object({ code: v.string(), detail: v.string(), place: v.optional(Place) })),
  /** What its attributes say for fields of the form. */
  fills: v.array(v.object({ pointer: v.string(), label: v.string(), value: v.unknown() })),
  proposals: v.array(Proposal),
  /** True where its shapes are left out as the answer is full: ask with `polygon=<id>`. */
  omitted: v.optional(v.boolean()),
})

/** What a file of a boundary says; nothing of it is stored. */
export const Inspection = v.object({
  name: v.string(),
  format: v.picklist(BOUNDARY_FORMATS),
  sha256: v.string(),
  crs: v.object({
    epsg: v.nullable(v.number()),
    name: v.optional(v.string()),
    known: v.picklist(CRS_KNOWN),
    candidates: v.array(Candidate),
  }),
  polygons: v.array(FoundPolygon),
  /** Polygons beyond the limit. */
  more: v.number(),
})
export type Inspection = v.InferOutput<typeof Inspection>
export type FoundPolygon = v.InferOutput<typeof FoundPolygon>
export type Proposal = v.InferOutput<typeof Proposal>

/** The largest file in the body of an inspection, in bytes: 4 MiB. */
export const MOST_IN_BODY = 4 * 1024 * 1024
/** The largest file by way of an upload, in bytes: 20 MiB. */
export const MOST_UPLOADED = 20 * 1024 * 1024

/** What is said of a file that is too large for a body, before it is sent. */
export const NewUpload = v.strictObject({
  name: text(200),
  /** Bytes. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** SHA-256 of the file, 64 hexadecimal digits. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'form:64 × 0-9, a-f')),
})

/** Where such a file goes: PUT it to `url`, then inspect with `upload=<id>`. */
export const UploadPlace = v.object({ id: v.string(), url: v.string(), expiresAt: Instant })

const Digits = v.pipe(v.string(), v.regex(/^\d{4,5}$/, 'form:23835'), v.transform(Number))

/** What helps to read a file rightly. */
export const InspectionQuery = v.strictObject({
  /** Name of the file as the officer knows it. */
  name: v.optional(v.pipe(v.string(), v.maxLength(200))),
  /** The system that a person chose. */
  epsg: v.optional(Digits),
  /** Kemendagri code of where the land is declared to lie. */
  wilayah: v.optional(v.pipe(v.string(), v.regex(/^\d{2}(\.\d{2}){0,2}(\.\d{4})?$/, 'form:12.75'))),
  /** Id of the unit, whose regency counts where `wilayah` is not given. */
  upt: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** Id of the only polygon to answer with. */
  polygon: v.optional(v.pipe(v.string(), v.maxLength(300))),
  /** Id of an upload, instead of a body. */
  upload: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'form:64 × 0-9, a-f'))),
})
export type InspectionQuery = v.InferOutput<typeof InspectionQuery>
