import * as v from 'valibot'
import { Boundary } from './boundary.ts'
import { AreaM2, Instant, PlainDate, Rupiah, slug, text } from './text.ts'

/** What land is used for (jenis penggunaan); `tidak digunakan` is no block but what the blocks leave. */
export const USE_KINDS = [
  'tanaman-pangan',
  'hortikultura',
  'perkebunan',
  'peternakan',
  'perikanan',
  'kehutanan',
  'sae', // sarana asimilasi dan edukasi
  'bengkel',
  'bangunan-upt',
  'rumah-negara',
  'olahraga-ibadah',
  'jalan-parkir-terbuka', // with open ground and the security belt
  'pos-pengamanan',
  'cadangan-pembangunan',
  'dipakai-pihak-lain',
] as const
export type UseKind = (typeof USE_KINDS)[number]

/** Kinds whose use is proved by what grows or lives there, season by season; all others are lasting. */
export const SEASONAL_KINDS: readonly UseKind[] = [
  'tanaman-pangan',
  'hortikultura',
  'perkebunan',
  'peternakan',
  'perikanan',
  'kehutanan',
  'sae',
]

/** Forms of pemanfaatan: use by another party, with the approval of the Pengelola Barang. */
export const UTILISATION_FORMS = [
  'sewa',
  'pinjam-pakai',
  'ksp',
  'bgs',
  'bsg',
  'kspi',
  'ketupi',
] as const

/** Use by another party: who, on which approval, for how long, and what was paid into the treasury. */
export const Utilisation = v.strictObject({
  form: v.picklist(UTILISATION_FORMS),
  partner: text(200),
  /** Persetujuan Pengelola Barang. */
  approval: v.optional(v.strictObject({ number: text(120), date: PlainDate })),
  from: PlainDate,
  until: PlainDate,
  valueIdr: v.optional(Rupiah),
  /** Nomor Transaksi Penerimaan Negara of the revenue (PNBP). */
  ntpn: v.optional(
    v.pipe(v.string(), v.trim(), v.regex(/^[0-9A-Za-z]{16}$/, 'form:16 × 0-9, A-Z')),
  ),
})
export type Utilisation = v.InferOutput<typeof Utilisation>

const Uuid = v.pipe(v.string(), v.uuid())

/** What an officer writes of a block of use. */
export const NewBlock = v.strictObject({
  name: text(120),
  kind: v.picklist(USE_KINDS),
  /** Square metres; that of `geometry` where it is drawn. */
  areaM2: AreaM2,
  /** Its own outline inside the parcel, WGS 84. */
  geometry: v.optional(Boundary),
  from: PlainDate,
  until: v.optional(PlainDate),
  /** Who runs it, by office or organisation. */
  runBy: v.optional(text(200)),
  /** Present where another party uses the land (pemanfaatan); absent for the unit's own use. */
  utilisation: v.optional(Utilisation),
})
export type NewBlock = v.InferOutput<typeof NewBlock>

/**
 * How a use was proved, the strongest first: where the phone stood when the photo was taken, what the
 * photo's EXIF says, or the word of the officer alone.
 */
export const GRADES = ['posisi', 'exif', 'pernyataan'] as const
export type Grade = (typeof GRADES)[number]

/** The newest evidence of a block. */
export const Proof = v.strictObject({
  /** The day to which the evidence belongs. */
  on: PlainDate,
  grade: v.picklist(GRADES),
  report: Uuid,
})
export type Proof = v.InferOutput<typeof Proof>

/** A block as it is kept: part of a parcel that is used in one way. */
export const Block = v.strictObject({
  ...NewBlock.entries,
  id: Uuid,
  proof: v.optional(Proof),
  /** When and why it ended; an ended block counts no more, its reports stay. */
  ended: v.optional(v.strictObject({ on: PlainDate, reason: text(500) })),
})
export type Block = v.InferOutput<typeof Block>

/** Budget papers that carry a plan (PMK 120/2024 Ps. 8(6)). */
export const BUDGET_PAPERS = ['dipa', 'dipa-revisi', 'rka-kl', 'rkbmn'] as const

/** A plan of use (at most a year ahead) or of pemanfaatan (at most six months), PMK 120/2024 Ps. 8(3). */
export const NewPlan = v.strictObject({
  kind: v.picklist(['penggunaan', 'pemanfaatan']),
  what: text(1000),
  areaM2: v.optional(AreaM2),
  targetDate: PlainDate,
  budget: v.optional(
    v.strictObject({
      paper: v.picklist(BUDGET_PAPERS),
      number: text(120),
      date: PlainDate,
      /** Ids of documents of the parcel. */
      documents: v.optional(v.pipe(v.array(Uuid), v.maxLength(5))),
    }),
  ),
})
export type NewPlan = v.InferOutput<typeof NewPlan>

export const Plan = v.strictObject({
  ...NewPlan.entries,
  id: Uuid,
  by: v.string(),
  at: Instant,
  /** How it came out; open while absent. */
  closed: v.optional(
    v.strictObject({
      on: PlainDate,
      outcome: v.picklist(['terlaksana', 'batal', 'lewat']),
      reason: v.optional(text(500)),
    }),
  ),
})
export type Plan = v.InferOutput<typeof Plan>

/** Why land stays unused. */
export const NON_USE_REASONS = [
  'tidak-ada-rencana',
  'tidak-ada-anggaran',
  'tidak-sesuai-rtrw',
  'akses-buruk',
  'tanpa-air',
  'dikuasai-pihak-lain',
  'belum-bersertipikat',
  'kekurangan-petugas',
  'jauh-dari-upt',
] as const
export const NonUse = v.strictObject({
  reasons: v.pipe(v.array(v.picklist(NON_USE_REASONS)), v.minLength(1), v.maxLength(9)),
  text: v.optional(text(1000)),
})
export type NonUse = v.InferOutput<typeof NonUse>

/** What is recorded of the use of a parcel. Reports and photos stand beside it, as they grow without end. */
export interface UseRecord {
  blocks?: Record<string, Block>
  plans?: Record<string, Plan>
  /** Why it, or what its blocks leave of it, is not used. */
  nonUse?: NonUse & { by: string; at: string }
}

/** Whether a block counts on a day. */
export const isRunning = ({ from, until, ended }: Block, today: string): boolean =>
  from <= today && (until === undefined || today <= until) && (!ended || today < ended.on)

/** The blocks that count on a day. */
export const runningBlocks = ({ blocks = {} }: UseRecord, today: string): Block[] =>
  Object.values(blocks).filter((block) => isRunning(block, today))

/** Id of a commodity in the reference table, such as `jagung`. */
export const CommodityId = slug('jagung')
