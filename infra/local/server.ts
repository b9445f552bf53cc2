import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { contentSecurityPolicy, SECURITY_HEADERS } from '../headers.ts'
import { StartFailure } from './failure.ts'

/** Answers by what the path begins with; the first that fits wins. */
export type Routes = ReadonlyArray<readonly [prefix: string, listener: RequestListener]>

/** An HTTP server on loopback. */
export interface LoopbackServer {
  port: number
  /** The origins by which a browser may reach it. */
  origins: string[]
  /** Answer with these from now on; before, everything is answered with 503. */
  open: (routes: Routes) => void
  /** Cuts every connection. */
  close: () => Promise<void>
}

function bind(listener: RequestListener, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', reject)
    server.listen({ host, port, exclusive: true }, () => resolve(server))
  })
}

/**
 * Take `port` (0: any free one) on 127.0.0.1, and on ::1 where the machine has it, since `localhost`
 * may mean either.
 *
 * @throws StartFailure when the port is taken
 */
export async function listen(port: number): Promise<LoopbackServer> {
  let routes: Routes = []
  const headers = { ...SECURITY_HEADERS, 'Content-Security-Policy': contentSecurityPolicy() }
  const listener: RequestListener = (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const [path = '/'] = (request.url ?? '/').split('?')
    const route = routes.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`))
    if (route) return route[1](request, response)
    response.writeHead(503, { 'Retry-After': '2', 'Content-Type': 'text/plain' })
    response.end('Petak is starting.\n')
  }
  const taken = (error: NodeJS.ErrnoException): never => {
    if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') throw error
    throw new StartFailure(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)
  }
  const four = await bind(listener, '127.0.0.1', port).catch(taken)
  const bound = (four.address() as AddressInfo).port
  const servers = [four]
  try {
    servers.push(await bind(listener, '::1', bound))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE' && port !== 0) {
      four.close()
      taken(error as NodeJS.ErrnoException)
    } // else there is no IPv6 here
  }
  return {
    port: bound,
    origins: ['localhost', '127.0.0.1'].map((host) => `http://${host}:${bound}`),
    open: (opened) => {
      routes = opened
    },
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((resolve) => server.close(resolve))
          server.closeAllConnections()
          return closed
        }),
      )
    },
  }
}
