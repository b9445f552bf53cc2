import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb'
import type { Deps } from '../../functions/deps.ts'
import { numbersOf } from '../../functions/domain/certificate.ts'
import { talliesOf } from '../../functions/domain/food.ts'
import type { ParcelProperties, State } from '../../functions/domain/parcel.ts'
import type { Report } from '../../functions/domain/report.ts'
import { checkIndex } from '../../functions/store/cells/check.ts'
import { headFrom } from '../../functions/store/heads.ts'
import { verifyRegistry } from '../../functions/store/registry-check.ts'
import { recordReader } from '../../infra/local/verify-history.ts'

// oxlint-disable-next-line no-explicit-any -- items of every kind, as they lie in the table
type Item = Record<string, any> & { pk: string; sk: string }

const idOf = ({ pk }: Item): string => pk.slice('L#'.length)

function difference(what: string, stored: unknown, expected: unknown): string[] {
  const [is, should] = [JSON.stringify(stored), JSON.stringify(expected)]
  return is === should ? [] : [`${what}: ${is}, but a recount says ${should}`]
}

const sorted = <T>(entries: Iterable<readonly [string, T]>): [string, T][] =>
  [...entries].map(([key, value]): [string, T] => [key, value]).sort(([a], [b]) => (a < b ? -1 : 1))

/** Parcels by unit and state, from the heads alone. */
function counted(heads: readonly Item[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const { kanwil, upt, state } of heads) {
    const key = `${kanwil}#${upt} n:${state}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return sorted(counts)
}

const counters = (items: readonly Item[]): [string, number][] =>
  sorted(
    items.flatMap((item) =>
      Object.entries(item)
        .filter(([name, count]) => name.startsWith('n:') && count !== 0)
        .map(([name, count]) => [`${item.sk} ${name}`, Number(count)] as const),
    ),
  )

/** Monthly sums of harvests as they are kept, those that came to nothing left out. */
const kept = (items: readonly Item[]): [string, number][] =>
  sorted(
    items.flatMap(({ pk, sk, ...sums }) =>
      Object.entries(sums)
        .filter(([, sum]) => Number(sum) !== 0)
        .map(([name, sum]) => [`${pk} ${sk} ${name}`, Number(sum)] as const),
    ),
  )

/** The same from the reports themselves. */
function harvests(reports: readonly Item[], heads: readonly Item[]): [string, number][] {
  const sums = new Map<string, number>()
  const places = new Map(heads.map((head) => [head.pk, head]))
  for (const { pk, entry } of reports) {
    const { kanwil, upt } = entry.unit ?? places.get(pk)
    for (const { month, commodity, sums: tally } of talliesOf(entry as Report))
      for (const [name, sum] of Object.entries(tally)) {
        const key = `Y#${kanwil} ${month}#${upt}#${commodity} n:${name}`
        sums.set(key, (sums.get(key) ?? 0) + sum)
      }
  }
  return sorted([...sums].filter(([, sum]) => sum !== 0))
}

/** The numbers that a parcel has to hold; undefined while it is corrected, when it keeps the old ones. */
function numbersDue(state: State, properties: ParcelProperties): string[] | undefined {
  if (state === 'draf' || state === 'nonaktif') return []
  if (state === 'dikembalikan') return undefined
  return numbersOf(properties).map(({ kind, value }) => `${kind}#${value}`)
}

/**
 * Count everything in the table again and verify every chain: what does not agree, in words; empty when
 * nothing was left half done.
 */
export async function recount({ table, files }: Pick<Deps, 'table' | 'files'>): Promise<string[]> {
  const { client, name: TableName } = table
  const items: Item[] = []
  for await (const { Items = [] } of paginateScan({ client }, { TableName, ConsistentRead: true }))
    items.push(...(Items as Item[]))
  const at = new Map(items.map((item) => [`${item.pk} ${item.sk}`, item]))
  const of = (prefix: string, sk: string): Item[] =>
    items.filter((item) => item.pk.startsWith(prefix) && item.sk.startsWith(sk))
  const heads: Item[] = of('L#', 'H').map((item) => ({ ...item, ...headFrom(item) }))
  const faults = difference('counters', counters(of('C', '')), counted(heads))
  faults.push(...difference('harvests', kept(of('Y#', '')), harvests(of('L#', 'Z#'), heads)))

  const holders = new Map<string, string[]>()
  for (const head of heads)
    for (const key of head.numbers)
      holders.set(key, [...(holders.get(key) ?? []), idOf(head)].sort())
  const held = of('U#', 'U')
    .map((item) => [item.pk.slice('U#'.length), Object.keys(item.holders).sort()] as const)
    .filter(([, ids]) => ids.length > 0)
  faults.push(...difference('numbers', sorted(held), sorted(holders)))

  const listed = new Map<string, Item>()
  for (const half of ['terbuka', 'terbatas']) {
    const pages = paginateQuery(
      { client },
      {
        TableName,
        IndexName: 'list',
        KeyConditionExpression: 'listOf = :half',
        ExpressionAttributeValues: { ':half': half },
      },
    )
    for await (const { Items = [] } of pages)
      for (const row of Items as Item[]) listed.set(idOf(row), row)
  }
  faults.push(...difference('listed', [...listed.keys()].sort(), heads.map(idOf).sort()))

  for (const head of heads) {
    const { pk, state, chain } = head
    const { properties } = at.get(`${pk} A`)!.body as { properties: ParcelProperties }
    const due = numbersDue(state, properties)
    if (due) faults.push(...difference(`numbers of ${pk}`, head.numbers, due))
    const row = listed.get(idOf(head))
    const half = ['draf', 'dikembalikan', 'nonaktif'].includes(state) ? 'terbatas' : 'terbuka'
    const place = `${head.kanwil}#${properties.upt}#${idOf(head)}`
    faults.push(
      ...difference(
        `list entry of ${pk}`,
        [row?.listOf, row?.listAt, row?.entry.n, row?.entry.s, row?.entry.v, row?.entry.d],
        [half, place, properties.name, state, chain.version, chain.at],
      ),
    )
    const documents = of(pk, 'D#').filter(({ facts }) => facts)
    for (const { facts } of documents)
      if (!at.has(`F#${facts.sha256} ${idOf(head)}#${facts.id}`))
        faults.push(`The file of ${pk} ${facts.id} is not in the index.`)
  }

  const pkOf: Record<string, string> = {
    parcel: 'L#',
    member: 'M#',
    unit: 'N#',
    setting: 'S#',
  }
  for (const { pk, answer } of of('I#', 'I')) {
    const [kind = '', id = ''] = String(answer.subject).split(':')
    const event = `${pkOf[kind]}${id} E#${String(answer.version).padStart(9, '0')}`
    if (kind === 'document' ? !items.some(({ sk }) => sk === `D#${id}`) : !at.has(event))
      faults.push(`${pk} promises ${answer.subject} v${answer.version}, which is not there.`)
  }

  const index = await checkIndex({ table, files })
  faults.push(...index.faults.map(({ subject, reason }) => `${subject}: ${reason.en}`))

  const report = await verifyRegistry({ table, files, recordOf: recordReader(table) })
  return [
    ...faults,
    ...report.faults.map(({ subject, version, reason }) => `${subject} v${version}: ${reason.en}`),
  ]
}
