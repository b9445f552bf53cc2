import type { Phrase } from '../../functions/domain/phrase.ts'
import type { ParcelProperties, StepName } from '../../functions/domain/parcel.ts'
import type { Role } from '../../functions/domain/permissions.ts'
import type { Coverage } from '../../functions/domain/coverage.ts'

type Of<T> = NonNullable<T>
type Titles = Of<ParcelProperties['titles']>[number]
type Problems = Of<ParcelProperties['legalProblems']>[number]
type Original = Of<Titles['original']>
type Grantor = Of<Of<ParcelProperties['grant']>['grantor']>

const both = (id: string, en: string): Phrase => ({ id, en })

/** Roles as they are called in the header and in lists. */
export const roleNames: Record<Role, Phrase> = {
  petugas: both('Petugas', 'Officer'),
  kpb: both('Kuasa Pengguna Barang', 'Head of unit (KPB)'),
  kanwil: both('Petugas Kanwil', 'Regional officer'),
  pusat: both('Kantor Pusat', 'Headquarters'),
  auditor: both('Auditor', 'Auditor'),
}

/** Roles where there is little room. */
export const roleTags: Record<Role, Phrase> = {
  ...roleNames,
  kpb: both('KPB', 'KPB'),
}

/** What a unit has recorded so far. */
export const coverageNames: Record<Coverage, Phrase> = {
  'belum-mulai': both('Belum mulai', 'Not started'),
  draf: both('Draf', 'Draft'),
  diajukan: both('Diajukan', 'Submitted'),
  terverifikasi: both('Terverifikasi', 'Verified'),
  nihil: both('Nihil', 'None held'),
}

/** How far a grant has come. */
export const statusPerolehanNames: Record<Of<ParcelProperties['statusPerolehan']>, Phrase> = {
  'usulan-hibah': both('Usulan hibah', 'Grant proposed'),
  nphd: both('NPHD ditandatangani', 'Grant agreement (NPHD) signed'),
  bast: both('BAST, sudah diserahterimakan', 'Handed over (BAST)'),
  'pinjam-pakai': both('Pinjam pakai (bukan BMN)', 'On loan (not state property)'),
  'tercatat-bmn': both('Tercatat sebagai BMN', 'Recorded as state property'),
}

/** Steps of a grant, in their legal order. */
export const stepNames: Record<StepName, Phrase> = {
  usulan: both('Usulan', 'Proposal'),
  persetujuan: both('Persetujuan', 'Approval'),
  nphd: both('NPHD', 'NPHD'),
  bast: both('BAST', 'BAST'),
  register: both('Register', 'Register'),
  pengesahan: both('Pengesahan', 'Ratification'),
  pencatatan: both('Pencatatan', 'Book entry'),
  psp: both('PSP', 'PSP'),
}

/** Who gave the land. */
export const grantorKindNames: Record<Of<Grantor['kind']>, Phrase> = {
  pemprov: both('Pemerintah provinsi', 'Provincial government'),
  pemkab: both('Pemerintah kabupaten', 'Regency government'),
  pemkot: both('Pemerintah kota', 'City government'),
  'kementerian-lembaga': both('Kementerian atau lembaga', 'Ministry or agency'),
  swasta: both('Swasta', 'Company'),
  masyarakat: both('Masyarakat', 'Community'),
  perorangan: both('Perorangan', 'Person'),
}

/** Where an original paper is kept. */
export const originalPlaceNames: Record<Original['place'], Phrase> = {
  kpknl: both('KPKNL', 'State assets office (KPKNL)'),
  upt: both('Di UPT', 'At the unit'),
  kanwil: both('Di Kanwil', 'At the Kanwil'),
  pusat: both('Di Kantor Pusat', 'At Headquarters'),
  pemda: both('Di pemerintah daerah', 'With the regional government'),
  hilang: both('Hilang', 'Lost'),
  lainnya: both('Di tempat lain', 'Elsewhere'),
}

/** Kinds of title. */
export const titleKindNames: Record<Of<Titles['kind']>, Phrase> = {
  'hak-pakai': both('Hak Pakai', 'Right of use (Hak Pakai)'),
  hgb: both('Hak Guna Bangunan', 'Right to build (HGB)'),
  hgu: both('Hak Guna Usaha', 'Right to cultivate (HGU)'),
  shm: both('Hak Milik', 'Ownership (SHM)'),
  hpl: both('Hak Pengelolaan', 'Right of management (HPL)'),
  girik: both('Girik', 'Girik (tax record)'),
  ajb: both('Akta Jual Beli', 'Deed of sale (AJB)'),
  lainnya: both('Lainnya', 'Other'),
}

/** What may stand against the land. */
export const legalProblemNames: Record<Problems['kind'], Phrase> = {
  'dikuasai-pihak-lain': both('Dikuasai pihak lain', 'Held by others'),
  'disertipikatkan-pihak-lain': both('Disertipikatkan pihak lain', 'Certified to others'),
  'tumpang-tindih': both('Tumpang tindih', 'Overlap'),
  sengketa: both('Sengketa', 'Dispute'),
  berperkara: both('Berperkara di pengadilan', 'In court'),
  'kawasan-hutan': both('Kawasan hutan', 'Forest area'),
  'salah-catat-wakaf': both('Salah catat, tanah wakaf', 'Wrongly recorded, waqf land'),
  'dokumen-hilang': both('Dokumen hilang', 'Documents lost'),
  'tidak-ditemukan': both('Tidak ditemukan di lapangan', 'Not found on the ground'),
}
