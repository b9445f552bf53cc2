import type { Letter } from './idle-case.ts'
import { paperFaults } from './idle-checks.ts'
import type { ParcelRecord } from './record.ts'
import { type Fault, Refusal } from './refusal.ts'

const NO_LETTER: Fault = {
  pointer: '#/step',
  detail: {
    id: 'Langkah ini tidak ada atau tidak memakai surat.',
    en: 'There is no such step, or it came without a letter.',
  },
}
const SCANNED: Fault = {
  pointer: '#/step',
  detail: {
    id: 'Surat langkah ini sudah punya pindaian. Kalau keliru, sebutkan di langkah berikutnya.',
    en: 'The letter of this step has its scan already. If it is wrong, say so in the next step.',
  },
}

/**
 * Put the signed scan to a letter that was recorded by number and date, once.
 * @param index which step of the last case, from 0
 * @param document id of a document of the parcel
 * @throws Refusal `invalid-input`
 */
export function scanned(record: ParcelRecord, index: number, document: string): ParcelRecord {
  const { idleCase, legalIdle } = record
  const letter = idleCase?.steps[index]?.letter
  const faults = [
    ...(letter ? (letter.document ? [SCANNED] : []) : [NO_LETTER]),
    ...paperFaults(record, [document], '#/document', false),
  ]
  if (!idleCase || !letter || faults.length > 0)
    throw new Refusal(
      'invalid-input',
      { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
      { faults },
    )
  const whole: Letter = { ...letter, document }
  const isLegal =
    legalIdle?.letter.number === letter.number && legalIdle.letter.date === letter.date
  return {
    ...record,
    idleCase: {
      ...idleCase,
      steps: idleCase.steps.map((step, i) => (i === index ? { ...step, letter: whole } : step)),
    },
    ...(isLegal && { legalIdle: { ...legalIdle, letter: whole } }),
  }
}
