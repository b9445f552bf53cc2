import { referenceArea } from '../areas.ts'
import type { LegalProblem, ParcelProperties } from '../parcel.ts'
import type { Phrase } from '../phrase.ts'
import { formatArea, formatDate } from '../writing.ts'
import { daysBetween } from './period.ts'
import { type Rule, rule } from './rule.ts'

const problemsOf = ({ legalProblems = [] }: ParcelProperties) =>
  legalProblems.map((problem, i) => ({ problem, pointer: `#/properties/legalProblems/${i}` }))

const isOpen = ({ stage }: LegalProblem): boolean =>
  stage !== 'selesai' && stage !== 'selesai-kalah'

const NEEDED = {
  party: { id: 'siapa pihaknya', en: 'the other party' },
  since: { id: 'sejak kapan', en: 'since when' },
  caseNumber: { id: 'nomor perkara', en: 'the case number' },
  court: { id: 'tingkat peradilan', en: 'the court' },
  counsel: {
    id: 'pendamping (Kejaksaan atau Biro Hukum)',
    en: 'counsel (prosecutor or legal bureau)',
  },
  areaM2: { id: 'luas yang dikuasai', en: 'the area held' },
} satisfies Partial<Record<keyof LegalProblem, Phrase>>
type Needed = keyof typeof NEEDED

/** What B14 asks of a dispute, and of one that is in court. */
const OF_DISPUTE: readonly Needed[] = ['party', 'since', 'counsel']
const OF_LAWSUIT: readonly Needed[] = ['party', 'since', 'caseNumber', 'court', 'counsel']
const OF_OCCUPATION: readonly Needed[] = ['areaM2', 'party', 'since']

const lacking = (problem: LegalProblem, needed: readonly Needed[]): Needed[] =>
  needed.filter((key) => problem[key] === undefined)

const list = (keys: readonly Needed[]): Phrase => ({
  id: keys.map((key) => NEEDED[key].id).join(', '),
  en: keys.map((key) => NEEDED[key].en).join(', '),
})

/** Rules on disputes, occupation and lawsuits (B14 to B18, B20). No sentence names a person. */
export const legalRules: Rule[] = [
  rule({
    id: 'B14',
    severity: 'E',
    source: 'SIMAN v2, SIMAN2_M_ASET_HUKUM',
    find: ({ properties }) =>
      problemsOf(properties).flatMap(({ problem, pointer }) => {
        const inCourt = problem.kind === 'berperkara' || problem.stage === 'litigasi'
        if (!isOpen(problem) || !(inCourt || problem.kind === 'sengketa')) return []
        const keys = lacking(problem, inCourt ? OF_LAWSUIT : OF_DISPUTE)
        return keys.length > 0 ? [{ pointer, inCourt, what: list(keys) }] : []
      }),
    message: ({ inCourt, what }) => ({
      id: `${inCourt ? 'Perkara' : 'Sengketa'} ini belum lengkap: belum disebut ${what.id}.`,
      en: `This ${inCourt ? 'lawsuit' : 'dispute'} is incomplete: it lacks ${what.en}.`,
    }),
    cure: {
      id: 'Petugas BMN: lengkapi dari surat gugatan atau surat bantuan hukum.',
      en: 'Asset officer: complete it from the writ or the request for legal aid.',
    },
  }),
  rule({
    id: 'B15',
    severity: 'W',
    source: 'internal',
    find: ({ properties, settings, today }) => {
      const most = settings.caseQuietDays.value
      if (most === null) return []
      return problemsOf(properties).flatMap(({ problem, pointer }) => {
        const last = problem.updated ?? problem.since
        if (!isOpen(problem) || last === undefined) return []
        const days = daysBetween(last, today)
        return days > most ? [{ pointer: `${pointer}/updated`, last, days }] : []
      })
    },
    message: ({ last, days }) => ({
      id: `Tidak ada kabar tentang masalah ini sejak ${formatDate(last, 'id')} (${days} hari).`,
      en: `There has been no news of this problem since ${formatDate(last, 'en')} (${days} days).`,
    }),
    cure: {
      id: 'Petugas BMN: tulis perkembangan terakhir dan tanggalnya, atau tandai selesai.',
      en: 'Asset officer: write the latest development and its date, or mark it as settled.',
    },
  }),
  rule({
    id: 'B16',
    severity: 'E',
    source: 'internal',
    find: ({ properties, state }) =>
      state === 'nonaktif'
        ? []
        : problemsOf(properties)
            .filter(({ problem }) => problem.stage === 'selesai-kalah')
            .map(({ pointer }) => ({ pointer: `${pointer}/stage` })),
    message: {
      id: 'Perkara selesai dan negara kalah, tetapi bidang ini masih aktif.',
      en: 'The case ended and the State lost it, yet this parcel is still active.',
    },
    cure: {
      id: 'Kepala UPT dan Kanwil: jalankan putusan. Kalau tanah lepas, proses penghapusan lalu nonaktifkan bidang ini.',
      en: 'Head of unit and Kanwil: carry out the judgment. If the land is lost, have it written off and retire this parcel.',
    },
  }),
  rule({
    id: 'B17',
    severity: 'W',
    source: 'KMK Hukum & HAM M.HH-01.PL.05.06/2014',
    find: ({ properties }) =>
      problemsOf(properties).flatMap(({ problem, pointer }) => {
        const keys = problem.kind === 'dikuasai-pihak-lain' ? lacking(problem, OF_OCCUPATION) : []
        return keys.length > 0 && isOpen(problem) ? [{ pointer, what: list(keys) }] : []
      }),
    message: ({ what }) => ({
      id: `Tanah dikuasai pihak lain, tetapi belum disebut ${what.id}.`,
      en: `Others hold this land, but the record lacks ${what.en}.`,
    }),
    cure: {
      id: 'Petugas BMN: catat hasil peninjauan lapangan; luas boleh perkiraan.',
      en: 'Asset officer: record what a site visit shows; the area may be an estimate.',
    },
  }),
  rule({
    id: 'B18',
    severity: 'E',
    source: 'internal',
    find: ({ properties, boundaryAreaM2 }) => {
      const whole = referenceArea(properties)?.m2 ?? boundaryAreaM2
      return problemsOf(properties).flatMap(({ problem: { areaM2 }, pointer }) =>
        areaM2 !== undefined && whole !== null && areaM2 > whole
          ? [{ pointer: `${pointer}/areaM2`, areaM2, whole }]
          : [],
      )
    },
    message: ({ areaM2, whole }) => ({
      id: `Luas yang bermasalah ${formatArea(areaM2, 'id')} melebihi luas bidang ${formatArea(whole, 'id')}.`,
      en: `The area in question, ${formatArea(areaM2, 'en')}, exceeds that of the parcel, ${formatArea(whole, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: periksa angka dan satuannya (m² atau ha).',
      en: 'Asset officer: check the figure and its unit (m² or ha).',
    },
  }),
  rule({
    id: 'B20',
    severity: 'E',
    source: 'internal',
    find: ({ properties }) =>
      problemsOf(properties)
        .filter(
          ({ problem }) =>
            isOpen(problem) &&
            (problem.kind === 'tumpang-tindih' || problem.kind === 'disertipikatkan-pihak-lain'),
        )
        .map(({ pointer }) => ({ pointer })),
    message: {
      id: 'Di tanah ini dilaporkan ada sertipikat lain yang bertumpang tindih.',
      en: 'Another title is reported to overlap this land.',
    },
    cure: {
      id: 'Kepala UPT: minta pengecekan dan pemblokiran ke kantor pertanahan, dan bantuan hukum melalui Kanwil.',
      en: 'Head of unit: ask the land office to check and block the titles, and the Kanwil for legal aid.',
    },
  }),
]
