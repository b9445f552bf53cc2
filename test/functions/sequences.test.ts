import fc from 'fast-check'
import { expect } from 'vitest'
import { binjai, squareAt } from '../fixtures/parcels.ts'
import { type Send, type Stack, test } from '../stack.ts'
import { announce, complete, type File, type Part, pdf, put } from './files.ts'
import { recount } from './recount.ts'
import { type Answer, ask, draft, step } from './requests.ts'

const RUNS = 6
const PARCELS = 3
const NUPS = 2 // fewer than parcels, so that they collide

/** Every step, and who may take it; now and then somebody else tries. */
const STEPS = {
  change: 'petugas.binjai',
  handover: 'petugas.binjai',
  submission: 'kpb.binjai',
  'submission with a reason': 'kpb.binjai',
  return: 'kanwil.sumut',
  verification: 'kanwil.sumut',
  reopening: 'kpb.binjai',
  retirement: 'kanwil.sumut',
} as const
type Step = keyof typeof STEPS
const LIVELY = (Object.keys(STEPS) as Step[]).filter((step) => step !== 'retirement')
const OTHERS = [
  'petugas.binjai',
  'kpb.binjai',
  'pusat',
  'auditor',
  'petugas.batang',
  'kanwil.jateng',
]

interface Move {
  step: Step
  parcel: number
  nup: number
  /** Who tries it in place of whom it belongs to. */
  stranger: string | null
  /** How many versions ago the parcel was seen. */
  ago: number
}
/** Mostly nothing unusual. */
const seldom = <T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other })

const aMove: fc.Arbitrary<Move> = fc.record({
  step: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom<Step>(...LIVELY) },
    { weight: 1, arbitrary: fc.constant<Step>('retirement') }, // nothing comes after it
  ),
  parcel: fc.nat(PARCELS - 1),
  nup: fc.nat(NUPS - 1),
  stranger: seldom<string | null>(null, fc.constantFrom(...OTHERS)),
  ago: seldom(0, fc.constant(1)),
})
/** Moments of one to three requests at once. */
const moments = fc.array(fc.array(aMove, { minLength: 1, maxLength: 3 }), {
  minLength: 6,
  maxLength: 12,
})

const reason = 'Menurut acak'
const withNup = (nup: number) => ({
  bmnRecords: [{ ...binjai.properties.bmnRecords[0], nup }],
  titles: [],
})

/** Attach a paper; undefined when the parcel left beneath it. */
async function attach(send: Send, origin: string, parcel: string, file: File) {
  const announced = await announce(send, parcel, file)
  if (announced.status !== 201) return undefined
  for (const part of announced.body.upload.parts as Part[]) await put(origin, file.bytes, part)
  const done = await complete(send, parcel, announced.body.id)
  return done.status === 200 ? done : undefined
}

/** Send one request on the parcel as it is seen now, or as it was seen before. */
async function play(
  { as, origin }: Pick<Stack, 'as' | 'origin'>,
  { step: name, nup, stranger, ago }: Move,
  id: string,
  base: number,
): Promise<Answer> {
  const send = as(stranger ?? STEPS[name])
  const now = await ask(as('pusat'), 'GET', `/parcels/${id}`)
  const version = now.body.properties.version - ago
  const seen = { ...now, etag: `"${version}"` }
  switch (name) {
    case 'change':
      return ask(
        send,
        'PATCH',
        `/parcels/${id}`,
        { properties: withNup(base + nup) },
        { 'If-Match': seen.etag },
      )
    case 'submission with a reason':
      return step(send, seen, 'submission', { duplicateReason: reason })
    case 'return':
    case 'reopening':
      return step(send, seen, name, { reason })
    case 'retirement': {
      const kanwil = as('kanwil.sumut')
      const file = pdf(300, id, 'SK.pdf', 'keputusan')
      const isLiving = now.body.properties.state !== 'nonaktif'
      const paper = isLiving ? await attach(kanwil, origin, id, file) : undefined
      const body = { kind: 'ganda', reason, documents: paper ? [paper.body.document.id] : [] }
      return step(send, paper ? { ...seen, etag: paper.etag } : seen, name, body)
    }
    default:
      return step(send, seen, name)
  }
}

test(
  'whatever is tried by whomever, what is counted, held and told stays true',
  { timeout: 120_000 },
  async ({ as, origin, deps }) => {
    let base = 1000
    const outcomes: Record<string, number> = {}
    await fc.assert(
      fc.asyncProperty(moments, async (sequence) => {
        base += NUPS
        const made = await Promise.all(
          Array.from({ length: PARCELS }, (_, i) =>
            draft(as('petugas.binjai'), {
              ...binjai,
              geometry: squareAt(98 + i / 100, 3.5),
              properties: { ...binjai.properties, ...withNup(base + (i % NUPS)) },
            }),
          ),
        )
        for (const moment of sequence) {
          const answers = await Promise.all(
            moment.map((move) => play({ as, origin }, move, made[move.parcel]!.body.id, base)),
          )
          for (const [i, { status, body }] of answers.entries()) {
            const told = `${moment[i]!.step} ${status}`
            outcomes[told] = (outcomes[told] ?? 0) + 1
            expect([told, body.type]).toEqual([told, status < 300 ? 'Feature' : expect.any(String)])
            expect([told, status >= 500]).toEqual([told, false])
          }
        }
        expect(await recount(deps)).toEqual([])
      }),
      { numRuns: RUNS, endOnFailure: true },
    )
    const through = Object.keys(outcomes).filter((told) => told.endsWith(' 200'))
    expect(through.length).toBeGreaterThan(3) // it did not only refuse
  },
)
