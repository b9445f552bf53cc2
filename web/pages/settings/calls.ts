import type { SettingName, SettingVersion } from '../../../functions/store/settings.ts'
import { request } from '../../request.ts'

export type { SettingName, SettingVersion } from '../../../functions/store/settings.ts'

/** Where a version stands: in force, to come, proposed, past, or replaced before it was approved. */
export type VersionState = 'berlaku' | 'akan-berlaku' | 'diusulkan' | 'pernah-berlaku' | 'gugur'

/** A version as served. */
export type ServedVersion<N extends SettingName = SettingName> = SettingVersion<N> & {
  state: VersionState
  /** With the names of the people, where the registry still knows them. */
  proposed?: { name?: string }
  approved?: { name?: string }
}

/** All versions of a setting, the oldest first, and which one is in force. */
export interface ServedSetting<N extends SettingName = SettingName> {
  name: N
  inForce: number
  /** The day by which that is judged. */
  today: string
  versions: ServedVersion<N>[]
}

/** What would move if a version came into force. */
export interface Preview {
  moves: { from: string; to: string; parcels: number; areaM2: number }[]
  /** Parcels that were looked at. */
  checked: number
}

const at = (name: SettingName, more = ''): string => `/settings/${name}${more}`

/** A setting with all of its versions. */
export const fetchSetting = async <N extends SettingName>(
  name: N,
  signal?: AbortSignal,
): Promise<ServedSetting<N>> => (await request<ServedSetting<N>>(at(name), { signal })).data

/** Propose a version. */
export const proposeVersion = <N extends SettingName>(
  name: N,
  body: Pick<SettingVersion<N>, 'validFrom' | 'values' | 'source'>,
) => request(at(name), { method: 'POST', body })

/** Approve the proposal of somebody else. */
export const approveVersion = (name: SettingName, version: number) =>
  request(at(name, `/${version}/approval`), { method: 'POST', body: {} })

interface PreviewPage extends Preview {
  complete: boolean
  cursor?: string
}

/** What a version would do, over all parcels; `told` hears how far it has come. */
export async function fetchPreview(
  name: SettingName,
  version: number,
  told: (preview: Preview) => void,
): Promise<Preview> {
  const sums = new Map<string, Preview['moves'][number]>()
  let checked = 0
  let cursor: string | undefined
  for (;;) {
    const query: string = cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`
    const { data } = await request<PreviewPage>(at(name, `/${version}/preview${query}`))
    checked += data.checked
    for (const { from, to, parcels, areaM2 } of data.moves) {
      const before = sums.get(`${from} ${to}`) ?? { from, to, parcels: 0, areaM2: 0 }
      sums.set(`${from} ${to}`, {
        ...before,
        parcels: before.parcels + parcels,
        areaM2: before.areaM2 + areaM2,
      })
    }
    const so = { moves: [...sums.values()].sort((a, b) => b.areaM2 - a.areaM2), checked }
    if (data.complete || data.cursor === undefined) return so
    cursor = data.cursor
    told(so)
  }
}
