import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { ListedCursor } from './listing.ts'
import { type Settings, SWEPT } from './settings.ts'
import type { Table } from './table.ts'

/** By which versions the parcels were derived. */
export interface Derivation {
  definition: number
  holidays: number
}

/** How far the sweep is. */
export interface Progress {
  /** The day to which a sweep was dated ahead of the calendar, or ''. */
  day: string
  /** The last day whose sweep came to its end, or ''. */
  finished: string
  /** By which settings all parcels are derived; absent before the first sweep. */
  derived?: Derivation
  /** A walk through all parcels for other settings. */
  walk?: Derivation & Walked
}

/** How far a walk through all parcels came. */
export interface Walked {
  /** Where it goes on; absent once it came to the end. */
  cursor?: ListedCursor
  /** Parcels that it passed and could not derive: they are tried again. */
  failed: readonly string[]
}

export const derivationOf = ({ definition, holidaysVersion }: Settings): Derivation => ({
  definition: definition.version,
  holidays: holidaysVersion,
})

export const sameDerivation = (a: Derivation | undefined, b: Derivation): boolean =>
  a?.definition === b.definition && a.holidays === b.holidays

/** Read how far the sweep is: one read unit. */
export async function readProgress({ client, name: TableName }: Table): Promise<Progress> {
  const get = new GetCommand({ TableName, Key: SWEPT, ConsistentRead: true })
  const { Item = {} } = await client.send(get)
  const { day = '', finished = '', derived, walk } = Item
  return {
    day: String(day),
    finished: String(finished),
    ...(derived && { derived: derived as Derivation }),
    ...(walk && { walk: walk as Progress['walk'] & object }),
  }
}

async function note(
  { client, name: TableName }: Table,
  UpdateExpression: string,
  values: Record<string, unknown>,
  ConditionExpression?: string,
): Promise<void> {
  try {
    await client.send(
      new UpdateCommand({
        TableName,
        Key: SWEPT,
        UpdateExpression,
        ExpressionAttributeNames: Object.fromEntries(
          [...UpdateExpression.matchAll(/#(\w+)/g)].map(([name, word]) => [name, word!]),
        ),
        ExpressionAttributeValues: values,
        ConditionExpression,
      }),
    )
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error // a later sweep noted more
  }
}

/** From now on the registry judges by this day; never by an earlier one than before. */
export const noteDay = (table: Table, day: string): Promise<void> =>
  note(table, 'SET #day = :day', { ':day': day }, 'attribute_not_exists(#day) OR #day < :day')

/** The sweep of a day is done. */
export const noteFinished = (table: Table, day: string): Promise<void> =>
  note(
    table,
    'SET #finished = :day',
    { ':day': day },
    'attribute_not_exists(#finished) OR #finished < :day',
  )

/** How far the walk through all parcels came. */
export const noteWalk = (table: Table, to: Derivation, walked: Walked): Promise<void> =>
  note(table, 'SET #walk = :walk', { ':walk': { ...to, ...walked } })

/** All parcels are derived by these settings. */
export const noteDerived = (table: Table, derived: Derivation): Promise<void> =>
  note(table, 'SET #derived = :derived REMOVE #walk', { ':derived': derived })
