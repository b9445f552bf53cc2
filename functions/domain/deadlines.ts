import { isCertificate } from './areas.ts'
import { dayOf } from './calendar.ts'
import type { DefinitionValues, Given } from './definition.ts'
import { CLOSED_STATES, type IdleCase, isOpenCase } from './idle-case.ts'
import type { CaseClockName } from './idle-clocks.ts'
import type { Recipient } from './notice.ts'
import { baseOf, evidenceMonths, idleFrom, isLawful, lastKnown, termOf } from './proved.ts'
import type { ParcelRecord } from './record.ts'
import { budgetYear, monthsAfter } from './rules/period.ts'
import { hasReached } from './rules/rule.ts'
import { stepOf } from './rules/step.ts'
import { addDays } from './working-days.ts'

/** Clocks of a parcel, besides those of an idle case. */
export const PARCEL_CLOCKS = [
  'bukti', // evidence of a block runs out
  'menganggur', // land counts as unused (G02)
  'rencana', // a plan's target date
  'psp',
  'pengesahan',
  'tarik-kembali',
  'hak-pakai', // the end of a right
  'pemanfaatan', // the end of a use by another party, pinjam pakai among them
] as const
export type DeadlineClock = (typeof PARCEL_CLOCKS)[number] | `kasus-${CaseClockName}`

/** A day by which something has to be done, and who is told what before and after it. */
export interface Deadline {
  clock: DeadlineClock
  /** Clock and what it runs for, such as `bukti:<block>`. */
  key: string
  /** The last day in time. */
  day: string
  basis: 'regulation' | 'internal' | 'letter'
  source: string
  /** True while the year's table of holidays is missing: the day may move. */
  provisional?: true
  /** Days on which those who can keep it are reminded, in order. */
  reminders: readonly string[]
  /** Who can keep it. */
  owners: readonly Recipient[]
  /** To whom it goes when it is missed, the next chief first. */
  above: readonly ('kanwil' | 'pusat')[]
}

type Stated = Omit<Deadline, 'key' | 'reminders'> & {
  of?: string
  /** From when the clock runs: nobody is reminded before. */
  from?: string
  /** Days before it; those that nobody has set are left out. */
  remind: readonly (string | null)[]
}

const deadline = ({ of, from = '', remind, ...stated }: Stated): Deadline => ({
  ...stated,
  key: of === undefined ? stated.clock : `${stated.clock}:${of}`,
  reminders: remind
    .filter((day): day is string => day !== null && from < day && day < stated.day)
    .sort(),
})

const daysBefore = (day: string, { value }: { value: number | null }): string | null =>
  value === null ? null : addDays(day, -value)

/** Evidence that runs out, and the first evidence of what was never proved. */
function ofEvidence(record: ParcelRecord, values: DefinitionValues): Deadline[] {
  return Object.values(record.use?.blocks ?? {}).flatMap((block) => {
    const months = evidenceMonths(block.kind, values)
    if (months === null || !isLawful(block)) return []
    const term = termOf(block)
    const base = baseOf(record, values)
    const from = block.proof?.on ?? (base > term.from ? base : term.from)
    const day = monthsAfter(from, months)
    if (term.until <= day) return [] // it ends before, or with it
    return deadline({
      clock: 'bukti',
      of: block.id,
      day,
      basis: 'internal',
      source: values.lastingEvidenceMonths.source,
      from,
      remind: [daysBefore(day, values.reminderDays)],
      owners: ['petugas'],
      above: [],
    })
  })
}

/** The day a case was closed, where its land was let off; it may be taken up again from then on. */
const lastClosed = ({ idleCase, pastCases = [] }: ParcelRecord): string | undefined => {
  const last: IdleCase | undefined = idleCase ?? pastCases.at(-1)
  return last && CLOSED_STATES.includes(last.state) ? last.since : undefined
}

/** The last day before land counts as unused; after a case that was closed all the same, the months run anew. */
function ofIdleness(record: ParcelRecord, values: DefinitionValues): Deadline[] {
  const months = values.idleMonths.value
  const first = idleFrom(record, values)
  if (months === null || first === null) return []
  const closed = lastClosed(record)
  const again = closed !== undefined && closed >= first ? monthsAfter(closed, months) : first
  const day = addDays(again, -1)
  return [
    deadline({
      clock: 'menganggur',
      day,
      basis: 'internal',
      source: values.idleMonths.source,
      from: lastKnown(record, values),
      remind: [daysBefore(day, values.reminderDays)],
      owners: ['petugas', 'kpb'],
      above: ['kanwil'],
    }),
  ]
}

function ofPlans({ use, idleCase }: ParcelRecord, values: DefinitionValues): Deadline[] {
  return Object.values(use?.plans ?? {}).flatMap(({ id, at, targetDate, closed }) => {
    if (closed) return []
    // The clock of the case tells the same people of the same day.
    const isClocked = isOpenCase(idleCase) && idleCase.due?.day === targetDate
    return deadline({
      clock: 'rencana',
      of: id,
      day: targetDate,
      basis: 'internal',
      source: 'PMK 120 Tahun 2024 Ps. 13',
      from: dayOf(new Date(at)),
      remind: [daysBefore(targetDate, values.reminderDays)],
      owners: isClocked ? [] : ['kpb'],
      above: isClocked ? [] : ['kanwil'],
    })
  })
}

type Asked = Pick<Deadline, 'owners' | 'above'>
const OF_UNIT: Asked = { owners: ['kpb'], above: ['kanwil', 'pusat'] }
const OF_KANWIL: Asked = { owners: ['kanwil'], above: ['pusat'] }

/** Who has to act within each clock of a case; the Pengelola Barang is watched by the Kanwil. */
const ASKED: Record<CaseClockName, Asked> = {
  permintaan: OF_KANWIL,
  jawaban: OF_UNIT,
  tinjauan: OF_KANWIL,
  rencana: OF_UNIT,
  'klarifikasi-kpknl': OF_KANWIL,
  'jawaban-kpknl': OF_UNIT,
  penelitian: OF_KANWIL,
  penyerahan: OF_UNIT,
}

function ofCase({ idleCase }: ParcelRecord, values: DefinitionValues): Deadline[] {
  if (!isOpenCase(idleCase) || !idleCase.due) return []
  const { id, due, since, steps } = idleCase
  const { day, basis, source, provisional } = due
  const clock = due.clock as CaseClockName
  return [
    deadline({
      clock: `kasus-${clock}`,
      of: `${id}:${steps.length}`, // the same clock may run again after another step
      day,
      basis,
      source,
      ...(provisional && { provisional }),
      from: since,
      remind: [daysBefore(day, values.caseReminderDays)],
      ...ASKED[clock],
    }),
  ]
}

const isUndecided = (record: ParcelRecord, name: 'psp' | 'pengesahan'): boolean => {
  const { number, date } = stepOf(record.properties, name)
  return number === undefined && date === undefined
}

/** What regulations ask of land that was handed over, and what its papers say of its end. */
function ofPapers(record: ParcelRecord, values: DefinitionValues): Deadline[] {
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

function ofUtilisation({ use }: ParcelRecord, values: DefinitionValues): Deadline[] {
  return Object.values(use?.blocks ?? {}).flatMap((block) => {
    const { id, utilisation, until = '', ended } = block
    if (!utilisation) return []
    const day = utilisation.until
    if ((until !== '' && until < day) || (ended && ended.on <= day)) return [] // given back before
    return deadline({
      clock: 'pemanfaatan',
      of: id,
      day,
      basis: 'letter',
      source: utilisation.approval ? 'persetujuan Pengelola Barang' : 'perjanjian',
      from: utilisation.from,
      remind: [daysBefore(day, values.reminderDays)],
      owners: ['petugas', 'kpb'],
      above: ['kanwil'],
    })
  })
}

/** Every deadline that runs for a parcel, or ran out without being met; none for land that was handed on. */
export function deadlinesOf(record: ParcelRecord, { definition: { values } }: Given): Deadline[] {
  if (record.state === 'draf' || record.state === 'nonaktif') return []
  if (record.legalIdle?.state === 'eks-bmn-idle') return []
  return [
    ...ofEvidence(record, values),
    ...ofIdleness(record, values),
    ...ofPlans(record, values),
    ...ofCase(record, values),
    ...ofPapers(record, values),
    ...ofUtilisation(record, values),
  ]
}
