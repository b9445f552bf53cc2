import type { Phrase } from '../../functions/domain/phrase.ts'
import type { RefusalCode } from '../../functions/domain/refusal.ts'

/** What failed on the way, without any answer of the registry. */
export type FailureCode = 'no-link' | 'failed' | 'upload-failed'

/** A heading and what to do next for every refusal; the sentence between them comes with the answer. */
export const problems: Record<RefusalCode | FailureCode, { title: Phrase; cure: Phrase }> = {
  'malformed-body': {
    title: { id: 'Isian tidak terbaca', en: 'The form could not be read' },
    cure: {
      id: 'Muat ulang halaman, lalu kirim lagi.',
      en: 'Load the page again, then send once more.',
    },
  },
  'malformed-query': {
    title: { id: 'Pencarian tidak terbaca', en: 'The search could not be read' },
    cure: { id: 'Kosongkan saringan, lalu cari lagi.', en: 'Clear the filters and search again.' },
  },
  'not-signed-in': {
    title: { id: 'Anda belum masuk', en: 'You are not signed in' },
    cure: { id: 'Masuk, lalu ulangi.', en: 'Sign in, then try again.' },
  },
  'not-a-member': {
    title: { id: 'Akun ini belum terdaftar', en: 'This account is not registered' },
    cure: {
      id: 'Minta Kantor Pusat menambahkan Anda di halaman Anggota.',
      en: 'Ask Headquarters to add you on the Members page.',
    },
  },
  forbidden: {
    title: { id: 'Bukan untuk peran Anda', en: 'Not for your role' },
    cure: {
      id: 'Minta kepada yang berwenang untuk unit ini.',
      en: 'Ask whoever is responsible for this unit.',
    },
  },
  'four-eyes': {
    title: { id: 'Harus diperiksa orang lain', en: 'Someone else has to check this' },
    cure: {
      id: 'Minta petugas Kanwil lain memverifikasi bidang ini.',
      en: 'Ask another officer of the Kanwil to verify this parcel.',
    },
  },
  'not-found': {
    title: { id: 'Tidak ditemukan', en: 'Not found' },
    cure: {
      id: 'Periksa alamatnya, atau cari lewat Peta.',
      en: 'Check the address, or search on the Map.',
    },
  },
  'no-such-route': {
    title: { id: 'Layanan ini tidak ada', en: 'There is no such service' },
    cure: {
      id: 'Muat ulang halaman untuk memakai versi terbaru.',
      en: 'Load the page again to use its newest version.',
    },
  },
  'overlaps-parcel': {
    title: { id: 'Bertumpang tindih dengan bidang lain', en: 'It overlaps another parcel' },
    cure: {
      id: 'Periksa batasnya di langkah Batas, atau sebutkan mengapa tanah yang sama tercatat dua kali.',
      en: 'Check the boundary in its step, or state why the same land is recorded twice.',
    },
  },
  'overlap-undecided': {
    title: { id: 'Menunggu keputusan pusat', en: 'It waits for headquarters' },
    cure: {
      id: 'Pusat memutuskan dahulu apakah kedua bidang tetap tercatat.',
      en: 'Headquarters decides first whether both parcels stay recorded.',
    },
  },
  'unreadable-file': {
    title: { id: 'Berkas tidak terbaca', en: 'The file cannot be read' },
    cure: {
      id: 'Minta juru ukur mengekspornya lagi, sebagai GeoJSON, KML, atau SHP dalam zip, atau tempel titik sudutnya.',
      en: 'Ask the surveyor to export it again, as GeoJSON, KML or a zipped SHP, or paste its corners.',
    },
  },
  'file-too-complex': {
    title: { id: 'Berkas terlalu rumit', en: 'The file is too complex' },
    cure: {
      id: 'Ekspor hanya bidang yang diperlukan, lalu coba lagi.',
      en: 'Export only the parcel that is needed, then try again.',
    },
  },
  'number-taken': {
    title: { id: 'Nomor sudah dipakai', en: 'The number is taken' },
    cure: {
      id: 'Periksa nomor di KIB atau sertipikat. Bila memang dipakai bersama, tuliskan alasannya.',
      en: 'Check the number on the KIB or certificate. If it really is shared, state the reason.',
    },
  },
  'wrong-state': {
    title: { id: 'Keadaan bidang sudah berubah', en: 'The parcel’s state has changed' },
    cure: {
      id: 'Muat ulang untuk melihat keadaan terakhir.',
      en: 'Load again to see its latest state.',
    },
  },
  'predecessor-stands': {
    title: { id: 'Bidang asal masih berlaku', en: 'The old parcel still counts' },
    cure: {
      id: 'Nonaktifkan dahulu bidang asalnya sebagai “dipecah” atau “digabung”, lalu verifikasi lagi.',
      en: 'Retire the old parcel as “divided” or “merged” first, then verify again.',
    },
  },
  'member-exists': {
    title: { id: 'Akun ini sudah anggota', en: 'This account is a member already' },
    cure: {
      id: 'Cari namanya di daftar, lalu ubah perannya di sana.',
      en: 'Find the name in the list and change its roles there.',
    },
  },
  'report-exists': {
    title: { id: 'Laporan ini sudah ada', en: 'This report exists already' },
    cure: {
      id: 'Laporan lain sudah terkirim dengan nomor yang sama. Muat ulang daftar laporan sebelum menulis lagi.',
      en: 'Another report was sent under the same number. Load the reports again before you write one.',
    },
  },
  'unit-has-parcels': {
    title: { id: 'Unit ini punya bidang', en: 'This unit has parcels' },
    cure: {
      id: 'Periksa bidangnya di peta. Nihil hanya untuk unit tanpa tanah hibah.',
      en: 'Look at its parcels on the map. Only a unit without granted land has none.',
    },
  },
  'upload-incomplete': {
    title: { id: 'Berkas belum lengkap terkirim', en: 'The file has not arrived completely' },
    cure: {
      id: 'Lanjutkan pengiriman; bagian yang sudah sampai tidak diulang.',
      en: 'Resume the upload; parts that arrived are not sent again.',
    },
  },
  busy: {
    title: { id: 'Registri sedang sibuk', en: 'The registry is busy' },
    cure: {
      id: 'Belum ada yang berubah. Coba lagi sebentar lagi.',
      en: 'Nothing has changed yet. Try again in a moment.',
    },
  },
  stale: {
    title: { id: 'Sudah diubah orang lain', en: 'Someone else has changed this' },
    cure: {
      id: 'Muat versi terbaru, lalu terapkan lagi perubahan Anda.',
      en: 'Load the newest version, then apply your change again.',
    },
  },
  'too-large': {
    title: { id: 'Terlalu besar', en: 'Too large' },
    cure: {
      id: 'Perkecil berkas atau kurangi titik batas, lalu kirim lagi.',
      en: 'Make the file smaller or use fewer corners, then send again.',
    },
  },
  'unsupported-media-type': {
    title: { id: 'Jenis berkas tidak diterima', en: 'This kind of file is not accepted' },
    cure: { id: 'Kirim PDF, JPEG, atau PNG.', en: 'Send a PDF, JPEG or PNG.' },
  },
  'invalid-input': {
    title: { id: 'Ada isian yang perlu diperbaiki', en: 'Some entries need to be corrected' },
    cure: {
      id: 'Perbaiki yang disebut, lalu kirim lagi.',
      en: 'Correct what is named and send again.',
    },
  },
  'not-a-boundary': {
    title: { id: 'Batas tidak terbaca', en: 'The boundary could not be read' },
    cure: {
      id: 'Gambar ulang batasnya, atau pakai berkas lain.',
      en: 'Draw the boundary again, or use another file.',
    },
  },
  'not-ready': {
    title: { id: 'Belum dapat diajukan', en: 'Not ready to be submitted' },
    cure: { id: 'Lengkapi yang disebut di bawah.', en: 'Complete what is listed below.' },
  },
  'idempotency-key-reused': {
    title: { id: 'Sudah pernah dikirim', en: 'This was sent before' },
    cure: {
      id: 'Muat ulang untuk melihat hasilnya.',
      en: 'Load again to see the result.',
    },
  },
  'file-differs': {
    title: { id: 'Berkas tidak sama', en: 'The file is not the same' },
    cure: {
      id: 'Berkas berubah saat dikirim atau isinya bukan jenis yang disebut. Pilih lagi berkasnya.',
      en: 'The file changed on the way or is not of the stated kind. Choose the file again.',
    },
  },
  'precondition-required': {
    title: { id: 'Versi tidak disebut', en: 'The version was not stated' },
    cure: { id: 'Muat ulang halaman, lalu ulangi.', en: 'Load the page again, then repeat.' },
  },
  'too-many-documents': {
    title: { id: 'Dokumen sudah penuh', en: 'Too many documents' },
    cure: {
      id: 'Gabungkan halaman menjadi satu PDF, lalu unggah lagi.',
      en: 'Join pages into one PDF and upload it again.',
    },
  },
  'no-link': {
    title: { id: 'Tidak ada sambungan', en: 'No connection' },
    cure: {
      id: 'Periksa sambungan internet, lalu coba lagi. Tidak ada isian yang hilang.',
      en: 'Check the connection and try again. Nothing that you typed is lost.',
    },
  },
  failed: {
    title: { id: 'Registri gagal menjawab', en: 'The registry failed to answer' },
    cure: {
      id: 'Coba lagi. Bila terulang, laporkan waktunya ke Kantor Pusat.',
      en: 'Try again. If it happens again, report the time to Headquarters.',
    },
  },
  'upload-failed': {
    title: { id: 'Berkas gagal terkirim', en: 'The file was not sent' },
    cure: { id: 'Coba lagi saat sambungan baik.', en: 'Try again when the connection is good.' },
  },
}
