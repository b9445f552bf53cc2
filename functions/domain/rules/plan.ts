import { dayOf } from '../calendar.ts'
import { isOpenCase } from '../idle-case.ts'
import { caseFindings } from '../idle-findings.ts'
import { formatDate } from '../writing.ts'
import { blocksOf, openPlans } from './blocks.ts'
import { monthsAfter } from './period.ts'
import { isFiled, type Rule, rule, type RuleContext } from './rule.ts'

/** A rule that reads the idle case alone. */
const ofCase = (id: string, source: string): Rule => ({
  id,
  severity: 'W',
  source,
  check: ({ idleCase, pastCases = [], today }) =>
    caseFindings({ pastCases: [...pastCases], ...(idleCase && { idleCase }) }, today).filter(
      (finding) => finding.rule === id,
    ),
})

/** The day from which a plan is measured: that of the flag where a case is open, else its own. */
function planBase({ idleCase }: RuleContext, at: string): string {
  const own = dayOf(new Date(at))
  return isOpenCase(idleCase) && idleCase.openedOn < own ? idleCase.openedOn : own
}

const LEGAL_STATES = ['bmn-terindikasi-idle', 'bmn-idle', 'tidak-idle', 'eks-bmn-idle'] as const

/** Rules on plans and idle cases (G05 to G11). */
export const planRules: Rule[] = [
  rule({
    id: 'G05',
    severity: 'E',
    source: 'PMK 120 Tahun 2024 Ps. 8(6)',
    find: (context) =>
      openPlans(context.use ?? {})
        .filter(({ plan: { budget } }) => !budget || !isFiled(context, budget.documents))
        .map(({ plan: { budget }, pointer }) => ({
          pointer: budget ? `${pointer}/budget/documents` : `${pointer}/budget`,
          isNamed: budget !== undefined,
        })),
    message: ({ isNamed }) =>
      isNamed
        ? {
            id: 'Dokumen anggaran rencana ini disebut, tetapi berkasnya belum diunggah.',
            en: 'The budget paper of this plan is named, but its file has not been uploaded.',
          }
        : {
            id: 'Rencana ini tidak didukung dokumen anggaran (DIPA, RKA-K/L, atau RKBMN).',
            en: 'This plan is not backed by a budget paper (DIPA, RKA-K/L or RKBMN).',
          },
    cure: {
      id: 'Kepala UPT: unggah dokumen anggarannya dan sebut pada rencana; tanpa itu rencana tidak menahan penetapan idle.',
      en: 'Head of unit: upload the budget paper and name it with the plan; without it, the plan does not keep land from being found idle.',
    },
  }),
  rule({
    id: 'G06',
    severity: 'E',
    source: 'PMK 120 Tahun 2024 Ps. 8(3)',
    find: (context) =>
      openPlans(context.use ?? {}).flatMap(({ plan, pointer }) => {
        const { planUseMonths, planUtilisationMonths } = context.settings
        const months = (plan.kind === 'penggunaan' ? planUseMonths : planUtilisationMonths).value
        if (months === null) return []
        const last = monthsAfter(planBase(context, plan.at), months)
        return plan.targetDate > last
          ? [{ pointer: `${pointer}/targetDate`, target: plan.targetDate, last, months }]
          : []
      }),
    message: ({ target, last, months }) => ({
      id: `Tanggal sasaran ${formatDate(target, 'id')} lebih dari ${months} bulan: paling lambat ${formatDate(last, 'id')}.`,
      en: `The target date, ${formatDate(target, 'en')}, is more than ${months} months away: the last day is ${formatDate(last, 'en')}.`,
    }),
    cure: {
      id: 'Kepala UPT: bagi rencana menjadi tahap yang selesai dalam batas itu, atau tutup dan buat rencana baru.',
      en: 'Head of unit: divide the plan into a stage that ends in time, or close it and make another.',
    },
  }),
  rule({
    id: 'G07',
    severity: 'W',
    source: 'PMK 120 Tahun 2024 Ps. 13',
    find: (context) =>
      openPlans(context.use ?? {})
        .filter(({ plan: { at, targetDate } }) => {
          const made = dayOf(new Date(at))
          const hasBegun = blocksOf(context).some(({ proof }) => proof && proof.on >= made)
          return targetDate < context.today && !hasBegun
        })
        .map(({ plan, pointer }) => ({
          pointer: `${pointer}/targetDate`,
          target: plan.targetDate,
        })),
    message: ({ target }) => ({
      id: `Tanggal rencana ${formatDate(target, 'id')} lewat tanpa pelaksanaan.`,
      en: `The plan's date, ${formatDate(target, 'en')}, passed without a start.`,
    }),
    cure: {
      id: 'Petugas BMN: kirim laporan dengan bukti pelaksanaan. Kepala UPT: tutup rencana dengan hasilnya, atau jelaskan.',
      en: 'Asset officer: report with evidence that it began. Head of unit: close the plan with its outcome, or explain.',
    },
  }),
  ofCase('G07', 'PMK 120 Tahun 2024 Ps. 13'),
  ofCase('G08', 'internal'),
  ofCase('G09', 'internal'),
  rule({
    id: 'G10',
    severity: 'E',
    source: 'PMK 120 Tahun 2024 Ps. 1',
    find: ({ legalIdle, idleCase }) => {
      const isUnfounded = legalIdle && !(legalIdle.letter?.number && legalIdle.letter.date)
      const state = idleCase?.state
      const isLegal = LEGAL_STATES.some((each) => each === state)
      const hasLetter = idleCase?.steps.some(({ to, letter }) => to === state && letter?.number)
      return [
        ...(isUnfounded ? [{ pointer: '#/legalIdle/letter' }] : []),
        ...(isLegal && !hasLetter ? [{ pointer: '#/idleCase/state' }] : []),
      ]
    },
    message: {
      id: 'Keadaan idle menurut hukum dicatat tanpa nomor dan tanggal surat KPKNL.',
      en: 'A legal state of idleness is recorded without number and date of a letter of the KPKNL.',
    },
    cure: {
      id: 'Kanwil: catat surat KPKNL dengan nomor dan tanggalnya; tanpa surat, keadaan ini tidak berlaku.',
      en: 'Kanwil: record the letter of the KPKNL with its number and date; without one, the state does not hold.',
    },
  }),
  ofCase('G11', 'internal'),
]
