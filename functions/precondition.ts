import { createHash } from 'node:crypto'
import { Refusal } from './domain/refusal.ts'
import type { Ctx } from './operation.ts'
import type { Idempotency } from './store/idempotency.ts'

/** The version that `If-Match` names; a `W/` that a proxy put before it does not matter. */
export function requiredVersion(c: Ctx): number {
  const [, version] = /^\s*(?:W\/)?"(\d{1,9})"\s*$/.exec(c.req.header('If-Match') ?? '') ?? []
  if (version) return Number(version)
  if (c.req.header('If-Match') !== undefined) throw stale()
  throw new Refusal('precondition-required', {
    id: 'Sebut versi yang Anda lihat: kirim If-Match berisi ETag dari pembacaan terakhir.',
    en: 'Say which version you saw: send If-Match with the ETag of your last read.',
  })
}

/** The answer when the version that was named is no longer the newest. */
export const stale = (currentVersion?: number): Refusal =>
  new Refusal(
    'stale',
    {
      id: 'Sementara itu data ini sudah diubah. Muat ulang, lihat perubahannya, lalu ulangi.',
      en: 'This was changed in the meantime. Load it again, look, and repeat.',
    },
    currentVersion === undefined ? {} : { parameters: { currentVersion } },
  )

export const etagOf = (version: number): string => `"${version}"`

/** Whether `If-None-Match` names this version. */
export const isKnown = (c: Ctx, version: number): boolean =>
  (c.req.header('If-None-Match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etagOf(version))

const KEY = /^[\x21-\x7e]{1,200}$/

/** The request as its `Idempotency-Key` names it, or undefined when it carries none. */
export async function idempotencyOf(c: Ctx): Promise<Idempotency | undefined> {
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
