import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'

/** The one table, and the client that reaches it (made by `connectTable`). */
export interface Table {
  client: DynamoDBDocumentClient
  name: string
}

/**
 * The list index: the heads of parcels under `terbuka` (all who are signed in may read them) or
 * `terbatas` (own unit, own Kanwil, headquarters, auditor), sorted by Kanwil, unit and id, so that one
 * index serves the national, the regional and the unit's list alike; and members under `anggota`.
 *
 * Costs one write unit a change, two when the key changes; lags by well under a second on AWS. 50
 * entries are some 18 KB: 2.5 read units.
 */
export const LIST_INDEX = 'list'

/** The halves of the list index: what everyone who is signed in may read, and what only insiders may. */
export const OPEN_PARCELS = 'terbuka'
export const OWN_PARCELS = 'terbatas'

/** The table's shape, for CloudFormation and the local start alike. */
export const TABLE_DEFINITION = {
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'listOf', AttributeType: 'S' },
    { AttributeName: 'listAt', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: LIST_INDEX,
      KeySchema: [
        { AttributeName: 'listOf', KeyType: 'HASH' },
        { AttributeName: 'listAt', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['entry'] },
    },
  ],
  BillingMode: 'PAY_PER_REQUEST',
} satisfies Omit<CreateTableCommandInput, 'TableName'>

/** The attribute by which DynamoDB removes what has expired: an epoch second. */
export const EXPIRY_ATTRIBUTE = 'expires'
