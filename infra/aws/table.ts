import {
  type Attribute,
  type AttributeType,
  Billing,
  ProjectionType,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb'
import { RemovalPolicy } from 'aws-cdk-lib'
import { type IGrantable, Grant } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'
import { EXPIRY_ATTRIBUTE, TABLE_DEFINITION } from '../../functions/store/table.ts'

/** What requests do with the table; none of them scans it. */
const REQUESTS = [
  'dynamodb:BatchGetItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
]

const typeOf = new Map<string, string>(
  TABLE_DEFINITION.AttributeDefinitions.map((attribute) => [
    attribute.AttributeName,
    attribute.AttributeType,
  ]),
)

/** Partition and sort key of a key schema, as CDK wants them. */
function keysOf(schema: readonly { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[]): {
  partitionKey: Attribute
  sortKey: Attribute
} {
  const key = (wanted: 'HASH' | 'RANGE'): Attribute => {
    const name = schema.find(({ KeyType }) => KeyType === wanted)?.AttributeName ?? ''
    return { name, type: typeOf.get(name) as AttributeType }
  }
  return { partitionKey: key('HASH'), sortKey: key('RANGE') }
}

/** The one table, made from the definition that the local start uses. It outlives the stack. */
export class RegistryTable extends Construct {
  readonly name: string
  private readonly arn: string

  constructor(scope: Construct, id: string) {
    super(scope, id)
    const table = new TableV2(this, 'Table', {
      ...keysOf(TABLE_DEFINITION.KeySchema),
      globalSecondaryIndexes: TABLE_DEFINITION.GlobalSecondaryIndexes.map((index) => ({
        indexName: index.IndexName,
        ...keysOf(index.KeySchema),
        projectionType: ProjectionType.INCLUDE,
        nonKeyAttributes: index.Projection.NonKeyAttributes,
      })),
      billing: Billing.onDemand(),
      timeToLiveAttribute: EXPIRY_ATTRIBUTE,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true }, // 35 days back
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    this.name = table.tableName
    this.arn = table.tableArn
  }

  /** Let `grantee` answer requests: the table and its indexes, item by item. */
  grantRequests(grantee: IGrantable): void {
    const indexes = TABLE_DEFINITION.GlobalSecondaryIndexes.map(
      ({ IndexName }) => `${this.arn}/index/${IndexName}`,
    )
    Grant.addToPrincipal({ grantee, actions: REQUESTS, resourceArns: [this.arn] })
    Grant.addToPrincipal({ grantee, actions: ['dynamodb:Query'], resourceArns: indexes })
  }

  /** Let `grantee` read everything there is: for the daily job over all chains. */
  grantScan(grantee: IGrantable): void {
    Grant.addToPrincipal({ grantee, actions: ['dynamodb:Scan'], resourceArns: [this.arn] })
  }
}
