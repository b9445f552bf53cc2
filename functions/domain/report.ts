import * as v from 'valibot'
import { CommodityId, GRADES } from './use.ts'
import { AnyInstant, Instant, PartM2, PlainDate, Rupiah, text } from './text.ts'

const Uuid = v.pipe(v.string(), v.uuid())
/** An amount in the commodity's unit, to a thousandth; zero is a valid harvest. */
const Amount = v.pipe(
  v.number(),
  v.finite(),
  v.minValue(0),
  v.maxValue(1e9),
  v.check((amount) => amount === 0 || amount >= 0.001, 'too-few'), // the table keeps no 5e-324
)
/** A field of more than 100,000 ha is a slip of the unit; in square metres. */
const FieldM2 = v.pipe(PartM2, v.maxValue(1e9))
/** No report sells for more; in whole rupiah. */
const SoldIdr = v.pipe(Rupiah, v.maxValue(1e12))

/** Units in which harvests are told: what grows in kilograms, animals in heads, eggs and seedlings in pieces. */
export const HARVEST_UNITS = ['kg', 'ekor', 'butir', 'liter', 'batang'] as const
export type HarvestUnit = (typeof HARVEST_UNITS)[number]

/** What is told of one block in one period. */
export const ReportEntry = v.strictObject({
  block: Uuid,
  /** Nothing has changed since the last report (masih sama): the use goes on, no figures. */
  same: v.optional(v.literal(true)),
  commodity: v.optional(CommodityId),
  plantedM2: v.optional(FieldM2),
  plantedOn: v.optional(PlainDate),
  harvestedM2: v.optional(FieldM2),
  harvestedOn: v.optional(PlainDate),
  harvest: v.optional(v.strictObject({ amount: Amount, unit: v.picklist(HARVEST_UNITS) })),
  /** Where the harvest went, in its unit: own kitchen, vendor of bama, sold, in stock. */
  went: v.optional(
    v.strictObject({
      kitchen: v.optional(Amount),
      vendor: v.optional(Amount),
      sold: v.optional(Amount),
      stock: v.optional(Amount),
    }),
  ),
  soldIdr: v.optional(SoldIdr),
  /** Nomor Transaksi Penerimaan Negara of what was sold. */
  ntpn: v.optional(
    v.pipe(v.string(), v.trim(), v.regex(/^[0-9A-Za-z]{16}$/, 'form:16 × 0-9, A-Z')),
  ),
  /** How many inmates worked there; never who. */
  wbp: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(10_000))),
  /** Reference of the session (sidang TPP) that let them work outside. */
  tpp: v.optional(text(120)),
  obstacles: v.optional(text(1000)),
})
export type ReportEntry = v.InferOutput<typeof ReportEntry>

/** Where the phone stood, in WGS 84 degrees, and how sure it was. */
export const Fix = v.strictObject({
  lng: v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180)),
  lat: v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90)),
  accuracyM: v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000)),
})
export type Fix = v.InferOutput<typeof Fix>

/** What an officer sends. The id is made on the phone, so that a report sent twice arrives once. */
export const NewReport = v.pipe(
  v.strictObject({
    id: Uuid,
    period: v.strictObject({ from: PlainDate, until: PlainDate }),
    entries: v.pipe(v.array(ReportEntry), v.minLength(1), v.maxLength(20)),
    /** Ids of photos of this parcel whose upload is complete. */
    photos: v.optional(v.pipe(v.array(Uuid), v.maxLength(10)), []),
    /** The officer's word, where no photo tells time and place. */
    statement: v.optional(text(1000)),
    /** When it was written on the phone. */
    writtenAt: v.optional(AnyInstant),
  }),
  v.check(({ period }) => period.from <= period.until, 'period'),
  v.check(
    ({ entries }) => new Set(entries.map(({ block }) => block)).size === entries.length,
    'block-twice',
  ),
)
export type NewReport = v.InferOutput<typeof NewReport>

/** A report as it is kept. */
export interface Report extends NewReport {
  by: string
  at: string
  /** The grade of its strongest evidence, and the day to which that belongs. */
  grade: (typeof GRADES)[number]
  provedOn: string
  /** The unit and Kanwil to which its parcel belonged then, where its harvest is counted. */
  unit?: { upt: string; kanwil: string }
  /** A later report that takes its place, or why it counts no more. */
  withdrawn?: { by: string; at: string; reason: string }
}

/** A photo as evidence: its bytes are kept under their SHA-256, its shown copy without EXIF. */
export const Photo = v.strictObject({
  id: Uuid,
  name: v.string(),
  contentType: v.string(),
  size: v.number(),
  sha256: v.string(),
  /** SHA-256 of the copy without EXIF that others see. */
  shown: v.string(),
  by: v.string(),
  at: Instant,
  /** Told by the phone when it was taken. */
  taken: v.optional(v.strictObject({ at: v.optional(Instant), fix: v.optional(Fix) })),
  /** Told by the file. */
  exif: v.optional(
    v.strictObject({
      at: v.optional(v.string()),
      lng: v.optional(v.number()),
      lat: v.optional(v.number()),
    }),
  ),
  grade: v.picklist(GRADES),
  /** Metres from the boundary, 0 inside; absent where no place is known. */
  distanceM: v.optional(v.number()),
  /** What speaks against it (rules H02 to H04): out of place, out of time, used before. */
  doubts: v.optional(v.array(v.picklist(['place', 'time', 'reused']))),
  /** The report that it serves; another one that shows it as well proves nothing by it. */
  report: v.optional(Uuid),
})
export type Photo = v.InferOutput<typeof Photo>

/** The largest photo, in bytes: 10 MiB. */
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024

/** Types in which photos come. */
export const PHOTO_TYPES = ['image/jpeg', 'image/png'] as const

/** What is said of a photo before it is sent. */
export const NewPhoto = v.strictObject({
  name: text(200),
  contentType: v.pipe(v.string(), v.maxLength(100)),
  /** Bytes. */
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** SHA-256 of the file, 64 hexadecimal digits. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'form:64 × 0-9, a-f')),
  /** Told by the phone when it was taken. */
  taken: v.optional(v.strictObject({ at: v.optional(AnyInstant), fix: v.optional(Fix) })),
})
export type NewPhoto = v.InferOutput<typeof NewPhoto>
