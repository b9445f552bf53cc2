import { demoNote, type DemoParcel, STATE } from './parcel.ts'

/** Grants and land in dispute, by the figures that the press and auditors told. */
export const DISPUTES: readonly DemoParcel[] = [
  {
    // granted in 2021 for 10.3 milliar; certificate against SHM 88/1975, suit for 172.66 milliar
    key: 'penajam-hibah-2021',
    properties: {
      upt: 'lapas-penajam-paser-utara',
      name: 'Tanah pembangunan Lapas Penajam Paser Utara',
      statusPerolehan: 'bast',
      address: {
        kabupaten: 'Kabupaten Penajam Paser Utara',
        provinsi: 'Kalimantan Timur',
        kodeKemendagri: '64.09',
        kodeBpn: '16.12.01.03',
      },
      neighbours: {
        north: 'Jalan provinsi',
        east: 'Tanah Pemkab',
        south: 'Kebun warga',
        west: 'Tanah kosong',
      },
      grant: {
        grantor: { name: 'Pemerintah Kabupaten Penajam Paser Utara', kind: 'pemkab' },
        steps: {
          nphd: { number: '030/NPHD/2021', date: '2021-03-18', areaM2: 24_220 },
          bast: {
            number: '030/BAST/2021',
            date: '2021-04-15',
            areaM2: 24_220,
            valueIdr: 10_300_000_000,
          },
        },
        terms: { purpose: 'Pembangunan Lapas' },
      },
      titles: [
        {
          number: '16.12.01.03.4.00013',
          kind: 'hak-pakai',
          holder: STATE,
          areaM2: 24_220,
          original: { place: 'kanwil' },
        },
      ],
      value: { amountIdr: 10_300_000_000, basis: 'perolehan' },
      legalProblems: [
        {
          kind: 'tumpang-tindih',
          stage: 'litigasi',
          otherTitle: 'SHM 88/1975',
          party: 'Pemegang SHM 88/1975',
          areaM2: 24_220,
        },
        {
          kind: 'berperkara',
          stage: 'litigasi',
          court: 'pn',
          otherTitle: 'SHM 88/1975',
          party: 'Pemegang SHM 88/1975',
          claimIdr: 172_660_000_000,
          note: 'Nomor perkara belum dicatat.',
        },
      ],
      note: demoNote('Hibah 2021 senilai Rp10,3 M; digugat Rp172,66 M atas dasar SHM 88/1975.'),
    },
    place: { lon: 116.72, lat: -1.27, eastM: -2500, northM: 1500 },
    shape: { areaM2: 24_220, corners: 7 },
    papers: ['nphd', 'bast', 'sertipikat'],
    story: { to: 'diajukan' },
  },
  {
    // 51 ha; 2.9 ha fewer when measured again, 3 ha to residents
    key: 'lias-51-ha',
    properties: {
      upt: 'lapas-kelas-iia-lombok-barat',
      name: 'Tanah Lias, Lombok Utara',
      statusPerolehan: 'nphd',
      address: {
        street: 'Lias',
        kabupaten: 'Kabupaten Lombok Utara',
        provinsi: 'Nusa Tenggara Barat',
        kodeKemendagri: '52.08',
      },
      grant: {
        grantor: { name: 'Pemerintah Kabupaten Lombok Utara', kind: 'pemkab' },
        steps: { nphd: { number: '028/NPHD/2018', date: '2018-09-03', areaM2: 510_000 } },
      },
      titles: [{ suratUkur: { number: '112/2024', date: '2024-08-12', areaM2: 481_000 } }],
      legalProblems: [
        {
          kind: 'dikuasai-pihak-lain',
          stage: 'mediasi',
          areaM2: 30_000,
          party: 'Warga',
          note: 'Akan dilepas untuk warga.',
        },
      ],
      note: demoNote('Luas 51 ha menjadi 48,1 ha saat diukur ulang; 3 ha untuk warga.'),
    },
    place: { lon: 116.23, lat: -8.345, eastM: 0, northM: 0 },
    shape: { areaM2: 481_000, corners: 16 },
    papers: ['nphd'],
    story: {
      to: 'dikembalikan',
      by: 'kanwil',
      reason: 'Luas berkurang 2,9 ha sejak NPHD dan belum dijelaskan.',
      notes: [
        ['#/properties/titles/0/suratUkur/areaM2', 'Lampirkan berita acara pengukuran ulang.'],
        ['#/properties/legalProblems/0', 'Sebutkan dasar pelepasan 3 ha untuk warga.'],
      ],
    },
  },
  {
    // the city uses 163,734 m² of the ministry's land without an agreement (BPK)
    key: 'tangerang-dipakai-pemkot',
    properties: {
      upt: 'lapas-kelas-i-tangerang',
      name: 'Tanah kementerian yang dipakai Pemkot Tangerang',
      statusPerolehan: 'tercatat-bmn',
      address: {
        kabupaten: 'Kota Tangerang',
        provinsi: 'Banten',
        kodeKemendagri: '36.71',
      },
      neighbours: {
        north: 'Jalan kota',
        east: 'Permukiman',
        south: 'Kantor Pemkot',
        west: 'Sungai Cisadane',
      },
      grant: {
        grantor: { name: 'Tanah negara, bukan hibah', kind: 'kementerian-lembaga' },
        steps: { nphd: { absent: true }, bast: { absent: true } },
      },
      bmnRecords: [
        {
          kodeBarang: '2.01.01.04.001',
          nup: 7,
          areaM2: 163_734,
          condition: 'baik',
          builtM2: 98_000,
          facilitiesM2: 65_734,
          vacantM2: 0,
        },
      ],
      legalProblems: [
        {
          kind: 'dikuasai-pihak-lain',
          stage: 'mediasi',
          areaM2: 163_734,
          party: 'Pemerintah Kota Tangerang',
          note: 'Tanpa perjanjian; temuan BPK.',
        },
      ],
      note: demoNote('Pemkot memakai 163.734 m² tanah kementerian (BPK).'),
    },
    place: { lon: 106.634, lat: -6.178, eastM: 700, northM: 500 },
    shape: { areaM2: 163_734, corners: 14 },
    papers: ['foto'],
    story: {
      to: 'terverifikasi',
      note: 'Catatan benar; pemakaian tanpa perjanjian diteruskan ke pusat.',
    },
  },
  {
    // 532 m² in a person's name since 1979
    key: 'palembang-atas-nama-perorangan',
    properties: {
      upt: 'lapas-kelas-i-palembang',
      name: 'Tanah 532 m² atas nama perorangan',
      statusPerolehan: 'tercatat-bmn',
      address: {
        kabupaten: 'Kota Palembang',
        provinsi: 'Sumatera Selatan',
        kodeKemendagri: '16.71',
      },
      grant: {
        grantor: { name: 'Perorangan (nama tidak dicatat)', kind: 'perorangan' },
        steps: { nphd: { absent: true }, bast: { absent: true } },
      },
      titles: [{ kind: 'shm', holder: 'Perorangan (nama tidak dicatat)', areaM2: 532 }],
      bmnRecords: [{ kodeBarang: '2.01.01.01.002', nup: 3, areaM2: 532 }],
      legalProblems: [
        {
          kind: 'disertipikatkan-pihak-lain',
          stage: 'identifikasi',
          areaM2: 532,
          note: 'Sejak 1979 atas nama perorangan.',
        },
      ],
      note: demoNote('Sejak 1979 tercatat atas nama perorangan; perlu balik nama.'),
    },
    place: { lon: 104.79, lat: -2.94, eastM: -400, northM: 300 },
    shape: { areaM2: 532, corners: 5 },
    papers: [],
    story: { to: 'diajukan' },
  },
]
