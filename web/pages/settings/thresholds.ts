import type { DefinitionValues } from '../../../functions/domain/definition.ts'
import { CASE_CLOCKS } from '../../../functions/domain/idle-clocks.ts'
import { say } from '../../messages/phrase.ts'
import { caseClockNames, settingsWords as m, thresholdNames } from '../../messages/settings.ts'
import { formatDate, formatNumber } from '../../time.ts'

/** A threshold of the definition: a number, or the day from which use has to be proved. */
export interface Entry {
  /** Its place, such as `idleMonths` or `caseClocks.jawaban`. */
  path: string
  label: string
  unit: 'months' | 'days' | 'workingDays' | 'percent' | 'date'
  value: number | string | null
  source: string
  status: 'regulation' | 'internal'
}

type Plain = Exclude<keyof DefinitionValues, 'caseClocks'>

const UNITS: Record<Plain, Entry['unit']> = {
  goLive: 'date',
  lastingEvidenceMonths: 'months',
  seasonalEvidenceMonths: 'months',
  idleMonths: 'months',
  partialPercent: 'percent',
  reminderDays: 'days',
  caseReminderDays: 'days',
  escalationDays: 'days',
  planUseMonths: 'months',
  planUtilisationMonths: 'months',
  pspMonths: 'months',
  rightEndsMonths: 'months',
}
const PLAIN = Object.keys(UNITS) as Plain[]

/** Every threshold of a definition, those of cases last. */
export const entriesOf = (values: DefinitionValues): Entry[] => [
  ...PLAIN.map((path): Entry => ({
    path,
    label: say(thresholdNames[path]),
    unit: UNITS[path],
    ...values[path],
  })),
  ...CASE_CLOCKS.map((clock): Entry => ({
    path: `caseClocks.${clock}`,
    label: say(caseClockNames[clock]),
    unit: 'workingDays',
    ...values.caseClocks[clock],
  })),
]

/** A value in words, such as `6 bulan`. */
export function valueWords({ unit, value }: Pick<Entry, 'unit' | 'value'>): string {
  if (value === null) return say(m.notSet)
  if (typeof value === 'string') return formatDate(value)
  return unit === 'date' ? String(value) : say(m[unit](formatNumber(value)))
}

/** The definition's values with some entries in place of theirs. */
export function withEntries(values: DefinitionValues, entries: readonly Entry[]): DefinitionValues {
  const next = structuredClone(values) as unknown as Record<string, unknown> & {
    caseClocks: Record<string, unknown>
  }
  for (const { path, value, source, status } of entries) {
    const clock = /^caseClocks\.(.+)$/.exec(path)?.[1]
    if (clock) next.caseClocks[clock] = { value, source, status }
    else next[path] = { value, source, status }
  }
  return next as unknown as DefinitionValues
}

/** The entries in which two definitions differ: as they are, and as they would be. */
export function changedEntries(
  before: DefinitionValues,
  after: DefinitionValues,
): { before: Entry; after: Entry }[] {
  const old = entriesOf(before)
  return entriesOf(after).flatMap((entry, i) => {
    const was = old[i]!
    const isSame =
      was.value === entry.value && was.source === entry.source && was.status === entry.status
    return isSame ? [] : [{ before: was, after: entry }]
  })
}
