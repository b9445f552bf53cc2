import { isCertificate } from './areas.ts'
import { daysBefore, type Deadline, deadline } from './deadline.ts'
import type { DefinitionValues } from './definition.ts'
import type { ParcelRecord } from './record.ts'
import { budgetYear, monthsAfter } from './rules/period.ts'
import { hasReached } from './rules/rule.ts'
import { stepOf } from './rules/step.ts'

const isUndecided = (record: ParcelRecord, name: 'psp' | 'pengesahan'): boolean => {
  const { number, date } = stepOf(record.properties, name)
  return number === undefined && date === undefined
}

/** What regulations ask of land that was handed over, and what its papers say of its end. */
export function paperDeadlines(record: ParcelRecord, values: DefinitionValues): Deadline[] {
  const { properties } = record
  const bast = stepOf(properties, 'bast').date
  const acquired =
    bast ?? (properties.bmnRecords ?? []).flatMap((entry) => entry.acquired ?? []).sort()[0]
  const isOurs = hasReached(properties, 'bast', 'tercatat-bmn')
  const soon = (day: string) => daysBefore(day, values.reminderDays)
  const early = (day: string) => {
    const months = values.rightEndsMonths.value
    return months === null ? null : monthsAfter(day, -months)
  }
  const all: Deadline[] = []

  const pspMonths = values.pspMonths.value
  if (isOurs && acquired !== undefined && pspMonths !== null && isUndecided(record, 'psp')) {
    const day = monthsAfter(acquired, pspMonths)
    const { source, status: basis } = values.pspMonths
    all.push(
      deadline({
        clock: 'psp',
        day,
        basis,
        source,
        from: acquired,
        remind: [soon(day)],
        owners: ['petugas', 'kpb'],
        above: ['kanwil'],
      }),
    )
  }
  if (isOurs && bast !== undefined && isUndecided(record, 'pengesahan')) {
    const day = `${budgetYear(bast)}-12-31`
    all.push(
      deadline({
        clock: 'pengesahan',
        day,
        basis: 'regulation',
        source: 'PMK 99/PMK.05/2017; Surat Kejaksaan B-1214 (2022)',
        from: bast,
        remind: [soon(day)],
        owners: ['petugas', 'kpb'],
        above: ['kanwil'],
      }),
    )
  }
  const reversion = properties.grant?.terms?.reversion
  if (reversion?.applies && reversion.date !== undefined) {
    const day = reversion.date
    all.push(
      deadline({
        clock: 'tarik-kembali',
        day,
        basis: 'letter',
        source: 'NPHD',
        remind: [early(day), soon(day)],
        owners: ['kpb', 'kanwil'],
        above: ['pusat'],
      }),
    )
  }
  for (const [i, title] of (properties.titles ?? []).entries()) {
    if (!isCertificate(title) || title.expires === undefined) continue
    const day = title.expires
    all.push(
      deadline({
        clock: 'hak-pakai',
        of: title.number ?? String(i),
        day,
        basis: 'letter',
        source: 'sertipikat',
        ...(title.issued !== undefined && { from: title.issued }),
        remind: [early(day), soon(day)],
        owners: ['kpb', 'kanwil'],
        above: ['pusat'],
      }),
    )
  }
  return all
}
