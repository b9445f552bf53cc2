import { randomBytes } from 'node:crypto'
import { dayOf } from '../../functions/domain/calendar.ts'
import type { Identity } from '../../functions/identity.ts'
import { findMember, memberId, saveMember } from '../../functions/store/members.ts'
import { connectTable } from '../../functions/store/client.ts'
import type { Table } from '../../functions/store/table.ts'
import { loadBundledReference } from '../local/reference/bundled.ts'

/** The registry itself, where nobody has signed in yet. */
const INSTALLER = { member: 'petak', role: 'sistem' }

/**
 * Give a new registry what it cannot be given through its API: the bundled reference data and the
 * first member of headquarters, who registers everyone else. What is there already stays.
 *
 * @returns false when the person is a member already
 */
export async function furnish(
  table: Table,
  { name, ...identity }: Identity & { name: string },
  now: () => Date,
): Promise<boolean> {
  await loadBundledReference(table, now())
  const id = memberId(identity)
  if (await findMember(table, id)) return false
  const roles = [{ role: 'pusat' as const, upt: [], kanwil: [], from: dayOf(now()) }]
  await saveMember(
    { table, now, random: randomBytes },
    undefined,
    { id, ...identity, name, roles },
    {
      actor: INSTALLER,
      action: 'registered',
    },
  )
  return true
}

async function main([subject, name]: string[]): Promise<number> {
  const { TABLE_NAME, ISSUER: issuer } = process.env
  if (!TABLE_NAME || !issuer || !subject || !name) {
    console.error(
      'Usage: TABLE_NAME=... ISSUER=... npm run first-member -- SUBJECT "NAME"\nTABLE_NAME and ISSUER are outputs of the stack; SUBJECT is the `sub` of the account in its user pool.',
    )
    return 2
  }
  const fresh = await furnish(connectTable(TABLE_NAME), { issuer, subject, name }, () => new Date())
  console.log(fresh ? `${name} may now register members.` : `${name} is a member already.`)
  return 0
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
