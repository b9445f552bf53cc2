import type { Adapter, AdapterPayload } from 'oidc-provider'

interface Kept {
  payload: AdapterPayload
  /** Milliseconds since 1970. */
  until: number
}

/** Sign-in sessions, codes and refresh tokens, in memory: a restart ends sessions, never access tokens. */
export function openIdStore(): (model: string) => Adapter {
  const all = new Map<string, Kept>()

  const find = (key: string) => {
    const kept = all.get(key)
    if (kept && kept.until > Date.now()) return kept.payload
    all.delete(key)
    return undefined
  }
  const findWhere = (prefix: string, fits: (payload: AdapterPayload) => boolean) => {
    for (const [key, { payload }] of all) {
      if (key.startsWith(prefix) && fits(payload)) return find(key)
    }
    return undefined
  }

  return (model) => {
    const keyOf = (id: string) => `${model}:${id}`
    return {
      upsert: async (id, payload, expiresIn) => {
        for (const [key, { until }] of all) if (until <= Date.now()) all.delete(key)
        const until = expiresIn ? Date.now() + expiresIn * 1000 : Infinity
        all.set(keyOf(id), { payload, until })
      },
      find: async (id) => find(keyOf(id)),
      findByUid: async (uid) => findWhere(`${model}:`, (payload) => payload.uid === uid),
      findByUserCode: async (code) =>
        findWhere(`${model}:`, (payload) => payload.userCode === code),
      consume: async (id) => {
        const payload = find(keyOf(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        all.delete(keyOf(id))
      },
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of all) if (payload.grantId === grantId) all.delete(key)
      },
    }
  }
}
