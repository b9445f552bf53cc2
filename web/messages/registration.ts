import type { Messages } from './phrase.ts'

/** Sentences of the registration: its frame, its first step and what saving says. */
export const registration = {
  title: { id: 'Daftarkan bidang', en: 'Register a parcel' },
  steps: { id: 'Langkah pendaftaran', en: 'Steps of the registration' },
  step1: { id: 'Bidang dan unit', en: 'Parcel and unit' },
  step2: { id: 'Dokumen hibah', en: 'Grant documents' },
  step3: { id: 'Batas', en: 'Boundary' },
  step4: { id: 'Periksa dan ajukan', en: 'Check and submit' },
  stepOf: (step: number) => ({ id: `Langkah ${step} dari 4`, en: `Step ${step} of 4` }),
  stepFull: { id: 'lengkap', en: 'complete' },
  stepNoted: { id: 'ada catatan', en: 'has a note' },
  stepUnsaved: { id: 'ada isian yang belum tersimpan', en: 'has entries that are not saved' },
  fieldInStep: (step: number, field: string) => ({
    id: `Langkah ${step} · ${field}`,
    en: `Step ${step} · ${field}`,
  }),
  back: { id: 'Kembali', en: 'Back' },
  onward: (to: string) => ({ id: `Lanjut: ${to}`, en: `Continue: ${to}` }),
  choose: { id: 'Pilih…', en: 'Choose…' },
  whatIs: (term: string) => ({ id: `Apa itu ${term}?`, en: `What is ${term}?` }),
  noteHere: { id: 'Catatan:', en: 'Note:' },
  understood: { id: 'Terbaca:', en: 'Read as:' },
  iMeant: (value: string) => ({ id: `Maksud saya ${value}`, en: `I meant ${value}` }),
  areaHint: {
    id: 'Tulis seperti di dokumen, misalnya 24.233,50 m² atau 5 ha.',
    en: 'Write it as on the document, such as 24.233,50 m² or 5 ha.',
  },
  rupiahHint: {
    id: 'Misalnya 10,3 M (miliar), 450 jt, atau Rp1.250.000.000.',
    en: 'Such as 10,3 M (thousand million), 450 jt, or Rp1.250.000.000.',
  },
  dayHint: {
    id: 'Misalnya 15-1-2026 atau 15 Januari 2026.',
    en: 'Such as 15-1-2026 or 15 January 2026.',
  },
  wholeNumber: {
    id: 'Tulis angka bulat saja, misalnya 12.',
    en: 'Write a whole number, such as 12.',
  },
  unread: (text: string) => ({
    id: `“${text}” belum terbaca, jadi belum tersimpan di registri.`,
    en: `“${text}” could not be read, so the registry does not have it yet.`,
  }),
  emptyParts: { id: 'Belum diisi:', en: 'Not filled in:' },
  parcel: { id: 'Bidang', en: 'Parcel' },
  optional: (label: string) => ({ id: `${label} (boleh kosong)`, en: `${label} (optional)` }),

  // where drafts begin
  startLead: {
    id: 'Siapkan dokumen hibah (NPHD, BAST), sertipikat bila ada, dan berkas batas bila ada. Yang belum ada boleh menyusul: draf tersimpan sendiri dan dapat ditinggal kapan saja.',
    en: 'Have the grant documents (NPHD, BAST), the certificate and the boundary file at hand, as far as they exist. The rest can follow: the draft saves itself and can be left at any time.',
  },
  startNew: { id: 'Mulai bidang baru', en: 'Start a new parcel' },
  unfinished: { id: 'Belum selesai', en: 'Unfinished' },
  unfinishedHint: {
    id: 'Draf di perangkat ini dan di registri untuk unit Anda.',
    en: 'Drafts on this device and in the registry for your units.',
  },
  noneUnfinished: {
    id: 'Belum ada draf. Bidang yang Anda mulai akan muncul di sini sampai diajukan.',
    en: 'There are no drafts. What you start shows here until it is submitted.',
  },
  nameless: { id: 'Bidang tanpa nama', en: 'Parcel without a name' },
  resume: { id: 'Lanjutkan', en: 'Continue' },
  onlyHere: { id: 'Hanya di perangkat ini', en: 'On this device only' },
  changedAt: (when: string) => ({ id: `diubah ${when}`, en: `changed ${when}` }),
  filesWaiting: (count: number) => ({
    id: `${count} berkas belum terkirim`,
    en: `${count} ${count === 1 ? 'file' : 'files'} not sent yet`,
  }),
  discard: { id: 'Buang', en: 'Discard' },
  discardTitle: { id: 'Buang draf ini?', en: 'Discard this draft?' },
  discardText: (name: string) => ({
    id: `“${name}” hanya ada di perangkat ini. Setelah dibuang tidak dapat dikembalikan.`,
    en: `“${name}” exists on this device only. Once discarded it cannot be brought back.`,
  }),
  listFailed: {
    id: 'Draf di registri belum dapat dimuat. Draf di perangkat ini tetap dapat dilanjutkan.',
    en: 'Drafts in the registry could not be loaded. Those on this device can still be continued.',
  },
  notPetugas: {
    id: 'Mendaftarkan bidang adalah tugas petugas unit. Peran Anda dapat melihat bidang di Peta; minta Kantor Pusat bila Anda juga petugas.',
    en: 'Registering parcels is for the officers of a unit. Your role can see parcels on the Map; ask Headquarters if you are an officer as well.',
  },
  gone: {
    id: 'Draf ini tidak ada di perangkat ini dan tidak ditemukan di registri. Mungkin sudah dibuang, atau bukan untuk unit Anda.',
    en: 'This draft is not on this device and was not found in the registry. It may have been discarded, or it is not of your unit.',
  },
  toList: { id: 'Ke daftar draf', en: 'To the list of drafts' },
  closedTitle: (state: string) => ({
    id: `Bidang ini ${state}, jadi tidak diubah di sini.`,
    en: `This parcel is ${state}, so it is not changed here.`,
  }),
  readOnly: {
    id: 'Hanya petugas unit yang mengubah isian. Anda dapat memeriksanya di langkah 4.',
    en: 'Only the officers of the unit change this. You can check it in step 4.',
  },
  openParcel: { id: 'Buka bidang', en: 'Open the parcel' },
  returnedTitle: { id: 'Dikembalikan dengan catatan', en: 'Returned with notes' },

  // saving
  saved: (at: string) => ({ id: `Draf tersimpan ${at}`, en: `Draft saved ${at}` }),
  savedBut: (at: string) => ({ id: `Tersimpan ${at},`, en: `Saved ${at},` }),
  notSaved: (count: number) => ({
    id: `${count} isian belum`,
    en: `${count} ${count === 1 ? 'entry' : 'entries'} not yet`,
  }),
  neededFirst: {
    id: 'Isi ini dulu; sebelum itu isian di sekitarnya belum tersimpan di registri.',
    en: 'Fill this in first; until then the registry does not have what stands around it.',
  },
  saving: { id: 'Menyimpan…', en: 'Saving…' },
  unsentOffline: {
    id: 'Belum terkirim (luring), aman di perangkat ini',
    en: 'Not sent yet (offline), safe on this device',
  },
  unsentIncomplete: {
    id: 'Tersimpan di perangkat ini; dikirim setelah unit dan nama diisi',
    en: 'Kept on this device; sent once unit and name are filled in',
  },
  saveFailed: (why: string) => ({ id: `Gagal menyimpan: ${why}`, en: `Could not save: ${why}` }),
  saveConflict: { id: 'Menunggu pilihan Anda', en: 'Waiting for your choice' },
  notKept: {
    id: 'Peramban ini tidak dapat menyimpan di perangkat (penyimpanan penuh atau jendela pribadi). Jangan tutup halaman sebelum tertulis “Draf tersimpan”.',
    en: 'This browser cannot keep anything on the device (storage full, or a private window). Do not close the page before it says “Draft saved”.',
  },
  conflictTitle: {
    id: 'Isian yang sama diubah di tempat lain',
    en: 'The same entry was changed elsewhere',
  },
  conflictText: {
    id: 'Orang atau perangkat lain menyimpan isian ini lebih dulu. Pilih mana yang benar; perubahan lain sudah digabung.',
    en: 'Another person or device saved this entry first. Choose which is right; all other changes are joined already.',
  },
  mine: { id: 'Isian saya', en: 'Mine' },
  theirs: { id: 'Isian di registri', en: 'In the registry' },
  keepMine: { id: 'Pakai isian saya', en: 'Use mine' },
  keepTheirs: { id: 'Pakai isian di registri', en: 'Use the registry’s' },
  nothing: { id: '(kosong)', en: '(empty)' },

  // first step
  unit: { id: 'Unit', en: 'Unit' },
  unitHint: {
    id: 'Unit yang memakai tanah. Hanya unit Anda yang dapat dipilih.',
    en: 'The unit that uses the land. Only your own units can be chosen.',
  },
  unitFixed: { id: 'Sesuai keanggotaan Anda.', en: 'By your membership.' },
  name: { id: 'Nama bidang', en: 'Name of the parcel' },
  nameHint: {
    id: 'Nama yang dikenal di unit, misalnya Lahan SAE Jalan Gatot Subroto.',
    en: 'What the unit calls it, such as Lahan SAE Jalan Gatot Subroto.',
  },
  status: { id: 'Sampai di mana hibahnya?', en: 'How far has the grant come?' },
  statusHint: {
    id: 'Pilih langkah terakhir yang sudah selesai.',
    en: 'Choose the last step that is done.',
  },
  statusUsulan: {
    id: 'Sudah diminta atau ditawarkan, belum ada perjanjian.',
    en: 'Asked for or offered; there is no agreement yet.',
  },
  statusNphd: {
    id: 'Perjanjian hibah sudah ditandatangani, tanah belum diserahkan.',
    en: 'The grant agreement is signed; the land is not handed over yet.',
  },
  statusBast: {
    id: 'Tanah sudah diserahkan, belum dicatat di SAKTI.',
    en: 'The land is handed over and not yet recorded in SAKTI.',
  },
  statusPinjam: {
    id: 'Milik pihak lain yang dipinjamkan. Bukan BMN, tetapi tetap didaftarkan.',
    en: 'On loan from another owner. Not state property, but registered all the same.',
  },
  statusTercatat: {
    id: 'Sudah punya kode barang dan NUP.',
    en: 'It has its asset code and NUP.',
  },
  address: { id: 'Alamat', en: 'Address' },
  provinsi: { id: 'Provinsi', en: 'Province' },
  kabupaten: { id: 'Kabupaten atau kota', en: 'Regency or city' },
  kecamatan: { id: 'Kecamatan', en: 'District' },
  desa: { id: 'Desa atau kelurahan', en: 'Village' },
  street: { id: 'Jalan dan nomor', en: 'Street and number' },
  rtRw: { id: 'RT/RW', en: 'RT/RW' },
  sameAsUnit: (place: string) => ({
    id: `Sama dengan letak unit: ${place}`,
    en: `Where the unit is: ${place}`,
  }),
  regionsFailed: {
    id: 'Daftar wilayah belum termuat. Tulis nama wilayahnya dulu; kodenya dapat menyusul.',
    en: 'The list of regions has not loaded. Write the names for now; the codes can follow.',
  },
  kodeKemendagri: { id: 'Kode wilayah Kemendagri', en: 'Kemendagri region code' },
  otherCodes: { id: 'Kode wilayah lain (BPN dan BPS)', en: 'Other region codes (BPN and BPS)' },
  otherCodesWhy: {
    id: 'BPN, BPS, dan Kemendagri memberi nomor sendiri-sendiri: Sulawesi Tengah 19 menurut BPN dan 72 menurut Kemendagri. Salin dari sertipikat (BPN) atau laporan statistik (BPS); jangan disamakan. Boleh kosong.',
    en: 'BPN, BPS and Kemendagri each have numbers of their own: Central Sulawesi is 19 with BPN and 72 with Kemendagri. Copy them from the certificate (BPN) or statistics (BPS); never make them equal. Optional.',
  },
  kodeBpn: { id: 'Kode BPN', en: 'BPN code' },
  kodeBpnHint: {
    id: 'Awal nomor sertipikat, misalnya 02.14.04.01.',
    en: 'The start of the certificate number, such as 02.14.04.01.',
  },
  kodeBps: { id: 'Kode BPS', en: 'BPS code' },
  kodeBpsHint: { id: 'Misalnya 1276010001.', en: 'Such as 1276010001.' },
  neighbours: { id: 'Berbatasan dengan', en: 'What lies around it' },
  neighboursHint: {
    id: 'Seperti di KIB: tanah siapa, jalan, atau sungai di tiap sisi.',
    en: 'As on the KIB: whose land, which road or river on each side.',
  },
  north: { id: 'Utara', en: 'North' },
  east: { id: 'Timur', en: 'East' },
  south: { id: 'Selatan', en: 'South' },
  west: { id: 'Barat', en: 'West' },
  note: { id: 'Catatan', en: 'Note' },
  noteHint: {
    id: 'Hal lain yang perlu diketahui pemeriksa. Jangan menulis nama atau nomor warga binaan.',
    en: 'What else a verifier should know. Never write names or numbers of inmates.',
  },
} satisfies Messages
