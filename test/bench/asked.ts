import { createApp } from '../../functions/app.ts'
import type { Deps } from '../../functions/deps.ts'
import { billOf } from './billing.ts'

/** What a piece of work cost. */
export interface Cost {
  readUnits: number
  writeUnits: number
  /** Calls to the table. */
  requests: number
  /** The longest chain of calls that waited for each other. */
  depth: number
}

/** What one request cost. */
export interface Asked<Body = { id: string }> extends Cost {
  body: Body
  etag: string
}

/** One request at a time, signed in as an account; the path follows `/api`. */
export interface Ask {
  <Body = { id: string }>(
    account: string,
    method: string,
    path: string,
    body?: unknown,
    etag?: string,
  ): Promise<Asked<Body>>
  /** What something costs that no request does, such as the nightly sweep. */
  metered: (work: () => Promise<unknown>) => Promise<Cost>
}

/** A registry that tells what each request cost in DynamoDB units, by metering every call that it makes. */
export function asking(deps: Deps, tokenOf: (account: string) => Promise<string>): Ask {
  let [readUnits, writeUnits, requests, answered, depth] = [0, 0, 0, 0, 0]
  deps.table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        requests += 1
        const at = answered + 1
        depth = Math.max(depth, at)
        const answer = await next(args)
        answered = Math.max(answered, at)
        const bill = billOf(commandName, args.input, answer.output)
        readUnits += bill.readUnits
        writeUnits += bill.writeUnits
        return answer
      },
    { step: 'initialize', name: 'bill' },
  )
  const app = createApp(deps)
  const metered = async (work: () => Promise<unknown>): Promise<Cost> => {
    ;[readUnits, writeUnits, requests, answered, depth] = [0, 0, 0, 0, 0]
    await work()
    return { readUnits, writeUnits, requests, depth }
  }
  const ask = async <Body>(
    account: string,
    method: string,
    path: string,
    body?: unknown,
    etag = '',
  ): Promise<Asked<Body>> => {
    const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
    const Authorization = `Bearer ${await tokenOf(account)}`
    ;[readUnits, writeUnits, requests, answered, depth] = [0, 0, 0, 0, 0]
    const answer = await app.request(`/api${path}`, {
      method,
      headers: {
        Authorization,
        ...(body !== undefined && { 'Content-Type': type }),
        ...(etag && { 'If-Match': etag }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return {
      readUnits,
      writeUnits,
      requests,
      depth,
      body: (await answer.json()) as Body,
      etag: answer.headers.get('ETag') ?? '',
    }
  }
  return Object.assign(ask, { metered })
}
