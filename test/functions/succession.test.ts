import { expect } from 'vitest'
import { landOf, widthOf } from '../fixtures/hectares.ts'
import { binjai } from '../fixtures/parcels.ts'
import { type Send, test } from '../stack.ts'
import { pdf, upload } from './files.ts'
import { type Answer, ask, draft, step } from './requests.ts'
import { during, type Hook, unheard } from './wire.ts'

/* Land that is divided, merged and measured anew: what it becomes, what it was, and what is asked for. */

const HA = 10_000 // m²
const { titles: _, bmnRecords: __, ...plain } = binjai.properties

/** A parcel without numbers of its own, of that many m², that begins so many m² east of the first. */
const land = (name: string, m2: number, east = 0, more: object = {}) => ({
  type: 'Feature',
  geometry: landOf(m2, [98.4 + widthOf(east), 3.6]),
  properties: { ...plain, statusPerolehan: 'bast', name, ...more },
})

interface Office {
  petugas: Send
  kpb: Send
  kanwil: Send
}
const office = (as: (account: string) => Send): Office => ({
  petugas: as('petugas.binjai'),
  kpb: as('kpb.binjai'),
  kanwil: as('kanwil.sumut'),
})

async function submitted({ petugas, kpb }: Office, feature: unknown): Promise<Answer> {
  const made = await draft(petugas, feature)
  expect(made.status).toBe(201)
  const answer = await step(kpb, made, 'submission')
  expect(answer.body.errors ?? []).toEqual([])
  return answer
}

/** The parcel with a decision on file, as the Kanwil sees it, and the decision's id. */
async function decided(send: Send, origin: string, id: string, kind = 'keputusan') {
  const file = { ...pdf(700, id, 'Keputusan.pdf'), kind }
  const { document } = (await upload(send, origin, id, file)).body
  return { seen: await ask(send, 'GET', `/parcels/${id}`), paper: String(document.id) }
}

const pointers = ({ body }: Answer): string[] =>
  body.errors.map(({ pointer }: { pointer: string }) => pointer)
const idsOf = (list: { id: string }[]): string[] => list.map(({ id }) => id)

test('a parcel is divided: its parts take its place, linked both ways', async ({ as, origin }) => {
  const binjai = office(as)
  const { petugas, kpb, kanwil } = binjai
  const whole = await submitted(binjai, land('Lahan induk', 10 * HA))
  const { id } = whole.body
  const east = await draft(petugas, land('Bagian timur', 6 * HA, 4 * HA, { predecessors: [id] }))
  const west = await submitted(binjai, land('Bagian barat', 4 * HA, 0, { predecessors: [id] }))
  const stranger = await submitted(binjai, land('Bidang lain', 4 * HA, 10 * HA))
  const { seen, paper } = await decided(kanwil, origin, id)

  const reason = 'Dipecah untuk dua sertipikat'
  const divide = { kind: 'dipecah', reason, documents: [paper] }
  const nobody = await step(kanwil, seen, 'retirement', divide)
  expect([nobody.status, pointers(nobody)]).toEqual([422, ['#/successors']])
  const three = [east.body.id, stranger.body.id, '00000000-0000-7000-8000-000000000000', id]
  const wrong = await step(kanwil, seen, 'retirement', {
    kind: 'dipecah',
    reason,
    successors: three,
  })
  expect([wrong.status, pointers(wrong).sort()]).toEqual([
    422,
    ['#/documents', '#/successors/0', '#/successors/1', '#/successors/2', '#/successors/3'],
  ])
  expect(wrong.body.errors[1].detail).toContain('Bagian timur')

  const whileItStands = await step(kanwil, west, 'verification')
  expect([whileItStands.status, whileItStands.body.type]).toEqual([
    409,
    '/problems/predecessor-stands',
  ])
  expect(whileItStands.body.predecessors).toEqual([{ id, name: 'Lahan induk' }])
  expect((await step(kpb, east, 'submission')).status).toBe(200)
  const parts = [east.body.id, west.body.id]
  const retired = await step(kanwil, seen, 'retirement', { ...divide, successors: parts })
  expect(retired.status).toBe(200)
  expect(retired.body.properties.retirement).toMatchObject({ kind: 'dipecah', successors: parts })
  expect(retired.body.properties.retirement.areas).toMatchObject([
    { source: 'POLIGON', differencePercent: 0, withinTolerance: true },
  ])

  const verified = await step(kanwil, west, 'verification')
  expect(verified.body.properties.state).toMatch(/^terverifikasi/)

  const { body } = await ask(petugas, 'GET', `/parcels/${id}/succession`)
  expect(body.predecessors).toEqual([])
  expect(idsOf(body.successors).sort()).toEqual([...parts].sort())
  const half = body.successors.find((each: { id: string }) => each.id === east.body.id)
  expect(half).toMatchObject({ state: 'diajukan', origins: [{ id }] })
  const back = await ask(petugas, 'GET', `/parcels/${east.body.id}/succession`)
  expect(back.body.predecessors).toMatchObject([{ id, name: 'Lahan induk', state: 'nonaktif' }])
  const outside = await ask(as('petugas.batang'), 'GET', `/parcels/${east.body.id}/succession`)
  expect(outside.body.predecessors).toEqual([]) // a retired parcel is not there for others

  const { events } = (await ask(petugas, 'GET', `/parcels/${id}/events`)).body
  expect(events.at(-1)).toMatchObject({ action: 'retired', reason })
  const told = events.at(-1).changes.map(({ pointer }: { pointer: string }) => pointer)
  expect(told).toContain('/retirement/successors/1')
  const born = (await ask(petugas, 'GET', `/parcels/${east.body.id}/events`)).body.events[0]
  expect(born.changes).toContainEqual({ pointer: '/properties/predecessors/0', after: id })
})

test('an area that is lost in dividing has to be explained', async ({ as, origin }) => {
  const binjai = office(as)
  const whole = await submitted(binjai, land('Lahan induk', 10 * HA))
  const { id } = whole.body
  const part = await submitted(binjai, land('Sisa', 9 * HA, 0, { predecessors: [id] }))
  const { seen, paper } = await decided(binjai.kanwil, origin, id)
  const divide = {
    kind: 'dipecah',
    reason: 'Sebagian diserahkan',
    documents: [paper],
    successors: [part.body.id],
  }
  const refused = await step(binjai.kanwil, seen, 'retirement', divide)
  expect([refused.status, pointers(refused)]).toEqual([422, ['#/areaNote']])
  const [area] = refused.body.areas
  expect(area).toMatchObject({ source: 'POLIGON', differencePercent: -10, withinTolerance: false })
  expect(area.differenceM2).toBeCloseTo(-1 * HA, 0)
  const areaNote = '1 ha diserahkan kepada Pemerintah Kota Binjai'
  const retired = await step(binjai.kanwil, seen, 'retirement', { ...divide, areaNote })
  expect(retired.body.properties.retirement).toMatchObject({ areaNote, areas: [area] })
})

test('a successor that is sent back in the middle keeps the parcel from leaving', async ({
  as,
  deps,
  origin,
}) => {
  const binjai = office(as)
  const { kanwil } = binjai
  const whole = await submitted(binjai, land('Lahan induk', 2 * HA))
  const { id } = whole.body
  const named = { predecessors: [id] }
  const west = await submitted(binjai, land('Barat', HA, 0, named))
  const east = await submitted(binjai, land('Timur', HA, HA, named))
  const { seen, paper } = await decided(kanwil, origin, id)
  let isBack = false
  const hook: Hook = async ({ command }, send) => {
    if (command.startsWith('TransactWrite') && !isBack) {
      isBack = true
      await unheard(() => step(kanwil, west, 'return', { reason: 'Batas keliru' }))
    }
    return send()
  }
  const divide = {
    kind: 'dipecah',
    reason: 'Dua sertipikat',
    documents: [paper],
    successors: [west.body.id, east.body.id],
  }
  const torn = await during(deps, hook, () => step(kanwil, seen, 'retirement', divide))
  expect([isBack, torn.status]).toEqual([true, 503]) // to be sent again, as it says
  const again = await step(kanwil, seen, 'retirement', divide)
  expect([again.status, pointers(again)]).toEqual([422, ['#/successors/0']])
  const { body } = await ask(kanwil, 'GET', `/parcels/${id}`)
  expect(body.properties.state).toBe('diajukan')
})

test('parcels are merged: each leaves with the same successor', async ({ as, origin }) => {
  const binjai = office(as)
  const { petugas, kanwil } = binjai
  const [a, b] = [
    await submitted(binjai, land('Bidang A', 3 * HA)),
    await submitted(binjai, land('Bidang B', 2 * HA, 3 * HA)),
  ]
  const both = [a.body.id, b.body.id]
  const whole = await submitted(binjai, land('Gabungan', 5 * HA, 0, { predecessors: both }))
  for (const [i, { body }] of [a, b].entries()) {
    const { seen, paper } = await decided(kanwil, origin, body.id)
    const retired = await step(kanwil, seen, 'retirement', {
      kind: 'digabung',
      reason: 'Satu sertipikat',
      documents: [paper],
      successors: [whole.body.id],
    })
    expect([i, retired.status]).toEqual([i, 200])
    const [area] = retired.body.properties.retirement.areas
    expect(area.beforeM2).toBeCloseTo(5 * HA, 0) // both, whichever goes first
    expect(area.differencePercent).toBe(0)
  }
  const { body } = await ask(petugas, 'GET', `/parcels/${whole.body.id}/succession`)
  expect(idsOf(body.predecessors)).toEqual(both)
})

test('a predecessor has to be there, of the same unit, and named once', async ({ as }) => {
  const binjai = office(as)
  const foreign = await draft(as('petugas.batang'), {
    type: 'Feature',
    properties: { upt: 'lapas-kelas-iib-batang', name: 'Bidang Batang' },
  })
  const own = await submitted(binjai, land('Lahan induk', HA))
  const predecessors = [own.body.id, foreign.body.id, own.body.id]
  const made = await draft(binjai.petugas, land('Bagian', HA, 0, { predecessors }))
  expect([made.status, pointers(made)]).toEqual([
    422,
    ['#/properties/predecessors/1', '#/properties/predecessors/2'],
  ])
  const good = await draft(binjai.petugas, land('Bagian', HA, 0, { predecessors: [own.body.id] }))
  const itself = { properties: { predecessors: [good.body.id] } }
  const path = `/parcels/${good.body.id}`
  const match = { 'If-Match': good.etag }
  expect((await ask(binjai.petugas, 'PATCH', path, itself, match)).status).toBe(422)
  const none = await ask(binjai.petugas, 'PATCH', path, { properties: { predecessors: null } }, match) // prettier-ignore
  expect(none.status).toBe(200)
  const { body } = await ask(binjai.petugas, 'GET', `/parcels/${own.body.id}/succession`)
  expect(body.successors).toEqual([])
})

test('a parcel cannot be submitted as the part of a draft, or of one that left otherwise', async ({
  as,
}) => {
  const { petugas, kpb } = office(as)
  const idle = await draft(petugas, land('Masih draf', HA))
  const part = await draft(petugas, land('Bagian', HA, 0, { predecessors: [idle.body.id] }))
  const early = await step(kpb, part, 'submission')
  expect(early.body.type).toBe('/problems/not-ready')
  expect(pointers(early)).toEqual(['#/properties/predecessors/0'])
  await step(petugas, idle, 'retirement', { kind: 'salah-catat', reason: 'Dobel' })
  expect(pointers(await step(kpb, part, 'submission'))).toEqual(['#/properties/predecessors/0'])
})

test('Lias: 51 ha measured anew is 48.1 ha, and was 51 ha last year', async ({
  as,
  clock,
  origin,
}) => {
  const { petugas, kpb, kanwil } = office(as)
  const title = (areaM2: number) => ({ titles: [{ number: '02.14.04.01.4.00051', areaM2 }] })
  const first = await draft(petugas, land('Lahan Lias', 51 * HA, 0, title(51 * HA)))
  const { id } = first.body
  const verified = await step(kanwil, await step(kpb, first, 'submission'), 'verification')
  expect(verified.body.properties.areaM2).toBeCloseTo(51 * HA, 0)

  clock.now = new Date('2027-11-20T03:00:00.000Z')
  const reason = 'Diukur ulang setelah banjir'
  const cause = 'pengukuran-ulang'
  const opened = await step(kpb, verified, 'reopening', { reason, cause })
  expect(opened.body.properties.resurvey).toMatchObject({ reason })
  const patch = { geometry: landOf(48.1 * HA, [98.4, 3.6]), properties: title(48.1 * HA) }
  const drawn = await ask(petugas, 'PATCH', `/parcels/${id}`, patch, { 'If-Match': opened.etag })
  const refused = await step(kpb, drawn, 'submission')
  expect(refused.body.type).toBe('/problems/not-ready')
  expect(pointers(refused)).toEqual(['#/documents', '#/properties/areaNote'])

  const { seen } = await decided(petugas, origin, id, 'surat-ukur')
  const areaNote = '2,9 ha ternyata milik warga'
  const explained = await ask(petugas, 'PATCH', `/parcels/${id}`, { properties: { areaNote } }, { 'If-Match': seen.etag }) // prettier-ignore
  const again = await step(kpb, explained, 'submission')
  expect(again.status).toBe(200)
  const after = await step(kanwil, again, 'verification')
  const { resurvey, areaM2 } = after.body.properties
  expect(areaM2).toBeCloseTo(48.1 * HA, 0)
  expect(resurvey).toMatchObject({ reason, note: areaNote })
  const lost = after.body.properties.findings.find(({ rule }: { rule: string }) => rule === 'D10')
  expect(lost.message).toContain('51 ha → 48,1 ha, −2,9 ha (−5,7 %). Penjelasan: 2,9 ha ternyata')
  expect(resurvey.before).toContainEqual({ source: 'SERTIPIKAT', m2: 510_000 })
  expect(resurvey.after).toContainEqual({ source: 'SERTIPIKAT', m2: 481_000 })

  const asOf = '2026-12-31T16:59:59.999Z'
  const past = await ask(petugas, 'GET', `/parcels/${id}?asOf=${asOf}`)
  expect(past.body.properties.areaM2).toBeCloseTo(51 * HA, 0)
  expect(past.body.properties.titles[0].areaM2).toBe(510_000)
  expect(past.body.properties.resurvey).toBeUndefined()

  // Opened for something else, it is not asked for a survey; opened for another survey, it is.
  const typo = await step(kanwil, after, 'reopening', { reason: 'Salah ketik' })
  const mended = await step(kanwil, await step(kpb, typo, 'submission'), 'verification')
  expect(mended.body.properties.resurvey).toEqual(resurvey)
  const third = await step(kpb, mended, 'reopening', { reason, cause })
  expect(third.body.properties.areaNote).toBeUndefined()
  expect(pointers(await step(kpb, third, 'submission'))).toEqual(['#/documents'])
})
