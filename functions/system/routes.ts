import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { Hono } from 'hono'
import * as v from 'valibot'
import { Anchor } from '../domain/anchor.ts'
import { type Env, notFound, operation } from '../operation.ts'
import { latestAnchor } from '../store/anchors.ts'

const Health = v.object({ status: v.literal('ok') })
const Config = v.object({
  issuer: v.string(),
  authorizationEndpoint: v.string(),
  tokenEndpoint: v.string(),
  endSessionEndpoint: v.string(),
  signOut: v.picklist(['rp-initiated', 'cognito']),
  clientId: v.string(),
  scope: v.string(),
  resource: v.optional(v.string()),
  baseMaps: v.array(v.object({ name: v.string(), url: v.string(), attribution: v.string() })),
})

/** What the registry tells of itself: whether it works, how to sign in, its last anchor. */
export const system = new Hono<Env>()
  .get(
    '/health',
    operation({
      action: 'public',
      summary: 'Whether the registry and its table answer',
      answers: { 200: { description: 'It does', schema: Health } },
      refusals: ['busy'],
    }),
    async (c) => {
      const { client, name } = c.var.deps.table
      await client.send(new GetCommand({ TableName: name, Key: { pk: 'health', sk: 'health' } }))
      return c.json({ status: 'ok' as const }, 200, { 'Cache-Control': 'no-store' })
    },
  )
  .get(
    '/config',
    operation({
      action: 'public',
      summary: 'How the page signs in, and which base maps a person may choose',
      answers: { 200: { description: 'Settings of the page', schema: Config } },
    }),
    (c) => {
      const { signIn, baseMaps } = c.var.deps
      return c.json({ ...signIn, baseMaps: [...baseMaps] }, 200, { 'Cache-Control': 'no-cache' })
    },
  )
  .get(
    '/anchors/latest',
    operation({
      action: 'anchor:read',
      summary: 'The newest signed root over all histories',
      answers: { 200: { description: 'The anchor', schema: Anchor } },
      refusals: ['not-found'],
    }),
    async (c) => {
      const anchor = await latestAnchor(c.var.deps.files)
      if (!anchor) throw notFound()
      return c.json(anchor, 200, { 'Cache-Control': 'private, no-cache' })
    },
  )
