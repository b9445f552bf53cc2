import { QueryCommand } from '@aws-sdk/lib-dynamodb'
import {
  keyOf,
  type Kanwil,
  type LineFault,
  type ReferenceRow,
  type ReferenceTable,
  type Unit,
} from '../../../functions/domain/reference.ts'
import type { ReferenceFile } from '../../../functions/domain/reference-file.ts'
import { listKey } from '../../../functions/parcels/save.ts'
import { readReference } from '../../../functions/store/reference.ts'
import { rowText } from '../../../functions/store/reference-load.ts'
import {
  LIST_INDEX,
  OPEN_PARCELS,
  OWN_PARCELS,
  type Table,
} from '../../../functions/store/table.ts'

/** What loading a file would do. With a fault, nothing may be loaded. */
export interface LoadPlan {
  rows: ReferenceRow[]
  faults: LineFault[]
  /** Keys, in order. */
  added: string[]
  changed: string[]
  removed: string[]
}

async function isInUse({ client, name }: Table, { kanwil, id }: Unit): Promise<boolean> {
  const found = await Promise.all(
    [OPEN_PARCELS, OWN_PARCELS].map((half) =>
      client.send(
        new QueryCommand({
          TableName: name,
          IndexName: LIST_INDEX,
          KeyConditionExpression: 'listOf = :half AND begins_with(listAt, :unit)',
          ExpressionAttributeValues: { ':half': half, ':unit': listKey({ kanwil, upt: id }, '') },
          Limit: 1,
        }),
      ),
    ),
  )
  return found.some(({ Count = 0 }) => Count > 0)
}

/** Units that hold parcels stay, and stay in their Kanwil: their parcels are listed under both. */
async function unitFaults(table: Table, before: Unit[], after: Unit[]): Promise<LineFault[]> {
  const next = new Map(after.map((unit) => [unit.id, unit]))
  const faults: LineFault[] = []
  for (const unit of before) {
    const kept = next.get(unit.id)
    if (kept?.kanwil === unit.kanwil || !(await isInUse(table, unit))) continue
    faults.push({
      line: 0,
      detail: kept
        ? {
            id: `Unit ${unit.id} punya bidang tanah di Kanwil ${unit.kanwil} dan tidak bisa dipindah ke ${kept.kanwil}.`,
            en: `The unit ${unit.id} holds parcels in the Kanwil ${unit.kanwil} and cannot move to ${kept.kanwil}.`,
          }
        : {
            id: `Unit ${unit.id} masih punya bidang tanah; tidak boleh hilang dari daftar.`,
            en: `The unit ${unit.id} holds parcels; it may not vanish from the list.`,
          },
    })
  }
  return faults
}

/** Units name a Kanwil and a kabupaten: those must be in their tables. */
async function linkFaults(
  table: Table,
  name: ReferenceTable,
  rows: ReferenceRow[],
): Promise<LineFault[]> {
  const missing = (what: string, which: string, by: string): LineFault => ({
    line: 0,
    detail: {
      id: `${what} ${which} dipakai ${by}, tetapi tidak ada.`,
      en: `${what} ${which} is named by ${by} and does not exist.`,
    },
  })
  if (name === 'kanwil') {
    const ids = new Set((rows as Kanwil[]).map(({ id }) => id))
    const units = (await readReference(table, 'upt'))?.content ?? []
    return units
      .filter(({ kanwil }) => !ids.has(kanwil))
      .map(({ kanwil, id }) => missing('Kanwil', kanwil, id))
  }
  const codes = new Set(
    name === 'wilayah'
      ? rows.map(keyOf)
      : (await readReference(table, 'wilayah'))?.content.map(({ code }) => code),
  )
  const units =
    name === 'upt' ? (rows as Unit[]) : name === 'wilayah' ? await currentUnits(table) : []
  const faults = units
    .filter(({ kodeKemendagri }) => codes.size > 0 && !codes.has(kodeKemendagri))
    .map(({ kodeKemendagri, id }) => missing('Wilayah', kodeKemendagri, id))
  if (name !== 'upt') return faults
  const offices = (await readReference(table, 'kanwil'))?.content.map(({ id }) => id) ?? []
  return [
    ...units
      .filter(({ kanwil }) => offices.length > 0 && !offices.includes(kanwil))
      .map(({ kanwil, id }) => missing('Kanwil', kanwil, id)),
    ...faults,
  ]
}

const currentUnits = async (table: Table): Promise<Unit[]> =>
  (await readReference(table, 'upt'))?.content ?? []

/** Compare what a file holds with what is in force. Writes nothing. */
export async function planLoad(
  table: Table,
  name: ReferenceTable,
  { rows, faults: found }: ReferenceFile,
): Promise<LoadPlan> {
  const faults = [...found]
  const before = (await readReference(table, name))?.content ?? []
  const old = new Map(before.map((row) => [keyOf(row), row as ReferenceRow]))
  const next = new Set(rows.map(keyOf))
  const plan: LoadPlan = {
    rows,
    faults,
    added: rows.filter((row) => !old.has(keyOf(row))).map(keyOf),
    changed: rows
      .filter((row) => {
        const was = old.get(keyOf(row))
        return was !== undefined && rowText(was) !== rowText(row)
      })
      .map(keyOf),
    removed: [...old.keys()].filter((key) => !next.has(key)),
  }
  if (faults.length > 0) return plan
  faults.push(...(await linkFaults(table, name, rows)))
  if (name === 'upt') faults.push(...(await unitFaults(table, before as Unit[], rows as Unit[])))
  return plan
}
