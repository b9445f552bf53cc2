import { Refusal } from '../domain/refusal.ts'

/** A row with its sort key; keys begin with a day and are comparable across partitions. */
export interface KeyedRow<T> {
  at: string
  row: T
}

/** Reads rows of one partition after a key, in order. */
export type ReadOn<T> = (
  partition: string,
  after: string | undefined,
  limit: number,
) => Promise<{ rows: KeyedRow<T>[]; isLast: boolean }>

interface Run<T> {
  partition: string
  after: string | undefined
  rows: KeyedRow<T>[]
  isLast: boolean
}

const MOST_ROUNDS = 8 // readings of one request, so that a rare filter cannot make it read everything

/** The key that a cursor names. @throws Refusal `malformed-query` for what is none */
export function keyFrom(cursor: string): string {
  const key = Buffer.from(cursor, 'base64url').toString()
  if (/^\d{4}-\d{2}-\d{2}#[\w#-]{1,200}$/.test(key)) return key
  throw new Refusal('malformed-query', {
    id: 'Penanda halaman ini tidak dikenal. Mulai lagi dari halaman pertama.',
    en: 'This cursor is not known. Start again from the first page.',
  })
}
export const cursorOf = (key: string): string => Buffer.from(key).toString('base64url')

/**
 * Rows of several partitions in the order of their keys: at most `limit` of those that fit, and the key
 * after which the next page begins, absent on the last. A page may come short, even empty, with a key.
 */
export async function merged<T>(
  partitions: readonly string[],
  read: ReadOn<T>,
  { after, limit, fits }: { after?: string | undefined; limit: number; fits: (row: T) => boolean },
): Promise<{ rows: T[]; after?: string }> {
  const runs = partitions.map((partition): Run<T> => ({
    partition,
    after,
    rows: [],
    isLast: false,
  }))
  const found: T[] = []
  let last = after
  for (let round = 0; ;) {
    const short = runs.filter(({ rows, isLast }) => rows.length === 0 && !isLast)
    if (short.length > 0) {
      if (round === MOST_ROUNDS) return { rows: found, ...(last !== undefined && { after: last }) }
      round += 1
      await Promise.all(
        short.map(async (run) => {
          const { rows, isLast } = await read(run.partition, run.after, limit)
          run.rows = rows
          run.isLast = isLast
          run.after = rows.at(-1)?.at ?? run.after
        }),
      )
      continue
    }
    const [next] = runs
      .filter(({ rows }) => rows.length > 0)
      .sort((a, b) => (a.rows[0]!.at < b.rows[0]!.at ? -1 : 1))
    const taken = next?.rows.shift()
    if (!taken) return { rows: found }
    last = taken.at
    if (!fits(taken.row)) continue
    found.push(taken.row)
    if (found.length < limit) continue
    const hasMore = runs.some(({ rows, isLast }) => rows.length > 0 || !isLast)
    return { rows: found, ...(hasMore && { after: last }) }
  }
}
