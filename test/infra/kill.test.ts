import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect, test, vi } from 'vitest'
import { durable, localFiles, localTable } from '../../infra/local/clients.ts'
import { startDynamo } from '../../infra/local/dynamodb.ts'
import { NAMES } from '../../infra/local/registry.ts'
import { findRunning } from '../../infra/local/running.ts'
import { numbered } from '../fixtures/parcels.ts'
import { recount } from '../functions/recount.ts'
import { type Answer, ask } from '../functions/requests.ts'
import { freePort, run, start, temporaryFolder } from './local-process.ts'

const PARCELS = 50
const AT_ONCE = 8
/** What happens to each parcel: 200 writes in all. */
const WRITES = ['drafted', 'changed', 'handed-over', 'submitted'] as const
const KILLED_AFTER = 90 // acknowledged writes

/** One of the parcels on its way, with the answer to each write that was acknowledged. */
interface Journey {
  serial: number
  key: string
  acknowledged: Answer[]
}

async function tokenOf(port: number, account: string): Promise<string> {
  const { code, stdout } = await run('token.ts', [account], { PORT: String(port) }).ended
  expect(code).toBe(0)
  return stdout.trim()
}

/** Sends to the registry on a port, as the accounts that take part. */
async function clients(port: number) {
  const accounts = ['petugas.binjai', 'kpb.binjai', 'auditor']
  const tokens = await Promise.all(accounts.map((account) => tokenOf(port, account)))
  return (account: string) =>
    (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers)
      headers.set('Authorization', `Bearer ${tokens[accounts.indexOf(account)]}`)
      return fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers })
    }
}
type As = Awaited<ReturnType<typeof clients>>

/** The next write of a journey, the same however often it is sent. */
function write(as: As, { serial, key, acknowledged }: Journey): Promise<Answer> {
  const last = acknowledged.at(-1)
  const headers = {
    'Idempotency-Key': `${key}-${acknowledged.length}`,
    ...(last && { 'If-Match': last.etag }),
  }
  const path = `/parcels/${last?.body.id}`
  const [petugas, kpb] = [as('petugas.binjai'), as('kpb.binjai')]
  switch (acknowledged.length) {
    case 0:
      return ask(petugas, 'POST', '/parcels', numbered(serial), headers)
    case 1:
      return ask(petugas, 'PATCH', path, { properties: { name: `Bidang ${serial}` } }, headers)
    case 2:
      return ask(petugas, 'POST', `${path}/handover`, {}, headers)
    default:
      return ask(kpb, 'POST', `${path}/submission`, {}, headers)
  }
}

/** Go on with all journeys, some at once, until they are done or `isOver`, asked after each answer. */
async function travel(as: As, journeys: readonly Journey[], isOver: () => boolean): Promise<void> {
  const left = [...journeys]
  const one = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      while (next.acknowledged.length < WRITES.length) {
        const answer = await write(as, next)
        const due = next.acknowledged.length === 0 ? 201 : 200
        expect([answer.status, answer.body]).toEqual([due, expect.anything()])
        next.acknowledged.push(answer)
        if (isOver()) return
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
}

interface Told {
  action: string
  version: number
}
const eventsOf = async (as: As, id: string): Promise<Told[]> =>
  (await ask(as('auditor'), 'GET', `/parcels/${id}/events`)).body.events

/** What a recount of the running registry finds wrong. */
async function faultsOf(port: number): Promise<string[]> {
  const { stores } = (await findRunning(port))!
  const [table, files] = [
    await localTable(stores, NAMES.table),
    await localFiles(stores, NAMES.buckets),
  ]
  const faults = await recount({ table, files })
  table.client.destroy()
  files.s3.destroy()
  return faults
}

/** Living processes by id, each with its parent; one that only waits to be collected is over. */
async function processes(): Promise<Map<number, number>> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,stat='])
  const rows = stdout.split('\n').map((line) => line.trim().split(/\s+/))
  const living = rows.filter(([, , stat = 'Z']) => !stat.startsWith('Z'))
  return new Map(living.map(([pid, parent]) => [Number(pid), Number(parent)]))
}

/** A process and all that came from it. */
async function familyOf(pid: number): Promise<number[]> {
  const family = [pid]
  const living = await processes()
  for (const member of family)
    for (const [child, parent] of living) if (parent === member) family.push(child)
  return family
}

const remaining = async (family: readonly number[]): Promise<number[]> => {
  const living = await processes()
  return family.filter((pid) => living.has(pid))
}

describe('everything killed in the middle of 200 writes', { timeout: 180_000 }, () => {
  test('each acknowledged write is there, none is half there, and the rest can be repeated', async () => {
    const [port, dataDir] = [await freePort(), await temporaryFolder()]
    const first = await start(port, dataDir)
    const before = await clients(port)
    const family = await familyOf(first.child.pid!)
    expect(family.length).toBeGreaterThan(1) // Java
    const keys = randomUUID()
    const journeys = Array.from({ length: PARCELS }, (_, serial): Journey => {
      return { serial, key: `${keys}-${serial}`, acknowledged: [] }
    })
    const acknowledged = () => journeys.reduce((sum, one) => sum + one.acknowledged.length, 0)

    let killed = false
    const kill = (): boolean => {
      if (!killed && acknowledged() >= KILLED_AFTER) {
        killed = true // at once: the newest answer is a moment old
        for (const pid of [...family].reverse()) process.kill(pid, 'SIGKILL')
      }
      return killed
    }
    await travel(before, journeys, kill).catch((error: unknown) => {
      if (!killed) throw error // a line that was cut
    })
    await first.ended
    await vi.waitFor(async () => expect(await remaining(family)).toEqual([]), { timeout: 10_000 })
    expect(acknowledged()).toBeLessThan(PARCELS * WRITES.length)

    const again = await start(port, dataDir)
    const as = await clients(port)
    expect(await faultsOf(port)).toEqual([])
    for (const { acknowledged: known } of journeys) {
      const last = known.at(-1)
      if (!last) continue
      const { id } = last.body
      const events = await eventsOf(as, id)
      expect(events.map(({ action }) => action).slice(0, known.length)).toEqual(
        WRITES.slice(0, known.length),
      )
      expect(events.length - known.length).toBeLessThanOrEqual(1) // at most the one under way
      const found = await ask(as('petugas.binjai'), 'GET', `/parcels/${id}`)
      if (events.length === known.length) expect(found.body).toEqual(last.body)
    }

    // A change carries no key: whoever got no answer looks whether it is there.
    for (const journey of journeys) {
      const [made, changed] = journey.acknowledged
      if (!made || changed) continue
      const found = await ask(as('petugas.binjai'), 'GET', `/parcels/${made.body.id}`)
      if (found.etag !== made.etag) journey.acknowledged.push(found)
    }
    await travel(as, journeys, () => false)
    for (const { acknowledged: known } of journeys) {
      const events = await eventsOf(as, known[0]!.body.id)
      expect(events.map(({ action }) => action)).toEqual(WRITES)
    }
    const { body } = await ask(as('auditor'), 'GET', '/parcels?limit=200')
    expect(body.features).toHaveLength(PARCELS)
    expect(await faultsOf(port)).toEqual([])

    const second = await familyOf(again.child.pid!)
    expect(second.length).toBeGreaterThan(1)
    again.child.kill('SIGTERM')
    expect((await again.ended).code).toBe(0)
    expect(await remaining(second)).toEqual([])
  })
})

describe('DynamoDB Local, killed the moment it has acknowledged', { timeout: 90_000 }, () => {
  test('has every transaction on disk', async () => {
    const folder = await temporaryFolder()
    const open = async () => {
      const others = await familyOf(process.pid)
      const server = await startDynamo(folder)
      const [java = 0] = (await familyOf(process.pid)).filter((pid) => !others.includes(pid))
      const { endpoint: dynamodb } = server
      const stores = { dynamodb, s3: '', accessKeyId: 'PETAKTEST', secretAccessKey: 'of-the-tests' }
      return { server, java, table: durable(await localTable(stores, 'petak'), stores) }
    }
    const acknowledged: string[] = []
    let { server, java, table } = await open()
    for (const enough of [20, 40]) {
      const insert = async (writer: number): Promise<void> => {
        for (let i = 0; acknowledged.length < enough; i += 1) {
          const Item = { pk: `${enough} ${writer} ${i}`, sk: '-', filling: 'x'.repeat(3000) }
          const Put = { TableName: table.name, Item }
          await table.client.send(new TransactWriteCommand({ TransactItems: [{ Put }] }))
          acknowledged.push(Item.pk)
          if (acknowledged.length === enough) process.kill(java, 'SIGKILL')
        }
      }
      await Promise.allSettled(Array.from({ length: 6 }, (_, writer) => insert(writer)))
      await server.ended
      table.client.destroy()
      ;({ server, java, table } = await open())
      for (const pk of acknowledged) {
        const get = new GetCommand({ TableName: table.name, Key: { pk, sk: '-' } })
        expect([pk, (await table.client.send(get)).Item?.pk]).toEqual([pk, pk])
      }
    }
    table.client.destroy()
    await server.stop()
  })
})
