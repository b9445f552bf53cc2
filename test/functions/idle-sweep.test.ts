import { expect } from 'vitest'
import { sweep } from '../../functions/sweep/sweep.ts'
import { numbered } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/* A case from the night in which it opens to headquarters, while the clock of the machine stands still. */

test(
  'the sweep opens a case, letters go to and fro, the plan passes, and it reaches pusat',
  { timeout: 60_000 },
  async ({ as, deps }) => {
    const [kpb, kanwil] = [as('kpb.binjai'), as('kanwil.sumut')]
    const mail = { send: async () => 'sent' as const, isRepeatable: true }
    const sweepTo = (date: string) => sweep({ ...deps, mail, origin: '' }, { date })
    const parcel = await step(kpb, await draft(as('petugas.binjai'), numbered(7)), 'submission')
    const read = () => ask(kanwil, 'GET', `/parcels/${parcel.body.id}/case`)
    const go = async (send: typeof kpb, name: string, body: unknown = {}): Promise<Answer> =>
      step(send, await ask(send, 'GET', `/parcels/${parcel.body.id}`), `case/${name}`, body)

    await sweepTo('2027-01-04')
    expect((await read()).body.case).toMatchObject({
      origin: 'sweep',
      state: 'ditandai',
      openedOn: '2027-01-04',
      due: { clock: 'permintaan', day: '2027-01-19', provisional: true }, // the 5th is Isra Mikraj
    })

    const letter = { number: 'W2-1', date: '2027-01-04' }
    expect((await go(kanwil, 'request', { letter, dueDate: '2027-01-18' })).status).toBe(200)
    const answer = {
      letter: { number: 'B-1', date: '2027-01-04' },
      identity: {
        assets: [{ kodeBarang: '2.01.01.04.001', nup: 8 }],
        areaM2: 12_310,
        year: 2021,
        valueIdr: 1_000_000_000,
        condition: 'baik',
        address: 'Jalan Samanhudi, Binjai',
      },
      use: { text: 'Belum dipakai' },
      utilisation: { text: 'Tidak ada' },
      usePlan: {
        what: 'Kebun jagung',
        targetDate: '2027-06-30',
        budget: { paper: 'dipa', number: 'DIPA-1', date: '2026-12-01' },
      },
    }
    const answered = await go(kpb, 'answer', answer)
    expect(answered.status).toBe(200)
    expect(answered.body.properties.status).toBe('kosong-dengan-rencana')
    expect((await go(kanwil, 'plan')).status).toBe(200)

    await sweepTo('2027-06-30')
    expect((await read()).body.case).toMatchObject({ state: 'rencana', due: { day: '2027-06-30' } })
    expect((await read()).body.case.escalated).toBeUndefined() // the last day is still in time
    await sweepTo('2027-07-01')
    expect((await read()).body.case).toMatchObject({ state: 'rencana', escalated: 'kanwil' })
    expect((await read()).body.findings).toMatchObject([{ rule: 'G07' }])
    await sweepTo('2027-07-20')
    const late = await read()
    expect(late.body.case).toMatchObject({ state: 'rencana', escalated: 'pusat' })
    const parcelNow = await ask(kanwil, 'GET', `/parcels/${parcel.body.id}`)
    expect(parcelNow.body.properties.status).toBe('terindikasi-tidak-terpakai')

    const { body } = await ask(as('pusat'), 'GET', '/ledger?kanwil=sumatera-utara')
    const missed = body.entries
      .filter(({ parcel: id }: { parcel: string }) => id === parcel.body.id)
      .map(({ clock, day }: { clock: string; day: string }) => `${clock} ${day}`)
    expect(missed).toContain('kasus-rencana 2027-06-30')
    expect(missed.filter((each: string) => /permintaan|jawaban|tinjauan/.test(each))).toEqual([])

    const seen = await ask(as('pusat'), 'GET', `/parcels/${parcel.body.id}/case`)
    expect(seen.body.steps.map((each: { step: string }) => each.step)).toContain('report')
    const report = { letter: { number: 'W2-9', date: '2027-07-20' }, reason: 'Tidak terlaksana' }
    expect((await go(as('pusat'), 'report', report)).status).toBe(200)
    const reported = (await read()).body.case
    expect(reported).toMatchObject({ state: 'dilaporkan', internal: true })
    expect(reported.escalated).toBeUndefined() // a new clock, with its article
    expect(reported.due.source).toBe('PMK 120 Tahun 2024 Ps. 8(1)')
  },
)
