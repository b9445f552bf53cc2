/** One record of a CSV file. */
export interface CsvRecord {
  /** Number of the line on which it starts, the first line being 1. */
  line: number
  cells: string[]
}

/** Which of the separators in use (comma; semicolon in Indonesian Excel; tab) the header has most of. */
function separatorOf(text: string): string {
  const header = text.slice(0, /\r|\n|$/.exec(text)?.index)
  const count = (separator: string) => header.split(separator).length
  return [',', ';', '\t'].reduce((best, other) => (count(other) > count(best) ? other : best))
}

/**
 * Split CSV text (RFC 4180, also with `;` or tabs, also with a byte order mark) into records.
 * Blank lines are left out; an unclosed quote ends with the text.
 */
export function parseCsv(text: string): CsvRecord[] {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text
  const separator = separatorOf(source)
  const records: CsvRecord[] = []
  let line = 1
  let startedOn = 1
  let cells: string[] = []
  let cell = ''
  let quoted = false

  const endRecord = () => {
    cells.push(cell.trim())
    if (cells.some((value) => value !== '')) records.push({ line: startedOn, cells })
    cells = []
    cell = ''
  }

  for (let at = 0; at < source.length; at++) {
    const character = source[at]!
    if (quoted) {
      if (character === '\n') line++
      if (character !== '"') cell += character
      else if (source[at + 1] === '"') cell += source[++at]!
      else quoted = false
    } else if (character === '"' && cell.trim() === '') {
      quoted = true
      cell = ''
    } else if (character === separator) {
      cells.push(cell.trim())
      cell = ''
    } else if (character === '\n') {
      endRecord()
      startedOn = ++line
    } else if (character !== '\r') {
      cell += character
    }
  }
  endRecord()
  return records
}
