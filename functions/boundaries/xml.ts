import { unreadable } from './shapes.ts'

/** What hears of the parts of a document, in their order; names are without prefix. */
export interface Listener {
  /** `tag` is all between the angle brackets: ask `attributeOf` for one of its attributes. */
  open: (name: string, tag: string) => void
  text: (text: string) => void
  close: (name: string) => void
}

const DEEPEST = 64

const broken = () =>
  unreadable(
    'Berkas XML ini tidak lengkap atau rusak. Ekspor ulang, lalu kirim lagi.',
    'This XML file is cut off or damaged. Export it again and send it once more.',
  )
const definesThings = () =>
  unreadable(
    'XML ini memuat DOCTYPE atau ENTITY, yang tidak diterima. Ekspor ulang dari aplikasi petanya.',
    'This XML has a DOCTYPE or ENTITY, which is not accepted. Export it again from the map program.',
  )

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** Text with the five entities of XML and numbered characters put in; no other is known. */
const decoded = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/gi, (all, ten, sixteen, name) => {
        const code = ten ? Number(ten) : sixteen ? parseInt(sixteen, 16) : -1
        if (code > 0x10ffff) return all
        return code >= 0 ? String.fromCodePoint(code) : (ENTITIES[name] ?? all)
      })
    : text

/** An attribute of a tag; undefined where it has none of that name. */
export function attributeOf(tag: string, name: string): string | undefined {
  const [, , double, single] =
    new RegExp(`\\s${name}\\s*=\\s*("([^"]*)"|'([^']*)')`).exec(tag) ?? []
  const value = double ?? single
  return value === undefined ? undefined : decoded(value)
}

/** Where a tag ends: the first `>` that no quotes surround. */
function endOfTag(source: string, from: number): number {
  let quote = 0
  for (let i = from; i < source.length; i += 1) {
    const mark = source.charCodeAt(i)
    if (quote !== 0) quote = mark === quote ? 0 : quote
    else if (mark === 0x22 || mark === 0x27) quote = mark
    else if (mark === 0x3e) return i
  }
  throw broken()
}

/**
 * Read XML from its beginning to its end, in one pass and without a tree. Nothing is ever fetched or
 * defined: a DOCTYPE is refused, so no entity grows.
 *
 * @throws Refusal `unreadable-file`
 */
export function readXml(source: string, on: Listener): void {
  const after = (mark: string, from: number): number => {
    const found = source.indexOf(mark, from)
    if (found === -1) throw broken()
    return found + mark.length
  }
  const open: string[] = []
  let at = 0
  while (at < source.length) {
    const next = source.indexOf('<', at)
    if (next === -1) break
    if (next > at && open.length > 0) on.text(decoded(source.slice(at, next)))
    if (source.startsWith('<!--', next)) at = after('-->', next + 4)
    else if (source.startsWith('<![CDATA[', next)) {
      at = after(']]>', next + 9)
      on.text(source.slice(next + 9, at - 3))
    } else if (source.startsWith('<?', next)) at = after('?>', next + 2)
    else if (source.startsWith('<!', next)) throw definesThings()
    else {
      const end = endOfTag(source, next + 1)
      const tag = source.slice(next + 1, end)
      const [, isEnd, name = ''] = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/.exec(tag) ?? []
      if (name === '') throw broken()
      if (isEnd) {
        if (open.pop() !== name) throw broken()
        on.close(name)
      } else {
        on.open(name, tag)
        if (tag.endsWith('/')) on.close(name)
        else if (open.push(name) > DEEPEST) throw broken()
      }
      at = end + 1
    }
  }
  if (open.length > 0) throw broken()
}
