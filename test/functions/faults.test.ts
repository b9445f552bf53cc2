import {
  InternalServerError,
  ProvisionedThroughputExceededException,
  ThrottlingException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb'
import { describe, expect } from 'vitest'
import { numbered, squareAt } from '../fixtures/parcels.ts'
import { type Stack, test } from '../stack.ts'
import { recount } from './recount.ts'
import { type Answer, ask, draft, step } from './requests.ts'
import { during, type Hook, type Sent } from './wire.ts'

type Fault = (send: () => Promise<Sent>) => Promise<Sent>

const about = (status: number) => ({ message: 'Injected', $metadata: { httpStatusCode: status } })
const cut = (name: string, code: string) => Object.assign(new Error('Injected'), { name, code })
const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    ...about(400),
    CancellationReasons: codes.map((Code) => ({ Code })),
  })

const BEFORE = {
  throttle: async () => {
    throw new ThrottlingException(about(400))
  },
  'internal error': async () => {
    throw new InternalServerError(about(500))
  },
  'timeout before it arrived': async () => {
    throw cut('TimeoutError', 'ETIMEDOUT')
  },
} satisfies Record<string, Fault>

const AROUND_A_WRITE = {
  conflict: async () => {
    throw cancelled('None', 'TransactionConflict')
  },
  'throttled transaction': async () => {
    throw cancelled('ThrottlingError', 'None')
  },
  'capacity exceeded': async () => {
    throw new ProvisionedThroughputExceededException(about(400))
  },
  'transaction in progress': async (send) => {
    await send()
    throw new TransactionInProgressException(about(400))
  },
  'timeout after it arrived': async (send) => {
    await send()
    throw cut('TimeoutError', 'ETIMEDOUT')
  },
  'line cut after it arrived': async (send) => {
    await send()
    throw cut('Error', 'ECONNRESET')
  },
} satisfies Record<string, Fault>

const isWrite = (command: string): boolean => command.startsWith('TransactWrite')
const any = (): boolean => true

/** Spoils the attempts from number `from` on, `times` of them, of those commands that count. */
function spoiling(fault: Fault, counts: (command: string) => boolean, from: number, times: number) {
  const seen = { attempts: 0, spoiled: 0 }
  const hook: Hook = async ({ command }, send) => {
    if (!counts(command)) return send()
    seen.attempts += 1
    if (seen.attempts < from || seen.attempts >= from + times) return send()
    seen.spoiled += 1
    return fault(send)
  }
  return { hook, seen }
}

/** A request that can be sent again and again, and what it leaves when it was carried out once. */
interface Request {
  send: () => Promise<Answer>
  /** What the store tells of it: equal for one that went through at once and one that did not. */
  outcome: () => Promise<unknown>
}

let serial = 0

/** A parcel that collides with no other of its run. */
const unlike = () => numbered((serial += 1))

const actions = async (as: Stack['as'], id: string): Promise<string[]> =>
  (await ask(as('auditor'), 'GET', `/parcels/${id}/events`)).body.events.map(
    ({ action }: { action: string }) => action,
  )

const REQUESTS: Record<string, (as: Stack['as']) => Promise<Request>> = {
  draft: async (as) => {
    const feature = unlike()
    const petugas = as('petugas.binjai')
    const key = { 'Idempotency-Key': `draft-${serial}` }
    const nup = feature.properties.bmnRecords[0]!.nup
    return {
      send: () => ask(petugas, 'POST', '/parcels', feature, key),
      outcome: async () => {
        const path = `/parcels?kanwil=sumatera-utara&limit=200&q=2.01.01.04.001%20${nup}`
        const { body } = await ask(petugas, 'GET', path)
        const found = body.features.filter(({ properties }: { properties: { search: string } }) =>
          properties.search.includes(`NUP ${nup} `),
        )
        return Promise.all(found.map(({ id }: { id: string }) => actions(as, id)))
      },
    }
  },
  change: async (as) => {
    const { body, etag } = await draft(as('petugas.binjai'), unlike())
    const path = `/parcels/${body.id}`
    const patch = { properties: { name: 'Nama baru' }, geometry: squareAt(98.9, 3.1) }
    return {
      send: () => ask(as('petugas.binjai'), 'PATCH', path, patch, { 'If-Match': etag }),
      outcome: () => actions(as, body.id),
    }
  },
  submission: async (as) => {
    const { body, etag } = await draft(as('petugas.binjai'), unlike())
    const headers = { 'Idempotency-Key': `submission-${body.id}`, 'If-Match': etag }
    const path = `/parcels/${body.id}/submission`
    return {
      send: () => ask(as('kpb.binjai'), 'POST', path, {}, headers),
      outcome: () => actions(as, body.id),
    }
  },
  verification: async (as) => {
    const made = await draft(as('petugas.binjai'), unlike())
    const { body, etag } = await step(as('kpb.binjai'), made, 'submission')
    const headers = { 'Idempotency-Key': `verification-${body.id}`, 'If-Match': etag }
    const path = `/parcels/${body.id}/verification`
    return {
      send: () => ask(as('kanwil.sumut'), 'POST', path, {}, headers),
      outcome: () => actions(as, body.id),
    }
  },
  member: async (as) => {
    serial += 1
    const subject = `orang.${serial}`
    const roles = [{ role: 'auditor', from: '2026-01-01' }]
    const key = { 'Idempotency-Key': `member-${serial}` }
    return {
      send: () => ask(as('pusat'), 'POST', '/members', { subject, name: subject, roles }, key),
      outcome: async () => {
        const { body } = await ask(as('pusat'), 'GET', '/members')
        return body.members.filter((one: { subject: string }) => one.subject === subject).length
      },
    }
  },
}
const NAMES = Object.keys(REQUESTS)

/** What each request leaves without any fault, and how many calls it takes. */
async function undisturbed({ as, deps }: Pick<Stack, 'as' | 'deps'>) {
  const known: Record<string, { calls: number; outcome: unknown; status: number }> = {}
  for (const name of NAMES) {
    const { send, outcome } = await REQUESTS[name]!(as)
    await outcome() // so that what is remembered of members and units is
    const { hook, seen } = spoiling((onward) => onward(), any, Infinity, 0)
    const { status } = await during(deps, hook, send)
    known[name] = { calls: seen.attempts, outcome: await outcome(), status }
  }
  return known
}

/** Every request with the fault at each of its calls, all side by side. */
async function everywhere(
  { as, deps }: Pick<Stack, 'as' | 'deps'>,
  [fault, counts, times]: readonly [Fault, (command: string) => boolean, number],
  check: (told: {
    name: string
    answer: Answer
    spoiled: number
    request: Request
    usual: { outcome: unknown; status: number }
  }) => Promise<void>,
): Promise<void> {
  const known = await undisturbed({ as, deps })
  const places = NAMES.flatMap((name) =>
    Array.from({ length: counts === any ? known[name]!.calls : 1 }, (_, i) => ({
      name,
      from: i + 1,
    })),
  )
  let hits = 0
  await Promise.all(
    places.map(async ({ name, from }) => {
      const request = await REQUESTS[name]!(as)
      const { hook, seen } = spoiling(fault, counts, from, times)
      const answer = await during(deps, hook, request.send)
      if (seen.spoiled > 0) hits += 1
      await check({ name, answer, spoiled: seen.spoiled, request, usual: known[name]! })
    }),
  )
  expect(hits).toBeGreaterThan(places.length / 2) // fewer calls where something is remembered
  expect(await recount(deps)).toEqual([])
}

const FEW = [
  ...Object.entries(BEFORE).map(([name, fault]) => ({ name, fault, counts: any })),
  ...Object.entries(AROUND_A_WRITE).map(([name, fault]) => ({ name, fault, counts: isWrite })),
].map((each) => ({ ...each, times: each.counts === isWrite ? 3 : 1 }))

describe('a fault that passes', { timeout: 60_000 }, () => {
  test.for(FEW)(
    '$name, $times in a row, at every call: nobody hears of it',
    async ({ fault, counts, times }, { as, deps }) => {
      await everywhere({ as, deps }, [fault, counts, times], async (told) => {
        const { name, answer, request, usual } = told
        expect([name, answer.status]).toEqual([name, usual.status])
        expect(await request.outcome()).toEqual(usual.outcome)
        if (name === 'change') return
        const again = await request.send() // with its key: the first answer
        expect([again.status, again.body, again.etag]).toEqual([
          answer.status,
          answer.body,
          answer.etag,
        ])
        expect(await request.outcome()).toEqual(usual.outcome)
      })
    },
  )

  test('and a store that has forgotten the token: the write is known by its event', async ({
    as,
    deps,
  }) => {
    const forgetful = (): Fault => {
      let attempts = 0
      return async (send) => {
        attempts += 1
        if (attempts > 1) throw cancelled('ConditionalCheckFailed', 'None')
        await send()
        throw cut('TimeoutError', 'ETIMEDOUT')
      }
    }
    for (const name of NAMES) {
      const request = await REQUESTS[name]!(as)
      const { hook } = spoiling(forgetful(), isWrite, 1, 2)
      expect((await during(deps, hook, request.send)).status).toBeLessThan(300)
    }
    expect(await recount(deps)).toEqual([])
  })
})

describe('a fault that lasts', { timeout: 90_000 }, () => {
  const LASTING: readonly (readonly [string, Fault, (command: string) => boolean])[] = [
    ['throttle', BEFORE.throttle, any],
    ['timeout before it arrived', BEFORE['timeout before it arrived'], any],
    ['conflict', AROUND_A_WRITE.conflict, isWrite],
    ['timeout after it arrived', AROUND_A_WRITE['timeout after it arrived'], isWrite],
  ]
  test.for(LASTING)(
    '%s: busy, when to come again, and nothing half done',
    async ([, fault, counts], { as, deps }) => {
      await everywhere({ as, deps }, [fault, counts, Infinity], async (told) => {
        const { name, answer, spoiled, request, usual } = told
        if (spoiled > 0) {
          expect([name, answer.status]).toEqual([name, 503])
          expect(answer.body).toMatchObject({ type: '/problems/busy', status: 503 })
          expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
          expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
          expect(JSON.stringify(answer.body)).not.toContain('Injected')
          expect(spoiled).toBeGreaterThanOrEqual(8) // attempts of one call, or of several side by side
          if (counts === isWrite) expect(spoiled).toBeLessThan(8 + 10) // with races for a page that were lost
        }
        const again = await request.send() // the store is well again
        const mayBeDone = name === 'change' && fault === AROUND_A_WRITE['timeout after it arrived']
        expect([name, again.status]).toEqual([name, mayBeDone ? 412 : usual.status])
        expect(await request.outcome()).toEqual(usual.outcome)
      })
    },
  )
})
