import { dayOf } from './calendar.ts'
import { daysBefore, type Deadline, deadline } from './deadline.ts'
import type { DefinitionValues, Given } from './definition.ts'
import { type CaseClock, CLOSED_STATES, type IdleCase, isOpenCase } from './idle-case.ts'
import { type CaseClockName, startClock } from './idle-clocks.ts'
import { paperDeadlines } from './paper-deadlines.ts'
import { baseOf, evidenceMonths, idleFrom, isLawful, lastKnown, termOf } from './proved.ts'
import type { ParcelRecord } from './record.ts'
import { monthsAfter } from './rules/period.ts'
import { addDays } from './working-days.ts'

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

/** The day on which the last case was closed: when it was recorded, as a letter may be dated long before. */
function lastClosed({ idleCase, pastCases = [] }: ParcelRecord): string | undefined {
  const last: IdleCase | undefined = idleCase ?? pastCases.at(-1)
  if (!last || !CLOSED_STATES.includes(last.state)) return undefined
  const step = last.steps.at(-1)
  const recorded = step ? dayOf(new Date(step.at)) : last.since
  return recorded > last.since ? recorded : last.since
}

/** The last day before land counts as unused; after a case that was closed all the same, the months run anew. */
function ofIdleness(record: ParcelRecord, values: DefinitionValues): Deadline[] {
  const months = values.idleMonths.value
  const first = idleFrom(record, values)
  if (months === null || first === null) return []
  const closed = lastClosed(record)
  const again = closed !== undefined && closed >= first ? monthsAfter(closed, months) : first
  const day = addDays(again, -1)
  const isOpen = isOpenCase(record.idleCase)
  return [
    deadline({
      clock: 'menganggur',
      day,
      basis: 'internal',
      source: values.idleMonths.source,
      from: lastKnown(record, values),
      remind: isOpen ? [] : [daysBefore(day, values.reminderDays)],
      owners: isOpen ? [] : ['petugas', 'kpb'], // its case tells them
      above: isOpen ? [] : ['kanwil'],
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

/**
 * The clock of an open case as it runs today: a provisional day is counted again, by the holidays that
 * are known now. Others stay, as letters went out with them.
 */
export function caseDue(
  { idleCase }: Pick<ParcelRecord, 'idleCase'>,
  { definition, holidays }: Given,
): CaseClock | undefined {
  if (!isOpenCase(idleCase) || !idleCase.due?.provisional) return idleCase?.due
  const { due, steps, since } = idleCase
  const days = definition.values.caseClocks
  const from = steps.at(-1)?.on ?? since
  return startClock(due.clock as CaseClockName, from, { days, holidays }) ?? due
}

function ofCase(record: ParcelRecord, given: Given): Deadline[] {
  const { idleCase } = record
  const due = caseDue(record, given)
  if (!isOpenCase(idleCase) || !due) return []
  const { id, since } = idleCase
  const { day, basis, source, provisional } = due
  const clock = due.clock as CaseClockName
  return [
    deadline({
      clock: `kasus-${clock}`,
      of: id,
      day,
      basis,
      source,
      ...(provisional && { provisional }),
      from: since,
      remind: [daysBefore(day, given.definition.values.caseReminderDays)],
      ...ASKED[clock],
    }),
  ]
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
export function deadlinesOf(record: ParcelRecord, given: Given): Deadline[] {
  const { values } = given.definition
  if (record.state === 'draf' || record.state === 'nonaktif') return []
  if (record.legalIdle?.state === 'eks-bmn-idle') return []
  return [
    ...ofEvidence(record, values),
    ...ofIdleness(record, values),
    ...ofPlans(record, values),
    ...ofCase(record, given),
    ...paperDeadlines(record, values),
    ...ofUtilisation(record, values),
  ]
}
