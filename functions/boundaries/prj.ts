import { CRS, type Crs } from '../domain/crs.ts'
import { quoted } from '../domain/fault.ts'
import type { NamedCrs } from './shapes.ts'

/** A node of well-known text: `PARAMETER["False_Easting",200000]`. */
interface Node {
  keyword: string
  values: (string | number)[]
  children: Node[]
}

const TOKEN =
  /\s*(?:"((?:[^"]|"")*)"|([A-Za-z_][\w]*)|([-+]?[\d.]+(?:[eE][-+]?\d+)?)|([[\]()(),]))/y
const LONGEST = 20_000 // characters
const DEEPEST = 20

/** Well-known text of a coordinate system (WKT 1 of OGC and of ESRI) as a tree; undefined for any other text. */
function parse(text: string): Node | undefined {
  if (text.length > LONGEST) return undefined
  const root: Node = { keyword: '', values: [], children: [] }
  const open = [root]
  let word: string | undefined
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const [found, string, name, number, mark] = TOKEN.exec(text) ?? []
    const node = open.at(-1)
    if (found === undefined || !node) return undefined
    if (mark === '[' || mark === '(') {
      if (word === undefined || open.length > DEEPEST) return undefined
      const child: Node = { keyword: word.toUpperCase(), values: [], children: [] }
      node.children.push(child)
      open.push(child)
      word = undefined
    } else if (mark !== undefined) {
      if (word !== undefined) node.values.push(word) // an axis without quotes
      word = undefined
      if (mark !== ',') open.pop()
    } else if (name !== undefined) word = name
    else node.values.push(string ?? Number(number))
  }
  return open.length === 1 ? root.children[0] : undefined
}

const find = (node: Node | undefined, keyword: string): Node | undefined =>
  node?.keyword === keyword
    ? node
    : node?.children.map((child) => find(child, keyword)).find((found) => found !== undefined)

const bare = (value: unknown): string =>
  String(value ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
const near = (a: number, b: number, within: number): boolean => Math.abs(a - b) <= within

/** Ellipsoids that agree with WGS 84's to less than a millimetre anywhere: WGS 84 and GRS 80. */
function isModern(geographic: Node | undefined): boolean {
  const [, radius, flattening] = find(geographic, 'SPHEROID')?.values ?? []
  return near(Number(radius), 6_378_137, 0.001) && near(Number(flattening), 298.2572, 0.0001)
}

/** Datums that are read: those whose places agree with WGS 84 to about a metre. */
const DATUMS =
  /wgs1?9?84|worldgeodeticsystem1984|dgn95|dgn1995|datumgeodesinasional1995|srgi2013|sistemreferensigeospasialindonesia2013|itrf|grs80|gcswgs|notspecified|unknown/

function parametersOf(projected: Node): Map<string, number> {
  const pairs = projected.children
    .filter(({ keyword }) => keyword === 'PARAMETER')
    .map(({ values: [name, value] }) => [bare(name), Number(value)] as const)
  return new Map(pairs)
}

/** Which of the systems with equal parameters its name means; all are the same plane. */
function preferred(same: readonly Crs[], name: string): Crs | undefined {
  const said = bare(name)
  const datum = /dgn/.test(said) ? 'DGN95' : /srgi/.test(said) ? 'SRGI2013' : 'WGS 84'
  return same.find((crs) => crs.name.startsWith(datum)) ?? same[0]
}

function matched(root: Node, text: string): Crs | undefined {
  const geographic = find(root, 'GEOGCS')
  const datum = bare(find(geographic, 'DATUM')?.values[0])
  if (!isModern(geographic) || !DATUMS.test(datum)) return undefined
  if (root.keyword === 'GEOGCS')
    return preferred(CRS.filter(({ kind }) => kind === 'degrees'), `${datum} ${root.values[0]}`) // prettier-ignore
  if (root.keyword !== 'PROJCS') return undefined
  const unit = root.children.find(({ keyword }) => keyword === 'UNIT')
  if (!near(Number(unit?.values[1]), 1, 1e-9)) return undefined
  const method = bare(find(root, 'PROJECTION')?.values[0])
  if (
    /mercatorauxiliarysphere|popularvisualisationpseudomercator/.test(method) ||
    /web_?mercator|pseudo-?mercator/i.test(text)
  )
    // prettier-ignore
    return CRS.find(({ epsg }) => epsg === 3857)
  if (!/^(transversemercator|gausskruger)$/.test(method)) return undefined
  const given = parametersOf(root)
  const value = (...names: string[]): number => {
    const name = names.find((each) => given.has(each))
    return name === undefined ? 0 : given.get(name)!
  }
  if (!near(value('latitudeoforigin'), 0, 1e-9)) return undefined
  const same = CRS.filter(
    ({ projection }) =>
      projection &&
      near(value('centralmeridian', 'longitudeoforigin'), projection.centralMeridian, 1e-7) &&
      near(value('scalefactor'), projection.scale, 1e-9) &&
      near(value('falseeasting'), projection.falseEasting, 1e-4) &&
      near(value('falsenorthing'), projection.falseNorthing, 1e-4),
  )
  return preferred(same, `${root.values[0]} ${datum}`)
}

/**
 * The system that a .prj file means, told by its parameters rather than by its name, whether ESRI or
 * OGC wrote it. What cannot be used is named as a fault.
 */
export function readPrj(text: string): NamedCrs {
  const fault = (code: string, id: string, en: string): NamedCrs => ({
    known: 'unknown',
    fault: { code, detail: { id, en } },
  })
  if (/^\s*(<|\{)/.test(text))
    return fault(
      'prj-unreadable',
      'Berkas .prj berisi halaman web, bukan sistem koordinat. Pilih sistemnya.',
      'The .prj file holds a web page, not a coordinate system. Choose the system.',
    )
  const [, digits] = /^\s*EPSG:(\d{4,5})\s*$/i.exec(text) ?? []
  const root = parse(text)
  const crs = digits ? CRS.find(({ epsg }) => epsg === Number(digits)) : root && matched(root, text)
  if (crs) return { known: 'prj', epsg: crs.epsg }
  const said = quoted(root?.values[0] ?? text.trim().slice(0, 60))
  return fault(
    root ? 'crs-unknown' : 'prj-unreadable',
    `Sistem koordinat di berkas .prj tidak dikenal di sini: "${said}". Pilih sistemnya.`,
    `The system in the .prj file is not known here: "${said}". Choose the system.`,
  )
}
