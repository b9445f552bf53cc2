import { paginateQuery } from '@aws-sdk/lib-dynamodb'
import { type SumName, talliesOf, type Tally } from '../domain/food.ts'
import type { Place } from '../domain/permissions.ts'
import type { Report } from '../domain/report.ts'
import type { Write } from './change.ts'
import type { Table } from './table.ts'

type Reports = Readonly<Record<string, Report>>

/** All monthly sums of a Kanwil stand in one partition, by month, unit and commodity. */
const partitionOf = (kanwil: string): string => `Y#${kanwil}`

/** Sums of one unit, month and commodity. */
export interface MonthlySum extends Tally {
  upt: string
}

/**
 * The steps of the monthly sums when these reports take the place of those: at most two items for each
 * entry, none where nothing that is counted changes. A report is counted where its parcel belonged when
 * it was written.
 */
export function harvestWrites(
  TableName: string,
  place: Place,
  before: Reports | undefined,
  after: Reports | undefined,
): Write[] {
  const steps = new Map<string, { pk: string; sk: string; sums: Map<SumName, number> }>()
  const count = (reports: Reports = {}, by: 1 | -1): void => {
    for (const report of Object.values(reports)) {
      const { kanwil, upt } = report.unit ?? place
      for (const { month, commodity, sums } of talliesOf(report)) {
        const [pk, sk] = [partitionOf(kanwil), `${month}#${upt}#${commodity}`]
        const step = steps.get(`${pk} ${sk}`) ?? { pk, sk, sums: new Map<SumName, number>() }
        for (const [name, sum] of Object.entries(sums) as [SumName, number][])
          step.sums.set(name, (step.sums.get(name) ?? 0) + by * sum)
        steps.set(`${pk} ${sk}`, step)
      }
    }
  }
  count(before, -1)
  count(after, 1)
  return [...steps.values()].flatMap(({ pk, sk, sums }) => {
    const changes = [...sums].filter(([, by]) => by !== 0)
    if (changes.length === 0) return []
    return {
      item: {
        Update: {
          TableName,
          Key: { pk, sk },
          UpdateExpression: `ADD ${changes.map((_, i) => `#n${i} :n${i}`).join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(
            changes.map(([name], i) => [`#n${i}`, `n:${name}`]),
          ),
          ExpressionAttributeValues: Object.fromEntries(changes.map(([, by], i) => [`:n${i}`, by])),
        },
      },
    }
  })
}

/** Sums of a Kanwil over months, both included: some 250 bytes for each unit, month and commodity. */
export async function readHarvests(
  { client, name }: Table,
  { kanwil, from, until }: { kanwil: string; from: string; until: string },
): Promise<MonthlySum[]> {
  if (from > until) return []
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :until',
      ExpressionAttributeValues: {
        ':pk': partitionOf(kanwil),
        ':from': from,
        ':until': `${until}$`, // '$' comes after the '#' of that month's keys
      },
    },
  )
  const sums: MonthlySum[] = []
  for await (const { Items = [] } of pages) sums.push(...Items.map(sumFrom))
  return sums
}

/** One item of the sums as it lies in the table. */
function sumFrom({ sk, ...item }: Record<string, unknown>): MonthlySum {
  const [month = '', upt = '', commodity = ''] = String(sk).split('#')
  const sums = Object.entries(item)
    .filter(([name]) => name.startsWith('n:'))
    .map(([name, sum]) => [name.slice(2), Number(sum)] as const) // a sum past 2^53 comes as bigint
  return { month, upt, commodity, sums: Object.fromEntries(sums) }
}
