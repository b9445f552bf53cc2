import { dayOf } from './calendar.ts'
import type { DefinitionValues } from './definition.ts'
import type { ParcelRecord } from './record.ts'
import { monthsAfter } from './rules/period.ts'
import { type Block, type Plan, SEASONAL_KINDS, type UseKind } from './use.ts'
import { addDays } from './working-days.ts'

/** Later than every day of the registry: what has no end. */
export const NEVER = '9999-12-31'

/** Days from one to another, both included. */
export interface Span {
  from: string
  until: string
}

const earliest = (...days: (string | undefined)[]): string =>
  days.reduce<string>((least, day) => (day !== undefined && day < least ? day : least), NEVER)

const latest = (...days: (string | undefined)[]): string =>
  days.reduce<string>((most, day) => (day !== undefined && day > most ? day : most), '')

/** Months for which evidence of a kind of use counts; null: for ever. */
export const evidenceMonths = (kind: UseKind, values: DefinitionValues): number | null =>
  (SEASONAL_KINDS.includes(kind) ? values.seasonalEvidenceMonths : values.lastingEvidenceMonths)
    .value

/** Whether use by another party stands on an approval; a unit's own use needs none (rule G13). */
export const isLawful = ({ kind, utilisation }: Block): boolean =>
  utilisation ? utilisation.approval !== undefined : kind !== 'dipakai-pihak-lain'

/** The days on which a block may count as used: it runs, and a use by others is within its term. */
export const termOf = ({ from, until, ended, utilisation }: Block): Span => ({
  from: latest(from, utilisation?.from),
  until: earliest(until, utilisation?.until, ended && addDays(ended.on, -1)),
})

/** Days on which the evidence of a block counts; null where it has none, or proves nothing lawful. */
export function provedSpan(block: Block, values: DefinitionValues): Span | null {
  if (!block.proof || !isLawful(block)) return null
  const months = evidenceMonths(block.kind, values)
  const { from, until } = termOf(block)
  const aged = months === null ? NEVER : monthsAfter(block.proof.on, months)
  return { from, until: earliest(until, aged) }
}

/** Days on which a plan keeps land from counting as unused: to its target, at most as long as plans may run. */
export function plannedSpan(
  { kind, at, targetDate, closed }: Plan,
  { planUseMonths, planUtilisationMonths }: DefinitionValues,
): Span {
  const from = dayOf(new Date(at))
  const months = (kind === 'penggunaan' ? planUseMonths : planUtilisationMonths).value
  const most = months === null ? NEVER : monthsAfter(from, months)
  return { from, until: earliest(targetDate, most, closed && addDays(closed.on, -1)) }
}

export const holds = ({ from, until }: Span, day: string): boolean => from <= day && day <= until

/** Whether the unit has the land: what is only proposed or agreed upon cannot be used yet. */
const isHandedOver = ({ statusPerolehan, grant }: ParcelRecord['properties']): boolean =>
  grant?.steps?.bast?.date !== undefined ||
  (statusPerolehan !== 'usulan-hibah' && statusPerolehan !== 'nphd')

/** The day from which use has to be proved: the go-live or the BAST, whichever is later. */
export const baseOf = (
  { properties }: Pick<ParcelRecord, 'properties'>,
  { goLive }: DefinitionValues,
): string => latest(goLive.value, properties.grant?.steps?.bast?.date)

/** The last day of which anything lawful is proved, or the base where nothing is. */
export const lastKnown = (
  { properties, use = {} }: Pick<ParcelRecord, 'properties' | 'use'>,
  values: DefinitionValues,
): string =>
  latest(
    baseOf({ properties }, values),
    ...Object.values(use.blocks ?? {}).map((block) =>
      block.proof && isLawful(block) ? earliest(block.proof.on, termOf(block).until) : undefined,
    ),
  )

/**
 * The first day on which the land counts as unused by rule G02 if nothing is done: the months have
 * passed since anything was proved, no evidence counts any more, and no plan. Null: it never does.
 */
export function idleFrom(
  record: Pick<ParcelRecord, 'properties' | 'use'>,
  values: DefinitionValues,
): string | null {
  const months = values.idleMonths.value
  if (months === null || !isHandedOver(record.properties)) return null
  const { blocks = {}, plans = {} } = record.use ?? {}
  const kept = [
    ...Object.values(blocks).map((block) => provedSpan(block, values)),
    ...Object.values(plans).map((plan) => plannedSpan(plan, values)),
  ].flatMap((span) => (span && span.from <= span.until ? span.until : []))
  if (kept.includes(NEVER)) return null
  return latest(
    monthsAfter(lastKnown(record, values), months),
    ...kept.map((until) => addDays(until, 1)),
  )
}
