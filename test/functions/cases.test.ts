import { expect } from 'vitest'
import { squareAt } from '../fixtures/parcels.ts'
import { type Send, test } from '../stack.ts'
import { type File, pdf, upload } from './files.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/* Cases that the domain is known by, with the numbers of their sources. */

/** Register a member of a unit or Kanwil that the demo accounts do not cover. */
async function register(
  pusat: Send,
  subject: string,
  scope: Record<string, unknown>,
): Promise<void> {
  const roles = [{ from: '2026-01-01', ...scope }]
  const made = await ask(pusat, 'POST', '/members', { subject, name: subject, roles })
  expect(made.status).toBe(201)
}

interface Office {
  petugas: Send
  kpb: Send
  kanwil: Send
}
async function office(as: (account: string) => Send, upt: string, kanwil: string): Promise<Office> {
  await register(as('pusat'), `petugas.${upt}`, { role: 'petugas', upt: [upt] })
  await register(as('pusat'), `kpb.${upt}`, { role: 'kpb', upt: [upt] })
  await register(as('pusat'), `kanwil.${upt}`, { role: 'kanwil', kanwil: [kanwil] })
  return { petugas: as(`petugas.${upt}`), kpb: as(`kpb.${upt}`), kanwil: as(`kanwil.${upt}`) }
}

type Found = { rule: string; severity: string; pointer: string; message: string }
const rulesOf = ({ body }: Answer): string[] =>
  body.properties.findings.map(({ rule }: Found) => rule)

const KOLONODALE = 'lapas-kelas-iii-kolonodale'
const kolonodale = {
  type: 'Feature',
  geometry: {
    type: 'MultiPolygon', // a river runs between
    coordinates: [squareAt(121.335, -1.99, 0.0012), squareAt(121.338, -1.99, 0.0014)].map((part) => part.coordinates), // prettier-ignore
  },
  properties: {
    upt: KOLONODALE,
    name: 'Lahan hibah Lapas Kolonodale',
    statusPerolehan: 'bast',
    address: { kabupaten: 'Kabupaten Morowali Utara', kodeKemendagri: '72.12', kodeBpn: '19.06.06.24' },
    grant: {
      grantor: { name: 'Pemerintah Kabupaten Morowali Utara', kind: 'pemkab' },
      steps: {
        nphd: { absent: true },
        bast: { number: '590/12/2019', date: '2019-05-02', areaM2: 50_000 },
      },
    },
    titles: [
      { number: '19.06.06.24.4.00026', kind: 'hak-pakai', areaM2: 16_964 },
      { number: '19.06.06.24.4.00027', kind: 'hak-pakai', areaM2: 24_233 },
    ],
  },
} // prettier-ignore

test('Kolonodale: one grant with two certificates lacks 8,803 m²', async ({ as }) => {
  const { petugas, kpb } = await office(as, KOLONODALE, 'sulawesi-tengah')
  const made = await draft(petugas, kolonodale)
  expect(made.status).toBe(201)
  expect(made.body.properties.titles).toHaveLength(2)
  const certificates = made.body.properties.areas.find(
    ({ source }: { source: string }) => source === 'SERTIPIKAT',
  )
  expect(certificates).toMatchObject({
    m2: 41_197,
    of: '19.06.06.24.4.00026, 19.06.06.24.4.00027',
    comparedWith: 'BAST',
    differenceM2: -8_803,
    differencePercent: -17.6,
    withinTolerance: false,
  })
  // BPN 19 and Kemendagri 72 are both Sulawesi Tengah: no rule may compare them.
  const codes = made.body.properties.findings.filter(({ pointer }: Found) => /kodeBpn|kodeKemendagri/.test(pointer)) // prettier-ignore
  expect(codes).toEqual([])
  const released = await step(kpb, made, 'submission')
  expect(released.body.properties.state).toBe('diajukan')
  for (const number of ['19.06.06.24.4.00026', '19060624400027']) {
    const { body } = await ask(petugas, 'GET', `/numbers/sertipikat/${number}`)
    expect(body.holders.map(({ id }: { id: string }) => id)).toEqual([made.body.id])
  }
})

test('Penajam: 10,3 M is ten point three thousand million rupiah', async ({ as }) => {
  const PPU = 'lapas-penajam-paser-utara'
  const { petugas } = await office(as, PPU, 'kalimantan-timur')
  const made = await draft(petugas, {
    type: 'Feature',
    geometry: squareAt(116.72, -1.27),
    properties: {
      upt: PPU,
      name: 'Tanah pembangunan Lapas Penajam Paser Utara',
      value: { amountIdr: 10_300_000_000, basis: 'perolehan' },
      titles: [{ number: '16.12.01.03.4.00013', kind: 'hak-pakai', areaM2: 24_220 }],
      legalProblems: [
        { kind: 'berperkara', stage: 'litigasi', otherTitle: 'SHM 88/1975', claimIdr: 172_660_000_000, strategy: 'Banding' },
      ], // prettier-ignore
    },
  })
  const read = await ask(petugas, 'GET', `/parcels/${made.body.id}`)
  expect(read.body.properties.value.amountIdr).toBe(10_300_000_000)
  expect(read.body.properties.status).toBe('berperkara')
  const written = await ask(petugas, 'PATCH', `/parcels/${made.body.id}`, { properties: { value: { amountIdr: '10,3 M' } } }, { 'If-Match': made.etag }) // prettier-ignore
  expect(written.status).toBe(422) // reading what people write is the page's work, see writing.test.ts
})

test('Batang: land on loan is no state property, and is not asked for its papers', async ({
  as,
}) => {
  const [petugas, kpb] = [as('petugas.batang'), as('kpb.batang')]
  const loan = {
    type: 'Feature',
    geometry: squareAt(109.73, -6.92),
    properties: {
      upt: 'lapas-kelas-iib-batang',
      name: 'Lahan pinjam pakai Batang',
      statusPerolehan: 'pinjam-pakai',
      address: { kabupaten: 'Kabupaten Batang', kodeKemendagri: '33.25' },
      grant: { grantor: { name: 'Pemerintah Kabupaten Batang', kind: 'pemkab' } },
    },
  }
  const made = await draft(petugas, loan)
  const released = await step(kpb, made, 'submission')
  expect(released.status).toBe(200)
  for (const rule of rulesOf(released)) expect(rule).not.toMatch(/^A0[1-5]$|^B23$|^C07$/)
  const booked = { ...loan.properties, bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 3 }] }
  const both = await draft(petugas, { ...loan, properties: booked })
  const findings = both.body.properties.findings as Found[]
  expect(findings.some(({ pointer }) => pointer.startsWith('#/properties/bmnRecords'))).toBe(true)
})

test('Palembang: a certificate in the name of a person has to be renamed', async ({ as }) => {
  const UPT = 'lapas-kelas-i-palembang'
  const { petugas } = await office(as, UPT, 'sumatera-selatan')
  const named = async (holder: string) => {
    const titles = [{ number: 'HP No. 12/Desa X', kind: 'hak-pakai', holder, areaM2: 532 }]
    const properties = { upt: UPT, name: 'Tanah 532 m²', statusPerolehan: 'tercatat-bmn', titles }
    const made = await draft(petugas, { type: 'Feature', properties })
    expect(made.status).toBe(201)
    return rulesOf(made)
  }
  expect(await named('Drs. H. Ahmad')).toContain('B03')
  expect(await named('Departemen Kehakiman')).toContain('B03')
  const republic = 'Pemerintah Republik Indonesia c.q. Kementerian Imigrasi dan Pemasyarakatan'
  expect(await named(republic)).not.toContain('B03')
})

test('a certificate number of the old form is a warning and no obstacle', async ({ as }) => {
  const made = await draft(as('petugas.binjai'), {
    type: 'Feature',
    properties: {
      upt: 'lapas-kelas-iia-binjai',
      name: 'Tanah lama',
      titles: [{ number: 'HP No. 12/Desa X', kind: 'hak-pakai' }],
    },
  })
  const about = made.body.properties.findings.filter(
    ({ pointer }: Found) => pointer === '#/properties/titles/0/number',
  )
  expect(about.map(({ severity }: Found) => severity)).toEqual(['W'])
})

const paper = (kind: string): File => pdf(900, kind, `${kind}.pdf`, kind)
const BINJAI = 'lapas-kelas-iia-binjai'

/** A parcel of Binjai with every paper on file, so that no rule of weight is left. */
async function complete(petugas: Send, origin: string, nth = 1): Promise<Answer> {
  const geometry = squareAt(98.4 + nth / 100, 3.6)
  const made = await draft(petugas, {
    type: 'Feature',
    geometry,
    properties: { upt: BINJAI, name: `Lahan lengkap ${nth}` },
  })
  const kinds = ['persetujuan', 'nphd', 'bast', 'register', 'pengesahan', 'pencatatan', 'psp', 'sertipikat', 'kib'] // prettier-ignore
  const documents: Record<string, string[]> = {}
  for (const kind of kinds) {
    const file = paper(kind)
    const done = await upload(petugas, origin, made.body.id, { ...file, bytes: pdf(900 + nth, kind).bytes }) // prettier-ignore
    expect(done.status).toBe(200)
    documents[kind] = [done.body.document.id]
  }
  const m2 = made.body.properties.areaM2
  const areaM2 = Math.round(m2)
  const on = (kind: string, date: string) => ({
    number: `${kind}/${nth}/2023`,
    date,
    documents: documents[kind],
    original: { place: 'kpknl' },
  })
  const seen = await ask(petugas, 'GET', `/parcels/${made.body.id}`)
  const changed = await ask(
    petugas,
    'PATCH',
    `/parcels/${made.body.id}`,
    {
      properties: {
        statusPerolehan: 'tercatat-bmn',
        address: { kabupaten: 'Kota Binjai', provinsi: 'Sumatera Utara', kodeKemendagri: '12.75', kodeBpn: '02.14.04.01' },
        neighbours: { north: 'Jalan Samanhudi', east: 'Saluran', south: 'Tanah Pemko', west: 'Kebun' },
        grant: {
          grantor: { name: 'Pemerintah Kota Binjai', kind: 'pemkot' },
          steps: {
            persetujuan: on('persetujuan', '2023-02-01'),
            nphd: { ...on('nphd', '2023-03-01'), areaM2, valueIdr: areaM2 * 300_000, parties: ['Wali Kota Binjai'] },
            bast: { ...on('bast', '2023-03-20'), areaM2, valueIdr: areaM2 * 300_000, parties: ['Wali Kota Binjai'] },
            register: on('register', '2023-04-01'),
            pengesahan: on('pengesahan', '2023-04-20'),
            pencatatan: on('pencatatan', '2023-05-01'),
            psp: on('psp', '2023-07-01'),
          },
          terms: { purpose: 'Sarana asimilasi dan edukasi', noChangeOfFunction: true },
        },
        titles: [
          {
            number: `02.14.04.01.4.000${50 + nth}`, kind: 'hak-pakai',
            holder: 'Pemerintah Republik Indonesia c.q. Kementerian Imigrasi dan Pemasyarakatan',
            issued: '2025-08-19', areaM2, nibBidang: `021404010000${50 + nth}`,
            documents: documents.sertipikat, original: { place: 'kpknl' }, electronic: true,
            suratUkur: { number: `${nth}/2025`, date: '2025-07-08', areaM2 },
          },
        ],
        bmnRecords: [
          {
            kodeBarang: '2.01.01.04.001', nup: 100 + nth, areaM2, builtM2: 0, facilitiesM2: 0, vacantM2: areaM2,
            valueIdr: areaM2 * 300_000, acquired: '2023-03-20', recorded: '2023-05-01', condition: 'baik',
            kdSatker: '005011600401877000KD', kodeRegister: `${nth}`.repeat(32).slice(0, 32),
          },
        ],
        value: { amountIdr: areaM2 * 300_000, basis: 'perolehan', perM2Idr: 300_000, njopIdr: areaM2 * 200_000, njopYear: 2026 },
      },
    }, // prettier-ignore
    { 'If-Match': seen.etag },
  )
  expect(changed.status).toBe(200)
  return changed
}

test(
  'with every paper on file a verification is without notes',
  { timeout: 60_000 },
  async ({ as, origin }) => {
    const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
    const whole = await complete(petugas, origin)
    const grave = (whole.body.properties.findings as Found[]).filter(({ severity }) => 'BE'.includes(severity)) // prettier-ignore
    expect(grave).toEqual([])
    const released = await step(kpb, whole, 'submission')
    const verified = await step(kanwil, released, 'verification')
    expect(verified.body.properties.state).toBe('terverifikasi')

    const reopened = await step(kanwil, verified, 'reopening', { reason: 'BAST ternyata hilang' })
    const absent = { properties: { grant: { steps: { bast: { documents: null, absent: true } } } } }
    const without = await ask(petugas, 'PATCH', `/parcels/${whole.body.id}`, absent, { 'If-Match': reopened.etag }) // prettier-ignore
    const again = await step(kpb, without, 'submission')
    expect(again.status).toBe(200) // "tidak ada" is a valid answer
    const noted = await step(kanwil, again, 'verification')
    expect(noted.body.properties.state).toBe('terverifikasi-dengan-catatan')
    const { body } = await ask(as('auditor'), 'GET', `/parcels/${whole.body.id}/events`)
    const actions = body.events.map(({ action }: { action: string }) => action)
    expect(actions.filter((action: string) => action !== 'document-added')).toEqual([
    'drafted', 'changed', 'submitted', 'verified', 'reopened', 'changed', 'submitted', 'verified',
  ]) // prettier-ignore
  },
)

const KINDS = ['salah-catat', 'ganda', 'alih-status', 'penghapusan', 'eks-bmn-idle'] // succession.test.ts has the rest

test.for(KINDS)('a parcel leaves as %s and its numbers are free', async (kind, { as, origin }) => {
  const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
  const numbered = (west: number) => ({
    type: 'Feature',
    geometry: squareAt(west, 3.6),
    properties: {
      upt: BINJAI, name: `Lahan ${west}`, statusPerolehan: 'tercatat-bmn', address: { kabupaten: 'Kota Binjai' },
      grant: { grantor: { name: 'Pemerintah Kota Binjai', kind: 'pemkot' }, steps: { nphd: { absent: true }, bast: { absent: true } } },
      titles: [{ number: '02.14.04.01.4.00077', nibBidang: '02140401000077' }],
      bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 77, kodeRegister: 'A'.repeat(32) }],
    },
  }) // prettier-ignore
  const first = await step(kpb, await draft(petugas, numbered(98.41)), 'submission')
  expect(first.status).toBe(200)
  const successor = await draft(petugas, numbered(98.42))
  expect((await step(kpb, successor, 'submission')).status).toBe(409)

  const decision = { ...pdf(700, kind, 'Keputusan.pdf'), kind: 'keputusan' }
  const { document } = (await upload(kanwil, origin, first.body.id, decision)).body
  const now = await ask(kanwil, 'GET', `/parcels/${first.body.id}`)
  const leaving = { kind, reason: `Uji ${kind}`, documents: [document.id], successors: [successor.body.id] } // prettier-ignore
  const unknown = { ...leaving, successors: ['00000000-0000-7000-8000-000000000000'] }
  expect((await step(kanwil, now, 'retirement', unknown)).status).toBe(422)
  const left = await step(kanwil, now, 'retirement', leaving)
  expect(left.status).toBe(200)
  expect(left.body.properties).toMatchObject({ state: 'nonaktif', retirement: leaving })
  expect((await step(kpb, successor, 'submission')).status).toBe(200)
  const { body } = await ask(
    as('auditor'),
    'GET',
    '/numbers/bmn/lapas-kelas-iia-binjai.2010104001.77',
  )
  expect(body.holders.map(({ id }: { id: string }) => id)).toEqual([successor.body.id])
  expect((await ask(as('petugas.batang'), 'GET', `/parcels/${first.body.id}`)).status).toBe(404)
  const history = await ask(as('auditor'), 'GET', `/parcels/${first.body.id}/events`)
  expect(history.body.events.at(-1)).toMatchObject({ action: 'retired', reason: `Uji ${kind}` })
  const revived = await step(kanwil, left, 'reopening', { reason: 'keliru' })
  expect(revived.body.type).toBe('/problems/wrong-state')
})

test('a draft that never counted leaves without a paper', async ({ as }) => {
  const petugas = as('petugas.binjai')
  const made = await draft(petugas, {
    type: 'Feature',
    properties: { upt: BINJAI, name: 'Salah ketik' },
  })
  const left = await step(petugas, made, 'retirement', { kind: 'salah-catat', reason: 'Dobel' })
  expect(left.body.properties.state).toBe('nonaktif')
})
