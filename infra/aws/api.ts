import { Duration } from 'aws-cdk-lib'
import { Construct } from 'constructs'
import type { BaseMap } from '../../functions/deps.ts'
import type { Documents } from './documents.ts'
import { Entry } from './entry.ts'
import type { Gateway } from './gateway.ts'
import type { Proofs } from './proofs.ts'
import type { PageClient } from './sign-in.ts'
import type { RegistryTable } from './table.ts'

/** The function that is the API: what it is told and what it may do, side by side. */
export class Api extends Construct {
  constructor(
    scope: Construct,
    id: string,
    props: {
      gateway: Gateway
      table: RegistryTable
      documents: Documents
      proofs: Proofs
      client: PageClient
      baseMaps: readonly BaseMap[]
    },
  ) {
    super(scope, id)
    const { gateway, table, documents, proofs, client, baseMaps } = props
    const { handler } = new Entry(this, 'Entry', {
      file: 'api.ts',
      timeout: Duration.seconds(29), // the gateway gives up after 30
      environment: {
        TABLE_NAME: table.name,
        DOCUMENT_BUCKET: documents.name,
        PROOF_BUCKET: proofs.bucketName,
        ISSUER: client.issuer,
        CLIENT_ID: client.clientId,
        SIGN_IN_ORIGIN: client.origin,
        BASE_MAPS: JSON.stringify(baseMaps),
      },
    })
    table.grantRequests(handler)
    documents.grantKeeping(handler)
    proofs.grantRead(handler)
    gateway.answerWith(handler)
  }
}
