import type { IdleState, Problem } from '../../functions/domain/standing.ts'
import type { Grade, NonUse, UseKind, Utilisation } from '../../functions/domain/use.ts'
import type { Phrase } from '../../functions/domain/phrase.ts'
import { type Axes } from '../layers/status.ts'
import { useNames } from './map.ts'
import { type Messages, say } from './phrase.ts'

const both = (id: string, en: string): Phrase => ({ id, en })

/** Legal states of idleness, each set by a letter of the asset manager (PMK 120/2024). */
export const idleNames: Record<IdleState, Phrase> = {
  'bmn-terindikasi-idle': both('BMN terindikasi idle', 'State property indicated idle'),
  'tidak-idle': both('Tidak idle menurut surat', 'Not idle by letter'),
  'bmn-idle': both('BMN idle', 'Idle state property'),
  'eks-bmn-idle': both('BMN eks BMN idle', 'Formerly idle state property'),
}

/** What stands against the land. */
export const problemNames: Record<Problem, Phrase> = {
  'dikuasai-pihak-lain': both('Dikuasai pihak lain', 'Held by others'),
  berperkara: both('Berperkara di pengadilan', 'In court'),
  sengketa: both('Sengketa', 'Disputed'),
  'tumpang-tindih': both('Tumpang tindih', 'Overlapping'),
}

/** All that a parcel's status says, the gravest first: `Sengketa · BMN idle · Belum terbukti`. */
export const statusWords = ({ use, idle, problem }: Axes): string =>
  [problem && problemNames[problem], idle && idleNames[idle], useNames[use]]
    .flatMap((name) => (name ? [say(name)] : []))
    .join(' · ')

/** Kinds of use. */
export const useKindNames: Record<UseKind, Phrase> = {
  'tanaman-pangan': both('Tanaman pangan', 'Food crops'),
  hortikultura: both('Hortikultura', 'Horticulture'),
  perkebunan: both('Perkebunan', 'Plantation'),
  peternakan: both('Peternakan', 'Livestock'),
  perikanan: both('Perikanan', 'Fishery'),
  kehutanan: both('Kehutanan', 'Forestry'),
  sae: both('SAE', 'Education and assimilation site (SAE)'),
  bengkel: both('Bengkel atau produksi', 'Workshop'),
  'bangunan-upt': both('Bangunan UPT', 'Buildings of the unit'),
  'rumah-negara': both('Rumah negara', 'State housing'),
  'olahraga-ibadah': both('Olahraga dan ibadah', 'Sports and worship'),
  'jalan-parkir-terbuka': both(
    'Jalan, parkir, ruang terbuka, zona pengaman',
    'Roads, parking, open ground, security belt',
  ),
  'pos-pengamanan': both('Pos pengamanan', 'Guard post'),
  'cadangan-pembangunan': both('Cadangan pembangunan', 'Reserved for building'),
  'dipakai-pihak-lain': both('Dipakai pihak lain', 'Used by others'),
}

/** Forms of use by another party. */
export const formNames: Record<Utilisation['form'], Phrase> = {
  sewa: both('Sewa', 'Lease'),
  'pinjam-pakai': both('Pinjam pakai', 'Loan for use'),
  ksp: both('Kerja sama pemanfaatan (KSP)', 'Partnership (KSP)'),
  bgs: both('Bangun guna serah (BGS)', 'Build, operate, transfer (BGS)'),
  bsg: both('Bangun serah guna (BSG)', 'Build, transfer, operate (BSG)'),
  kspi: both('KSP infrastruktur', 'Infrastructure partnership (KSPI)'),
  ketupi: both('Kerja sama terbatas (KETUPI)', 'Limited concession (KETUPI)'),
}

/** How a use was proved. */
export const gradeNames: Record<Grade, Phrase> = {
  posisi: both('Foto dengan posisi telepon', 'Photo with the phone’s position'),
  exif: both('Foto dengan EXIF', 'Photo with EXIF'),
  pernyataan: both('Pernyataan petugas', 'The officer’s word'),
}

/** Why land stays unused. */
export const nonUseNames: Record<NonUse['reasons'][number], Phrase> = {
  'tidak-ada-rencana': both('Tidak ada rencana', 'No plan'),
  'tidak-ada-anggaran': both('Tidak ada anggaran', 'No budget'),
  'tidak-sesuai-rtrw': both('Tidak sesuai RTRW', 'Against the spatial plan (RTRW)'),
  'akses-buruk': both('Akses buruk', 'Poor access'),
  'tanpa-air': both('Tanpa air', 'No water'),
  'dikuasai-pihak-lain': both('Dikuasai pihak lain', 'Held by others'),
  'belum-bersertipikat': both('Belum bersertipikat', 'No certificate'),
  'kekurangan-petugas': both('Kekurangan petugas', 'Too few officers'),
  'jauh-dari-upt': both('Jauh dari UPT', 'Far from the unit'),
}

/** Sentences about how a parcel is used and why it stands as it stands. */
export const standingWords = {
  why: { id: 'Mengapa?', en: 'Why?' },
  whyOf: (status: string) => ({ id: `Mengapa “${status}”?`, en: `Why “${status}”?` }),
  changes: { id: 'Yang mengubahnya', en: 'What would change it' },
  until: { id: 'Berlaku sampai', en: 'Stands until' },
  untilChange: (day: string) => ({
    id: `${day}, bila tidak ada laporan baru`,
    en: `${day}, unless a new report comes`,
  }),
  noEnd: { id: 'Tidak berubah dengan sendirinya', en: 'Does not change by itself' },
  since: { id: 'Terhitung sejak', en: 'Counted from' },
  rule: { id: 'Aturan', en: 'Rule' },
  ruleVersion: (rule: string, version: string) => ({
    id: `${rule}, definisi v${version}`,
    en: `${rule}, definition v${version}`,
  }),
  internal: { id: 'internal', en: 'internal' },
  internalHint: {
    id: 'Status internal kementerian, bukan status hukum BMN idle menurut PMK 120/2024.',
    en: 'An internal status of the ministry, not the legal status of idle property under PMK 120/2024.',
  },
  notDerived: {
    id: 'Status dihitung setelah bidang diajukan.',
    en: 'The status is worked out once the parcel has been submitted.',
  },

  use: { id: 'Pemanfaatan lahan', en: 'Use of the land' },
  blocks: { id: 'Blok', en: 'Blocks' },
  block: { id: 'Blok', en: 'Block' },
  kind: { id: 'Jenis', en: 'Kind' },
  area: { id: 'Luas', en: 'Area' },
  proved: { id: 'Bukti terakhir', en: 'Latest evidence' },
  provedUntil: (day: string) => ({ id: `berlaku sampai ${day}`, en: `good until ${day}` }),
  provedLapsed: (day: string) => ({ id: `habis ${day}`, en: `ran out ${day}` }),
  unproved: { id: 'belum ada', en: 'none yet' },
  vacant: { id: 'Sisa kosong', en: 'Vacant rest' },
  vacantOf: (vacant: string, all: string) => ({
    id: `${vacant} kosong dari ${all}`,
    en: `${vacant} vacant of ${all}`,
  }),
  provedArea: { id: 'Terbukti digunakan', en: 'Use proved' },
  unprovedArea: { id: 'Belum terbukti', en: 'Not proved' },
  ownUse: { id: 'Penggunaan oleh unit', en: 'Use by the unit' },
  otherUse: { id: 'Pemanfaatan oleh pihak lain', en: 'Use by others' },
  withoutApproval: { id: 'tanpa persetujuan Pengelola', en: 'without approval of the Pengelola' },
  approval: (number: string, day: string) => ({
    id: `persetujuan ${number}, ${day}`,
    en: `approval ${number}, ${day}`,
  }),
  term: (from: string, until: string) => ({
    id: `${from} sampai ${until}`,
    en: `${from} to ${until}`,
  }),
  runBy: (who: string) => ({ id: `dijalankan ${who}`, en: `run by ${who}` }),
  noBlocks: { id: 'Belum ada blok yang dicatat.', en: 'No block has been recorded yet.' },
  blocksClosed: {
    id: 'Blok dan laporan hanya dibuka untuk unit ini, Kanwil-nya, pusat dan auditor.',
    en: 'Blocks and reports are open to this unit, its Kanwil, headquarters and auditors only.',
  },
  editBlocks: { id: 'Atur blok', en: 'Edit the blocks' },
  blockMap: { id: 'Peta blok pemanfaatan', en: 'Map of the blocks of use' },
  ended: { id: 'berakhir', en: 'ended' },
  plans: { id: 'Rencana', en: 'Plans' },
  planUse: { id: 'Rencana penggunaan', en: 'Plan of use' },
  planUtilisation: { id: 'Rencana pemanfaatan', en: 'Plan of utilisation' },
  planUntil: (day: string) => ({ id: `sasaran ${day}`, en: `target ${day}` }),
  planClosed: (outcome: string) => ({ id: `selesai: ${outcome}`, en: `closed: ${outcome}` }),
  noBudget: { id: 'tanpa dokumen anggaran', en: 'no budget paper' },
  nonUse: { id: 'Mengapa tidak digunakan', en: 'Why it is not used' },

  reports: { id: 'Laporan kegiatan', en: 'Activity reports' },
  report: { id: 'Laporkan kegiatan', en: 'Report activity' },
  noReports: { id: 'Belum ada laporan kegiatan.', en: 'No activity has been reported yet.' },
  more: { id: 'Laporan sebelumnya', en: 'Earlier reports' },
  period: (from: string, until: string) => ({ id: `${from} – ${until}`, en: `${from} – ${until}` }),
  same: { id: 'masih sama', en: 'unchanged' },
  planted: (area: string) => ({ id: `tanam ${area}`, en: `planted ${area}` }),
  harvested: (amount: string) => ({ id: `panen ${amount}`, en: `harvested ${amount}` }),
  withdrawn: (reason: string) => ({ id: `Ditarik: ${reason}`, en: `Withdrawn: ${reason}` }),
  photo: (at: string) => ({ id: `Foto laporan ${at}`, en: `Photo of the report ${at}` }),
  photoFailed: { id: 'Foto belum termuat', en: 'The photo has not loaded' },
  doubt: { id: 'perlu diperiksa', en: 'needs a look' },
  doubtPlace: { id: 'di luar batas bidang', en: 'outside the parcel' },
  doubtTime: { id: 'di luar periode', en: 'outside the period' },
  doubtReused: { id: 'pernah dipakai', en: 'used before' },
  chart: { id: 'Panen dari waktu ke waktu', en: 'Harvest over time' },
  chartOf: (commodity: string, unit: string) => ({
    id: `${commodity} (${unit})`,
    en: `${commodity} (${unit})`,
  }),
  chartTable: { id: 'Angka di balik grafik', en: 'The figures behind the chart' },
  month: { id: 'Bulan', en: 'Month' },
  harvest: { id: 'Panen', en: 'Harvest' },
  noHarvest: { id: 'Belum ada panen yang dilaporkan.', en: 'No harvest has been reported yet.' },

  timeline: { id: 'Riwayat status', en: 'Status over time' },
  timelineShow: { id: 'Tampilkan riwayat status', en: 'Show how the status changed' },
  timelineNone: {
    id: 'Status belum pernah dihitung.',
    en: 'The status has not been worked out yet.',
  },
  timelineFrom: (day: string) => ({ id: `sejak ${day}`, en: `since ${day}` }),
  timelineSpan: (from: string, until: string) => ({
    id: `${from} sampai ${until}`,
    en: `${from} to ${until}`,
  }),
  seeDay: (day: string) => ({ id: `Lihat keadaan ${day}`, en: `See how it stood on ${day}` }),
  statusOn: { id: 'Status pada hari itu', en: 'Status on that day' },

  case: { id: 'Kasus lahan menganggur', en: 'Idle-land case' },
  openCase: { id: 'Buka kasus', en: 'Open the case' },
  toCase: { id: 'Tandai sebagai menganggur', en: 'Flag as idle' },
} satisfies Messages
