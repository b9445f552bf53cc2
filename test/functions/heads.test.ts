import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { describe, expect } from 'vitest'
import { binjai } from '../fixtures/parcels.ts'
import { test } from '../stack.ts'
import { ask, draft, step } from './requests.ts'

const round = {
  type: 'Polygon',
  coordinates: [
    Array.from({ length: 101 }, (_, i) => {
      const angle = ((i % 100) / 50) * Math.PI
      return [98.48 + 0.0005 * Math.cos(angle), 3.6 + 0.0005 * Math.sin(angle)]
    }),
  ],
}

/** 100 corners and four numbers. */
const usual = {
  ...binjai,
  geometry: round,
  properties: {
    ...binjai.properties,
    titles: [{ ...binjai.properties.titles[0], nibBidang: '02140401000999' }],
    bmnRecords: [
      {
        ...binjai.properties.bmnRecords[0],
        kodeRegister: '0123456789ABCDEF0123456789ABCDEF',
      },
    ],
  },
}

describe('the head of a parcel', () => {
  test('is written for one unit a copy, with all that a verified parcel has', async ({
    as,
    deps,
  }) => {
    const made = await draft(as('petugas.binjai'), usual)
    const sent = await step(as('kpb.binjai'), made, 'submission')
    const done = await step(as('kanwil.sumut'), sent, 'verification')
    expect([sent.status, done.status]).toEqual([200, 200])
    const { client, name: TableName } = deps.table
    const Key = { pk: `L#${made.body.id}`, sk: 'H' }
    const { Item } = await client.send(new GetCommand({ TableName, Key }))
    expect(Item!.numbers).toHaveLength(4)
    const put = new PutCommand({ TableName, Item, ReturnConsumedCapacity: 'INDEXES' })
    const { ConsumedCapacity } = await client.send(put)
    expect(ConsumedCapacity?.Table?.CapacityUnits).toBe(1) // below 1 KB
  })

  test('that says everything by itself, as it was written before, reads the same', async ({
    as,
    deps,
  }) => {
    const made = await draft(as('petugas.binjai'), usual)
    const sent = await step(as('kpb.binjai'), made, 'submission')
    const path = `/parcels/${made.body.id}`
    const before = await ask(as('kanwil.sumut'), 'GET', path)
    const { client, name: TableName } = deps.table
    const Key = { pk: `L#${made.body.id}`, sk: 'H' }
    const { Item = {} } = await client.send(new GetCommand({ TableName, Key }))
    const { id, properties } = before.body
    const iso = (at: number) => new Date(at).toISOString()
    const hand = (bytes: Uint8Array) =>
      Buffer.from(bytes)
        .toString('hex')
        .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    const said = {
      id,
      name: properties.name,
      upt: properties.upt,
      kanwil: properties.kanwil,
      unitName: properties.uptName,
      state: properties.state,
      status: properties.status,
      createdAt: iso(Item.createdAt),
      submittedAt: iso(Item.submittedAt),
      hands: Item.hands.map(hand),
      areaM2: properties.areaM2,
      cells: { ...Item.cells, boundary: Item.boundary },
    }
    expect(Object.keys(Item)).not.toContain('name')
    await client.send(new PutCommand({ TableName, Item: { ...Item, ...said } }))
    expect((await ask(as('kanwil.sumut'), 'GET', path)).body).toEqual(before.body)
    expect((await step(as('kanwil.sumut'), sent, 'verification')).status).toBe(200)
  })
})
