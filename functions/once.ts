import { createHash } from 'node:crypto'
import { Refusal } from './domain/refusal.ts'
import type { Ctx } from './operation.ts'
import { type Answer, findAnswer, type Idempotency } from './store/idempotency.ts'

const KEY = /^[\x21-\x7e]{1,200}$/

/** The request as its `Idempotency-Key` names it, or undefined when it carries none. */
async function idempotencyOf(c: Ctx): Promise<Idempotency | undefined> {
  const key = c.req.header('Idempotency-Key')
  if (key === undefined) return undefined
  if (!KEY.test(key))
    throw new Refusal('malformed-query', {
      id: 'Idempotency-Key harus 1 sampai 200 karakter ASCII tanpa spasi.',
      en: 'An Idempotency-Key has 1 to 200 ASCII characters without spaces.',
    })
  const requestHash = createHash('sha256')
    .update(`${c.req.method} ${c.req.path}\n`)
    .update(new Uint8Array(await c.req.arrayBuffer()))
    .digest('hex')
  const now = Math.floor(c.var.deps.now().getTime() / 1000)
  return { caller: c.var.caller.member, key, requestHash, now }
}

/**
 * Carry out a POST once: when the same request (caller, key, body) came before, say the first answer
 * again, whatever has happened since. What was refused is not remembered.
 *
 * @throws Refusal `idempotency-key-reused` when the key came before with another request
 */
export async function once(
  c: Ctx,
  again: (answer: Answer) => Promise<Response>,
  carry: (request: Idempotency | undefined) => Promise<Response>,
): Promise<Response> {
  const request = await idempotencyOf(c)
  if (!request) return carry(undefined)
  const { table } = c.var.deps
  const known = await findAnswer(table, request)
  if (known) return again(known)
  try {
    return await carry(request)
  } catch (error) {
    const answer = error instanceof Refusal ? await findAnswer(table, request) : undefined
    if (answer) return again(answer) // a twin of this request was faster
    throw error
  }
}
