import { paginateQuery, paginateScan } from '@aws-sdk/lib-dynamodb'
import * as v from 'valibot'
import { boundaryHashes } from '../domain/bundle.ts'
import { hashOf, type Json } from '../domain/canonical.ts'
import { departures, Event, type Personal, personalHash, verifyChain } from '../domain/history.ts'
import type { Phrase } from '../domain/phrase.ts'
import { type PackedBoundary, unpackBoundary } from './boundaries.ts'
import { type Chain, eventKey } from './change.ts'
import { PERSONAL } from './change.ts'
import type { Files } from './files.ts'
import type { Table } from './table.ts'

/** Something that history does not account for. */
export interface HistoryFault {
  /** Whose history; of an anchor, `anchor:<date>`. */
  subject: string
  version?: number
  reason: Phrase
}

/** The record as the current items tell it, with the end of the chain that it belongs to. */
export interface CurrentRecord {
  record: Json | undefined
  chain: Pick<Chain, 'hash'>
}

/** One subject's chain as it stands in the table, and what is wrong with it. */
export interface CheckedChain {
  subject: string
  /** Hash by version; [0] is version 1. */
  hashes: string[]
  /** Instants in the same order. */
  times: string[]
  faults: HistoryFault[]
}

/** What a verification reads. */
export interface Sources {
  table: Table
  files: Files
  /** Reads the record of a partition such as `L#<id>`; undefined where none is kept in that form. */
  recordOf: (pk: string) => Promise<CurrentRecord | undefined>
}

const MOST_READS = 4 // a change that arrives between two reads is no fault: read again

type Item = Record<string, unknown> & { pk: string; sk: string }

/** Partitions that have a chain: those with a head, and those with a first event but no head. */
export async function* chainPartitions({ client, name }: Table): AsyncGenerator<string> {
  const seen = new Set<string>()
  const pages = paginateScan(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      FilterExpression: '(sk = :head AND attribute_exists(#chain)) OR begins_with(sk, :event)',
      ProjectionExpression: 'pk',
      ExpressionAttributeNames: { '#chain': 'chain' },
      ExpressionAttributeValues: { ':head': 'H', ':event': 'E#' },
    },
  )
  for await (const { Items = [] } of pages) {
    for (const { pk } of Items as Item[]) {
      if (!seen.has(pk)) yield pk
      seen.add(pk)
    }
  }
}

async function itemsOf({ client, name }: Table, pk: string): Promise<Item[]> {
  const items: Item[] = []
  const pages = paginateQuery(
    { client },
    {
      TableName: name,
      ConsistentRead: true,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    },
  )
  for await (const page of pages) items.push(...((page.Items ?? []) as Item[]))
  return items
}

const sentence = (id: string, en: string): Phrase => ({ id, en })

function personalOf(items: readonly Item[], fault: (reason: Phrase) => void): Personal {
  const personal: Personal = {}
  const kept = items.filter(({ sk }) => sk.startsWith(PERSONAL))
  for (const [hash, { salt, value }] of kept.flatMap(({ personal: values }) =>
    Object.entries(values as Personal),
  )) {
    let found: string | undefined
    try {
      found = personalHash(String(salt), value)
    } catch {
      found = undefined
    }
    if (found === hash) personal[hash] = { salt, value }
    else
      fault(sentence(`Nilai pribadi ${hash} telah diubah.`, `Personal value ${hash} was changed.`))
  }
  return personal
}

async function checkBoundaries(
  files: Files,
  items: readonly Item[],
  events: readonly Event[],
  fault: (reason: Phrase) => void,
): Promise<void> {
  const missing = boundaryHashes(events)
  for (const item of items) {
    if (item.sk !== 'B' && !item.sk.startsWith('B#')) continue
    const packed = item as unknown as PackedBoundary
    const found = await unpackBoundary(files, packed).then(hashOf, () => undefined)
    if (found === packed.hash) missing.delete(packed.hash)
    else
      fault(
        sentence(
          `Batas ${packed.hash} telah diubah atau hilang.`,
          `Boundary ${packed.hash} was changed or is gone.`,
        ),
      )
  }
  for (const hash of missing)
    fault(sentence(`Batas ${hash} tidak ditemukan.`, `Boundary ${hash} was not found.`))
}

/** Check one partition: its chain, head, record, boundaries and personal values. */
export async function checkChain(sources: Sources, pk: string): Promise<CheckedChain> {
  let checked = await readOnce(sources, pk)
  for (let read = 1; read < MOST_READS && checked.faults.length > 0; read += 1)
    checked = await readOnce(sources, pk)
  return checked
}

async function readOnce({ table, files, recordOf }: Sources, pk: string): Promise<CheckedChain> {
  const items = await itemsOf(table, pk)
  const current = await recordOf(pk)
  const stored = items.filter(({ sk }) => sk.startsWith('E#'))
  const chain = items.find(({ sk }) => sk === 'H')?.['chain'] as Chain | undefined
  const given = stored.map(({ event }) => event)
  const subject = chain?.subject ?? String((given[0] as Partial<Event> | undefined)?.subject ?? pk)
  const faults: HistoryFault[] = []
  const fault = (reason: Phrase, version?: number): void => {
    faults.push({ subject, reason, ...(version !== undefined && { version }) })
  }
  const verdict = verifyChain(given, subject)
  if (!verdict.ok) fault(verdict.reason, verdict.at)
  const events = given.filter((event) => v.is(Event, event))
  const last = events.at(-1)
  for (const [index, { sk }] of stored.entries())
    if (verdict.ok && sk !== eventKey(index + 1))
      fault(sentence(`Kunci ${sk} salah.`, `The key ${sk} is wrong.`), index + 1)
  if (!chain) fault(sentence('Catatan kininya hilang.', 'Its current record is gone.'))
  else if (chain.version !== last?.version || chain.hash !== last.hash || chain.at !== last.at)
    fault(
      sentence(
        `Catatan kini berhenti pada versi ${chain.version}, riwayat pada versi ${last?.version}, atau hash-nya berbeda.`,
        `The current record ends at version ${chain.version}, the history at version ${last?.version}, or their hashes differ.`,
      ),
    )
  const personal = personalOf(items, fault)
  await checkBoundaries(files, items, events, fault)
  if (verdict.ok) {
    for (const pointer of departuresOf(events, personal, current))
      fault(
        sentence(
          `Isi catatan kini pada ${pointer || '/'} tidak sama dengan riwayatnya.`,
          `The current record at ${pointer || '/'} is not what its history says.`,
        ),
      )
  }
  return {
    subject,
    hashes: events.map(({ hash }) => hash),
    times: events.map(({ at }) => at),
    faults,
  }
}

/** Where the record and its history part; `['']` when the events do not even fit one another. */
function departuresOf(
  events: readonly Event[],
  personal: Personal,
  current: CurrentRecord | undefined,
): string[] {
  try {
    const told = departures(events, personal, current?.record)
    if (!current) return [] // no record in a form to compare; the events fit one another
    return current.chain.hash === events.at(-1)?.hash ? told : ['']
  } catch (error) {
    if (error instanceof RangeError) return ['']
    throw error
  }
}
