import { expect } from 'vitest'
import type { Deps } from '../../functions/deps.ts'
import { binjai } from '../fixtures/parcels.ts'
import type { Send } from '../stack.ts'
import { ask, draft } from './requests.ts'

const GEO_JSON = 'application/geo+json'

/** The unit that the parcels of these tests belong to. */
export const UPT = 'lapas-kelas-iia-binjai'

const INTERNAL =
  /dynamodb|aws|exception|node_modules|\.ts\b|petak-[0-9a-f]{6}|incoming\/|undefined|\bstack\b|L#|valibot/i

/** Every bug that the registry logs, so that a failing test shows it. */
export function watch(deps: Deps): unknown[] {
  const bugs: unknown[] = []
  deps.log = ({ level, error }) => {
    if (level === 'error') bugs.push(error)
  }
  return bugs
}

/** A refusal is a short problem that tells nothing internal; everything else is an answer. */
export async function requireSane(answer: Response, bugs: unknown[]): Promise<number> {
  const { status } = answer
  const text = await answer.text()
  expect({ status: status < 500, bugs }).toEqual({ status: true, bugs: [] })
  if (status < 400) return status
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json')
  const problem = JSON.parse(text)
  expect(problem).toMatchObject({
    type: expect.stringMatching(/^\/problems\/[a-z-]+$/),
    title: expect.any(String),
    status,
    detail: expect.any(String),
  })
  expect(text.length).toBeLessThan(50_000)
  expect(text.replace(/"(type|pointer)":"[^"]*"/g, '')).not.toMatch(INTERNAL)
  return status
}

/** A route that takes a body, and who may send one there. */
export interface Route {
  method: string
  path: string
  type: string
  account: string
}

/** Every route that takes a body, on a draft of its own. */
export async function bodyRoutes(as: (account: string) => Send): Promise<Route[]> {
  const { id } = (await draft(as('petugas.binjai'), binjai)).body
  const { body } = await ask(as('pusat'), 'GET', '/members')
  const json = 'application/json'
  const post = (path: string, account: string, type = json) => ({
    method: 'POST',
    path,
    type,
    account,
  })
  return [
    post('/parcels', 'petugas.binjai', GEO_JSON),
    {
      method: 'PATCH',
      path: `/parcels/${id}`,
      type: 'application/merge-patch+json',
      account: 'petugas.binjai',
    },
    post(`/parcels/${id}/handover`, 'petugas.binjai'),
    post(`/parcels/${id}/submission`, 'kpb.binjai'),
    post(`/parcels/${id}/return`, 'kpb.binjai'),
    post(`/parcels/${id}/retirement`, 'kpb.binjai'),
    post(`/parcels/${id}/documents`, 'petugas.binjai'),
    { method: 'PUT', path: `/units/${UPT}/nihil`, type: json, account: 'kpb.binjai' },
    post('/members', 'pusat'),
    { method: 'PATCH', path: `/members/${body.members[0].id}`, type: json, account: 'pusat' },
  ]
}

/** Send a body to a route, as one who may. */
export const deliver = (
  as: (account: string) => Send,
  { method, path, type, account }: Route,
  body: BodyInit,
) =>
  as(account)(`/api${path}`, {
    method,
    body,
    headers: { 'Content-Type': type, 'If-Match': '"1"' },
  })
