import { describe, expect } from 'vitest'
import { squareAt } from '../fixtures/parcels.ts'
import { type Send, type Stack, test } from '../stack.ts'
import { waiting } from '../../functions/store/outbox.ts'
import { announce, pdf, upload } from './files.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/* Idle cases over HTTP. The clock of the tests stands at 23 November 2026, a Monday. */

const BINJAI = 'lapas-kelas-iia-binjai'
const TEN_HECTARES = 100_000

/** Ten hectares of Binjai in the books. */
const land = (upt = BINJAI, over: Record<string, unknown> = {}) => ({
  type: 'Feature',
  geometry: squareAt(98.52, 3.62, 0.002847),
  properties: {
    upt,
    name: 'Lahan sawah Tunggurono',
    statusPerolehan: 'tercatat-bmn',
    address: { kabupaten: 'Kota Binjai', kodeKemendagri: '12.75' },
    grant: {
      grantor: { name: 'Pemerintah Kota Binjai', kind: 'pemkot' },
      steps: {
        nphd: { number: '030/12/2021', date: '2021-01-12' },
        bast: { number: '030/40/2021', date: '2021-02-02', areaM2: TEN_HECTARES },
      },
    },
    titles: [{ number: '02.14.04.01.4.00777', kind: 'hak-pakai', areaM2: TEN_HECTARES }],
    bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 77, areaM2: TEN_HECTARES }],
    ...over,
  },
})

const submitted = async (petugas: Send, kpb: Send, feature: unknown): Promise<Answer> => {
  const released = await step(kpb, await draft(petugas, feature), 'submission')
  expect(released.status).toBe(200)
  return released
}
const registered = (as: Stack['as']) => submitted(as('petugas.binjai'), as('kpb.binjai'), land())

const caseOf = async (send: Send, { body }: Answer): Promise<Answer> =>
  ask(send, 'GET', `/parcels/${body.id}/case`)
/** Take a step on the newest version. */
async function go(send: Send, seen: Answer, name: string, body: unknown = {}): Promise<Answer> {
  const now = await ask(send, 'GET', `/parcels/${seen.body.id}`)
  return step(send, now, `case/${name}`, body)
}
const faultsOf = ({ body }: Answer): string[] =>
  (body.errors ?? []).map(({ pointer, rule }: { pointer: string; rule?: string }) =>
    rule ? `${rule} ${pointer}` : pointer,
  )
const names = ({ body }: Answer): string[] => body.steps.map((each: { step: string }) => each.step)
const at = (day: string): Date => new Date(`${day}T03:00:00.000Z`)

const letter = (date: string, number = `W2/${date}`) => ({ number, date })
const FLAG = { reason: 'Tidak ada kegiatan saat peninjauan' }
const usePlan = {
  what: 'Kebun jagung',
  areaM2: 60_000,
  targetDate: '2027-06-30',
  budget: { paper: 'dipa', number: 'DIPA-137.05/2027', date: '2026-11-20' },
}
const answerOf = (date: string, over: Record<string, unknown> = {}) => ({
  letter: letter(date, `B/${date}`),
  identity: {
    assets: [{ kodeBarang: '2.01.01.04.001', nup: 77 }],
    areaM2: TEN_HECTARES,
    year: 2021,
    valueIdr: 3_000_000_000,
    condition: 'baik',
    address: 'Jalan Samanhudi, Binjai',
  },
  use: { text: 'Empat hektare ditanami sayur.', areaM2: 40_000 },
  utilisation: { text: 'Tidak ada' },
  usePlan,
  ...over,
})

test(
  'six of ten hectares, from the flag to the hand-over: each step by those to whom it belongs',
  { timeout: 60_000 },
  async ({ as, clock, origin }) => {
    const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
    const parcel = await registered(as)
    expect(names(await caseOf(kanwil, parcel))).toEqual(['flag', 'letter'])
    const none = await announce(kpb, parcel.body.id, pdf(700, 'j', 'Surat.pdf', 'keputusan'))
    expect(none.status).toBe(409) // no case is open
    expect(names(await caseOf(petugas, parcel))).toEqual([])

    expect(faultsOf(await go(kanwil, parcel, 'flag', { ...FLAG, areaM2: 100_001 }))).toEqual(['#/areaM2']) // prettier-ignore
    const flagged = await go(kanwil, parcel, 'flag', { ...FLAG, areaM2: 60_000 })
    expect(flagged.status).toBe(200)
    const deed = await announce(kpb, parcel.body.id, pdf(700, 'k'))
    expect(deed.status).toBe(403) // papers of the land come from the unit's officer
    const opened = await caseOf(kpb, parcel)
    expect(opened.etag).toBe(flagged.etag)
    expect(opened.body.case).toMatchObject({
      origin: 'kanwil',
      state: 'ditandai',
      internal: true,
      areaM2: 60_000,
      openedOn: '2026-11-23',
      due: {
        clock: 'permintaan',
        day: '2026-12-07',
        basis: 'internal',
        label: 'Kanwil meminta klarifikasi',
      },
    })
    expect(names(opened)).toEqual([])
    expect(names(await caseOf(kanwil, parcel))).toEqual([
      'request',
      'use-again',
      'revocation',
      'letter',
    ])

    clock.now = at('2026-11-25')
    const request = { letter: letter('2026-11-25'), questions: 'Apakah ada air?' }
    const asked = await go(kanwil, parcel, 'request', { ...request, dueDate: '2026-12-04' })
    expect(asked.status).toBe(200)
    const waiting = await caseOf(kpb, parcel)
    expect(waiting.body.case.due).toMatchObject({
      day: '2026-12-04',
      basis: 'letter',
      source: 'surat W2/2026-11-25',
    })
    expect(names(waiting)).toEqual(['answer'])

    clock.now = at('2026-12-07')
    expect((await caseOf(kpb, parcel)).body.findings).toMatchObject([{ rule: 'G08' }])
    const late = { usePlan: { ...usePlan, budget: undefined, targetDate: '2027-11-24' } }
    const missing = { letter: { ...letter('2026-12-07'), document: parcel.body.id } }
    expect(faultsOf(await go(kpb, parcel, 'answer', answerOf('2026-12-07', { ...late, ...missing })))).toEqual([
      '#/letter/document',
      'G05 #/usePlan/budget',
      'G06 #/usePlan/targetDate',
    ]) // prettier-ignore
    const scan = await upload(
      kpb,
      origin,
      parcel.body.id,
      pdf(700, 'j', 'Jawaban.pdf', 'keputusan'),
    )
    expect(scan.status).toBe(200)
    const signed = { ...letter('2026-12-07', 'B-9'), document: scan.body.document.id }
    const answered = await go(kpb, parcel, 'answer', answerOf('2026-12-07', { letter: signed }))
    expect(answered.status).toBe(200)
    const read = await caseOf(kanwil, parcel)
    expect(read.body.case.state).toBe('dijawab')
    expect(read.body.case.steps.at(-1)).toMatchObject({
      step: 'answer',
      letter: signed,
      said: { usePlan: { what: 'Kebun jagung' }, plans: [expect.any(String)] },
    })
    expect(names(read)).toEqual(['request', 'plan', 'use-again', 'revocation', 'report', 'letter'])

    const accepted = await go(kanwil, parcel, 'plan')
    expect(accepted.status).toBe(200)
    const planned = (await caseOf(kanwil, parcel)).body.case
    expect(planned).toMatchObject({
      state: 'rencana',
      due: { clock: 'rencana', day: '2027-06-30', basis: 'letter', source: 'surat B-9' },
    })

    clock.now = at('2027-03-01')
    const seen = await go(kanwil, parcel, 'monitoring', { reason: 'Lahan belum dibuka' })
    expect(seen.status).toBe(200)
    expect((await caseOf(kanwil, parcel)).body.case.due.day).toBe('2027-06-30')
    const early = await go(kanwil, parcel, 'use-again')
    expect(early).toMatchObject({ status: 409, body: { type: '/problems/wrong-state', provedM2: 0 } }) // prettier-ignore

    clock.now = at('2027-07-05')
    expect((await caseOf(kanwil, parcel)).body.findings).toMatchObject([{ rule: 'G07' }])
    const report = { letter: letter('2027-07-05'), reason: 'Rencana tidak terlaksana' }
    expect((await go(kanwil, parcel, 'report', report)).status).toBe(200)
    expect((await caseOf(kanwil, parcel)).body.case.due).toMatchObject({
      clock: 'klarifikasi-kpknl',
      basis: 'regulation',
      source: 'PMK 120 Tahun 2024 Ps. 8(1)',
      provisional: true, // no decree on the holidays of 2027
    })

    const law = async (day: string, state: string, more = {}) => {
      clock.now = at(day)
      return go(kanwil, parcel, 'letter', { state, letter: letter(day, `S-${day}`), ...more })
    }
    const bare = await go(kanwil, parcel, 'letter', { state: 'bmn-terindikasi-idle', letter: { number: 'S-1' } }) // prettier-ignore
    expect(bare.status).toBe(422)
    expect(faultsOf(bare)).toEqual(['G10 #/letter'])
    const internal = await ask(kanwil, 'GET', `/parcels/${parcel.body.id}`)
    expect(internal.body.properties.status).toBe('terindikasi-tidak-terpakai') // never a legal state
    const legal = await law('2027-07-19', 'bmn-terindikasi-idle', { dueDate: '2027-08-02' })
    expect(legal.body.properties.status).toBe('bmn-terindikasi-idle')
    expect((await caseOf(kpb, parcel)).body).toMatchObject({
      case: { internal: false, due: { day: '2027-08-02', basis: 'letter' } },
      legalIdle: { state: 'bmn-terindikasi-idle', letter: { number: 'S-2027-07-19' } },
      steps: [{ step: 'answer', to: ['bmn-terindikasi-idle'] }],
    })
    expect((await law('2027-09-06', 'diteliti')).status).toBe(200)
    expect((await law('2027-10-04', 'eks-bmn-idle')).status).toBe(409) // not before it is BMN idle
    expect((await law('2027-10-05', 'bmn-idle')).status).toBe(200)
    expect((await law('2027-12-06', 'eks-bmn-idle')).status).toBe(200)
    const over = await caseOf(as('auditor'), parcel)
    expect(over.body).toMatchObject({
      case: null,
      past: [{ state: 'eks-bmn-idle', internal: false }],
      legalIdle: { state: 'eks-bmn-idle' },
      steps: [],
    })
    expect(over.body.past[0].steps).toHaveLength(10)

    const paper = { ...pdf(800, 'b', 'BAST.pdf'), kind: 'keputusan' }
    const bast = (await upload(kanwil, origin, parcel.body.id, paper)).body.document.id
    const now = await ask(kanwil, 'GET', `/parcels/${parcel.body.id}`)
    const leaving = { kind: 'eks-bmn-idle', reason: 'Diserahkan', documents: [bast] }
    expect((await step(kanwil, now, 'retirement', leaving)).body.properties.state).toBe('nonaktif')
    const { body } = await ask(as('auditor'), 'GET', `/parcels/${parcel.body.id}/events`)
    const actions = body.events.map(({ action }: { action: string }) => action)
    expect(
      actions.filter((action: string) => !/document|drafted|submitted|swept/.test(action)),
    ).toEqual([
      'idle-flagged',
      'clarification-asked',
      'clarification-answered',
      'plan-accepted',
      'plan-monitored',
      'idle-reported',
      'idle-letter-recorded',
      'idle-letter-recorded',
      'idle-letter-recorded',
      'idle-letter-recorded',
      'retired',
    ])
  },
)

describe('law and land that is no BMN', () => {
  const notice = { state: 'bmn-terindikasi-idle', letter: letter('2026-11-20', 'S-12/KNL.0904') }

  async function refusesLaw(kanwil: Send, parcel: Answer): Promise<void> {
    const refused = await go(kanwil, parcel, 'letter', notice)
    expect(refused).toMatchObject({ status: 409, body: { type: '/problems/wrong-state' } })
    expect(refused.body.detail).toContain('belum tercatat sebagai BMN')
    expect(faultsOf(refused)).toEqual(['#/properties/statusPerolehan'])
    const { body } = await caseOf(kanwil, parcel)
    expect(body.case).toBeNull()
    expect(body.legalIdle).toBeUndefined()
    const blocked = body.steps.find((each: { step: string }) => each.step === 'letter')
    expect(blocked.blocked).toContain('belum tercatat sebagai BMN')
  }

  const central = { kabupaten: 'Kabupaten Batang', kodeKemendagri: '33.25' }

  test('Batang before its BAST, on loan from the region', async ({ as }) => {
    const loan = land('lapas-kelas-iib-batang', {
      statusPerolehan: 'pinjam-pakai',
      address: central,
      titles: [],
      bmnRecords: [],
    })
    const parcel = await submitted(as('petugas.batang'), as('kpb.batang'), loan)
    await refusesLaw(as('kanwil.jateng'), parcel)
  })

  test('Plantungan, which the province still owns: our own case goes on, no report leaves', async ({
    as,
    clock,
  }) => {
    const PLANTUNGAN = 'lapas-pemuda-kelas-iib-plantungan'
    for (const role of ['petugas', 'kpb']) {
      const roles = [{ from: '2026-01-01', role, upt: [PLANTUNGAN] }]
      const member = { subject: `${role}.plantungan`, name: role, roles }
      expect((await ask(as('pusat'), 'POST', '/members', member)).status).toBe(201)
    }
    const proposed = land(PLANTUNGAN, {
      statusPerolehan: 'usulan-hibah',
      address: { kabupaten: 'Kabupaten Kendal', kodeKemendagri: '33.24' },
      grant: { grantor: { name: 'Pemerintah Provinsi Jawa Tengah', kind: 'pemprov' } },
      titles: [],
      bmnRecords: [],
    })
    const [petugas, kpb] = [as('petugas.plantungan'), as('kpb.plantungan')]
    const kanwil = as('kanwil.jateng')
    const parcel = await submitted(petugas, kpb, proposed)
    await refusesLaw(kanwil, parcel)
    expect((await go(kanwil, parcel, 'flag', FLAG)).status).toBe(200)
    clock.now = at('2026-11-24')
    expect((await go(kanwil, parcel, 'request', { letter: letter('2026-11-24') })).status).toBe(200)
    const refused = await go(kanwil, parcel, 'report', { letter: letter('2026-11-24') })
    expect(refused).toMatchObject({ status: 409, body: { statusPerolehan: 'usulan-hibah' } })
    expect((await caseOf(kanwil, parcel)).body.case.state).toBe('klarifikasi')
  })

  test('a letter of the KPKNL opens a case of BMN at once, with no internal phase', async ({
    as,
  }) => {
    const kanwil = as('kanwil.sumut')
    const parcel = await registered(as)
    expect((await go(kanwil, parcel, 'letter', notice)).status).toBe(200)
    const { body } = await caseOf(kanwil, parcel)
    expect(body.case).toMatchObject({
      origin: 'kpknl',
      state: 'bmn-terindikasi-idle',
      openedOn: '2026-11-20',
    })
    expect(body.case.steps).toHaveLength(1)
    const over = { state: 'tidak-idle', letter: letter('2026-11-23') }
    expect((await go(kanwil, parcel, 'letter', over)).status).toBe(200)
    expect((await caseOf(kanwil, parcel)).body).toMatchObject({
      case: null,
      legalIdle: { state: 'tidak-idle' },
    })
  })
})

describe('a step', () => {
  test('is for the own unit, the own Kanwil and headquarters', async ({ as }) => {
    const parcel = await registered(as)
    for (const account of ['kanwil.jateng', 'petugas.binjai', 'kpb.binjai', 'auditor'])
      expect((await go(as(account), parcel, 'flag', FLAG)).status, account).toBe(403)
    expect((await caseOf(as('kanwil.jateng'), parcel)).status).toBe(403)
    expect((await go(as('pusat'), parcel, 'flag', FLAG)).status).toBe(200)
    const kanwil = as('kanwil.sumut')
    expect((await go(kanwil, parcel, 'request', { letter: letter('2026-11-23') })).status).toBe(200)
    expect((await go(as('kpb.batang'), parcel, 'answer', answerOf('2026-11-23'))).status).toBe(403)
    expect((await go(kanwil, parcel, 'answer', answerOf('2026-11-23'))).status).toBe(403)
    const { body } = await ask(as('kanwil.jateng'), 'GET', `/parcels/${parcel.body.id}`)
    expect(JSON.stringify(body)).not.toContain(FLAG.reason) // others see the parcel, not its case
  })

  test('tells those who have to act next, in its own transaction, and not who took it', async ({
    as,
    deps,
  }) => {
    const kanwil = as('kanwil.sumut')
    const parcel = await registered(as)
    const outbox = async () => {
      const { outgoing } = await waiting(deps.table, 50)
      return outgoing.flatMap(({ notices }) =>
        notices
          .filter(({ clock }) => clock.startsWith('kasus-'))
          .map(({ to, clock, day }) => [to, clock, day]),
      )
    }
    await go(kanwil, parcel, 'flag', FLAG)
    expect(await outbox()).toEqual([]) // the Kanwil knows that it has to ask
    const request = { letter: letter('2026-11-23'), dueDate: '2026-12-04' }
    await go(kanwil, parcel, 'request', request)
    expect(await outbox()).toEqual([['kpb', 'kasus-jawaban', '2026-12-04']])
    expect((await go(kanwil, parcel, 'request', request)).status).toBe(409)
    expect(await outbox()).toHaveLength(1) // what was refused tells nobody
  })

  test('by letter gets its signed scan once, then or later', async ({ as, origin }) => {
    const kanwil = as('kanwil.sumut')
    const parcel = await registered(as)
    const notice = { state: 'bmn-terindikasi-idle', letter: letter('2026-11-20', 'S-12') }
    await go(kanwil, parcel, 'letter', notice)
    const file = pdf(600, 's', 'S-12.pdf', 'keputusan')
    const document = (await upload(kanwil, origin, parcel.body.id, file)).body.document.id
    const wrong = await go(kanwil, parcel, 'scan', { step: 1, document: parcel.body.id })
    expect(faultsOf(wrong)).toEqual(['#/step', '#/document'])
    expect((await go(kanwil, parcel, 'scan', { step: 0, document })).status).toBe(200)
    const { body } = await caseOf(kanwil, parcel)
    expect(body.case.steps[0].letter).toEqual({ ...notice.letter, document })
    expect(body.legalIdle.letter).toEqual({ ...notice.letter, document })
    expect(faultsOf(await go(kanwil, parcel, 'scan', { step: 0, document }))).toEqual(['#/step'])
  })

  test('that does not start from here says where the case is', async ({ as }) => {
    const kanwil = as('kanwil.sumut')
    const parcel = await registered(as)
    const none = await go(kanwil, parcel, 'revocation', { reason: 'Keliru' })
    expect(none).toMatchObject({ status: 409, body: { type: '/problems/wrong-state', caseState: null } }) // prettier-ignore
    expect(none.body.detail).toContain('Tidak ada kasus terbuka')
    await go(kanwil, parcel, 'flag', FLAG)
    const twice = await go(kanwil, parcel, 'flag', FLAG)
    expect(twice.body).toMatchObject({ caseState: 'ditandai', from: [null] })
  })

  test('is dated: a letter is not older than the step before it, nor of tomorrow', async ({
    as,
  }) => {
    const kanwil = as('kanwil.sumut')
    const parcel = await registered(as)
    await go(kanwil, parcel, 'flag', FLAG)
    for (const date of ['2026-11-22', '2026-11-24']) {
      const refused = await go(kanwil, parcel, 'request', { letter: letter(date) })
      expect(faultsOf(refused), date).toEqual(['#/letter/date'])
    }
  })

  test('needs the version that was seen, and is taken once', async ({ as }) => {
    const kanwil = as('kanwil.sumut')
    const parcel = await registered(as)
    const path = `/parcels/${parcel.body.id}/case/flag`
    expect((await ask(kanwil, 'POST', path, FLAG)).status).toBe(428)
    const headers = { 'If-Match': parcel.etag, 'Idempotency-Key': 'tandai-1' }
    const first = await ask(kanwil, 'POST', path, FLAG, headers)
    const again = await ask(kanwil, 'POST', path, FLAG, headers)
    expect([first.status, again.status]).toEqual([200, 200])
    expect(again.etag).toBe(first.etag)
    const stale = await ask(kanwil, 'POST', path, FLAG, { 'If-Match': parcel.etag })
    expect(stale.status).toBe(412)
    expect((await caseOf(kanwil, parcel)).body.case.steps).toHaveLength(1)
  })

  test('of two at the same second, one is taken', async ({ as }) => {
    const parcel = await registered(as)
    const answers = await Promise.all(
      [as('kanwil.sumut'), as('pusat')].map((send) => step(send, parcel, 'case/flag', FLAG)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })
})

test('land is in use again once a report that is younger than the case proves it', async ({
  as,
  clock,
}) => {
  const [petugas, kanwil] = [as('petugas.binjai'), as('kanwil.sumut')]
  const parcel = await registered(as)
  const path = `/parcels/${parcel.body.id}`
  await go(kanwil, parcel, 'flag', { ...FLAG, areaM2: 60_000 })
  clock.now = at('2026-11-25')
  const field = { name: 'Blok A', kind: 'tanaman-pangan', areaM2: 45_000, from: '2026-11-24' }
  const block = await ask(petugas, 'POST', `${path}/blocks`, field, {
    'If-Match': (await ask(petugas, 'GET', path)).etag,
  })
  expect(block.status).toBe(201)
  expect((await go(kanwil, parcel, 'use-again')).status).toBe(409)
  const report = {
    id: '018f4f5e-0000-7000-8000-00000000b004',
    period: { from: '2026-11-24', until: '2026-11-25' },
    entries: [{ block: block.body.id, commodity: 'jagung', plantedM2: 45_000, plantedOn: '2026-11-24' }],
    statement: 'Penanaman jagung disaksikan petugas',
  } // prettier-ignore
  expect((await ask(petugas, 'POST', `${path}/reports`, report)).status).toBe(201)
  const closed = await go(kanwil, parcel, 'use-again', { reason: 'Ditanami kembali' })
  expect(closed.status).toBe(200)
  const { body } = await caseOf(kanwil, parcel)
  expect(body).toMatchObject({ case: null, past: [{ state: 'dipakai-kembali', internal: true }] })
  expect(body.legalIdle).toBeUndefined()
})

test('G11: land that is flagged for the second time in three years shows it', async ({
  as,
  clock,
}) => {
  const kanwil = as('kanwil.sumut')
  const parcel = await registered(as)
  const rules = async () =>
    (await caseOf(kanwil, parcel)).body.findings.map(({ rule }: { rule: string }) => rule)
  const notice = (date: string, state: string) => ({ state, letter: letter(date) })
  await go(kanwil, parcel, 'flag', FLAG)
  await go(kanwil, parcel, 'revocation', { reason: 'Salah bidang' })
  await go(kanwil, parcel, 'letter', notice('2026-11-23', 'bmn-terindikasi-idle'))
  await go(kanwil, parcel, 'letter', notice('2026-11-23', 'tidak-idle'))
  expect(await rules()).toEqual([]) // a flag that was withdrawn does not count
  clock.now = at('2026-11-30') // a day later the sweep would flag it by itself
  expect((await go(kanwil, parcel, 'flag', FLAG)).status).toBe(200)
  expect(await rules()).toContain('G11')
  const { body } = await caseOf(kanwil, parcel)
  expect(body.past.map(({ state }: { state: string }) => state)).toEqual(['tidak-idle', 'dicabut'])
})
