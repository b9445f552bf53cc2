import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_DEFINITION } from '../../functions/domain/definition.ts'
import { DEFAULT_HOLIDAYS } from '../../functions/domain/holidays.ts'
import { CLOSED_STATES, type IdleCase, isOpenCase } from '../../functions/domain/idle-case.ts'
import { type CaseSaid, stepCase } from '../../functions/domain/idle-steps.ts'
import { CASE_STEPS, LETTER_STATES, TRANSITIONS } from '../../functions/domain/idle-transitions.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { Refusal } from '../../functions/domain/refusal.ts'
import { addDays } from '../../functions/domain/working-days.ts'

/* Whatever people try, in whatever order and with whatever dates: a case stays a case. */

const START = '2026-01-05'

const Try = fc.record({
  step: fc.constantFrom(...CASE_STEPS),
  state: fc.constantFrom(...LETTER_STATES),
  /** Days since the last try, and by how many days the letter is older. */
  later: fc.integer({ min: 0, max: 200 }),
  older: fc.integer({ min: -2, max: 30 }),
  due: fc.option(fc.integer({ min: -5, max: 60 })),
  target: fc.integer({ min: -10, max: 500 }),
  proof: fc.boolean(),
})

const land: ParcelRecord = {
  state: 'terverifikasi',
  properties: { upt: 'x', name: 'Lahan', statusPerolehan: 'tercatat-bmn' },
  boundary: null,
}

let made = 0
const newId = (): string => `018f4f5e-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`

function saidOf(
  each: typeof Try extends fc.Arbitrary<infer T> ? T : never,
  today: string,
): CaseSaid {
  const letter = { number: `S-${today}`, date: addDays(today, -each.older) }
  return {
    reason: 'Uji',
    letter,
    state: each.state,
    ...(each.due !== null && { dueDate: addDays(letter.date, each.due) }),
    answer: {
      letter,
      identity: {
        assets: [{ kodeBarang: '2.01.01.04.001', nup: 1 }],
        areaM2: 10,
        year: 2020,
        valueIdr: 1,
        condition: 'baik',
        address: 'Jalan A',
      },
      use: { text: 'Tidak ada' },
      utilisation: { text: 'Tidak ada' },
      utilisationPlan: { what: 'Sewa', targetDate: addDays(today, each.target) },
    },
  }
}

const proved = (record: ParcelRecord, on: string): ParcelRecord => ({
  ...record,
  use: {
    ...record.use,
    blocks: {
      b: {
        id: newId(),
        name: 'Blok',
        kind: 'tanaman-pangan',
        areaM2: 10,
        from: START,
        proof: { on, grade: 'posisi', report: newId() },
      },
    },
  },
})

function requireSound(idleCase: IdleCase): void {
  const { steps, state, openedOn, since, due } = idleCase
  let before: string | null = null
  let day = openedOn
  for (const { step, from, to, on, at, letter } of steps) {
    expect(from).toBe(before)
    expect(on >= day).toBe(true) // never before the step before it
    expect(letter === undefined || letter.date <= at.slice(0, 10)).toBe(true)
    const way = TRANSITIONS.some(
      (each) => each.step === step && each.to === to && each.from.includes(from),
    )
    expect(way).toBe(true)
    ;[before, day] = [to, on]
  }
  expect(state).toBe(before)
  expect(since >= openedOn && since <= day).toBe(true)
  if (CLOSED_STATES.includes(state)) expect(due).toBeUndefined()
}

test('random walks keep to the table, to the order of days, and to letters for what is legal', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(fc.array(Try, { minLength: 1, maxLength: 40 }), (tries) => {
      let record = land
      let today = START
      for (const each of tries) {
        today = addDays(today, each.later)
        const given = {
          today,
          areaM2: 10,
          definition: DEFAULT_DEFINITION,
          holidays: DEFAULT_HOLIDAYS,
        }
        const mark = { by: 'm', at: `${today}T05:00:00.000Z`, newId }
        const before = each.proof ? proved(record, today) : record
        const frozen = JSON.stringify(before)
        try {
          record = stepCase(before, each.step, saidOf(each, today), mark, given)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          record = before
        }
        expect(JSON.stringify(before)).toBe(frozen) // what was there is left as it was
        for (const past of record.pastCases ?? []) expect(isOpenCase(past)).toBe(false)
        const all = [...(record.pastCases ?? []), ...(record.idleCase ? [record.idleCase] : [])]
        for (const idleCase of all) requireSound(idleCase)
        for (const { state } of all) reached.add(state)
        const legal = all
          .flatMap(({ steps }) => steps)
          .filter(({ step, to }) => step === 'letter' && to !== 'diteliti')
          .at(-1)
        expect(record.legalIdle).toEqual(legal && { state: legal.to, letter: legal.letter })
        const open = Object.values(record.use?.plans ?? {}).filter(({ closed }) => !closed)
        if (isOpenCase(record.idleCase) && record.idleCase.state === 'rencana')
          expect(open.map(({ targetDate }) => targetDate)).toContain(
            record.idleCase.steps.at(-1)!.said?.dueDate ?? record.idleCase.due!.day,
          )
      }
    }),
    { numRuns: 400, seed: 20261124 },
  )
  expect(reached.size).toBeGreaterThan(8) // the walks do get somewhere
})
