import { describe, expect } from 'vitest'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { recount } from './recount.ts'
import { type Answer, ask, draft, step } from './requests.ts'
import { barrier, during } from './wire.ts'

/** As many answers as there are of each status. */
const tally = (answers: readonly Answer[]): Record<number, number> => {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('one number', { timeout: 60_000 }, () => {
  test.for([
    { how: 'as they come', count: 0 },
    { how: 'all having read before the first writes', count: 20 },
  ])('submitted twenty times at once, $how, is taken once', async ({ count }, { as, deps }) => {
    const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
    const nup = { bmnRecords: [{ kodeBarang: '2.01.01.04.001', nup: 77, areaM2: 12_310 }] }
    const drafts = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        draft(petugas, {
          ...binjai,
          geometry: squareAt(98.4 + i / 100, 3.5),
          properties: { ...binjai.properties, ...nup, titles: [] },
        }),
      ),
    )
    const answers = await during(deps, barrier(count), () =>
      Promise.all(drafts.map((made) => step(kpb, made, 'submission'))),
    )
    expect(tally(answers)).toEqual({ 200: 1, 409: 19 })
    for (const { body } of answers.filter(({ status }) => status === 409)) {
      expect(body.type).toBe('/problems/number-taken')
      expect(body.errors).toMatchObject([{ pointer: '#/properties/bmnRecords/0/nup' }])
    }
    const winner = answers.find(({ status }) => status === 200)!.body.id
    const value = 'lapas-kelas-iia-binjai.2.01.01.04.001.77'
    const { body } = await ask(kpb, 'GET', `/numbers/bmn/${value}`)
    expect(body.holders).toMatchObject([{ id: winner }])
    expect(await recount(deps)).toEqual([])
  })

  test('let go by one and taken by others at once has one new holder', async ({ as, deps }) => {
    const [petugas, kpb, kanwil] = [as('petugas.binjai'), as('kpb.binjai'), as('kanwil.sumut')]
    const first = await step(kpb, await draft(petugas, binjai), 'submission')
    const back = await step(kanwil, first, 'return', { reason: 'Nomor milik bidang lain' })
    const bmnRecords = [{ ...binjai.properties.bmnRecords[0], nup: 913 }]
    const others = { titles: [], bmnRecords }
    const path = `/parcels/${first.body.id}`
    const freed = await ask(
      petugas,
      'PATCH',
      path,
      { properties: others },
      { 'If-Match': back.etag },
    )
    const rivals = await Promise.all([
      draft(petugas, { ...binjai, geometry: squareAt(98.5, 3.5) }),
      draft(petugas, { ...binjai, geometry: squareAt(98.6, 3.5) }),
    ])
    // who reads before the numbers are free is told that they are taken, who comes later takes them
    const answers = await Promise.all([
      step(kpb, freed, 'submission'),
      ...rivals.map((made) => step(kpb, made, 'submission')),
    ])
    expect(answers[0]!.status).toBe(200)
    expect(tally(answers)[200]! + tally(answers)[409]!).toBe(3)
    expect(await recount(deps)).toEqual([])
    await Promise.all(rivals.map((made) => step(kpb, made, 'submission')))
    const { body } = await ask(kpb, 'GET', '/numbers/sertipikat/02140401400999')
    expect(body.holders).toHaveLength(1)
    expect(await recount(deps)).toEqual([])
  })
})

describe('two editors with one ETag: one is first, the other is told', { timeout: 60_000 }, () => {
  interface Pair {
    what: string
    /** Who brings the parcel to where the race begins. */
    before: readonly (readonly [account: string, step: string])[]
    race: readonly (readonly [account: string, step: string, body: unknown])[]
  }
  const name = (text: string) =>
    ['petugas.binjai', 'PATCH', { properties: { name: text } }] as const
  const pairs: Pair[] = [
    { what: 'two changes', before: [], race: [name('Satu'), name('Dua')] },
    { what: 'the same change twice', before: [], race: [name('Sama'), name('Sama')] },
    {
      what: 'a change and a submission',
      before: [],
      race: [name('Satu'), ['kpb.binjai', 'submission', {}]],
    },
    {
      what: 'verification and return',
      before: [['kpb.binjai', 'submission']],
      race: [
        ['kanwil.sumut', 'verification', {}],
        ['kanwil.sumut', 'return', { reason: 'Belum jelas' }],
      ],
    },
    {
      what: 'the same step twice',
      before: [['kpb.binjai', 'submission']],
      race: [
        ['kanwil.sumut', 'verification', {}],
        ['kanwil.sumut', 'verification', {}],
      ],
    },
    {
      what: 'handover and retirement',
      before: [],
      race: [
        ['petugas.binjai', 'handover', {}],
        ['kpb.binjai', 'retirement', { kind: 'salah-catat', reason: 'Keliru' }],
      ],
    },
  ]
  test.for(
    pairs.flatMap((pair) => [
      { ...pair, how: 'both having read', count: 2 },
      { ...pair, how: 'one after the other', count: 0 },
    ]),
  )('$what, $how', async ({ before, race, count }, { as, deps }) => {
    let seen = await draft(as('petugas.binjai'), binjai)
    for (const [account, next] of before) seen = await step(as(account), seen, next)
    const path = `/parcels/${seen.body.id}`
    const sends = race.map(
      ([account, what, body]) =>
        () =>
          what === 'PATCH'
            ? ask(as(account), 'PATCH', path, body, { 'If-Match': seen.etag })
            : step(as(account), seen, what, body),
    )
    const answers =
      count > 0
        ? await during(deps, barrier(count), () => Promise.all(sends.map((send) => send())))
        : [await sends[0]!(), await sends[1]!()]
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
    const [winner, loser] = answers[0]!.status === 200 ? answers : [...answers].reverse()
    expect(loser!.body.type).toBe('/problems/stale')
    const version = seen.body.properties.version + 1
    expect(winner!.body.properties.version).toBe(version)
    const now = await ask(as('auditor'), 'GET', path)
    expect(now.etag).toBe(winner!.etag)
    expect(now.body.properties.name).toBe(winner!.body.properties.name)
    expect(now.body.properties.state).toBe(winner!.body.properties.state)
    expect(await recount(deps)).toEqual([])
  })

  test('of one member as of one parcel', async ({ as, deps }) => {
    const pusat = as('pusat')
    const { body } = await ask(pusat, 'GET', '/members')
    const member = body.members.find(({ subject }: { subject: string }) => subject === 'kpb.batang')
    const seen = await ask(pusat, 'GET', `/members/${member.id}`)
    const change = (text: string) =>
      ask(pusat, 'PATCH', `/members/${member.id}`, { name: text }, { 'If-Match': seen.etag })
    const answers = await during(deps, barrier(2), () =>
      Promise.all([change('Kepala A'), change('Kepala B')]),
    )
    expect(tally(answers)).toEqual({ 200: 1, 412: 1 })
    expect(await recount(deps)).toEqual([])
  })
})
