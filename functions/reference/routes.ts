import { Hono } from 'hono'
import * as v from 'valibot'
import { parameters } from '../body.ts'
import { Commodity } from '../domain/commodities.ts'
import {
  AssetCode,
  findUnits,
  Kanwil,
  REFERENCE_TABLES,
  type ReferenceRow,
  type ReferenceTable,
  Region,
  Unit,
} from '../domain/reference.ts'
import { type Env, notFound, operation } from '../operation.ts'
import { childrenOf, readActive, readReference } from '../store/reference.ts'
import type { Table } from '../store/table.ts'

const Which = v.strictObject({ table: v.picklist(REFERENCE_TABLES) })

const Query = v.strictObject({
  /** `wilayah`: code of the region around; left out for the provinces. `upt`: id of the Kanwil. */
  parent: v.optional(v.pipe(v.string(), v.maxLength(100))),
  /** Part of a name; of a unit its name in any spelling, best first. */
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
})

const Answer = v.object({
  table: v.picklist(REFERENCE_TABLES),
  /** Where the table comes from, since when it holds, and when it was loaded here. */
  source: v.string(),
  validFrom: v.string(),
  loadedAt: v.string(),
  rows: v.array(v.union([Kanwil, Unit, Region, AssetCode, Commodity])),
  /** Only with `q` on `upt`: several units fit the name equally well. */
  ambiguous: v.optional(v.boolean()),
})

/** Rows without a search: regions below their parent, units of a Kanwil, or the whole table. */
async function rowsOf(
  table: Table,
  name: ReferenceTable,
  parent: string | undefined,
): Promise<ReferenceRow[]> {
  if (name === 'wilayah') return childrenOf(table, parent ?? '') // the whole is too much to send
  const rows: ReferenceRow[] = (await readReference(table, name))?.content ?? []
  return parent === undefined
    ? rows
    : rows.filter((row) => 'kanwil' in row && row.kanwil === parent)
}

const namesOf = ({ name }: ReferenceRow): string[] =>
  typeof name === 'string' ? [name] : [name.id, name.en]

const contains = (row: ReferenceRow, q: string): boolean =>
  [...namesOf(row), 'code' in row ? row.code : row.id].some((text) =>
    text.toLowerCase().includes(q.toLowerCase()),
  )

/** Routes under `/reference`: the tables that records are checked against, with their source. */
export const reference = new Hono<Env>().get(
  '/:table',
  operation({
    action: 'reference:read',
    summary: 'Rows of a reference table, with source and valid-from; regions level by level',
    answers: {
      200: { description: 'The rows', schema: Answer },
      304: { description: 'The table has not changed since', schema: null },
    },
    refusals: ['not-found', 'malformed-query'],
  }),
  parameters('param', Which),
  parameters('query', Query),
  async (c) => {
    const { table } = c.var.deps
    const { table: name } = c.req.valid('param')
    const { parent, q } = c.req.valid('query')
    const active = await readActive(table, name)
    if (!active) throw notFound()
    const etag = `"${active.version}"`
    const headers = { ETag: etag, 'Cache-Control': 'private, no-cache', Vary: 'Authorization' }
    if (c.req.header('If-None-Match')?.replaceAll('W/', '').includes(etag))
      return c.body(null, 304, headers)
    const { source, validFrom, loadedAt } = active
    const told = { table: name, source, validFrom, loadedAt }
    const rows = await rowsOf(table, name, parent)
    if (!q) return c.json({ ...told, rows }, 200, headers)
    if (name !== 'upt')
      return c.json({ ...told, rows: rows.filter((row) => contains(row, q)) }, 200, headers)
    const { matches, ambiguous } = findUnits(rows as Unit[], q)
    return c.json({ ...told, rows: matches.map(({ unit }) => unit), ambiguous }, 200, headers)
  },
)
