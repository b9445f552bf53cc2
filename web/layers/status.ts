import type { State } from '../../functions/domain/parcel.ts'
import type { Status } from '../../functions/domain/status.ts'

/**
 * What the map tells apart: uses, and legal problems, which come before the use. `tanpa-laporan` stands
 * for a status that this page does not know.
 */
export const USES = [
  'digunakan',
  'digunakan-sebagian',
  'dimanfaatkan-pihak-lain',
  'belum-terbukti',
  'kosong-dengan-rencana',
  'terindikasi-tidak-terpakai',
  'dikuasai-pihak-lain',
  'berperkara',
  'sengketa',
  'tumpang-tindih',
  'tanpa-laporan',
] as const
export type Use = (typeof USES)[number] | Status

/** The use that a served status stands for; what this page does not know counts as untold. */
export const useOf = (status: string | null | undefined): Use =>
  USES.find((use) => use === status) ?? 'tanpa-laporan'

/** How one use looks: a colour (Okabe and Ito), a hatch and a letter, each of which suffices alone. */
export interface UseStyle {
  colour: string
  letter: string
  /** SVG path of one tile of the hatch; the tile is `tile` CSS pixels square. */
  hatch: string
  tile: number
  /** Custom property with the colour of hatch and outline, where that is not `colour`. */
  ink?: string
  /** Width of the hatch's line in CSS pixels. */
  line: number
}

const rising = 'M-2 2 2-2M0 8 8 0M6 10 10 6'
const falling = 'M-2 6 2 10M0 0 8 8M6-2 10 2'

/** A legal problem: cross hatch, black or in the dark white, over a use that nothing has proved. */
const problem = (letter: string): UseStyle => ({
  colour: '#e69f00',
  letter,
  hatch: `${rising}${falling}`,
  tile: 8,
  ink: '--legal-problem',
  line: 1.25,
})

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
  'dikuasai-pihak-lain': problem('K'),
  berperkara: problem('H'),
  sengketa: problem('X'),
  'tumpang-tindih': problem('L'),
  'tanpa-laporan': { colour: '#6f7a77', letter: '·', hatch: '', tile: 8, line: 0 },
}

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
