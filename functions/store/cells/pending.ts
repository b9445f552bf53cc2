import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import type { Table } from '../table.ts'
import { cancellations, pause } from '../transient.ts'
import { type Coarse, coarseWrite, inForce, isHeld, type Pending, readCoarse } from './coarse.ts'
import { directoryWrites } from './marks.ts'
import { PagesMoved } from './pages.ts'

/** How long a wide parcel keeps others waiting at most, in ms; a submission takes some seconds. */
const LEASE = 60_000
const MOST_TRIES = 5

/** Write other pending entries into pages; false when somebody else changed one of them first. */
async function keep(
  table: Table,
  pages: readonly Coarse[],
  pendingOf: (page: Coarse) => Pending[],
): Promise<boolean> {
  const created = pages.filter(({ geometry }) => geometry.version === 0)
  const writes = [
    ...pages.map((page) => coarseWrite(table, page, page.geometry.rows, pendingOf(page))),
    ...directoryWrites(
      table,
      created.map(({ partition }) => partition),
    ),
  ]
  try {
    const TransactItems = writes.map(({ item }) => item)
    await table.client.send(new TransactWriteCommand({ TransactItems }))
    return true
  } catch (error) {
    if (!cancellations(error)?.includes('ConditionalCheckFailed')) throw error
    return false
  }
}

/**
 * Claim the place of a wide parcel in the coarse pages of its partitions. From then on nobody else can
 * submit anything that its box meets: who has read these pages before fails at their versions, who
 * reads them later waits. So the leaves that are read after the claim hold all that came before it.
 *
 * @param now epoch milliseconds
 * @returns the pages with the claim in them
 * @throws PagesMoved when another wide parcel is being submitted there, or the pages moved
 */
export async function claim(
  table: Table,
  partitions: readonly string[],
  { id, box }: Pick<Pending, 'id' | 'box'>,
  now: number,
): Promise<Coarse[]> {
  const pages = await readCoarse(table, partitions)
  if (pages.some((page) => isHeld(page, id, box, now))) throw new PagesMoved()
  const isOwn = (pending: Pending): boolean =>
    pending.id === id && pending.box.join() === box.join() && pending.until - now > LEASE / 2
  if (pages.every(({ pending }) => pending.some(isOwn))) return pages // claimed by an earlier try
  const own: Pending = { id, box, until: now + LEASE }
  const pendingOf = (page: Coarse): Pending[] => [
    ...inForce(page, now).filter((other) => other.id !== id),
    own,
  ]
  if (!(await keep(table, pages, pendingOf))) throw new PagesMoved()
  return pages.map((page) => ({
    ...page,
    geometry: { ...page.geometry, version: page.geometry.version + 1 },
    pending: pendingOf(page),
  }))
}

/** Give the claim up, so that nobody waits for the end of its lease; what fails here only delays them. */
export async function withdraw(
  table: Table,
  partitions: readonly string[],
  id: string,
): Promise<void> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const pages = (await readCoarse(table, partitions)).filter(({ pending }) =>
      pending.some((other) => other.id === id),
    )
    const others = ({ pending }: Coarse) => pending.filter((other) => other.id !== id)
    if (pages.length === 0 || (await keep(table, pages, others))) return
    await pause(tries)
  }
}
