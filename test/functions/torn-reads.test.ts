import { describe, expect } from 'vitest'
import { binjai, numbered, squareAt } from '../fixtures/parcels.ts'
import { type Stack, test } from '../stack.ts'
import { pdf, upload } from './files.ts'
import { type Answer, ask, draft, step } from './requests.ts'
import { during, type Hook, type Sent, unheard } from './wire.ts'

type Here = Pick<Stack, 'as' | 'origin'>
type Change = (here: Here, seen: Answer) => Promise<Answer>

const CHANGES: Record<string, Change> = {
  'other words and another boundary': ({ as }, { body, etag }) => {
    const properties = { name: 'Lain', neighbours: { north: 'Jalan baru' } }
    const patch = { geometry: squareAt(98.6, 3.7, 0.002), properties }
    return ask(as('petugas.binjai'), 'PATCH', `/parcels/${body.id}`, patch, { 'If-Match': etag })
  },
  'a boundary that goes': ({ as }, { body, etag }) =>
    ask(
      as('petugas.binjai'),
      'PATCH',
      `/parcels/${body.id}`,
      { geometry: null },
      { 'If-Match': etag },
    ),
  'a submission': ({ as }, seen) => step(as('kpb.binjai'), seen, 'submission'),
  'a handover': ({ as }, seen) => step(as('petugas.binjai'), seen, 'handover'),
  'a document': ({ as, origin }, { body }) =>
    upload(as('petugas.binjai'), origin, body.id, pdf(300, 'b')),
  'a withdrawal of a document': ({ as }, { body }) => {
    const [document] = body.properties.grant.steps.bast.documents
    const path = `/parcels/${body.id}/documents/${document}/withdrawal`
    return ask(as('petugas.binjai'), 'POST', path, { reason: 'Salah pindai' })
  },
}

/** Where in one read the change comes: around the call for the head and its items, or for documents. */
const PLACES: Record<string, (change: () => Promise<unknown>) => Hook> = {
  'after the items were read': (change) => around('BatchGet', 'after', change),
  'before the items are read': (change) => around('BatchGet', 'before', change),
  'after the documents were read': (change) => around('Query', 'after', change),
  'before the documents are read': (change) => around('Query', 'before', change),
  'after the head, before the rest': (change) => between(change, (sk) => sk === 'H'),
  'after the rest, before the head': (change) => between(change, (sk) => sk !== 'H'),
  'after the properties, before the boundary': (change) => between(change, (sk) => sk !== 'B'),
  'after the boundary, before the properties': (change) => between(change, (sk) => sk === 'B'),
}

/** The change comes beside the first call of this name; the other call of the read waits for it. */
function around(name: string, when: 'before' | 'after', change: () => Promise<unknown>): Hook {
  let changed: Promise<unknown> | undefined
  let told = (): void => {}
  const early = new Promise<void>((resolve) => (told = resolve))
  return async ({ command }, send) => {
    if (!/^(BatchGet|Query)/.test(command)) return send()
    const isIt = command.startsWith(name)
    if (changed === undefined && isIt) {
      if (when === 'after') {
        const answer = await send()
        changed = unheard(change)
        await changed
        told()
        return answer
      }
      await early // the other call was answered with what stood before
      changed = unheard(change)
      await changed
      return send()
    }
    if (when === 'after') await early
    const answer = await send()
    told()
    return answer
  }
}

type Responses = Record<string, { sk: { S: string } }[]>

/** The first BatchGet tells some of its items as before the change, the others as after it. */
function between(change: () => Promise<unknown>, isEarly: (sk: string) => boolean): Hook {
  let done = false
  return async ({ command }, send): Promise<Sent> => {
    if (done || !command.startsWith('BatchGet')) return send()
    done = true
    const [before, after] = [await send(), (await unheard(change), await send())]
    const [[name = '', old = []] = []] = Object.entries(before.output.Responses as Responses)
    const young = (after.output.Responses as Responses)[name] ?? []
    const mixed = [
      ...old.filter(({ sk }) => isEarly(sk.S)),
      ...young.filter(({ sk }) => !isEarly(sk.S)),
    ]
    return { ...after, output: { ...after.output, Responses: { [name]: mixed } } }
  }
}

describe('a change in the middle of a read', { timeout: 60_000 }, () => {
  test.for(Object.keys(CHANGES))(
    '%s: the answer is of one version, wherever it comes',
    async (what, { as, deps, origin }) => {
      const reader = as('auditor')
      for (const [serial, at] of Object.keys(PLACES).entries()) {
        const made = await draft(as('petugas.binjai'), numbered(serial))
        const path = `/parcels/${made.body.id}`
        const filed = await upload(as('petugas.binjai'), origin, made.body.id, pdf(300, 'a'))
        const bast = { absent: null, documents: [filed.body.document.id] } // a finding when it goes
        const patch = { properties: { grant: { steps: { bast } } } }
        await ask(as('petugas.binjai'), 'PATCH', path, patch, { 'If-Match': filed.etag })
        const before = await ask(reader, 'GET', path)
        const hook = PLACES[at]!(() => CHANGES[what]!({ as, origin }, before))
        const torn = await during(deps, hook, () => ask(reader, 'GET', path))
        const after = await ask(reader, 'GET', path)
        expect([at, after.etag]).not.toEqual([at, before.etag])
        expect([at, torn.status]).toEqual([at, 200])
        expect([at, torn.body]).toEqual([at, torn.etag === before.etag ? before.body : after.body])
      }
    },
  )

  test('history is whole to its last event, persons included', async ({ as, deps }) => {
    const petugas = as('petugas.binjai')
    const made = await draft(petugas, binjai)
    const path = `/parcels/${made.body.id}`
    for (const read of [`${path}/events`, `${path}?asOf=2030-01-01T00:00:00.000Z`]) {
      for (const prefix of ['E#', 'P#']) {
        const seen = await ask(petugas, 'GET', path)
        const name = `Pak ${prefix} ${read.length}`
        const patch = { properties: { neighbours: { east: name } } }
        let done = false
        const hook: Hook = async ({ command, input }, send) => {
          const asked = JSON.stringify(input.ExpressionAttributeValues ?? {})
          if (done || !command.startsWith('Query') || !asked.includes(prefix)) return send()
          done = true
          const answer = await send()
          await unheard(() => ask(petugas, 'PATCH', path, patch, { 'If-Match': seen.etag }))
          return answer
        }
        const { body } = await during(deps, hook, () => ask(petugas, 'GET', read))
        expect(done).toBe(true)
        expect(JSON.stringify(body)).not.toContain('"erased"')
        if (body.events)
          for (const hash of JSON.stringify(body.events).match(/(?<="personal":")[0-9a-f]{64}/g)!)
            expect(body.personal).toHaveProperty(hash)
      }
    }
  })

  test('a table that answers in part is asked again', async ({ as, deps }) => {
    const made = await draft(as('petugas.binjai'), binjai)
    let cut = 0
    const hook: Hook = async ({ command, input }, send) => {
      const answer = await send()
      if (cut === 2 || !command.startsWith('BatchGet')) return answer
      cut += 1
      const { RequestItems } = input
      return {
        ...answer,
        output: { ...answer.output, Responses: {}, UnprocessedKeys: RequestItems },
      }
    }
    const path = `/parcels/${made.body.id}`
    const read = await during(deps, hook, () => ask(as('auditor'), 'GET', path))
    expect([cut, read.status]).toEqual([2, 200])
    cut = 0
    const released = await during(deps, hook, () => step(as('kpb.binjai'), made, 'submission'))
    expect([cut, released.status]).toEqual([2, 200])
    cut = -Infinity
    const busy = await during(deps, hook, () => ask(as('auditor'), 'GET', path))
    expect([busy.status, busy.headers.has('Retry-After')]).toEqual([503, true])
  })
})
