import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { type Coverage, coverageOf, type StateCounts } from '../domain/coverage.ts'
import type { Event } from '../domain/history.ts'
import { type State, STATES } from '../domain/parcel.ts'
import type { Place } from '../domain/permissions.ts'
import type { Unit } from '../domain/reference.ts'
import type { Mark } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Chain, type Commit, commit, type Surroundings } from '../store/change.ts'
import { counterKey, COUNTERS } from '../store/counters.ts'
import type { Table } from '../store/table.ts'

/** The statement that a unit has no granted land; null when there is none, or it was withdrawn. */
export type Nihil = ({ statement: string } & Mark) | null

/** A unit and how far it has come. */
export interface UnitCoverage {
  upt: string
  name: string
  kanwil: string
  coverage: Coverage
  counts: StateCounts
  nihil: Nihil
}

interface CounterItem extends Place {
  nihil?: Nihil
  [count: `n:${string}`]: number
}

const countsOf = (item: CounterItem | undefined): StateCounts =>
  Object.fromEntries(
    STATES.map((state) => [state, item?.[`n:${state}`] ?? 0] as const).filter(([, n]) => n > 0),
  )

/** Coverage of these units, in their order, from the counters of one Kanwil or of all. */
export async function readCoverage(
  { client, name }: Table,
  units: readonly Unit[],
  kanwil?: string,
): Promise<UnitCoverage[]> {
  const counters = new Map<string, CounterItem>()
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: kanwil
          ? 'pk = :counters AND begins_with(sk, :kanwil)'
          : 'pk = :counters', // an empty prefix is refused
        ExpressionAttributeValues: {
          ':counters': COUNTERS,
          ...(kanwil && { ':kanwil': `${kanwil}#` }),
        },
        ExclusiveStartKey,
      }),
    )
    for (const item of page.Items ?? []) counters.set(String(item.sk), item as never)
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return units.map(({ id: upt, name: called, kanwil: of }) => {
    const item = counters.get(counterKey({ upt, kanwil: of }))
    const counts = countsOf(item)
    const nihil = item?.nihil ?? null
    const coverage = coverageOf(counts, nihil !== null)
    return { upt, name: called, kanwil: of, coverage, counts, nihil }
  })
}

/** A unit's statement and the end of its chain; no chain before the first statement. */
export async function findStatement(
  { client, name }: Table,
  upt: string,
): Promise<{ nihil: Nihil; chain: Chain | null }> {
  const Key = { pk: `N#${upt}`, sk: 'H' }
  const get = new GetCommand({ TableName: name, Key, ConsistentRead: true })
  const { Item } = await client.send(get)
  return { nihil: (Item?.nihil as Nihil) ?? null, chain: (Item?.chain as Chain) ?? null }
}

const hasParcels = (): Refusal =>
  new Refusal('unit-has-parcels', {
    id: 'Unit ini sudah mencatat bidang, jadi tidak dapat dinyatakan nihil. Selesaikan atau nonaktifkan dahulu.',
    en: 'This unit has recorded parcels and cannot be stated to have none. Finish or retire them first.',
  })

const LIVING: readonly State[] = STATES.filter((state) => state !== 'nonaktif')

/** Write or withdraw a statement, with its event; refused while the unit has living parcels. */
export async function saveStatement(
  around: Surroundings,
  place: Place,
  known: { nihil: Nihil; chain: Chain | null },
  nihil: Nihil,
  event: Pick<Commit, 'actor' | 'action' | 'reason' | 'idempotency'>,
): Promise<Event> {
  const noneLiving = LIVING.map((_, i) => `(attribute_not_exists(#n${i}) OR #n${i} = :zero)`)
  return commit(around, {
    ...event,
    pk: `N#${place.upt}`,
    subject: `unit:${place.upt}`,
    chain: known.chain,
    before: known.chain ? { nihil: known.nihil } : undefined,
    after: { nihil },
    head: () => ({ nihil }),
    writes: [
      {
        item: {
          Update: {
            TableName: around.table.name,
            Key: { pk: COUNTERS, sk: counterKey(place) },
            UpdateExpression: 'SET nihil = :nihil, upt = :upt, kanwil = :kanwil',
            ...(nihil && {
              ConditionExpression: noneLiving.join(' AND '),
              ExpressionAttributeNames: Object.fromEntries(
                LIVING.map((state, i) => [`#n${i}`, `n:${state}`]),
              ),
            }),
            ExpressionAttributeValues: {
              ':nihil': nihil,
              ':upt': place.upt,
              ':kanwil': place.kanwil,
              ...(nihil && { ':zero': 0 }),
            },
          },
        },
        refused: hasParcels,
      },
    ],
  })
}
