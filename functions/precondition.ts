import { Refusal } from './domain/refusal.ts'
import type { Ctx } from './operation.ts'

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

/** Whether `If-None-Match` names this version; `*` names any. */
export const isKnown = (c: Ctx, version: number): boolean =>
  (c.req.header('If-None-Match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === '*' || tag === etagOf(version))
