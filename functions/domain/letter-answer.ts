import type { Answer } from './answer-form.ts'
import type { IdleCase } from './idle-case.ts'
import { BLANK, conditionName, type LetterFacts } from './letter-facts.ts'
import { identityRows, partInWords } from './letter-request.ts'
import type { LetterPart } from './letters.ts'
import { NON_USE_REASONS } from './use.ts'
import { formatArea, formatDate, formatRupiah } from './writing.ts'

const PAPERS = {
  dipa: 'DIPA',
  'dipa-revisi': 'DIPA hasil revisi',
  'rka-kl': 'RKA-K/L',
  rkbmn: 'RKBMN hasil penelaahan',
} as const

const REASONS: Record<(typeof NON_USE_REASONS)[number], string> = {
  'tidak-ada-rencana': 'belum ada rencana',
  'tidak-ada-anggaran': 'belum ada anggaran',
  'tidak-sesuai-rtrw': 'tidak sesuai tata ruang (RTRW)',
  'akses-buruk': 'akses jalan buruk',
  'tanpa-air': 'tidak ada air',
  'dikuasai-pihak-lain': 'dikuasai pihak lain',
  'belum-bersertipikat': 'belum bersertipikat',
  'kekurangan-petugas': 'kekurangan petugas pengamanan atau warga binaan',
  'jauh-dari-upt': 'jauh dari UPT',
}

/** The identity as the unit states it, in place of what the registry holds. */
function statedFacts(facts: LetterFacts, identity: Partial<Answer['identity']>): LetterFacts {
  const { assets = [], areaM2, year, valueIdr, condition, address } = identity
  return {
    ...facts,
    ...(assets.length > 0 && {
      kodeBarang: [...new Set(assets.map(({ kodeBarang }) => kodeBarang))].join('; '),
      nup: assets.map(({ nup }) => String(nup)).join('; '),
    }),
    ...(areaM2 !== undefined && { area: formatArea(areaM2, 'id') }),
    ...(year !== undefined && { year: String(year) }),
    ...(valueIdr !== undefined && { value: formatRupiah(valueIdr, 'id') }),
    ...(condition && { condition: conditionName(condition) }),
    ...(address && { address }),
  }
}

const explained = (said: { text: string; areaM2?: number | undefined } | undefined): string =>
  said ? `${said.text}${said.areaM2 ? ` (${formatArea(said.areaM2, 'id')})` : ''}` : BLANK

function planned(plan: Answer['usePlan']): string {
  if (!plan) return 'Tidak ada.'
  const { what, areaM2, targetDate, budget } = plan
  const paper = budget
    ? ` Dokumen anggaran: ${PAPERS[budget.paper]} nomor ${budget.number} tanggal ${formatDate(budget.date, 'id')}.`
    : ''
  return `${what}${areaM2 ? `, seluas ${formatArea(areaM2, 'id')}` : ''}; terlaksana paling lambat ${formatDate(targetDate, 'id')}.${paper}`
}

/** The last letter of a step, as letters quote it. */
function quotedLetter(idleCase: IdleCase | undefined, asked: string): string {
  const letter = idleCase?.steps.filter(({ step }) => step === asked).at(-1)?.letter
  return letter
    ? `nomor ${letter.number} tanggal ${formatDate(letter.date, 'id')}`
    : `nomor ${BLANK} tanggal ${BLANK}`
}

/** What a unit answers to a request for clarification, in the order in which it was asked. */
export function answerParts(
  facts: LetterFacts,
  idleCase: IdleCase | undefined,
  answer: Partial<Answer>,
  toPengelola: boolean,
): LetterPart[] {
  const asked = quotedLetter(idleCase, toPengelola ? 'letter' : 'request')
  const { nonUse } = answer
  const why = nonUse && [
    ...nonUse.reasons.map((reason) => REASONS[reason]),
    ...(nonUse.text ? [nonUse.text] : []),
  ]
  return [
    {
      kind: 'paragraph',
      text: `Menjawab surat ${asked} tentang bidang ${facts.parcel}, yang ditandai tidak terpakai ${partInWords(facts, idleCase)}, dengan hormat kami sampaikan penjelasan berikut.`,
    },
    { kind: 'table', head: false, rows: identityRows(statedFacts(facts, answer.identity ?? {})) },
    {
      kind: 'table',
      head: true,
      rows: [
        ['Materi', 'Penjelasan'],
        ['Pelaksanaan penggunaan', explained(answer.use)],
        ['Rencana penggunaan (paling lama satu tahun)', planned(answer.usePlan)],
        ['Pelaksanaan pemanfaatan', explained(answer.utilisation)],
        ['Rencana pemanfaatan (paling lama enam bulan)', planned(answer.utilisationPlan)],
        ...(why ? [['Sebab belum digunakan', why.join('; ')]] : []),
      ],
    },
    {
      kind: 'paragraph',
      text: 'Dokumen pendukung terlampir. Demikian disampaikan, atas perhatian diucapkan terima kasih.',
    },
  ]
}
