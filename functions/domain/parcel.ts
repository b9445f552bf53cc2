import * as v from 'valibot'
import { AreaM2, code, PartM2, PlainDate, Rupiah, slug, text } from './text.ts'

/** How far the grant has come. `pinjam-pakai` is land on loan and no state property (BMN). */
export const StatusPerolehan = v.picklist([
  'usulan-hibah',
  'nphd',
  'bast',
  'pinjam-pakai',
  'tercatat-bmn',
])

/** Who gave the land. */
export const GrantorKind = v.picklist([
  'pemprov',
  'pemkab',
  'pemkot',
  'kementerian-lembaga',
  'swasta',
  'masyarakat',
  'perorangan',
])

/** The steps of a grant in their legal order; `sertipikat` is told by the titles, not here. */
export const STEPS = [
  'usulan',
  'persetujuan', // DPRD or head of region, where Pemda is the grantor
  'nphd',
  'bast',
  'register',
  'pengesahan', // SP3HL-BJS / MPHL-BJS
  'pencatatan', // SAKTI and SIMAN
  'psp',
] as const
export type StepName = (typeof STEPS)[number]

const Documents = v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(50))

/** Where the original paper is kept (PMK 218/PMK.06/2015). */
const Original = v.strictObject({
  place: v.picklist(['kpknl', 'upt', 'kanwil', 'pusat', 'pemda', 'hilang', 'lainnya']),
  note: v.optional(text(500)),
})

/** One step of the grant: what its document says, and where that document is. */
export const GrantStep = v.strictObject({
  number: v.optional(text(120)),
  date: v.optional(PlainDate),
  /** Signatories by office, such as "Bupati Batang". */
  parties: v.optional(v.pipe(v.array(text(200)), v.maxLength(10))),
  areaM2: v.optional(AreaM2),
  valueIdr: v.optional(Rupiah),
  /** Ids of uploaded documents. */
  documents: v.optional(Documents),
  /** True when the document does not exist: a valid answer, and a finding. */
  absent: v.optional(v.boolean()),
  original: v.optional(Original),
  note: v.optional(text(1000)),
})
export type GrantStep = v.InferOutput<typeof GrantStep>

const step = v.optional(GrantStep)

/** The grant, from proposal to the decision on use. */
export const Grant = v.strictObject({
  grantor: v.optional(v.strictObject({ name: text(200), kind: v.optional(GrantorKind) })),
  steps: v.optional(
    v.strictObject({
      usulan: step,
      persetujuan: step,
      nphd: step,
      bast: step,
      register: step,
      pengesahan: step,
      pencatatan: step,
      psp: step,
    }),
  ),
  terms: v.optional(
    v.strictObject({
      /** Peruntukan: what the grant is for. */
      purpose: v.optional(text(1000)),
      /** Larangan alih fungsi. */
      noChangeOfFunction: v.optional(v.boolean()),
      /** Tarik kembali: the grantor may take the land back, from this day where one is stated. */
      reversion: v.optional(
        v.strictObject({
          applies: v.boolean(),
          date: v.optional(PlainDate),
          note: v.optional(text(1000)),
        }),
      ),
    }),
  ),
})

/** A title: one certificate may stand for several parcels and a parcel may have several. */
export const Title = v.strictObject({
  /** As printed: `02.14.04.01.4.00027`, or the old form "HP No. 12/Desa X". */
  number: v.optional(text(120)),
  kind: v.optional(
    v.picklist(['hak-pakai', 'hgb', 'hgu', 'shm', 'hpl', 'girik', 'ajb', 'lainnya']),
  ),
  /** Pemegang hak, as written. */
  holder: v.optional(text(200)),
  issued: v.optional(PlainDate),
  /** End of the right, where it has one. */
  expires: v.optional(PlainDate),
  areaM2: v.optional(AreaM2),
  /** Nomor identifikasi bidang (the land office's, never a business licence). */
  nibBidang: v.optional(code(/^\d{5}(\d{9})?$/, '02140401000027')),
  suratUkur: v.optional(
    v.strictObject({
      number: v.optional(text(120)),
      date: v.optional(PlainDate),
      areaM2: v.optional(AreaM2),
    }),
  ),
  electronic: v.optional(v.boolean()),
  documents: v.optional(Documents),
  original: v.optional(Original),
})
export type Title = v.InferOutput<typeof Title>

/** A record in the books of state property (SAKTI, SIMAN). */
export const BmnRecord = v.strictObject({
  /** 20 characters, such as `005011600401877000KD`. */
  kdSatker: v.optional(code(/^[0-9A-Z]{20}$/, '005011600401877000KD')),
  /** Ten digits, the first a 2 (tanah), with or without dots (rule C01). */
  kodeBarang: v.optional(code(/^2(\.?\d{2}){3}\.?\d{3}$/, '2.01.01.04.001')),
  /** Nomor urut pendaftaran, within unit and code. */
  nup: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(999_999))),
  /** 32 hexadecimal digits given by SIMAN. */
  kodeRegister: v.optional(code(/^[0-9A-Fa-f]{32}$/, '32 × 0-9, A-F')),
  /** Luas tanah seluruhnya, and its three parts: bangunan, sarana lingkungan, kosong. */
  areaM2: v.optional(AreaM2),
  builtM2: v.optional(PartM2),
  facilitiesM2: v.optional(PartM2),
  vacantM2: v.optional(PartM2),
  valueIdr: v.optional(Rupiah),
  acquired: v.optional(PlainDate),
  recorded: v.optional(PlainDate),
  condition: v.optional(v.picklist(['baik', 'rusak-ringan', 'rusak-berat'])),
})
export type BmnRecord = v.InferOutput<typeof BmnRecord>

/** A dispute, an occupation, a lawsuit: what stands against the land. */
export const LegalProblem = v.strictObject({
  kind: v.picklist([
    'dikuasai-pihak-lain',
    'disertipikatkan-pihak-lain',
    'tumpang-tindih',
    'sengketa',
    'berperkara',
    'kawasan-hutan',
    'salah-catat-wakaf',
    'dokumen-hilang',
    'tidak-ditemukan',
  ]),
  stage: v.optional(
    v.picklist(['identifikasi', 'mediasi', 'blokir', 'litigasi', 'selesai', 'selesai-kalah']),
  ),
  since: v.optional(PlainDate),
  party: v.optional(text(200)),
  areaM2: v.optional(AreaM2),
  caseNumber: v.optional(text(120)),
  court: v.optional(v.picklist(['pn', 'pt', 'ma', 'ptun'])),
  claimIdr: v.optional(Rupiah),
  counsel: v.optional(text(200)),
  otherTitle: v.optional(text(120)),
  updated: v.optional(PlainDate),
  /** Restricted: never leaves the unit, its Kanwil, headquarters and the auditor. */
  strategy: v.optional(text(2000)),
  note: v.optional(text(1000)),
})
export type LegalProblem = v.InferOutput<typeof LegalProblem>

/** Formats in which a boundary comes. */
export const BOUNDARY_FORMATS = ['geojson', 'kml', 'kmz', 'gpx', 'shapefile', 'wkt', 'csv'] as const
export type BoundaryFormat = (typeof BOUNDARY_FORMATS)[number]

/** How the coordinate reference system of a file became known. */
export const CRS_KNOWN = ['declared', 'prj', 'guessed', 'chosen', 'unknown'] as const

/** What can be proposed for a polygon of a file; a person accepts it or not. */
export const PROPOSAL_KINDS = ['swap', 'close', 'zone', 'utm', 'repair'] as const

/** Where a boundary comes from: its file, its ordinates as they came, and what was accepted. */
export const BoundarySource = v.strictObject({
  method: v.picklist(['drawn', 'file', 'typed', 'walked']),
  /** EPSG code of the ordinates as they came. */
  epsg: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1024), v.maxValue(32767))),
  fileName: v.optional(text(200)),
  surveyed: v.optional(PlainDate),
  /** Id of the original file among the documents, of kind `berkas-batas`. */
  document: v.optional(v.pipe(v.string(), v.uuid())),
  format: v.optional(v.picklist(BOUNDARY_FORMATS)),
  known: v.optional(v.picklist(CRS_KNOWN)),
  /** Which polygon of the file, such as `persil.shp#12`. */
  polygon: v.optional(text(300)),
  /** WKT of the ordinates exactly as they came, in the system of `epsg`. */
  original: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(60_000),
      v.regex(/^[A-Z]+ ?[-+\d.eE(), ]+$/, 'form:POLYGON ((…))'),
    ),
  ),
  /** Proposals that were accepted, in their order. */
  proposals: v.optional(v.pipe(v.array(v.picklist(PROPOSAL_KINDS)), v.maxLength(10))),
  /** Accuracy of each corner in metres, where it was walked. */
  accuracyM: v.optional(
    v.pipe(
      v.array(v.pipe(v.number(), v.finite(), v.minValue(0), v.maxValue(100_000))),
      v.maxLength(2000),
    ),
  ),
})
export type BoundarySource = v.InferOutput<typeof BoundarySource>

/** What an officer may write of a parcel. A draft needs its unit and a name; the rest can wait. */
export const ParcelProperties = v.strictObject({
  /** Id of the unit in the reference table `upt`, such as `lapas-kelas-iia-binjai`. */
  upt: slug('lapas-kelas-iia-binjai'),
  name: text(200),
  statusPerolehan: v.optional(StatusPerolehan),
  address: v.optional(
    v.strictObject({
      street: v.optional(text(200)),
      rtRw: v.optional(text(40)),
      desa: v.optional(text(120)),
      kecamatan: v.optional(text(120)),
      kabupaten: v.optional(text(120)),
      provinsi: v.optional(text(120)),
      /** Kepmendagri code. Never derived from a BPN code: BPN 19 and Kemendagri 72 are one province. */
      kodeKemendagri: v.optional(code(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/, '12.75.01.1001')),
      kodeBpn: v.optional(code(/^\d{2}(\.\d{2}){0,3}$/, '02.14.04.01')),
      kodeBps: v.optional(code(/^\d{2}(\d{2}(\d{3}(\d{3})?)?)?$/, '1276010001')),
    }),
  ),
  /** What lies beyond each side, as on the KIB (batas U, T, S, B). */
  neighbours: v.optional(
    v.strictObject({
      north: v.optional(text(200)),
      east: v.optional(text(200)),
      south: v.optional(text(200)),
      west: v.optional(text(200)),
    }),
  ),
  grant: v.optional(Grant),
  titles: v.optional(v.pipe(v.array(Title), v.maxLength(10))),
  bmnRecords: v.optional(v.pipe(v.array(BmnRecord), v.maxLength(10))),
  value: v.optional(
    v.strictObject({
      amountIdr: v.optional(Rupiah),
      basis: v.optional(v.picklist(['perolehan', 'taksiran'])),
      perM2Idr: v.optional(Rupiah),
      njopIdr: v.optional(Rupiah),
      njopYear: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1945), v.maxValue(2200))),
    }),
  ),
  legalProblems: v.optional(v.pipe(v.array(LegalProblem), v.maxLength(10))),
  boundarySource: v.optional(BoundarySource),
  /** Ids of the parcels that this one was divided from or merged out of. */
  predecessors: v.optional(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(20))),
  /** Why the area is another than before it was measured anew; the registry empties it then. */
  areaNote: v.optional(text(2000)),
  note: v.optional(text(2000)),
})
export type ParcelProperties = v.InferOutput<typeof ParcelProperties>

/** Record states. The values are words of the record, so they stay Indonesian. */
export const STATES = [
  'draf',
  'diajukan',
  'dikembalikan',
  'terverifikasi',
  'terverifikasi-dengan-catatan',
  'nonaktif',
] as const
export type State = (typeof STATES)[number]
