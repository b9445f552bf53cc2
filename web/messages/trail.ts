import type { Phrase } from '../../functions/domain/phrase.ts'
import type { Messages } from './phrase.ts'

const both = (id: string, en: string): Phrase => ({ id, en })

/** What happened, by the action that an event records. */
export const actionNames: Readonly<Record<string, Phrase>> = {
  drafted: both('Draf dibuat', 'Draft made'),
  changed: both('Isian diubah', 'Fields changed'),
  'handed-over': both('Diserahkan kepada kepala unit', 'Handed to the head of unit'),
  submitted: both('Diajukan', 'Submitted'),
  returned: both('Dikembalikan', 'Returned'),
  verified: both('Diverifikasi', 'Verified'),
  reopened: both('Dibuka lagi', 'Reopened'),
  retired: both('Dinonaktifkan', 'Retired'),
  'overlap-decided': both('Tumpang tindih diputuskan', 'Shared land decided on'),
  'document-added': both('Dokumen ditambahkan', 'Document added'),
  'document-withdrawn': both('Dokumen ditarik', 'Document withdrawn'),
  'document-read': both('Dokumen dibuka', 'Document opened'),
  swept: both('Diperiksa registri', 'Looked at by the registry'),
  'block-recorded': both('Blok penggunaan dicatat', 'Block of use recorded'),
  'block-changed': both('Blok penggunaan diubah', 'Block of use changed'),
  'block-ended': both('Blok penggunaan diakhiri', 'Block of use ended'),
  'plan-recorded': both('Rencana dicatat', 'Plan recorded'),
  'plan-closed': both('Rencana ditutup', 'Plan closed'),
  'non-use-stated': both('Alasan tidak digunakan dinyatakan', 'Reason for non-use stated'),
  'photo-added': both('Foto ditambahkan', 'Photo added'),
  reported: both('Kegiatan dilaporkan', 'Activity reported'),
  'report-withdrawn': both('Laporan ditarik', 'Report withdrawn'),
  'idle-flagged': both('Ditandai tidak terpakai (internal)', 'Flagged as unused (internal)'),
  'clarification-asked': both('Klarifikasi diminta (internal)', 'Clarification asked (internal)'),
  'clarification-answered': both('Klarifikasi dijawab', 'Clarification answered'),
  'plan-accepted': both('Rencana diterima (internal)', 'Plan accepted (internal)'),
  'plan-monitored': both('Rencana dipantau (internal)', 'Plan monitored (internal)'),
  'used-again': both(
    'Dinyatakan dipakai kembali (internal)',
    'Stated to be in use again (internal)',
  ),
  'idle-flag-withdrawn': both('Tanda dicabut (internal)', 'Flag withdrawn (internal)'),
  'idle-reported': both('Dilaporkan ke Pengelola Barang', 'Reported to the Pengelola Barang'),
  'idle-letter-recorded': both(
    'Surat Pengelola Barang dicatat',
    'Letter of the Pengelola Barang recorded',
  ),
}

/** Sentences of the audit trail. */
export const trailWords = {
  title: { id: 'Jejak audit', en: 'Audit trail' },
  of: (name: string) => ({ id: `Jejak audit: ${name}`, en: `Audit trail: ${name}` }),
  lead: {
    id: 'Setiap perubahan disambung dengan yang sebelumnya lewat sidik digital (SHA-256). Mengubah satu huruf saja memutus rantainya.',
    en: 'Each change is chained to the one before it by a digital fingerprint (SHA-256). Changing a single letter breaks the chain.',
  },
  back: { id: 'Kembali ke bidang', en: 'Back to the parcel' },
  question: { id: 'Apakah riwayat ini pernah diubah?', en: 'Was this history edited?' },
  check: { id: 'Periksa sekarang', en: 'Check now' },
  checking: { id: 'Memeriksa…', en: 'Checking…' },
  checkAgain: { id: 'Periksa lagi', en: 'Check again' },
  checkHint: {
    id: 'Pemeriksaan berjalan di peramban ini, bukan di server.',
    en: 'The check runs in this browser, not on the server.',
  },
  whole: (n: string) => ({
    id: `Riwayat utuh: ${n} peristiwa, semuanya tersambung dan tidak diubah.`,
    en: `The history is whole: ${n} events, all linked and unaltered.`,
  }),
  anchored: (version: string, date: string) => ({
    id: `Sampai versi ${version}, riwayat ini terbukti sudah ada pada ${date} lewat tanda tangan harian, dan tidak berubah sejak itu.`,
    en: `Up to version ${version} a signed daily root proves that this history stood on ${date}, unchanged since.`,
  }),
  newer: (n: string) => ({
    id: `${n} peristiwa terbaru belum tersegel: tanda tangan hariannya belum dibuat.`,
    en: `The ${n} newest events are not yet sealed: their daily signature is still to come.`,
  }),
  notAnchored: {
    id: 'Belum tersegel: riwayat ini utuh di dalam dirinya, tetapi belum ada tanda tangan harian yang membuktikan bahwa ia tidak ditulis ulang seluruhnya.',
    en: 'Not yet sealed: this history agrees with itself, but no signed daily root proves yet that it was not rewritten as a whole.',
  },
  broken: {
    id: 'Riwayat ini TIDAK utuh. Jangan dipakai sebagai bukti, dan laporkan ke Kantor Pusat.',
    en: 'This history does NOT hold. Do not use it as evidence, and report it to headquarters.',
  },
  brokenAt: (version: number) => ({ id: `Versi ${version}: `, en: `Version ${version}: ` }),
  fingerprint: (key: string) => ({
    id: `Sidik kunci penanda tangan: ${key}. Cocokkan dengan yang diumumkan Kantor Pusat.`,
    en: `Fingerprint of the signing key: ${key}. Compare it with the one that headquarters published.`,
  }),
  takeAway: { id: 'Periksa sendiri tanpa kami', en: 'Check it without us' },
  takeAwayText: {
    id: 'Unduh riwayat dan alat pemeriksanya, lalu jalankan satu perintah di komputer sendiri. Tidak perlu sambungan ke registri.',
    en: 'Download the history and the checking script, then run one command on your own computer. No link to the registry is needed.',
  },
  downloadBundle: { id: 'Unduh riwayat (JSON)', en: 'Download the history (JSON)' },
  downloadScript: { id: 'Unduh alat pemeriksa', en: 'Download the checking script' },
  command: { id: 'Perintahnya', en: 'The command' },
  copy: { id: 'Salin', en: 'Copy' },
  copied: { id: 'Perintah disalin.', en: 'The command was copied.' },
  events: { id: 'Peristiwa', en: 'Events' },
  newestFirst: { id: 'terbaru di atas', en: 'newest first' },
  version: (n: string) => ({ id: `Versi ${n}`, en: `Version ${n}` }),
  by: (name: string, role: string) => ({ id: `${name}, ${role}`, en: `${name}, ${role}` }),
  statusChange: (before: string, after: string) => ({
    id: `Status: ${before} → ${after}`,
    en: `Status: ${before} → ${after}`,
  }),
  system: { id: 'Sistem', en: 'System' },
  unknownMember: { id: 'anggota tidak dikenal', en: 'unknown member' },
  changes: (n: string) => ({ id: `${n} isian`, en: `${n} fields` }),
  noChanges: { id: 'Tidak ada isian yang berubah.', en: 'No field changed.' },
  stateChange: (from: string, to: string) => ({ id: `${from} → ${to}`, en: `${from} → ${to}` }),
  hash: (hash: string) => ({ id: `sidik ${hash}`, en: `fingerprint ${hash}` }),
  showBoundary: { id: 'Lihat batas sebelum dan sesudah', en: 'Show the boundary before and after' },
  boundaryBefore: { id: 'abu-abu: batas sebelumnya', en: 'grey: the boundary before' },
  restricted: {
    id: 'Riwayat hanya dibuka untuk unit ini, Kanwil-nya, pusat dan auditor.',
    en: 'The history is open to this unit, its Kanwil, headquarters and auditors only.',
  },
} satisfies Messages
