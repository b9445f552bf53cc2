import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Figure } from './figures.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The least that a Lambda of this stack can be: Hono and a DynamoDB client that reads one item. */
const EMPTY = `
  import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
  import { Hono } from 'hono'
  import { handle } from 'hono/aws-lambda'
  const client = new DynamoDBClient({})
  export const handler = handle(new Hono().get('/', async (c) => {
    const { Item } = await client.send(new GetItemCommand({ TableName: 't', Key: { pk: { S: 'x' } } }))
    return c.json(Item)
  }))`

async function bytesOf(entry: { contents: string } | { path: string }): Promise<number> {
  const { outputFiles } = await build({
    ...('path' in entry
      ? { entryPoints: [entry.path] }
      : { stdin: { contents: entry.contents, resolveDir: root } }),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    write: false,
    splitting: true,
    outdir: 'out',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    logLevel: 'silent',
  })
  return outputFiles.reduce((sum, { contents }) => sum + contents.length, 0)
}

/** How much larger the API's bundle is than an empty handler's. */
export async function measureHandler(): Promise<Figure[]> {
  const empty = await bytesOf({ contents: EMPTY })
  const api = await bytesOf({ path: 'functions/api.ts' })
  return [
    {
      operation: 'Bundle of the API beside an empty Hono + client-dynamodb handler',
      target: '≤ 1.15 times the bytes for a handler that only reads',
      measured: `${(api / empty).toFixed(2)} times the bytes (${Math.round(api / 1024)} KB), writes and files included`,
      isMet: api / empty <= 1.15,
      because:
        'there is one handler, as reading alone needs most of it: the rules that a parcel is shown with, tokens, schemas, and S3 for long boundaries; a second one would have to be deployed and kept warm and still be far over',
    },
  ]
}
