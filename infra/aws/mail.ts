import { EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses'
import { type IGrantable, Grant } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'

/** The address from which digests are mailed. Its owner confirms it by the letter that SES sends there. */
export class MailSender extends Construct {
  readonly from: string
  private readonly identity: EmailIdentity

  constructor(scope: Construct, id: string, { from }: { from: string }) {
    super(scope, id)
    this.from = from
    this.identity = new EmailIdentity(this, 'Identity', { identity: Identity.email(from) })
  }

  /** Let `grantee` send mail from this address, and from no other. */
  grantSending(grantee: IGrantable): void {
    Grant.addToPrincipal({
      grantee,
      actions: ['ses:SendEmail'],
      resourceArns: [this.identity.emailIdentityArn],
      conditions: { StringEquals: { 'ses:FromAddress': this.from } },
    })
  }
}
