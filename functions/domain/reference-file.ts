import * as v from 'valibot'
import { COMMODITY_GROUPS } from './commodities.ts'
import { parseCsv } from './csv.ts'
import type { Phrase } from './phrase.ts'
import {
  ambiguousNames,
  keyOf,
  LEVELS,
  type LineFault,
  parentOf,
  REFERENCE,
  type ReferenceRow,
  type ReferenceTable,
  type Unit,
} from './reference.ts'
import { HARVEST_UNITS } from './report.ts'

/** A column of a file: whether it must be there, and the form of its values, for the message. */
interface Column {
  required: boolean
  form: string
}

const column = (form: string, required = true): Column => ({ required, form })

/** The columns of each table's file, in any order; others are refused. */
export const COLUMNS: Record<ReferenceTable, Record<string, Column>> = {
  kanwil: {
    id: column('sumatera-utara'),
    name: column('Kanwil Ditjenpas Sumatera Utara'),
    provinces: column('64 65'),
  },
  upt: {
    id: column('lapas-kelas-iia-binjai'),
    name: column('Lapas Kelas IIA Binjai'),
    aliases: column('LP Binjai|Lapas Binjai', false),
    type: column('lapas | lpp | lpka | rutan | bapas | rupbasan | rsu'),
    class: column('I | IIA | IIB | II | III', false),
    kanwil: column('sumatera-utara'),
    kodeKemendagri: column('12.75'),
    kdSatker: column('005011600401877000KD', false),
    lon: column('98.4850', false),
    lat: column('3.6000', false),
    quality: column('bangunan | kota', false),
    status: column('aktif | dialihkan'),
    movedTo: column('Kejaksaan', false),
  },
  wilayah: {
    code: column('12.75.01'),
    parent: column('12.75', false),
    level: column(LEVELS.join(' | '), false),
    name: column('Binjai Kota'),
  },
  'kode-barang': {
    code: column('2.01.01.04.001'),
    name: column('Tanah Bangunan Kantor Pemerintah'),
    kelompok: column('Tanah Persil', false),
  },
  komoditas: {
    id: column('jagung'),
    name: column('Jagung'),
    nameEn: column('Maize'),
    group: column(COMMODITY_GROUPS.join(' | ')),
    unit: column(HARVEST_UNITS.join(' | ')),
    leastDays: column('70', false),
    mostDays: column('130', false),
    mostPerHa: column('15000', false),
    source: column('internal'),
    status: column('regulation | internal'),
  },
}

const LEVEL_IN_ENGLISH: Record<string, string> = {
  province: 'provinsi',
  regency: 'kabupaten',
  district: 'kecamatan',
  village: 'desa',
}

const listOf = (cell: string | undefined, separator: RegExp): string[] =>
  (cell ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)

/** Cells by column name -> the row as its schema wants it; empty cells are absent. */
function rowOf(table: ReferenceTable, cells: Record<string, string>): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const [name, cell] of Object.entries(cells)) if (cell !== '') row[name] = cell
  if (table === 'kanwil') row.provinces = listOf(cells.provinces, /[\s;|,]+/)
  if (table === 'upt') {
    row.aliases = listOf(cells.aliases, /\|/)
    for (const degrees of ['lon', 'lat']) if (row[degrees]) row[degrees] = Number(row[degrees])
  }
  if (table === 'wilayah') {
    const code = cells.code ?? ''
    row.parent ??= parentOf(code)
    row.level ??= LEVELS[code.split('.').length - 1]
    row.level = LEVEL_IN_ENGLISH[String(row.level)] ?? row.level
  }
  if (table === 'komoditas') {
    row.name = { id: cells.name, en: cells.nameEn }
    delete row.nameEn
    for (const bound of ['leastDays', 'mostDays', 'mostPerHa'])
      if (row[bound] !== undefined) row[bound] = Number(row[bound])
  }
  return row
}

/** Faults that one row has although each of its values has the right form. */
function rowFaults(row: ReferenceRow): Phrase[] {
  const faults: Phrase[] = []
  if ('level' in row) {
    if (row.parent !== parentOf(row.code) || row.level !== LEVELS[row.code.split('.').length - 1])
      faults.push({
        id: `Induk atau tingkat tidak cocok dengan kode ${row.code}.`,
        en: `Parent or level does not go with the code ${row.code}.`,
      })
  } else if ('aliases' in row) {
    if ((row.lon === undefined) !== (row.lat === undefined))
      faults.push({ id: 'lon dan lat harus diisi keduanya.', en: 'lon and lat go together.' })
    if (row.lon !== undefined && row.quality === undefined)
      faults.push({
        id: 'Isi quality: dari mana koordinat ini?',
        en: 'Fill in quality: what are these coordinates worth?',
      })
    if (row.movedTo !== undefined && row.status !== 'dialihkan')
      faults.push({
        id: 'movedTo hanya untuk unit dengan status dialihkan.',
        en: 'movedTo is only for a unit whose status is dialihkan.',
      })
  }
  return faults
}

/** Faults that show only between rows. `lineOf` says where a key stands. */
function tableFaults(rows: ReferenceRow[], lineOf: ReadonlyMap<string, number>): LineFault[] {
  if (rows[0] && 'level' in rows[0])
    return (rows as ReferenceRow<'wilayah'>[])
      .filter(({ parent }) => parent !== '' && !lineOf.has(parent))
      .map(({ code, parent }) => ({
        line: lineOf.get(code) ?? 0,
        detail: {
          id: `Wilayah induk ${parent} tidak ada dalam berkas.`,
          en: `The region around it, ${parent}, is not in the file.`,
        },
      }))
  if (rows[0] && 'aliases' in rows[0])
    return ambiguousNames(rows as Unit[]).map(({ name, units }) => ({
      line: Math.max(...units.map((id) => lineOf.get(id) ?? 0)),
      detail: {
        id: `Nama "${name}" berarti lebih dari satu unit: ${units.join(', ')}.`,
        en: `The name "${name}" means more than one unit: ${units.join(', ')}.`,
      },
    }))
  return []
}

/** What a file holds: its rows, and every fault by line. A file with a fault may not be loaded. */
export interface ReferenceFile<T extends ReferenceTable = ReferenceTable> {
  rows: ReferenceRow<T>[]
  faults: LineFault[]
}

/** Read a CSV file of a reference table, naming every fault at once. */
export function readReferenceFile<T extends ReferenceTable>(
  table: T,
  csv: string,
): ReferenceFile<T> {
  const [head, ...records] = parseCsv(csv)
  const columns = COLUMNS[table]
  if (!head || records.length === 0)
    return {
      rows: [],
      faults: [{ line: 0, detail: { id: 'Berkas kosong.', en: 'The file is empty.' } }],
    }
  const faults = headFaults(head.cells, columns)
  if (faults.length > 0) return { rows: [], faults }

  const rows: ReferenceRow<T>[] = []
  const lineOf = new Map<string, number>()
  for (const { line, cells } of records) {
    const fault = (detail: Phrase) => faults.push({ line, detail })
    if (cells.length !== head.cells.length) {
      const [has, needs] = [cells.length, head.cells.length]
      fault({
        id: `Baris ini punya ${has} kolom, seharusnya ${needs}.`,
        en: `This line has ${has} cells instead of ${needs}.`,
      })
      continue
    }
    const named = Object.fromEntries(head.cells.map((name, at) => [name, cells[at] ?? '']))
    const result = v.safeParse(REFERENCE[table], rowOf(table, named))
    if (!result.success) {
      const wrong = new Set(result.issues.map((issue) => String(issue.path?.[0]?.key)))
      for (const name of wrong)
        fault(wrongValue(name, named[name] ?? '', columns[name]?.form ?? ''))
      continue
    }
    const row = result.output as ReferenceRow<T>
    const first = lineOf.get(keyOf(row))
    if (first !== undefined)
      fault({
        id: `${keyOf(row)} sudah ada pada baris ${first}.`,
        en: `${keyOf(row)} is on line ${first} already.`,
      })
    else lineOf.set(keyOf(row), line)
    rowFaults(row).forEach(fault)
    rows.push(row)
  }
  faults.push(...tableFaults(rows, lineOf))
  return { rows, faults: faults.sort((a, b) => a.line - b.line) }
}

function headFaults(names: string[], columns: Record<string, Column>): LineFault[] {
  const unknown = names.filter((name) => !Object.hasOwn(columns, name))
  const missing = Object.keys(columns).filter(
    (name) => columns[name]!.required && !names.includes(name),
  )
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  const say = (id: string, en: string, which: string[]): LineFault[] =>
    which.length === 0
      ? []
      : [
          {
            line: 1,
            detail: { id: `${id}: ${which.join(', ')}.`, en: `${en}: ${which.join(', ')}.` },
          },
        ]
  return [
    ...say('Kolom yang kurang', 'Missing columns', missing),
    ...say('Kolom yang tidak dikenal', 'Unknown columns', unknown),
    ...say('Kolom yang muncul dua kali', 'Columns that come twice', twice),
  ]
}

const wrongValue = (name: string, value: string, form: string): Phrase =>
  value === ''
    ? { id: `${name} kosong; contoh: ${form}.`, en: `${name} is empty; expected like: ${form}.` }
    : {
        id: `${name} "${value}" tidak sesuai; contoh: ${form}.`,
        en: `${name} "${value}" does not fit; expected like: ${form}.`,
      }
