import type { Answer } from '../../../functions/domain/answer-form.ts'
import { parseRupiah } from '../../../functions/domain/writing.ts'
import type { BUDGET_PAPERS, NonUse } from '../../../functions/domain/use.ts'
import type { ParcelFeature } from '../../api.ts'
import { language } from '../../messages/phrase.ts'
import { formatArea, formatRupiah } from '../../time.ts'
import type { LetterDraft } from './letter-fields.tsx'
import { readArea } from './step-form.tsx'

/** A plan as it is typed. */
export interface PlanDraft {
  exists: boolean
  what: string
  area: string
  targetDate: string
  paper: (typeof BUDGET_PAPERS)[number] | ''
  paperNumber: string
  paperDate: string
}

/** The answer to a clarification as it is typed. */
export interface AnswerDraft {
  area: string
  year: string
  value: string
  condition: Answer['identity']['condition'] | ''
  address: string
  use: string
  usePlan: PlanDraft
  utilisation: string
  utilisationPlan: PlanDraft
  reasons: NonUse['reasons']
  reasonText: string
  letter: LetterDraft
}

const NO_PLAN: PlanDraft = {
  exists: false,
  what: '',
  area: '',
  targetDate: '',
  paper: '',
  paperNumber: '',
  paperDate: '',
}

/** The records of the books that the answer names: those with both halves of their key. */
export const assetsOf = ({ properties }: ParcelFeature): Answer['identity']['assets'] =>
  (properties.bmnRecords ?? []).flatMap(({ kodeBarang, nup }) =>
    kodeBarang !== undefined && nup !== undefined ? [{ kodeBarang, nup }] : [],
  )

/** What the registry knows already, so that nobody types it again. */
export function startAnswer({ properties }: ParcelFeature): AnswerDraft {
  const { areas, areaM2, bmnRecords = [], address, grant } = properties
  const known = areas.find(({ source }) => source === 'SIMAN')?.m2 ?? areas[0]?.m2 ?? areaM2
  const acquired = bmnRecords.flatMap((entry) => entry.acquired ?? []).sort()[0]
  const day = acquired ?? grant?.steps?.bast?.date
  const value = bmnRecords.reduce((sum, entry) => sum + (entry.valueIdr ?? 0), 0)
  return {
    area: known === null || known === undefined ? '' : formatArea(known),
    year: day?.slice(0, 4) ?? '',
    value: value > 0 ? formatRupiah(value) : '',
    condition: bmnRecords[0]?.condition ?? '',
    address: [address?.street, address?.desa, address?.kecamatan, address?.kabupaten]
      .filter(Boolean)
      .join(', '),
    use: '',
    usePlan: NO_PLAN,
    utilisation: '',
    utilisationPlan: NO_PLAN,
    reasons: [],
    reasonText: '',
    letter: { number: '', date: '', document: '' },
  }
}

const readValue = (text: string): number | undefined => {
  const reading = parseRupiah(text, language())
  return reading.ok ? reading.value : undefined
}

/** What is wrong with an answer, by the ids of its fields. */
export type Wrong = Readonly<Record<string, true>>

function wrongPlan(plan: PlanDraft, prefix: string): string[] {
  if (!plan.exists) return []
  const isPaperWhole = plan.paperNumber.trim() && plan.paperDate
  return [
    ...(plan.what.trim() ? [] : [`${prefix}-what`]),
    ...(plan.targetDate ? [] : [`${prefix}-target`]),
    ...(plan.paper && !isPaperWhole ? [`${prefix}-paper-number`] : []),
    ...(plan.area.trim() && readArea(plan.area) === undefined ? [`${prefix}-area`] : []),
  ]
}

/** The fields that are wrong or missing. */
export function wrongAnswer(draft: AnswerDraft): Wrong {
  const ids = [
    ...(readArea(draft.area) === undefined ? ['answer-area'] : []),
    ...(draft.year && !/^\d{4}$/.test(draft.year.trim()) ? ['answer-year'] : []),
    ...(draft.value.trim() && readValue(draft.value) === undefined ? ['answer-value'] : []),
    ...(draft.condition ? [] : ['answer-condition']),
    ...(draft.address.trim() ? [] : ['answer-address']),
    ...(draft.use.trim() ? [] : ['answer-use']),
    ...(draft.utilisation.trim() ? [] : ['answer-utilisation']),
    ...wrongPlan(draft.usePlan, 'use-plan'),
    ...wrongPlan(draft.utilisationPlan, 'utilisation-plan'),
    ...(draft.letter.number.trim() ? [] : ['letter-number']),
    ...(draft.letter.date ? [] : ['letter-date']),
  ]
  return Object.fromEntries(ids.map((id) => [id, true]))
}

function planOf({ exists, what, area, targetDate, paper, paperNumber, paperDate }: PlanDraft) {
  if (!exists) return undefined
  const areaM2 = area.trim() ? readArea(area) : undefined
  return {
    what: what.trim(),
    targetDate,
    ...(areaM2 !== undefined && { areaM2 }),
    ...(paper && { budget: { paper, number: paperNumber.trim(), date: paperDate } }),
  }
}

/** The answer as it is sent; ask `wrongAnswer` first. */
export function answerOf(draft: AnswerDraft, parcel: ParcelFeature): Answer {
  const valueIdr = draft.value.trim() ? readValue(draft.value) : undefined
  const [usePlan, utilisationPlan] = [planOf(draft.usePlan), planOf(draft.utilisationPlan)]
  const { number, date, document } = draft.letter
  const reasonText = draft.reasonText.trim()
  return {
    letter: { number: number.trim(), date, ...(document && { document }) },
    identity: {
      assets: assetsOf(parcel),
      areaM2: readArea(draft.area) ?? 0,
      ...(draft.year && { year: Number(draft.year) }),
      ...(valueIdr !== undefined && { valueIdr }),
      condition: draft.condition || 'baik',
      address: draft.address.trim(),
    },
    use: { text: draft.use.trim() },
    ...(usePlan && { usePlan }),
    utilisation: { text: draft.utilisation.trim() },
    ...(utilisationPlan && { utilisationPlan }),
    ...(draft.reasons.length > 0 && {
      nonUse: { reasons: draft.reasons, ...(reasonText && { text: reasonText }) },
    }),
  }
}
