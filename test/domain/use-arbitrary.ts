import fc from 'fast-check'
import { DEFAULT_DEFINITION, type Definition } from '../../functions/domain/definition.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import { type Block, type Plan, USE_KINDS } from '../../functions/domain/use.ts'
import { addDays } from '../../functions/domain/working-days.ts'
import { block, lease, parcel, plan } from './use-parcels.ts'

/** A day around the go-live of 1 June 2026. */
export const day = fc.integer({ min: -900, max: 1400 }).map((days) => addDays('2026-06-01', days))

const maybe = <T>(each: fc.Arbitrary<T>) => fc.option(each, { nil: undefined })

const anyBlock: fc.Arbitrary<Block> = fc
  .record({
    kind: fc.constantFrom(...USE_KINDS),
    areaM2: fc.integer({ min: 1, max: 150_000 }),
    from: day,
    until: maybe(day),
    proved: maybe(day),
    ended: maybe(day),
    term: maybe(fc.record({ from: day, until: day, isApproved: fc.boolean() })),
  })
  .map(({ kind, areaM2, from, until, proved, ended, term }) =>
    block({
      kind,
      areaM2,
      from,
      ...(until && { until }),
      ...(proved && { proved }),
      ...(ended && { ended: { on: ended, reason: 'panen' } }),
      ...(term && {
        utilisation: lease({
          from: term.from,
          until: term.until,
          ...(!term.isApproved && { approval: undefined }),
        }),
      }),
    }),
  )

const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    kind: fc.constantFrom('penggunaan' as const, 'pemanfaatan' as const),
    made: day,
    targetDate: day,
    closed: maybe(day),
  })
  .map(({ kind, made, targetDate, closed }) =>
    plan({
      kind,
      targetDate,
      at: `${made}T03:00:00.000Z`,
      ...(closed && { closed: { on: closed, outcome: 'batal' } }),
    }),
  )

const numbered = <T>(list: T[], letter: string): T[] =>
  list.map((each, i) => ({ ...each, id: `${letter}${i}` }))

/** Any parcel that has clocks: its blocks, plans and papers in every order of their days. */
export const anyParcel: fc.Arbitrary<ParcelRecord> = fc
  .record({
    statusPerolehan: maybe(
      fc.constantFrom('usulan-hibah', 'nphd', 'bast', 'pinjam-pakai', 'tercatat-bmn'),
    ),
    bast: maybe(day),
    psp: maybe(day),
    reversion: maybe(day),
    expires: fc.array(day, { maxLength: 2 }),
    blocks: fc.array(anyBlock, { maxLength: 4 }),
    plans: fc.array(anyPlan, { maxLength: 2 }),
  })
  .map(({ statusPerolehan, bast, psp, reversion, expires, blocks, plans }) =>
    parcel({
      properties: {
        statusPerolehan,
        grant: {
          steps: { ...(bast && { bast: { date: bast } }), ...(psp && { psp: { date: psp } }) },
          ...(reversion && { terms: { reversion: { applies: true, date: reversion } } }),
        },
        titles: expires.map((end, i) => ({ number: `HP ${i}`, expires: end })),
      },
      blocks: numbered(blocks, 'b'),
      plans: numbered(plans, 'p'),
    }),
  )

const threshold = (most: number) =>
  fc.record({
    value: fc.option(fc.integer({ min: 0, max: most })),
    source: fc.constant('test'),
    status: fc.constant('internal' as const),
  })

/** Any definition that may be set, with what nobody has set left out. */
export const anyDefinition: fc.Arbitrary<Definition> = fc
  .record({
    lastingEvidenceMonths: threshold(24),
    seasonalEvidenceMonths: threshold(24),
    idleMonths: threshold(24),
    partialPercent: threshold(100),
    reminderDays: threshold(60),
    caseReminderDays: threshold(60),
    escalationDays: threshold(60),
    planUseMonths: threshold(24),
    planUtilisationMonths: threshold(24),
    pspMonths: threshold(24),
    rightEndsMonths: threshold(24),
  })
  .map((values) => ({
    ...DEFAULT_DEFINITION,
    values: { ...DEFAULT_DEFINITION.values, ...values },
  }))
