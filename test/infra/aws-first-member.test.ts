import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { createApp } from '../../functions/app.ts'
import { furnish } from '../../infra/aws/first-member.ts'
import { localTable } from '../../infra/local/clients.ts'
import { ISSUER } from '../../infra/local/openid.ts'
import { test } from '../stack.ts'

test('an empty registry gets its reference data and its first member once', async ({
  deps,
  stores,
  tokenOf,
}) => {
  const table = await localTable(stores, `petak-${randomUUID()}`)
  const app = createApp({ ...deps, table })
  const headers = { Authorization: `Bearer ${await tokenOf('kepala')}` }
  const answer = async (path: string) => (await app.request(path, { headers })).json()

  const person = { issuer: ISSUER, subject: 'kepala', name: 'Kepala Subdirektorat' }
  expect(await furnish(table, person, deps.now)).toBe(true)
  expect(await furnish(table, { ...person, name: 'Another' }, deps.now)).toBe(false)

  expect(await answer('/api/me')).toMatchObject({ name: person.name, roles: [{ role: 'pusat' }] })
  expect((await answer('/api/reference/kanwil')).rows).toHaveLength(33)
  table.client.destroy()
})
