import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2'
import type { Mail } from '../notify/mail.ts'

/** Faults before a connection stood. */
const NEVER_LEFT = new Set([
  'CredentialsProviderError',
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
])

interface SendingFault {
  name?: string
  code?: string
  $metadata?: { httpStatusCode?: number }
}

/** Whether a letter certainly did not leave: it was refused, or nobody could be reached to take it. */
function isUnsent({ name = '', code = '', $metadata }: SendingFault): boolean {
  const status = $metadata?.httpStatusCode ?? 0
  return (status >= 400 && status < 500) || NEVER_LEFT.has(name) || NEVER_LEFT.has(code)
}

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
        if (isUnsent(error as SendingFault)) throw error
        return 'unclear' // a timeout, or a fault on the other side
      }
    },
  }
}
