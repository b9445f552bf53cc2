import type { BUDGET_PAPERS, NON_USE_REASONS, UseKind } from '../../functions/domain/use.ts'
import type { UTILISATION_FORMS } from '../../functions/domain/use.ts'
import type { Phrase } from '../../functions/domain/phrase.ts'
import type { Messages } from './phrase.ts'

/** What land is used for. */
export const USE_KIND_NAMES: Record<UseKind, Phrase> = {
  'tanaman-pangan': { id: 'Tanaman pangan', en: 'Food crops' },
  hortikultura: { id: 'Hortikultura', en: 'Horticulture' },
  perkebunan: { id: 'Perkebunan', en: 'Plantation' },
  peternakan: { id: 'Peternakan', en: 'Livestock' },
  perikanan: { id: 'Perikanan', en: 'Fishery' },
  kehutanan: { id: 'Kehutanan, agroforestri', en: 'Forestry, agroforestry' },
  sae: { id: 'SAE (asimilasi dan edukasi)', en: 'SAE (assimilation and education)' },
  bengkel: { id: 'Bengkel, produksi', en: 'Workshop, production' },
  'bangunan-upt': { id: 'Bangunan UPT, kantor', en: 'Buildings of the unit, office' },
  'rumah-negara': { id: 'Rumah negara', en: 'State housing' },
  'olahraga-ibadah': { id: 'Olahraga, ibadah', en: 'Sports, worship' },
  'jalan-parkir-terbuka': {
    id: 'Jalan, parkir, ruang terbuka, zona pengaman',
    en: 'Roads, parking, open ground, security belt',
  },
  'pos-pengamanan': { id: 'Pos pengamanan', en: 'Guard post' },
  'cadangan-pembangunan': { id: 'Cadangan pembangunan', en: 'Reserved for building' },
  'dipakai-pihak-lain': { id: 'Dipakai pihak lain', en: 'Used by others' },
}

/** Forms of pemanfaatan; terms of law keep their names. */
export const FORM_NAMES: Record<(typeof UTILISATION_FORMS)[number], Phrase> = {
  sewa: { id: 'Sewa', en: 'Sewa (lease)' },
  'pinjam-pakai': { id: 'Pinjam pakai', en: 'Pinjam pakai (loan for use)' },
  ksp: { id: 'Kerja sama pemanfaatan (KSP)', en: 'KSP (partnership)' },
  bgs: { id: 'Bangun guna serah (BGS)', en: 'BGS (build, operate, transfer)' },
  bsg: { id: 'Bangun serah guna (BSG)', en: 'BSG (build, transfer, operate)' },
  kspi: { id: 'KSP infrastruktur (KSPI)', en: 'KSPI (infrastructure partnership)' },
  ketupi: { id: 'KETUPI', en: 'KETUPI (limited financing concession)' },
}

/** Why land stays unused. */
export const REASON_NAMES: Record<(typeof NON_USE_REASONS)[number], Phrase> = {
  'tidak-ada-rencana': { id: 'Tidak ada rencana', en: 'No plan' },
  'tidak-ada-anggaran': { id: 'Tidak ada anggaran', en: 'No budget' },
  'tidak-sesuai-rtrw': { id: 'Tidak sesuai RTRW', en: 'Against the spatial plan (RTRW)' },
  'akses-buruk': { id: 'Akses buruk', en: 'Poor access' },
  'tanpa-air': { id: 'Tanpa air, tadah hujan', en: 'No water, rain-fed' },
  'dikuasai-pihak-lain': { id: 'Dikuasai pihak lain', en: 'Held by others' },
  'belum-bersertipikat': { id: 'Belum bersertipikat', en: 'Not certified' },
  'kekurangan-petugas': { id: 'Kekurangan petugas atau WBP', en: 'Too few staff or inmates' },
  'jauh-dari-upt': { id: 'Jauh dari UPT', en: 'Far from the unit' },
}

/** Budget papers that carry a plan. */
export const BUDGET_NAMES: Record<(typeof BUDGET_PAPERS)[number], Phrase> = {
  dipa: { id: 'DIPA', en: 'DIPA' },
  'dipa-revisi': { id: 'DIPA revisi', en: 'DIPA revisi' },
  'rka-kl': { id: 'RKA-K/L', en: 'RKA-K/L' },
  rkbmn: { id: 'RKBMN hasil penelaahan', en: 'RKBMN as reviewed' },
}

/** Blocks of use, plans, and why the rest is not used. */
export const useWords = {
  title: { id: 'Penggunaan dan pemanfaatan', en: 'Use of the land' },
} satisfies Messages
