import { sign } from 'node:crypto'
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect } from 'vitest'
import type { Bundle } from '../../functions/domain/bundle.ts'
import { makeAnchor } from '../../functions/store/anchors.ts'
import { verifyRegistry } from '../../functions/store/registry-check.ts'
import { recordReader } from '../../infra/local/verify-history.ts'
import { verifyBundle } from '../../web/public/verify-bundle.mjs'
import { keyPair, pemOf } from '../fixtures/bundle.ts'
import { type Stack, test } from '../stack.ts'

const keys = keyPair()
const signer = {
  keyId: 'key-1',
  publicKeyPem: pemOf(keys.publicKey),
  sign: async (bytes: Uint8Array) => sign('sha256', bytes, keys.privateKey),
}
const anchor = ({ table, files, now }: Stack['deps']) =>
  makeAnchor({ table, files, sign: signer, now })

const verified = ({ table, files }: Stack['deps']) =>
  verifyRegistry({ table, files, recordOf: recordReader(table) })

const square = (east: number) => ({
  type: 'Polygon',
  coordinates: [[[98.48, 3.6], [east, 3.6], [east, 3.61], [98.48, 3.61], [98.48, 3.6]]], // prettier-ignore
})

/** A draft that was changed twice: its boundary moved, and a neighbour was named and renamed. */
async function draft(as: Stack['as']): Promise<string> {
  const send = as('petugas.binjai')
  const me = (await (await send('/api/me')).json()) as { roles: { units: { id: string }[] }[] }
  const upt = me.roles[0]!.units[0]!.id
  const created = await send('/api/parcels', {
    method: 'POST',
    headers: { 'Content-Type': 'application/geo+json' },
    body: JSON.stringify({
      type: 'Feature',
      geometry: square(98.49),
      properties: { upt, name: 'Tanah lapas', neighbours: { north: 'Budi' } },
    }),
  })
  expect(created.status).toBe(201)
  const path = new URL(created.headers.get('Location')!, 'http://localhost').pathname
  let etag = created.headers.get('ETag')!
  for (const change of [
    { geometry: square(98.5) },
    { properties: { neighbours: { north: 'Siti' }, name: 'Tanah Lapas Binjai' } },
  ]) {
    const answer = await send(path, {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/merge-patch+json', 'If-Match': etag },
      body: JSON.stringify(change),
    })
    expect(answer.status).toBe(200)
    etag = answer.headers.get('ETag')!
  }
  return path
}

describe('the history of what goes through the API', () => {
  test('holds, chain by chain, against the current items', async ({ as, deps }) => {
    await draft(as)
    expect((await verified(deps)).faults).toEqual([])
    const { anchor: made } = await anchor(deps)
    const report = await verified(deps)
    expect(report.faults).toEqual([])
    expect(report.chains).toBe(made.count)
    expect(report.anchors.notAnchored).toBe(0)
  })

  test('leaves as a bundle that the auditor’s script finds intact', async ({ as, deps }) => {
    const path = await draft(as)
    await anchor(deps)
    const answer = await as('auditor')(`${path}/bundle`)
    expect(answer.status).toBe(200)
    const bundle = (await answer.json()) as Bundle
    expect(Object.keys(bundle.boundaries)).toHaveLength(2)
    const result = await verifyBundle(bundle, { key: signer.publicKeyPem })
    expect(result).toMatchObject({ ok: true, events: 3, newer: 0, anchored: { version: 3 } })
    expect(result.state).toMatchObject({
      state: 'draf',
      properties: { name: 'Tanah Lapas Binjai', neighbours: { north: 'Siti' } },
    })
    expect(JSON.stringify(bundle.events)).not.toMatch(/Budi|Siti/)
  })

  test('keeps names of members outside the chain, where they can be erased', async ({
    as,
    deps,
  }) => {
    const registered = await as('pusat')('/api/members', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        subject: 'sri.wahyuni',
        name: 'Sri Wahyuni',
        roles: [{ role: 'auditor', from: '2026-01-01' }],
      }),
    })
    expect(registered.status).toBe(201)
    const { id } = (await registered.json()) as { id: string }
    const renamed = await as('pusat')(`/api/members/${id}`, {
      method: 'PATCH',
      headers: {
        'Content-Type': 'application/merge-patch+json',
        'If-Match': registered.headers.get('ETag')!,
      },
      body: JSON.stringify({ name: 'Sri Wahyuni Lubis' }),
    })
    expect(renamed.status).toBe(200)
    const { Items = [] } = await deps.table.client.send(
      new QueryCommand({
        TableName: deps.table.name,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :events)',
        ExpressionAttributeValues: { ':pk': `M#${id}`, ':events': 'E#' },
      }),
    )
    expect(Items).toHaveLength(2)
    expect(JSON.stringify(Items)).not.toMatch(/sri/i)
    expect((await verified(deps)).faults).toEqual([])
  })

  test('shows a stored value that no event accounts for', async ({ as, deps }) => {
    const path = await draft(as)
    const id = path.split('/').at(-1)!
    const { client, name: TableName } = deps.table
    const Key = { pk: `L#${id}`, sk: 'A' }
    const { Item } = await client.send(new GetCommand({ TableName, Key }))
    const body = Item!['body'] as { properties: object }
    const properties = { ...body.properties, name: 'Tanah lain' }
    await client.send(
      new PutCommand({ TableName, Item: { ...Item, body: { ...body, properties } } }),
    )
    expect((await verified(deps)).faults).toMatchObject([
      {
        subject: `parcel:${id}`,
        reason: {
          en: 'The current record at /properties/name is not what its history says.',
        },
      },
    ])
  })
})
