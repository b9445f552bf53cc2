import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib'
import type { Construct } from 'constructs'
import { AnchorJob } from './anchor-job.ts'
import { Api } from './api.ts'
import { documentOrigin, Documents } from './documents.ts'
import { Gateway } from './gateway.ts'
import { MailSender } from './mail.ts'
import { Proofs } from './proofs.ts'
import { readSettings } from './settings.ts'
import { SignIn } from './sign-in.ts'
import { Site } from './site.ts'
import { SweepJob } from './sweep-job.ts'
import { RegistryTable } from './table.ts'

/** The whole registry in one region. What people entrusted to it stays when the stack is removed. */
export class PetakStack extends Stack {
  /** @param props.page folder of the built page; without it the page is not deployed */
  constructor(scope: Construct, id: string, props: StackProps & { page?: string }) {
    super(scope, id, props)
    const { domain, certificateArn, signInPrefix, alarmTopicArn, retainDays, baseMaps, mailFrom } =
      readSettings(this.node)
    const table = new RegistryTable(this, 'Table')
    const proofs = new Proofs(this, 'Proofs')
    const signIn = new SignIn(this, 'SignIn', { prefix: signInPrefix })
    const gateway = new Gateway(this, 'Gateway')
    const site = new Site(this, 'Site', {
      apiHost: gateway.host,
      documents: documentOrigin(this),
      reach: {
        connect: [signIn.origin], // the token endpoint
        images: [...new Set(baseMaps.map(({ url }) => new URL(url).origin))],
      },
      page: props.page,
      domain: domain && certificateArn ? { name: domain, certificateArn } : undefined,
    })
    const documents = new Documents(this, 'Documents', { siteOrigin: site.origin })
    const client = signIn.addPage(site.origin)
    new Api(this, 'Api', { gateway, table, documents, proofs, client, baseMaps })
    new AnchorJob(this, 'Anchor', { table, proofs, retainDays, alarmTopic: alarmTopicArn })

    const mail =
      mailFrom === undefined ? undefined : new MailSender(this, 'Mail', { from: mailFrom })
    new SweepJob(this, 'Sweep', {
      table,
      siteOrigin: site.origin,
      mail,
      alarmTopic: alarmTopicArn,
    })

    const told = {
      SiteOrigin: site.origin,
      Issuer: client.issuer,
      UserPoolId: signIn.poolId,
      TableName: table.name,
      DocumentBucket: documents.name,
      ProofBucket: proofs.bucketName,
      SigningKey: proofs.keyId,
    }
    for (const [name, value] of Object.entries(told)) new CfnOutput(this, name, { value })
  }
}
