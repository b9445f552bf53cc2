import { AsyncLocalStorage } from 'node:async_hooks'
import type { Deps } from '../../functions/deps.ts'

/** One attempt to reach a store: the SDK's name of the command, and its input as it was sent. */
export interface Call {
  command: string
  // oxlint-disable-next-line no-explicit-any -- the SDK's inputs and outputs, of every command
  input: any
}
// oxlint-disable-next-line no-explicit-any
export type Sent = { response: unknown; output: any }

/** Stands between the registry and its stores: hears each attempt, and sends it when it likes. */
export type Hook = (call: Call, send: () => Promise<Sent>) => Promise<Sent>

const hooks = new AsyncLocalStorage<Hook>()
const tapped = new WeakSet<object>()

/** Let `during` listen on this client. Retries come from above, so a hook hears each attempt. */
function tap(client: Deps['table']['client'] | Deps['files']['s3']): void {
  const stack = client.middlewareStack as Deps['table']['client']['middlewareStack']
  if (tapped.has(stack)) return
  tapped.add(stack)
  stack.add(
    (next, { commandName = '' }) =>
      (args) => {
        const send = () => next({ ...args })
        const call = { command: commandName.replace(/Command$/, ''), input: args.input }
        const hooked = hooks.getStore()?.(call, send as () => Promise<Sent>)
        return (hooked ?? send()) as ReturnType<typeof send>
      },
    { step: 'finalizeRequest', priority: 'low', name: 'wire' },
  )
}

/** Do something whose calls to the stores, and nobody else's, go through `hook`. */
export function during<T>({ table, files }: Deps, hook: Hook, work: () => Promise<T>): Promise<T> {
  tap(table.client)
  tap(files.s3)
  return hooks.run(hook, work)
}

/** Do something in the middle of a hook without being heard by it. */
export const unheard = <T>(work: () => Promise<T>): Promise<T> => hooks.exit(work)

/** Holds the first `count` transactions until all of them are there, so that all have read by then. */
export function barrier(count: number): Hook {
  let waiting = 0
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return async ({ command }, send) => {
    if (command.startsWith('TransactWrite')) {
      waiting += 1
      if (waiting >= count) open()
      await opened
    }
    return send()
  }
}
