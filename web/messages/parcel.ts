import type { Phrase } from '../../functions/domain/phrase.ts'
import type { ChainState } from '../../functions/domain/grant.ts'
import type { AreaSource } from '../../functions/domain/areas.ts'
import type { Severity } from '../../functions/domain/finding.ts'
import type { Messages } from './phrase.ts'

const both = (id: string, en: string): Phrase => ({ id, en })

/** Where an area is stated. */
export const areaNames: Record<AreaSource, Phrase> = {
  NPHD: both('NPHD', 'Grant agreement (NPHD)'),
  BAST: both('BAST', 'Hand-over record (BAST)'),
  SERTIPIKAT: both('Sertipikat', 'Certificate'),
  SURAT_UKUR: both('Surat ukur', 'Survey certificate'),
  SIMAN: both('SIMAN', 'SIMAN'),
  POLIGON: both('Batas (elipsoid)', 'Boundary (ellipsoidal)'),
}

/** The same within a sentence. */
export const shortAreaNames: Record<AreaSource, Phrase> = {
  NPHD: both('NPHD', 'the NPHD'),
  BAST: both('BAST', 'the BAST'),
  SERTIPIKAT: both('sertipikat', 'the certificate'),
  SURAT_UKUR: both('surat ukur', 'the survey'),
  SIMAN: both('SIMAN', 'SIMAN'),
  POLIGON: both('batas', 'the boundary'),
}

/** How far a step of the grant is proved. */
export const chainStateNames: Record<ChainState, Phrase> = {
  documented: both('berdokumen', 'documented'),
  stated: both('tercatat, berkas belum ada', 'recorded, no file yet'),
  absent: both('dokumen tidak ada', 'document does not exist'),
  missing: both('belum ada', 'not there yet'),
  'not-applicable': both('tidak berlaku', 'does not apply'),
}

/** How much a finding weighs. */
export const severityNames: Record<Severity, Phrase> = {
  B: both('Menghalangi pengajuan', 'Stops the submission'),
  E: both('Kekurangan', 'Shortcoming'),
  W: both('Peringatan', 'Warning'),
  I: both('Petunjuk', 'Indication'),
}

/** Ways in which a parcel leaves the registry. */
export const retirementNames: Record<string, Phrase> = {
  'salah-catat': both('Salah catat', 'Recorded by mistake'),
  ganda: both('Tercatat dua kali', 'Recorded twice'),
  dipecah: both('Dipecah menjadi beberapa bidang', 'Divided into several parcels'),
  digabung: both('Digabung dengan bidang lain', 'Merged with another parcel'),
  'alih-status': both('Alih status penggunaan', 'Use transferred to another body'),
  penghapusan: both('Penghapusan', 'Written off'),
  'eks-bmn-idle': both('Diserahkan sebagai BMN idle', 'Handed over as idle property'),
}

/** Sentences about one parcel, on the map's panel and on its own page. */
export const parcelWords = {
  wholeRecord: { id: 'Seluruh catatan', en: 'Whole record' },
  empty: { id: 'kosong', en: 'empty' },
  emptyList: { id: 'belum ada isinya', en: 'nothing in it yet' },
  filled: { id: 'mulai diisi', en: 'begun' },
  erased: { id: 'sudah dihapus (data pribadi)', en: 'erased (personal data)' },
  withheld: { id: 'tidak dibuka untuk Anda', en: 'not open to you' },
  yes: { id: 'ya', en: 'yes' },
  no: { id: 'tidak', en: 'no' },
  boundaryOf: (hash: string) => ({ id: `batas ${hash}…`, en: `boundary ${hash}…` }),
  noBoundary: { id: 'Batas belum digambar.', en: 'No boundary has been drawn yet.' },
  notFilled: { id: 'belum diisi', en: 'not filled in' },
  nup: (nup: number) => ({ id: `NUP ${nup}`, en: `NUP ${nup}` }),

  stateDraf: {
    id: 'Masih draf. Hanya unit, Kanwil, pusat dan auditor yang melihatnya.',
    en: 'Still a draft. Only the unit, its Kanwil, headquarters and auditors see it.',
  },
  stateHandedOver: (when: string) => ({
    id: `Diserahkan kepada kepala unit ${when}, menunggu dilepas.`,
    en: `Handed to the head of the unit ${when}, waiting to be released.`,
  }),
  stateDiajukan: (when: string) => ({
    id: `Diajukan ${when}. Menunggu verifikasi petugas Kanwil.`,
    en: `Submitted ${when}. Waiting for verification by the Kanwil.`,
  }),
  stateDiajukanUndecided: (when: string) => ({
    id: `Diajukan ${when}. Menunggu keputusan Kantor Pusat tentang tumpang tindihnya, lalu verifikasi petugas Kanwil.`,
    en: `Submitted ${when}. Waiting for headquarters to decide on the shared land, then for verification by the Kanwil.`,
  }),
  stateDikembalikan: (reason: string) => ({
    id: `Dikembalikan: ${reason}`,
    en: `Returned: ${reason}`,
  }),
  stateTerverifikasi: (when: string) => ({
    id: `Sama dengan dokumennya, diperiksa ${when}.`,
    en: `Equal to its documents, checked ${when}.`,
  }),
  stateDenganCatatan: (when: string) => ({
    id: `Sama dengan dokumen yang ada, diperiksa ${when}. Masih ada yang perlu dibereskan.`,
    en: `Equal to the documents there are, checked ${when}. Some things remain to be resolved.`,
  }),
  stateNonaktif: (why: string) => ({
    id: `Tidak lagi dihitung: ${why}`,
    en: `No longer counted: ${why}`,
  }),
  notesAtFields: { id: 'Catatan pada isian', en: 'Notes at fields' },
  correctHere: { id: 'Perbaiki', en: 'Correct this' },

  summary: { id: 'Ringkasan', en: 'Summary' },
  boundary: { id: 'Batas', en: 'Boundary' },
  boundarySource: (how: string) => ({ id: `Asal batas: ${how}`, en: `Source: ${how}` }),
  boundarySurveyed: (day: string) => ({ id: `diukur ${day}`, en: `surveyed ${day}` }),
  chain: { id: 'Rantai hibah', en: 'Grant chain' },
  chainGaps: (n: number) => ({
    id: `${n} langkah yang seharusnya sudah ada belum ada.`,
    en:
      n === 1
        ? '1 step that should be there is missing.'
        : `${n} steps that should be there are missing.`,
  }),
  chainWhole: {
    id: 'Semua langkah yang seharusnya ada sudah tercatat.',
    en: 'Every step that should be there is recorded.',
  },
  whatIsThis: (name: string) => ({ id: `Apa itu ${name}?`, en: `What is ${name}?` }),
  areas: { id: 'Luas menurut sumber', en: 'Area by source' },
  areaSource: { id: 'Sumber', en: 'Source' },
  area: { id: 'Luas', en: 'Area' },
  areaDifference: { id: 'Selisih', en: 'Difference' },
  areaSame: (with_: string) => ({ id: `sama dengan ${with_}`, en: `same as ${with_}` }),
  areaSmaller: (m2: string, percent: string, than: string) => ({
    id: `${m2} lebih kecil (${percent}) daripada ${than}`,
    en: `${m2} smaller (${percent}) than ${than}`,
  }),
  areaLarger: (m2: string, percent: string, than: string) => ({
    id: `${m2} lebih besar (${percent}) daripada ${than}`,
    en: `${m2} larger (${percent}) than ${than}`,
  }),
  withinTolerance: { id: 'dalam batas wajar', en: 'within tolerance' },
  beyondTolerance: { id: 'di luar batas wajar', en: 'beyond tolerance' },
  areaIncomplete: {
    id: 'jumlah belum lengkap, tidak dibandingkan',
    en: 'sum incomplete, not compared',
  },
  areaFirst: { id: 'acuan pertama', en: 'first statement' },
  areaAgainst: (percent: string, other: string) => ({
    id: `${percent} terhadap ${other}`,
    en: `${percent} against ${other}`,
  }),
  areasNone: { id: 'Belum ada luas yang tercatat.', en: 'No area is recorded yet.' },
  titles: { id: 'Sertipikat dan bukti hak', en: 'Certificates and titles' },
  titlesNone: { id: 'Belum ada sertipikat tercatat.', en: 'No certificate is recorded.' },
  records: { id: 'Catatan BMN', en: 'Book records' },
  recordsNone: { id: 'Belum tercatat di SIMAN.', en: 'Not recorded in SIMAN yet.' },
  holders: { id: 'Siapa lagi memakai nomor ini?', en: 'Who else holds this number?' },
  holdersNone: {
    id: 'Tidak ada bidang lain yang memakai nomor ini.',
    en: 'No other parcel holds this number.',
  },
  holdersSome: { id: 'Juga dipakai oleh:', en: 'Also held by:' },
  holdersBecause: (reason: string) => ({ id: `alasan: ${reason}`, en: `reason: ${reason}` }),
  value: { id: 'Nilai', en: 'Value' },
  grantTerms: { id: 'Pemberi dan syarat hibah', en: 'Grantor and terms' },
  address: { id: 'Letak', en: 'Place' },
  legal: { id: 'Masalah hukum', en: 'Legal problems' },
  legalNone: { id: 'Tidak ada masalah hukum tercatat.', en: 'No legal problem is recorded.' },
  documents: { id: 'Dokumen', en: 'Documents' },
  documentsNone: { id: 'Belum ada dokumen.', en: 'No documents yet.' },
  documentsClosed: {
    id: 'Dokumen hanya dibuka untuk unit ini, Kanwil-nya, pusat dan auditor.',
    en: 'Documents are open to this unit, its Kanwil, headquarters and auditors only.',
  },
  documentOpen: { id: 'Unduh', en: 'Download' },
  sheetPicture: { id: 'FOTO', en: 'PHOTO' },
  documentPreview: { id: 'Lihat gambar', en: 'Show picture' },
  documentPreviewHint: {
    id: 'Setiap pembukaan dokumen dicatat.',
    en: 'Every opening of a document is recorded.',
  },
  documentWithdrawn: (reason: string) => ({ id: `ditarik: ${reason}`, en: `withdrawn: ${reason}` }),
  documentProves: (field: string) => ({ id: `Bukti untuk ${field}`, en: `Proof of ${field}` }),
  documentUnlinked: { id: 'Belum ditautkan ke isian', en: 'Not linked to a field' },
  findings: { id: 'Temuan', en: 'Findings' },
  findingsNone: { id: 'Tidak ada temuan.', en: 'There are no findings.' },
  findingsE: {
    id: 'Kekurangan tidak menghalangi pengajuan. Selama masih ada, verifikasinya menjadi “terverifikasi dengan catatan”.',
    en: 'A shortcoming does not stop the submission. While one remains, the verification is “verified with notes”.',
  },
  findingAt: (field: string) => ({ id: `Isian: ${field}`, en: `Field: ${field}` }),
  findingCure: { id: 'Yang dapat dilakukan:', en: 'What can be done:' },
  findingByUnit: { id: 'dibereskan oleh petugas unit', en: 'cured by the unit’s officer' },
  withheldTitle: { id: 'Sebagian isian tidak dibuka', en: 'Some fields are withheld' },
  withheldText: {
    id: 'Nama orang, tetangga, pihak dan strategi sengketa, dokumen dan temuan hanya dibuka untuk unit ini, Kanwil-nya, pusat dan auditor.',
    en: 'Names of persons, neighbours, parties and strategy of disputes, documents and findings are open to this unit, its Kanwil, headquarters and auditors only.',
  },
  history: { id: 'Riwayat', en: 'History' },
  historyShort: (version: string, when: string) => ({
    id: `Versi ${version}, terakhir diubah ${when}.`,
    en: `Version ${version}, last changed ${when}.`,
  }),
  toTrail: { id: 'Jejak audit', en: 'Audit trail' },
  print: { id: 'Cetak', en: 'Print' },
  printedFrom: (when: string, address: string) => ({
    id: `Dicetak ${when} dari ${address}`,
    en: `Printed ${when} from ${address}`,
  }),
  backToMap: { id: 'Lihat di peta', en: 'Show on map' },
  loadedAgain: { id: 'Versi terbaru dimuat.', en: 'The newest version is loaded.' },
  parcelTitle: { id: 'Bidang', en: 'Parcel' },
} satisfies Messages

/** What a document is, by the field that it proves; steps of the grant have their own names. */
export const documentKindNames: Readonly<Record<string, Phrase>> = {
  sertipikat: both('Sertipikat', 'Certificate'),
  'surat-ukur': both('Surat ukur', 'Survey certificate'),
  kib: both('KIB', 'Asset card (KIB)'),
  penilaian: both('Penilaian', 'Appraisal'),
  perkara: both('Dokumen perkara', 'Court document'),
  foto: both('Foto', 'Photo'),
  keputusan: both('Keputusan', 'Decision'),
  lainnya: both('Lainnya', 'Other'),
}
