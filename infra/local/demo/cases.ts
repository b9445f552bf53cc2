import { DISPUTES } from './disputes.ts'
import { completeProperties, demoNote, type DemoParcel, STATE } from './parcel.ts'

/** Cases of grants that the press and auditors told of; what was not told is left out or made up. */
export const CASES: readonly DemoParcel[] = [
  ...DISPUTES,
  {
    // 5 ha granted; two certificates of 16,964 and 24,233 m² on both sides of a river
    key: 'kolonodale-hibah',
    properties: {
      upt: 'lapas-kelas-iii-kolonodale',
      name: 'Lahan hibah Lapas Kolonodale',
      statusPerolehan: 'bast',
      address: {
        kabupaten: 'Kabupaten Morowali Utara',
        provinsi: 'Sulawesi Tengah',
        kodeKemendagri: '72.12',
        kodeBpn: '19.06.06.24',
      },
      neighbours: {
        north: 'Tanah Pemkab Morowali Utara',
        east: 'Jalan desa',
        south: 'Kebun warga',
        west: 'Hutan rakyat',
      },
      grant: {
        grantor: { name: 'Pemerintah Kabupaten Morowali Utara', kind: 'pemkab' },
        steps: {
          persetujuan: { absent: true, note: 'Tidak ditemukan di arsip Pemkab.' },
          nphd: { number: '593/NPHD/2019', date: '2019-05-14', areaM2: 50_000 },
          bast: { number: '593/BAST/2019', date: '2019-06-20', areaM2: 50_000 },
          register: { absent: true },
          pengesahan: { absent: true },
        },
        terms: { purpose: 'Pembangunan Lapas Kolonodale' },
      },
      titles: [
        {
          number: '19.06.06.24.4.00026',
          kind: 'hak-pakai',
          holder: STATE,
          areaM2: 16_964,
          original: { place: 'upt' },
        },
        {
          number: '19.06.06.24.4.00027',
          kind: 'hak-pakai',
          holder: STATE,
          areaM2: 24_233,
          original: { place: 'upt' },
        },
      ],
      note: demoNote(
        'Dihibahkan 5 ha; sertipikat terbit di tempat lain seluas 16.964 m² dan 24.233 m², dipisahkan sungai.',
      ),
    },
    place: { lon: 121.335, lat: -1.99, eastM: -1500, northM: -900 },
    shape: { areaM2: [16_964, 24_233], corners: 9 },
    papers: ['nphd', 'bast', 'sertipikat', 'foto'],
    story: {
      to: 'terverifikasi',
      note: 'Catatan sesuai dokumennya. Selisih 8.803 m² dan letak sertipikat dibahas dengan Pemkab.',
      notes: [['#/properties/grant/steps/nphd/areaM2', 'NPHD 50.000 m², sertipikat 41.197 m².']],
    },
  },
  {
    // the province still owns what the prison has used for years
    key: 'plantungan-milik-pemprov',
    properties: {
      upt: 'lapas-pemuda-kelas-iib-plantungan',
      name: 'Lahan Plantungan milik Pemprov Jawa Tengah',
      statusPerolehan: 'usulan-hibah',
      address: {
        kecamatan: 'Plantungan',
        kabupaten: 'Kabupaten Kendal',
        provinsi: 'Jawa Tengah',
        kodeKemendagri: '33.24.01',
      },
      grant: {
        grantor: { name: 'Pemerintah Provinsi Jawa Tengah', kind: 'pemprov' },
        steps: { usulan: { number: 'PAS.PL.02.02-88', date: '2025-02-11', areaM2: 84_600 } },
      },
      titles: [
        {
          number: 'HP No. 3/Tirtomulyo',
          kind: 'hak-pakai',
          areaM2: 84_600,
          holder: 'Pemerintah Provinsi Jawa Tengah',
          original: { place: 'pemda' },
        },
      ],
      note: demoNote('Dipakai lapas bertahun-tahun, tetapi masih milik Pemprov: belum BMN.'),
    },
    place: { lon: 109.985, lat: -7.09, eastM: 300, northM: 200 },
    shape: { areaM2: 84_450, corners: 18, hole: 0.06 },
    papers: ['usulan'],
    story: { to: 'diajukan' },
  },
  {
    // loan for use that became a grant, with the council's approval
    key: 'batang-pinjam-pakai-ke-hibah',
    properties: {
      ...completeProperties({
        key: 'batang-pinjam-pakai-ke-hibah',
        upt: 'lapas-kelas-iib-batang',
        name: 'Tanah Lapas Batang, dahulu pinjam pakai',
        kodeKemendagri: '33.25',
        kabupaten: 'Kabupaten Batang',
        year: 2024,
        areaM2: 11_870,
        perM2Idr: 450_000,
        grantor: { name: 'Pemerintah Kabupaten Batang', kind: 'pemkab' },
        purpose: 'Lembaga pemasyarakatan',
        certificate: 'HP No. 21/Kauman',
        nup: 1,
      }),
      note: demoNote('Semula pinjam pakai; diukur, disetujui DPRD, lalu dihibahkan.'),
    },
    place: { lon: 109.73, lat: -6.915, eastM: 0, northM: -300 },
    shape: { areaM2: 11_905, corners: 8 },
    papers: ['persetujuan', 'nphd', 'bast', 'register', 'pengesahan', 'psp', 'sertipikat', 'foto'],
    story: { to: 'terverifikasi' },
  },
  {
    key: 'brebes-usulan',
    properties: {
      upt: 'lapas-kelas-iib-brebes',
      name: 'Usulan lahan ketahanan pangan Brebes',
      statusPerolehan: 'usulan-hibah',
      address: { kabupaten: 'Kabupaten Brebes', kodeKemendagri: '33.29' },
      grant: {
        grantor: { name: 'Pemerintah Kabupaten Brebes', kind: 'pemkab' },
        steps: { usulan: { number: 'PAS.PL.02.02-41', date: '2026-03-04' } },
      },
      note: demoNote('Pemkab memeriksa dahulu apakah zona hijau / Lahan Sawah Dilindungi (LSD).'),
    },
    place: { lon: 109.04, lat: -6.88, eastM: 1500, northM: -2200 },
    shape: { areaM2: 32_400, corners: 10 },
    papers: ['usulan'],
    story: { to: 'diserahkan' },
  },
  {
    key: 'dobo-usulan',
    properties: {
      upt: 'lapas-kelas-iii-dobo',
      name: 'Usulan tanah Lapas Dobo',
      statusPerolehan: 'usulan-hibah',
      address: { kabupaten: 'Kabupaten Kepulauan Aru', kodeKemendagri: '81.07' },
      grant: {
        grantor: { name: 'Pemerintah Kabupaten Kepulauan Aru', kind: 'pemkab' },
        steps: { usulan: { number: 'PAS.PL.02.02-17', date: '2026-05-19', areaM2: 20_000 } },
      },
      note: demoNote('Menunggu pemeriksaan: bukan kawasan konservasi.'),
    },
    place: { lon: 134.222, lat: -5.768, eastM: 900, northM: -600 },
    shape: { areaM2: 20_000, corners: 6 },
    papers: [],
    story: {
      to: 'dikembalikan',
      by: 'kpb',
      reason: 'Surat pemeriksaan kawasan konservasi belum ada.',
      notes: [['#/properties/grant/steps/usulan', 'Minta surat keterangan dinas kehutanan.']],
    },
  },
]
