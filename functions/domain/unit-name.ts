/** What a unit's name says, whatever its spelling: the parts in which two spellings agree. */
export interface UnitName {
  /** `lapas`, `lpka`, `rutan`, `bapas`, `rupbasan`, `rsu`; '' when the name does not say. */
  type: string
  /** `narkotika`, `perempuan`, `terbuka`, `pemuda`, `khusus`: sorted, joined by a space. */
  kind: string
  /** `I`, `IIA`, `IIB`, `III`, …; '' when the name does not say. */
  class: string
  /** The place in lower case without spaces: `lhokseumawe`. */
  place: string
}

/** Written-out types and their abbreviations, longest first, as they stand in lists and letters. */
const TYPES: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/\blembaga pembinaan khusus anak\b/, 'lpka'],
  [/\blembaga pemasyarakatan\b/, 'lapas'],
  [/\brumah tahanan( negara)?\b/, 'rutan'],
  [/\bbalai pemasyarakatan\b/, 'bapas'],
  [/\brumah penyimpanan benda sitaan( negara)?\b/, 'rupbasan'],
  [/\brumah sakit( umum)?\b/, 'rsu'],
  [/^(lpn|lapastik)\b/, 'lapas narkotika'],
  [/^lpp\b/, 'lapas perempuan'],
  [/^(lp|lapas)\b/, 'lapas'],
  [/^rs\b/, 'rsu'],
]

const TYPE = new Set(['lapas', 'lpka', 'rutan', 'bapas', 'rupbasan', 'rsu'])
const KIND = new Set(['narkotika', 'perempuan', 'terbuka', 'pemuda', 'khusus'])
const KIND_ALIAS: Readonly<Record<string, string>> = { wanita: 'perempuan', narkoba: 'narkotika' }
const CLASS_WORD = new Set(['kelas', 'klas', 'kls', 'kl'])
const ROMAN: Readonly<Record<string, string>> = { 1: 'I', 2: 'II', 3: 'III' }

/** The class that starts at `words[at]` ("iia", "ii a", "2a", "2 a"), and how many words it takes. */
function classAt(words: string[], at: number, afterWord: boolean): [name: string, words: number] {
  const found = /^(i{1,3}|[1-3])([ab]?)$/.exec(words[at] ?? '')
  if (!found) return ['', 0]
  const [, number = '', letter = ''] = found
  if (!afterWord && /\d/.test(number)) return ['', 0] // a bare digit may be part of the place
  const roman = ROMAN[number] ?? number.toUpperCase()
  if (letter) return [roman + letter.toUpperCase(), 1]
  const next = words[at + 1] ?? ''
  return /^[ab]$/.test(next) ? [roman + next.toUpperCase(), 2] : [roman, 1]
}

/**
 * Read a unit's name. "LP Klas II A Narkotika Bangli", "Lapas Narkotika Kelas IIA Bangli" and
 * "LPN KELAS 2A BANGLI" read alike.
 */
export function readUnitName(name: string): UnitName {
  let plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/['’`.]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  for (const [pattern, words] of TYPES) plain = plain.replace(pattern, words)
  const words = plain.split(' ').filter(Boolean)

  let type = ''
  let unitClass = ''
  const kinds = new Set<string>()
  const place: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const kind = KIND_ALIAS[word] ?? word
    const afterWord = CLASS_WORD.has(word)
    const [found, length] = unitClass ? ['', 0] : classAt(words, afterWord ? at + 1 : at, afterWord)
    if (length > 0) {
      unitClass = found
      at += length - (afterWord ? 0 : 1)
    } else if (!type && TYPE.has(word)) type = word
    else if (KIND.has(kind)) kinds.add(kind)
    else if (!afterWord && word !== 'pengayoman') place.push(word)
  }
  return { type, kind: [...kinds].sort().join(' '), class: unitClass, place: place.join('') }
}

/** One text per name, equal for all spellings of the same name. */
export const unitKey = (name: string): string => {
  const read = readUnitName(name)
  return [read.type, read.kind, read.class, read.place].join('|')
}

/** How many letters have to change to turn one word into the other; stops counting above `most`. */
function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1
  let previous = Array.from({ length: to.length + 1 }, (_, at) => at)
  for (let row = 1; row <= from.length; row++) {
    const current = [row]
    for (let column = 1; column <= to.length; column++) {
      const changed = previous[column - 1]! + (from[row - 1] === to[column - 1] ? 0 : 1)
      current.push(Math.min(changed, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[to.length]!
}

/** How well a place that was asked for fits one that is known: 0 (not at all) to 60 (the same). */
function placeScore(asked: string, known: string): number {
  if (asked === known) return 60
  if (!asked || !known) return 0
  const slips = asked.length >= 8 ? 2 : asked.length >= 5 ? 1 : 0 // short names differ by one letter
  const apart = distance(asked, known, slips)
  if (apart <= slips) return 50 - apart * 5
  return asked.length >= 3 && known.startsWith(asked) ? 30 : 0
}

/**
 * How well `asked` fits `known`, 0 to 100; 100 is the same name in another spelling. What the
 * asker left out costs little, what contradicts costs more; the place must fit.
 */
export function nameScore(asked: UnitName, known: UnitName): number {
  const place = placeScore(asked.place, known.place)
  if (place === 0) return 0
  const part = (wanted: string, has: string, full: number, unsaid: number) =>
    wanted === has ? full : wanted === '' ? unsaid : 0
  return (
    place +
    part(asked.type, known.type, 16, 8) +
    part(asked.kind, known.kind, 10, 6) +
    part(asked.class, known.class, 14, 8)
  )
}
