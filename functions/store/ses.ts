import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import type { Mail } from '../notify/mail.ts'

/** Mail through SES from `from`, an address of a verified identity. */
export function sesMail(
  from: string,
  ses: SESv2Client = new SESv2Client({ maxAttempts: 1 }),
): Mail {
  return {
    isRepeatable: false, // SES gives each a Message-ID of its own
    send: async ({ id, to, subject, text }) => {
      const Charset = 'UTF-8'
      const Body = { Text: { Data: text, Charset } }
      try {
        await ses.send(
          new SendEmailCommand({
            FromEmailAddress: from,
            Destination: { ToAddresses: [to] },
            Content: { Simple: { Subject: { Data: subject, Charset }, Body } },
            EmailTags: [{ Name: 'digest', Value: id }],
          }),
        )
        return 'sent'
      } catch (error) {
        const { $metadata } = error as { $metadata?: { httpStatusCode?: number } }
        const status = $metadata?.httpStatusCode ?? 0
        if (status >= 400 && status < 500) throw error // it was refused
        return 'unclear' // a timeout, or a fault on the other side
      }
    },
  }
}
