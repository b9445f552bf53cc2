import type { State } from '../../functions/domain/parcel.ts'
import {
  IDLE_STATES,
  type IdleState,
  type Problem,
  PROBLEMS,
  USE_STATUSES,
} from '../../functions/domain/standing.ts'

/** Uses that the map tells apart; `tanpa-laporan` stands for one that this page does not know. */
export const USES = [...USE_STATUSES, 'tanpa-laporan'] as const
export type Use = (typeof USES)[number]

/** How a parcel stands: its use, what a letter says of it in law, and what stands against it. */
export interface Axes {
  use: Use
  idle?: IdleState | null
  problem?: Problem | null
}

/** What the registry serves of it: one status by precedence and, where they are told, the axes. */
interface Told {
  status?: string | null
  use?: string | null
  idle?: string | null
  problem?: string | null
}

const among = <T extends string>(all: readonly T[], value: string | null | undefined) =>
  all.find((each) => each === value) ?? null

/** The three axes of a served parcel; from its one status alone where nothing else is told. */
export function axesOf({ status, use, idle, problem }: Told): Required<Axes> {
  const onlyProblem = among(PROBLEMS, status)
  const unknown = onlyProblem ? 'belum-terbukti' : 'tanpa-laporan' // a problem hides the use
  return {
    use: among(USES, use ?? status) ?? unknown,
    idle: among(IDLE_STATES, idle ?? status),
    problem: among(PROBLEMS, problem) ?? onlyProblem,
  }
}

/** How one use looks: a colour (Okabe and Ito), a hatch and a letter, each of which suffices alone. */
export interface UseStyle {
  colour: string
  letter: string
  /** SVG path of one tile of the hatch; the tile is `tile` CSS pixels square. */
  hatch: string
  tile: number
  /** Width of the hatch's line in CSS pixels. */
  line: number
}

const rising = 'M-2 2 2-2M0 8 8 0M6 10 10 6'
const falling = 'M-2 6 2 10M0 0 8 8M6-2 10 2'

/** Colours by Okabe and Ito, "Color Universal Design", 2008: told apart by colour-blind eyes. */
export const USE_STYLES: Record<Use, UseStyle> = {
  digunakan: { colour: '#009e73', letter: 'D', hatch: '', tile: 8, line: 0 },
  'digunakan-sebagian': { colour: '#56b4e9', letter: 'S', hatch: 'M0 4 8 4', tile: 8, line: 1.5 },
  'dimanfaatkan-pihak-lain': {
    colour: '#0072b2',
    letter: 'P',
    hatch: 'M5 0 5 10',
    tile: 10,
    line: 1,
  },
  'belum-terbukti': { colour: '#e69f00', letter: 'B', hatch: falling, tile: 8, line: 1.5 },
  'kosong-dengan-rencana': {
    colour: '#cc79a7',
    letter: 'R',
    hatch: 'M4 4 4 4.01',
    tile: 8,
    line: 2.5,
  },
  'terindikasi-tidak-terpakai': {
    colour: '#d55e00',
    letter: 'T',
    hatch: 'M-1.5 1.5 1.5-1.5M0 5 5 0M3.5 6.5 6.5 3.5',
    tile: 5,
    line: 1.25,
  },
  'tanpa-laporan': { colour: '#6f7a77', letter: '·', hatch: '', tile: 8, line: 0 },
}

/** A legal problem lies over the colour of the use: lines that cross, black or in the dark white. */
export const PROBLEM_HATCH = {
  path: `${rising}${falling}`,
  tile: 8, // CSS pixels
  line: 1.25,
  ink: '--legal-problem',
} as const

const PROBLEM_LETTERS: Record<Problem, string> = {
  'dikuasai-pihak-lain': 'K',
  berperkara: 'H',
  sengketa: 'X',
  'tumpang-tindih': 'L',
}
const IDLE_LETTERS: Record<IdleState, string> = {
  'bmn-terindikasi-idle': 'i',
  'tidak-idle': '',
  'bmn-idle': 'I',
  'eks-bmn-idle': 'E',
}

/** The custom property with the colour of the border around land that a letter calls idle. */
export const IDLE_INK = '--legal-idle'

/** Whether a letter calls it idle, so that it has the border; "tidak idle" is a letter that does not. */
export const hasIdleBorder = (idle: IdleState | null | undefined): idle is IdleState =>
  IDLE_LETTERS[idle ?? 'tidak-idle'] !== ''

/** The letter that a parcel carries: of its legal problem, else its legal idle state, else its use. */
export const letterOf = ({ use, idle, problem }: Axes): string =>
  (problem && PROBLEM_LETTERS[problem]) || (idle && IDLE_LETTERS[idle]) || USE_STYLES[use].letter

/** How far a record is, told by the outline alone: dashes in CSS pixels, none for a whole line. */
export const OUTLINES: Record<State, { dash: string; width: number; hollow?: true }> = {
  draf: { dash: '1 4', width: 2 },
  diajukan: { dash: '7 4', width: 2 },
  dikembalikan: { dash: '9 3 2 3', width: 2 },
  terverifikasi: { dash: '', width: 2.25 },
  'terverifikasi-dengan-catatan': { dash: '18 3', width: 2.25 },
  nonaktif: { dash: '2 7', width: 1.5, hollow: true },
}

/** Record states in the order of their way through the registry. */
export const STATE_ORDER = Object.keys(OUTLINES) as State[]
