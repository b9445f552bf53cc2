import { plansOf } from './answer-form.ts'
import type { Given } from './definition.ts'
import type { IdleCase } from './idle-case.ts'
import { lastLook } from './idle-due.ts'
import { acceptedPlans } from './idle-plans.ts'
import { wholeArea } from './idle-refusals.ts'
import type { CaseSaid } from './idle-steps.ts'
import type { Transition } from './idle-transitions.ts'
import type { ParcelRecord } from './record.ts'
import type { Fault } from './refusal.ts'
import { monthsAfter } from './rules/period.ts'
import type { NewPlan } from './use.ts'
import { formatArea, formatDate } from './writing.ts'

/** Since when the land is indicated in law or, before that, by our own case: plans count from here. */
export const indicatedSince = (
  { legalIdle }: ParcelRecord,
  { state, openedOn }: IdleCase,
): string =>
  state === 'bmn-terindikasi-idle' && legalIdle?.state === state ? legalIdle.letter.date : openedOn

const fault = (pointer: string, id: string, en: string, rule?: string): Fault => ({
  pointer,
  detail: { id, en },
  ...(rule && { rule }),
})

/** What a fault is judged by, besides what was said. */
interface At {
  current: IdleCase | null
  /** The day of the step. */
  on: string
  /** Since when the land is indicated as idle. */
  since: string
  given: Given
}

/** Letters that the Pengelola Barang reads or writes: their dates may not run backwards. */
const OUTWARD: readonly string[] = ['report', 'letter']

function letterFaults(
  record: ParcelRecord,
  { step }: Transition,
  { letter, dueDate }: CaseSaid,
  { current, given: { today } }: At,
): Fault[] {
  if (!letter) return []
  const faults: Fault[] = []
  if (letter.date > today)
    faults.push(
      fault(
        '#/letter/date',
        'Tanggal surat ini belum tiba.',
        'The date of this letter has not come yet.',
      ),
    )
  const before =
    step === 'letter'
      ? current?.steps.filter((each) => OUTWARD.includes(each.step)).at(-1)?.letter?.date
      : current?.steps.at(-1)?.on
  if (before !== undefined && letter.date < before)
    faults.push(
      fault(
        '#/letter/date',
        `Surat ini lebih tua daripada langkah sebelumnya (${formatDate(before, 'id')}).`,
        `This letter is older than the step before it (${formatDate(before, 'en')}).`,
      ),
    )
  if (dueDate !== undefined && dueDate < letter.date)
    faults.push(
      fault(
        '#/dueDate',
        'Batas waktu ini sebelum tanggal suratnya.',
        'This last day lies before the date of its letter.',
      ),
    )
  return [
    ...faults,
    ...paperFaults(record, letter.document ? [letter.document] : [], '#/letter/document', false),
  ]
}

/** Documents that are named but not among those of the parcel, or withdrawn; `at` points to them. */
export function paperFaults(
  { documents = {} }: ParcelRecord,
  ids: readonly string[],
  at: string,
  isList = true,
): Fault[] {
  return ids.flatMap((id, i) => {
    const known = Object.hasOwn(documents, id) ? documents[id] : undefined
    if (known && !known.withdrawn) return []
    return [
      fault(
        isList ? `${at}/${i}` : at,
        'Dokumen ini tidak ada di bidang ini, atau sudah ditarik. Unggah dahulu, lalu sebut nomornya.',
        'This document is not among those of the parcel, or was withdrawn. Upload it first, then give its id.',
      ),
    ]
  })
}

function planFaults(
  record: ParcelRecord,
  plan: NewPlan,
  at: string,
  { on, since, given }: At,
): Fault[] {
  const { planUseMonths, planUtilisationMonths } = given.definition.values
  const isUse = plan.kind === 'penggunaan'
  const months = (isUse ? planUseMonths : planUtilisationMonths).value
  const last = months === null ? undefined : monthsAfter(since, months)
  const faults: Fault[] = []
  if (isUse && !plan.budget)
    faults.push(
      fault(
        `${at}/budget`,
        'Rencana penggunaan perlu dokumen anggaran: DIPA, DIPA revisi, RKA-K/L, atau RKBMN hasil penelaahan (PMK 120/2024 Ps. 8(6)).',
        'A plan of use needs a budget paper: DIPA, revised DIPA, RKA-K/L or examined RKBMN (PMK 120/2024 Ps. 8(6)).',
        'G05',
      ),
    )
  if (last !== undefined && plan.targetDate > last)
    faults.push(
      fault(
        `${at}/targetDate`,
        `Tanggal target paling lambat ${formatDate(last, 'id')}: ${months} bulan sejak ${formatDate(since, 'id')} (PMK 120/2024 Ps. 8(3)).`,
        `The target date is ${formatDate(last, 'en')} at the latest: ${months} months from ${formatDate(since, 'en')} (PMK 120/2024 Ps. 8(3)).`,
        'G06',
      ),
    )
  if (plan.targetDate < on)
    faults.push(
      fault(`${at}/targetDate`, 'Tanggal target ini sudah lewat.', 'This target date has passed.'),
    )
  return [
    ...faults,
    ...tooLarge(record, plan.areaM2, `${at}/areaM2`, given),
    ...paperFaults(record, plan.budget?.documents ?? [], `${at}/budget/documents`),
  ]
}

function tooLarge(
  record: ParcelRecord,
  areaM2: number | undefined,
  at: string,
  given: Given,
): Fault[] {
  const whole = wholeArea(record, given)
  if (areaM2 === undefined || whole === null || areaM2 <= whole) return []
  return [
    fault(
      at,
      `Luas ini melebihi luas bidang, ${formatArea(whole, 'id')}.`,
      `This area exceeds that of the parcel, ${formatArea(whole, 'en')}.`,
    ),
  ]
}

const MISSING = {
  assets: fault(
    '#/identity/assets',
    'Sebut kode barang dan NUP: tanah ini tercatat sebagai BMN (PMK 120/2024 Ps. 8(3) a).',
    'Name kode barang and NUP: this land is in the books as BMN (PMK 120/2024 Ps. 8(3) a).',
  ),
  year: fault('#/identity/year', 'Sebut tahun perolehan.', 'Give the year of acquisition.'),
  valueIdr: fault(
    '#/identity/valueIdr',
    'Sebut nilai perolehan dalam rupiah.',
    'Give the value at acquisition in rupiah.',
  ),
}

function answerFaults(record: ParcelRecord, { answer }: CaseSaid, at: At): Fault[] {
  if (!answer) return []
  const { assets, year, valueIdr } = answer.identity
  const missing =
    record.properties.statusPerolehan === 'tercatat-bmn'
      ? [
          ...(assets.length === 0 ? [MISSING.assets] : []),
          ...(year === undefined ? [MISSING.year] : []),
          ...(valueIdr === undefined ? [MISSING.valueIdr] : []),
        ]
      : []
  return [
    ...missing,
    ...plansOf(answer).flatMap(({ plan, at: member }) =>
      planFaults(record, plan, `#/${member}`, at),
    ),
  ]
}

function acceptanceFaults(record: ParcelRecord, { plan: named }: CaseSaid, at: At): Fault[] {
  const plans = acceptedPlans(record, at.current!, named)
  if (plans.length === 0)
    return [
      fault(
        '#/plan',
        'Tidak ada rencana terbuka untuk diterima. Minta UPT menyusun rencana, lalu pilih.',
        'There is no open plan to accept. Ask the unit to make one, then choose it.',
      ),
    ]
  return plans.flatMap((plan) =>
    planFaults(record, plan, '#/plan', at).map((each) => ({ ...each, pointer: '#/plan' })),
  )
}

/** The next look comes before the plan has to be carried out: by its own day, and by law. */
function monitoringFaults(
  record: ParcelRecord,
  { dueDate }: CaseSaid,
  { current, since, given }: At,
): Fault[] {
  const last = lastLook(record, current!, since, given.definition.values)
  if (dueDate === undefined || dueDate <= last) return []
  return [
    fault(
      '#/dueDate',
      `Pemantauan berikutnya paling lambat ${formatDate(last, 'id')}, hari rencananya harus terlaksana.`,
      `The next look is on ${formatDate(last, 'en')} at the latest, when the plan has to be carried out.`,
      'G06',
    ),
  ]
}

/** Everything that is wrong with what was said in a step. */
export function caseFaults(record: ParcelRecord, way: Transition, said: CaseSaid, at: At): Fault[] {
  const { needs, step } = way
  const faults = letterFaults(record, way, said, at)
  if (needs.includes('reason') && !said.reason)
    faults.push(fault('#/reason', 'Sebut alasannya.', 'Give the reason.'))
  if (needs.includes('letter') && !said.letter)
    faults.push(
      fault(
        '#/letter',
        'Langkah ini hanya sah dengan nomor dan tanggal surat.',
        'This step counts only with the number and date of a letter.',
        step === 'letter' ? 'G10' : undefined,
      ),
    )
  if (needs.includes('answer')) faults.push(...answerFaults(record, said, at))
  if (needs.includes('plan')) faults.push(...acceptanceFaults(record, said, at))
  if (said.dueDate !== undefined && !said.letter && said.dueDate < at.on)
    faults.push(
      fault('#/dueDate', 'Batas waktu ini sudah lewat.', 'This last day has passed already.'),
    )
  if (step === 'monitoring') faults.push(...monitoringFaults(record, said, at))
  faults.push(...tooLarge(record, said.areaM2, '#/areaM2', at.given))
  return faults
}
