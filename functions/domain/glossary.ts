import type { ChainStep } from './grant.ts'
import type { Phrase } from './phrase.ts'

/** Terms of law that the page explains on demand. */
export type Term =
  | ChainStep
  | 'hibah'
  | 'mphl-bjs'
  | 'sakti-siman'
  | 'kib'
  | 'kode-barang'
  | 'nup'
  | 'kode-register'
  | 'kpb'
  | 'bmn'
  | 'hak-pakai'
  | 'nib'
  | 'surat-ukur'
  | 'pinjam-pakai'
  | 'peruntukan'
  | 'tarik-kembali'
  | 'alih-fungsi'
  | 'balik-nama'
  | 'nilai-perolehan'
  | 'njop'

/** A short explanation of each term, for someone who meets it on a form. */
export const GLOSSARY: Record<Term, Phrase> = {
  hibah: {
    id: 'Pemberian tanah tanpa imbalan kepada negara, dari pemerintah daerah, instansi lain, badan, atau orang.',
    en: 'Land given to the State for nothing in return, by a regional government, another agency, a body or a person.',
  },
  usulan: {
    id: 'Surat permohonan atau surat kesediaan yang memulai hibah.',
    en: 'The letter that asks for the land, or offers it, and starts the grant.',
  },
  persetujuan: {
    id: 'Persetujuan DPRD atau kepala daerah untuk melepas tanah milik daerah.',
    en: 'Consent of the regional council or head of region to give away regional land.',
  },
  nphd: {
    id: 'Naskah Perjanjian Hibah Daerah: perjanjian antara pemberi dan penerima hibah. Memuat tanah, luas, peruntukan, dan syaratnya.',
    en: 'Naskah Perjanjian Hibah Daerah: the agreement between grantor and grantee. It states the land, its area, its purpose and the conditions.',
  },
  bast: {
    id: 'Berita Acara Serah Terima: bukti bahwa tanah sudah diserahkan, ditandatangani kedua pihak.',
    en: 'Berita Acara Serah Terima: the record, signed by both parties, that the land was handed over.',
  },
  register: {
    id: 'Nomor yang diberikan Kanwil DJPb untuk setiap hibah (PMK 99/PMK.05/2017).',
    en: 'The number that the regional treasury office (Kanwil DJPb) gives to each grant (PMK 99/PMK.05/2017).',
  },
  pengesahan: {
    id: 'Pengakuan hibah berbentuk barang oleh KPPN, dengan MPHL-BJS dan SP3HL-BJS, dalam tahun anggaran yang sama.',
    en: 'Recognition of a grant in kind by the treasury office (KPPN) through MPHL-BJS and SP3HL-BJS, within the same budget year.',
  },
  'mphl-bjs': {
    id: 'MPHL-BJS: Memo Pencatatan Hibah Langsung Bentuk Barang/Jasa/Surat Berharga. SP3HL-BJS: Surat Perintah Pengesahan Pendapatan Hibah Langsung untuk bentuk yang sama.',
    en: 'MPHL-BJS is the memo that records a direct grant in goods, services or securities; SP3HL-BJS is the order that recognises it as income.',
  },
  pencatatan: {
    id: 'Pembukuan tanah sebagai BMN di SAKTI, yang mengalir ke SIMAN, dengan kode barang dan NUP.',
    en: 'Entry of the land as state property in SAKTI, from where it flows to SIMAN, with its asset code and NUP.',
  },
  'sakti-siman': {
    id: 'SAKTI adalah aplikasi keuangan satker; SIMAN adalah aplikasi pengelolaan BMN Kementerian Keuangan.',
    en: 'SAKTI is the accounting system of government units; SIMAN is the finance ministry’s system of state assets.',
  },
  sertipikat: {
    id: 'Surat tanda bukti hak dari kantor pertanahan. Tanah negara wajib bersertipikat atas nama Pemerintah RI (UU 1/2004 Ps. 49).',
    en: 'Proof of title from the land office. State land must be certified in the name of the Government (UU 1/2004, art. 49).',
  },
  psp: {
    id: 'Penetapan Status Penggunaan: keputusan bahwa BMN dipakai satker. Dimohon paling lambat 6 bulan sejak diperoleh (PMK 40/2024 Ps. 11).',
    en: 'Penetapan Status Penggunaan: the decision that a unit uses the asset. To be requested within 6 months of acquisition (PMK 40/2024, art. 11).',
  },
  kib: {
    id: 'Kartu Identitas Barang: kartu satu tanah dalam pembukuan BMN, berisi luas, batas, bukti, dan nilainya.',
    en: 'Kartu Identitas Barang: the card of one piece of land in the books, with its area, boundaries, proof and value.',
  },
  'kode-barang': {
    id: 'Sepuluh angka yang menyebut jenis barang. Tanah selalu berawalan 2.',
    en: 'Ten digits that name the kind of asset. Land always begins with 2.',
  },
  nup: {
    id: 'Nomor Urut Pendaftaran: urutan barang dalam satu satker dan satu kode barang.',
    en: 'Nomor Urut Pendaftaran: the running number of an asset within one unit and one asset code.',
  },
  'kode-register': {
    id: '32 angka dan huruf dari SIMAN yang menunjuk satu barang dan tidak berubah.',
    en: 'The 32 characters by which SIMAN knows one asset for good.',
  },
  kpb: {
    id: 'Kuasa Pengguna Barang: kepala satker yang bertanggung jawab atas BMN di unitnya.',
    en: 'Kuasa Pengguna Barang: the head of the unit, responsible for its state property.',
  },
  bmn: {
    id: 'Barang Milik Negara: barang yang dibeli dengan APBN atau diperoleh secara sah, termasuk dari hibah.',
    en: 'Barang Milik Negara: property of the State, bought from its budget or lawfully acquired, grants included.',
  },
  'hak-pakai': {
    id: 'Hak atas tanah bagi instansi pemerintah, atas nama Pemerintah Republik Indonesia c.q. kementeriannya.',
    en: 'The right of use that government agencies hold, in the name of the Government, for its ministry.',
  },
  nib: {
    id: 'Nomor Identifikasi Bidang dari kantor pertanahan. Bukan Nomor Induk Berusaha.',
    en: 'The land office’s number of a parcel. Not the business licence number that has the same letters.',
  },
  'surat-ukur': {
    id: 'Kutipan peta bidang hasil pengukuran, dasar luas pada sertipikat.',
    en: 'The survey extract from which a certificate takes its area.',
  },
  'pinjam-pakai': {
    id: 'Tanah milik pihak lain, biasanya pemerintah daerah, yang dipinjamkan. Bukan BMN.',
    en: 'Land on loan from another owner, usually a regional government. It is not state property of the ministry.',
  },
  peruntukan: {
    id: 'Tujuan pemakaian tanah menurut perjanjian hibah.',
    en: 'The purpose for which the grant agreement gives the land.',
  },
  'tarik-kembali': {
    id: 'Syarat bahwa pemberi hibah boleh mengambil kembali tanahnya, misalnya bila tidak dipakai sampai tanggal tertentu.',
    en: 'A condition under which the grantor may take the land back, for instance if it is not used by a certain day.',
  },
  'alih-fungsi': {
    id: 'Larangan memakai tanah untuk keperluan lain daripada peruntukannya.',
    en: 'The ban on using the land for anything but its stated purpose.',
  },
  'balik-nama': {
    id: 'Penggantian nama pemegang hak pada sertipikat di kantor pertanahan.',
    en: 'Changing the name of the holder on a certificate at the land office.',
  },
  'nilai-perolehan': {
    id: 'Nilai tanah saat diperoleh, menurut dokumen (perolehan) atau hasil penilaian (taksiran).',
    en: 'The value of the land when it was acquired, by its papers or by an appraisal.',
  },
  njop: {
    id: 'Nilai Jual Objek Pajak: nilai tanah untuk pajak bumi dan bangunan.',
    en: 'Nilai Jual Objek Pajak: the value of the land for property tax.',
  },
}
