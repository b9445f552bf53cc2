import type { CaseStepName } from '../../../functions/domain/idle-transitions.ts'

type Asked = 'needed' | 'may'

/** What the form of a step asks for; the answer has a form of its own. */
export interface StepFields {
  area?: Asked
  reason?: Asked
  letter?: Asked
  questions?: Asked
  dueDate?: Asked
  plan?: Asked
  state?: Asked
}

/** The fields of each step, in the order of its form. */
export const STEP_FIELDS: Record<Exclude<CaseStepName, 'answer'>, StepFields> = {
  flag: { area: 'may', reason: 'needed' },
  request: { letter: 'needed', questions: 'may', dueDate: 'may' },
  plan: { plan: 'may', reason: 'may' },
  monitoring: { reason: 'needed', letter: 'may', dueDate: 'may' },
  'use-again': { reason: 'may' },
  revocation: { reason: 'needed' },
  report: { letter: 'needed', reason: 'may', dueDate: 'may' },
  letter: { state: 'needed', letter: 'needed', area: 'may', reason: 'may', dueDate: 'may' },
}

/** What a person has typed into the form of a step. */
export interface StepDraft {
  area: string
  reason: string
  number: string
  date: string
  document: string
  questions: string
  dueDate: string
  plan: string
  state: string
}

export const EMPTY_DRAFT: StepDraft = {
  area: '',
  reason: '',
  number: '',
  date: '',
  document: '',
  questions: '',
  dueDate: '',
  plan: '',
  state: '',
}

/** Which fields are wrong: a missing one, a letter of which only one half is told, an unreadable area. */
export function wrongFields(
  fields: StepFields,
  draft: StepDraft,
  areaOf: (text: string) => number | undefined,
): Partial<Record<keyof StepDraft, true>> {
  const wrong: Partial<Record<keyof StepDraft, true>> = {}
  const letter = fields.letter === 'needed' || draft.number.trim() !== '' || draft.date !== ''
  if (fields.letter && letter && !draft.number.trim()) wrong.number = true
  if (fields.letter && letter && !draft.date) wrong.date = true
  if (fields.reason === 'needed' && !draft.reason.trim()) wrong.reason = true
  if (fields.state === 'needed' && !draft.state) wrong.state = true
  if (fields.area && draft.area.trim() && areaOf(draft.area) === undefined) wrong.area = true
  return wrong
}

/** What is sent: only what was filled in. */
export function bodyOf(
  fields: StepFields,
  draft: StepDraft,
  areaOf: (text: string) => number | undefined,
): object {
  const { number, date, document, area, plan, state, dueDate } = draft
  const [reason, questions] = [draft.reason.trim(), draft.questions.trim()]
  const areaM2 = area.trim() ? areaOf(area) : undefined
  return {
    ...(fields.state && state && { state }),
    ...(fields.letter &&
      number.trim() && { letter: { number: number.trim(), date, ...(document && { document }) } }),
    ...(fields.area && areaM2 !== undefined && { areaM2 }),
    ...(fields.reason && reason && { reason }),
    ...(fields.questions && questions && { questions }),
    ...(fields.dueDate && dueDate && { dueDate }),
    ...(fields.plan && plan && { plan }),
  }
}
