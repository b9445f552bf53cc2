import type { MiddlewareHandler } from 'hono'
import type { Deps } from './deps.ts'
import type { Env } from './operation.ts'
import { metered } from './store/client.ts'

/** Addresses without what they carry: a number or an id in a log would say who looked at what. */
const ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32}/g
const shape = (path: string): string =>
  path.replace(ID, ':id').replace(/(\/numbers\/[^/]+\/).*/, '$1:value')

/**
 * Give every request its dependencies and one line in the log: request id, route, status, time in
 * milliseconds and DynamoDB units. No token, no query, no personal data.
 */
export const logged =
  (deps: Deps): MiddlewareHandler<Env> =>
  async (c, next) => {
    const requestId = deps.newId()
    const start = performance.now()
    c.set('deps', deps)
    const { used } = await metered(next)
    c.header('X-Request-Id', requestId)
    const { failure } = c.var
    deps.log({
      at: deps.now().toISOString(),
      level: failure ? 'error' : 'info',
      requestId,
      method: c.req.method,
      path: c.var.operation ? shape(c.req.path) : ':unknown', // whatever somebody put there
      status: c.res.status,
      ms: Math.round(performance.now() - start),
      ...used,
      ...(failure && { error: failure.stack ?? failure.message }),
    })
  }
