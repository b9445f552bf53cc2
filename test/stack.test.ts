import { expect } from 'vitest'
import { signIn } from '../infra/local/sign-in.ts'
import { test } from './stack.ts'

test('each account is signed in with its role', async ({ as }) => {
  const answer = await as('kpb.batang')('/api/me')
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ name: 'KPB Batang', roles: [{ role: 'kpb' }] })
})

test('a token does not outlive its hour', async ({ app, clock, tokenOf }) => {
  const headers = { Authorization: `Bearer ${await tokenOf('pusat')}` }
  expect((await app.request('/api/me', { headers })).status).toBe(200)
  clock.now = new Date(clock.now.getTime() + 3601_000 + 30_000)
  expect((await app.request('/api/me', { headers })).status).toBe(401)
})

test('the same over HTTP, signed in with the password', async ({ origin, password, clock }) => {
  clock.now = new Date() // the provider's tokens live by the real clock
  const { access_token } = await signIn(origin, 'auditor', password)
  const headers = { Authorization: `Bearer ${access_token}` }
  const answer = await fetch(`${origin}/api/me`, { headers })
  expect(await answer.json()).toMatchObject({ roles: [{ role: 'auditor' }] })
})
