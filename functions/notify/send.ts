import { type Digest, digestText } from '../domain/digest.ts'
import type { Member } from '../domain/member.ts'
import type { Language } from '../domain/phrase.ts'
import { findMember } from '../store/members.ts'
import type { Table } from '../store/table.ts'
import {
  claimMail,
  type DigestKey,
  findDigest,
  releaseMail,
  settleMail,
  type StoredDigest,
  unsentAt,
  unsentDigests,
} from '../store/digests.ts'
import type { Letter, Mail } from './mail.ts'

/** What sending needs. */
export interface Sender {
  table: Table
  /** Without one, digests stand on the page alone. */
  mail?: Mail
  /** Origin of the registry's page, for the mail's last line; '' where it has none. */
  origin: string
  now: () => Date
  random: (bytes: number) => Uint8Array
  log: (entry: Readonly<Record<string, unknown>>) => void
}

const BOTH: readonly Language[] = ['id', 'en']
const IN_DOUBT = 60 * 60 * 1000 // ms after which whoever claimed a mail is taken for dead

/** The digest as a letter, in the member's language or in both. */
export function letterFor(
  member: Member & { email: string },
  digest: Digest,
  origin: string,
): Letter {
  const languages = member.language ? [member.language] : BOTH
  const texts = languages.map((language) => digestText(digest, language, origin))
  return {
    id: `${digest.day}-${digest.member}`,
    to: member.email,
    day: digest.day,
    subject: texts[0]!.subject,
    text: texts.map(({ text }) => text).join('\n\n---\n\n'),
  }
}

/** Claim a digest's mail; undefined when it is not ours to send. */
async function claimed(
  { table, mail, now, random, log }: Sender,
  digest: StoredDigest,
): Promise<string | undefined> {
  const { member, day, sending, sentAt } = digest
  const at = now().toISOString()
  const claim = `${at}#${Array.from(random(8), (byte) => byte.toString(16)).join('.')}`
  const isOurs = async (): Promise<boolean> =>
    (await claimMail(table, digest, claim, sending)) ||
    (await findDigest(table, member, day))?.sending === claim // its first answer was lost
  if (sending === undefined) return (await isOurs()) ? claim : undefined
  const since = Date.parse(sending.split('#')[0]!)
  const isInDoubt = !sentAt && now().getTime() - since > IN_DOUBT
  if (!isInDoubt) return undefined
  if (mail?.isRepeatable) return (await isOurs()) ? claim : undefined
  if (await settleMail(table, digest, sending, 'unsent', 'unclear'))
    log({ at, level: 'error', message: 'mail unclear', member, day }) // never twice: the page has it
  return undefined
}

/**
 * Send the mail of every digest up to a day that was not sent yet, each once. It is claimed before and
 * marked after; one whose sender died in between is not sent again where that could make two, but stays
 * on the page and is logged.
 *
 * @param fresh digests that the index may not show yet
 * @param isLate whether it has to stop before the next letter
 */
export async function sendDigests(
  sender: Sender,
  day: string,
  fresh: readonly DigestKey[],
  isLate: () => boolean,
): Promise<{ sent: number; failed: number; done: boolean }> {
  const { table, mail, now, log, origin } = sender
  const due = new Map<string, DigestKey>()
  for (const key of [...(await unsentDigests(table, day)), ...fresh])
    if (key.day <= day) due.set(unsentAt(key.member, key.day), key)
  let [sent, failed] = [0, 0]
  for (const key of due.values()) {
    if (isLate()) return { sent, failed, done: false }
    const seen = await findDigest(table, key.member, key.day)
    const claim = seen && (await claimed(sender, seen))
    if (!claim) continue
    const at = now().toISOString()
    const digest = (await findDigest(table, key.member, key.day))! // complete, now that it is claimed
    const member = (await findMember(table, key.member))?.member
    if (!mail || !member?.email) {
      await settleMail(table, key, claim, 'unsent', 'no-address')
      continue
    }
    let outcome: 'sent' | 'unclear'
    try {
      outcome = await mail.send(letterFor({ ...member, email: member.email }, digest, origin))
    } catch (error) {
      failed += 1
      await releaseMail(table, key, claim)
      const { name } = error as Error
      log({ at, level: 'error', message: 'mail not sent', ...key, error: name })
      continue
    }
    if (outcome === 'unclear') {
      failed += 1
      log({ at, level: 'error', message: 'mail unclear', ...key })
      await settleMail(table, key, claim, 'unsent', 'unclear')
      continue
    }
    sent += 1
    await settleMail(table, key, claim, 'sentAt', now().toISOString())
  }
  return { sent, failed, done: true }
}
