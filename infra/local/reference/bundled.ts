import { readFile } from 'node:fs/promises'
import { getDistricts, getProvinces, getRegencies, getVillages } from 'idn-area-data'
import {
  LEVELS,
  parentOf,
  REFERENCE_TABLES,
  type ReferenceRow,
  type ReferenceSource,
  type ReferenceTable,
  type Region,
} from '../../../functions/domain/reference.ts'
import { readReferenceFile } from '../../../functions/domain/reference-file.ts'
import { readActive } from '../../../functions/store/reference.ts'
import { loadReference } from '../../../functions/store/reference-load.ts'
import type { Table } from '../../../functions/store/table.ts'
import manifest from './manifest.json' with { type: 'json' }

/** Where each bundled table comes from. */
export const BUNDLED: Record<ReferenceTable, ReferenceSource> = manifest

/** Provinces, regencies and districts of the decree in force; its 83,762 villages only when asked for. */
export async function readRegions({ villages = false } = {}): Promise<Region[]> {
  const levels = await Promise.all([
    getProvinces(),
    getRegencies(),
    getDistricts(),
    ...(villages ? [getVillages()] : []),
  ])
  return levels.flatMap((rows, level) =>
    rows.map(({ code, name }) => ({ code, parent: parentOf(code), level: LEVELS[level]!, name })),
  )
}

const read = new Map<ReferenceTable, Promise<ReferenceRow[]>>()

/** The rows of a table as they come with the program; read once. */
export function readBundled(table: ReferenceTable): Promise<ReferenceRow[]> {
  const rows = read.get(table) ?? readFresh(table)
  read.set(table, rows)
  return rows
}

async function readFresh(table: ReferenceTable): Promise<ReferenceRow[]> {
  if (table === 'wilayah') return readRegions()
  const csv = await readFile(new URL(`${table}.csv`, import.meta.url), 'utf8')
  const { rows, faults } = readReferenceFile(table, csv)
  if (faults.length > 0) {
    const said = faults.map(({ line, detail }) => `line ${line}: ${detail.en}`).join(' ')
    throw new Error(`The bundled reference table ${table} is not right. ${said}`)
  }
  return rows
}

/**
 * Load the bundled reference data, table by table. A table that is there already stays, so that what
 * an operator loaded survives a restart; a bundled table whose rows changed with the program is
 * replaced.
 */
export async function loadBundledReference(table: Table, now: Date): Promise<void> {
  for (const name of REFERENCE_TABLES) {
    const active = await readActive(table, name)
    if (active && active.source !== BUNDLED[name].source) continue
    await loadReference(table, name, await readBundled(name), BUNDLED[name], now)
  }
}
