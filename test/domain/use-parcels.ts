import { DEFAULT_DEFINITION, type Given } from '../../functions/domain/definition.ts'
import { DEFAULT_HOLIDAYS } from '../../functions/domain/holidays.ts'
import type { ParcelProperties } from '../../functions/domain/parcel.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import type { Block, Plan } from '../../functions/domain/use.ts'

export const report = '018f4f5e-0000-7000-8000-00000000000a'

/** What the tests state of a parcel; everything else is verified land of the ministry without a paper. */
export type Told = Partial<Omit<ParcelRecord, 'properties' | 'use'>> & {
  properties?: Partial<ParcelProperties>
  blocks?: Block[]
  plans?: Plan[]
}

const byId = <T extends { id: string }>(list: T[]): Record<string, T> =>
  Object.fromEntries(list.map((each) => [each.id, each]))

/** A verified parcel. */
export function parcel({ properties, blocks, plans, ...rest }: Told = {}): ParcelRecord {
  const use = { ...(blocks && { blocks: byId(blocks) }), ...(plans && { plans: byId(plans) }) }
  return {
    state: 'terverifikasi',
    properties: {
      upt: 'lapas-kelas-i-malang',
      name: 'SAE L’SIMA',
      statusPerolehan: 'tercatat-bmn',
      ...properties,
    },
    boundary: null,
    ...((blocks || plans) && { use }),
    ...rest,
  }
}

/** A block of food crops from before the go-live; `proved` is the day of its evidence. */
export const block = ({ proved, ...told }: Partial<Block> & { proved?: string }): Block => ({
  id: '018f4f5e-0000-7000-8000-000000000b01',
  name: 'Blok utara',
  kind: 'tanaman-pangan',
  areaM2: 10_000,
  from: '2020-01-01',
  ...(proved !== undefined && { proof: { on: proved, grade: 'posisi', report } }),
  ...told,
})

/** An approved lease of 2026. */
export const lease = (told: Partial<Block['utilisation'] & object> = {}) => ({
  form: 'sewa' as const,
  partner: 'Koperasi',
  approval: { number: 'S-12/KNL.1001/2026', date: '2026-01-05' },
  from: '2026-01-10',
  until: '2026-12-31',
  ...told,
})

/** A plan of use made on 1 October 2026. */
export const plan = (told: Partial<Plan> = {}): Plan => ({
  id: '018f4f5e-0000-7000-8000-000000000c01',
  kind: 'penggunaan',
  what: 'Kebun jagung',
  targetDate: '2027-03-31',
  by: 'member',
  at: '2026-10-01T02:00:00.000Z',
  ...told,
})

/** What a day is judged by: 20.5 ha, the default definition and the holidays that are bundled. */
export const given = (today: string, told: Partial<Given> = {}): Given => ({
  today,
  areaM2: 205_000,
  definition: DEFAULT_DEFINITION,
  holidays: DEFAULT_HOLIDAYS,
  ...told,
})
