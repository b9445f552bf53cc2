import type { Language, Phrase } from './phrase.ts'
import type { IdleState, Problem, Standing, UseStatus } from './standing.ts'
import { formatDate, formatHectares } from './writing.ts'

const PROBLEM_NAMES: Record<Problem, Phrase> = {
  'dikuasai-pihak-lain': { id: 'dikuasai pihak lain', en: 'held by others' },
  berperkara: { id: 'berperkara di pengadilan', en: 'in court' },
  sengketa: { id: 'disengketakan', en: 'disputed' },
  'tumpang-tindih': { id: 'tumpang tindih', en: 'overlapping' },
}

const IDLE_NAMES: Record<IdleState, Phrase> = {
  'bmn-terindikasi-idle': { id: 'BMN terindikasi idle', en: 'BMN terindikasi idle' },
  'tidak-idle': { id: 'tidak idle', en: 'not idle' },
  'bmn-idle': { id: 'BMN idle', en: 'BMN idle' },
  'eks-bmn-idle': { id: 'BMN eks BMN idle', en: 'BMN eks BMN idle' },
}

/** What lies vacant or unproved, in hectares. */
function lacking({ areas }: Standing, language: Language): string {
  const words = { id: ['kosong', 'belum terbukti'], en: ['vacant', 'unproved'] }[language]
  if (areas === null) return { id: 'sebagian belum terbukti', en: 'a part is unproved' }[language]
  return [areas.vacantM2, areas.unprovedM2]
    .flatMap((m2, i) => (m2 > 0 ? [`${formatHectares(m2, language)} ${words[i]}`] : []))
    .join(', ')
}

type Say = (standing: Standing, since: string) => string

const WHY: Record<UseStatus, Record<Language, Say>> = {
  digunakan: {
    id: (_, since) => `Bukti terakhir ${since}`,
    en: (_, since) => `Last evidence of ${since}`,
  },
  'digunakan-sebagian': {
    id: (standing, since) => `Bukti terakhir ${since}, dan ${lacking(standing, 'id')}`,
    en: (standing, since) => `Last evidence of ${since}, and ${lacking(standing, 'en')}`,
  },
  'dimanfaatkan-pihak-lain': {
    id: (_, since) => `Pihak lain memakainya dengan persetujuan, bukti terakhir ${since}`,
    en: (_, since) => `Others use it with approval, last evidence of ${since}`,
  },
  'belum-terbukti': {
    id: (_, since) => `Tidak ada laporan sejak ${since}`,
    en: (_, since) => `No report since ${since}`,
  },
  'kosong-dengan-rencana': {
    id: (_, since) => `Tidak ada penggunaan yang terbukti, dan rencana berlaku sejak ${since}`,
    en: (_, since) => `No use is proved, and a plan stands since ${since}`,
  },
  'terindikasi-tidak-terpakai': {
    id: (_, since) => `Tidak ada laporan sejak ${since}`,
    en: (_, since) => `No report since ${since}`,
  },
}

const both = (say: (language: Language) => string[]): Phrase => ({
  id: say('id').join('. '),
  en: say('en').join('. '),
})

const WORDS = {
  id: { problem: 'Tanah ini', idle: 'Menurut surat Pengelola Barang', rule: 'aturan' },
  en: { problem: 'This land is', idle: 'By letter of the Pengelola Barang', rule: 'rule' },
}

/**
 * Why a parcel stands as it does, such as `Tidak ada laporan sejak 12 Maret 2026; aturan G02 v3`: an open
 * problem and what a letter says come first, as they weigh more.
 */
export const sayWhy = (standing: Standing): Phrase =>
  both((language) => {
    const { use, idle, problem, why } = standing
    const words = WORDS[language]
    const said = WHY[use][language](standing, formatDate(why.since, language))
    return [
      ...(problem ? [`${words.problem} ${PROBLEM_NAMES[problem][language]}`] : []),
      ...(idle ? [`${words.idle}: ${IDLE_NAMES[idle][language]}`] : []),
      `${said}; ${words.rule} ${why.rule} v${why.definition}`,
    ]
  })

/** What the standing turns into when nothing is done, on a day. */
const turns = (until: string | undefined, language: Language): string[] => {
  if (until === undefined) return []
  const day = formatDate(until, language)
  return language === 'id'
    ? [`Tanpa laporan baru berubah mulai ${day}`]
    : [`Without a new report it changes on ${day}`]
}

const CURE: Record<UseStatus, Phrase | null> = {
  digunakan: null,
  'digunakan-sebagian': {
    id: 'Laporan dengan foto untuk blok yang belum terbukti, dan blok atau rencana untuk tanah yang kosong, mengubahnya',
    en: 'Reports with photos of what is unproved, and blocks or plans for what is vacant, change it',
  },
  'dimanfaatkan-pihak-lain': null,
  'belum-terbukti': {
    id: 'Laporan dengan foto membuktikan penggunaannya',
    en: 'A report with photos proves its use',
  },
  'kosong-dengan-rencana': {
    id: 'Laporan dengan foto setelah rencana dilaksanakan mengubahnya',
    en: 'A report with photos once the plan is carried out changes it',
  },
  'terindikasi-tidak-terpakai': {
    id: 'Laporan dengan foto, atau rencana dengan tanggal sasaran dan dokumen anggaran, mengubahnya',
    en: 'A report with photos, or a plan with target date and budget paper, changes it',
  },
}

const SETTLED: Phrase = {
  id: 'Masalahnya selesai setelah tahapnya dicatat selesai',
  en: 'The problem ends once its stage is recorded as settled',
}
const LETTER: Phrase = {
  id: 'Status hukumnya berubah hanya dengan surat Pengelola Barang',
  en: 'Its legal state changes by a letter of the Pengelola Barang alone',
}

/** What would change how a parcel stands, and when it changes by itself. */
export const sayChange = ({ use, idle, problem, why }: Standing): Phrase =>
  both((language) => {
    const cure = CURE[use]
    const said = [
      ...(problem ? [SETTLED[language]] : []),
      ...(idle ? [LETTER[language]] : []),
      ...(cure ? [cure[language]] : []),
      ...turns(why.until, language),
    ]
    return said.length > 0
      ? said
      : [language === 'id' ? 'Tidak berubah dengan sendirinya' : 'It does not change by itself']
  })
