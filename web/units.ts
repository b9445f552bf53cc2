import type { State } from '../functions/domain/parcel.ts'
import type { Coverage } from '../functions/domain/coverage.ts'
import type { UnitCoverage as Served } from '../functions/units/table.ts'
import type { Me } from './api.ts'
import { request } from './request.ts'

/** What one unit has recorded. */
export type UnitCoverage = Served

/** Coverage of the units within the caller's reach. */
export interface CoverageReport {
  units: UnitCoverage[]
  totals: Record<Coverage, number>
}

/** What the units within the caller's reach have recorded. */
export const fetchCoverage = async (signal?: AbortSignal): Promise<CoverageReport> =>
  (await request<CoverageReport>('/coverage', { signal })).data

/** Coverage states in the order of the bars and lists: done first. */
export const COVERAGES = ['terverifikasi', 'diajukan', 'draf', 'nihil', 'belum-mulai'] as const

/** How many units stand at each coverage. */
export function countUnits(units: readonly UnitCoverage[]): Record<Coverage, number> {
  const counts: Record<Coverage, number> = {
    terverifikasi: 0,
    diajukan: 0,
    draf: 0,
    nihil: 0,
    'belum-mulai': 0,
  }
  for (const { coverage } of units) counts[coverage] += 1
  return counts
}

/** How many parcels of these units are in each state. */
export function countParcels(units: readonly UnitCoverage[]): Partial<Record<State, number>> {
  const sums: Partial<Record<State, number>> = {}
  for (const { counts } of units)
    for (const [state, count] of Object.entries(counts) as [State, number][])
      sums[state] = (sums[state] ?? 0) + count
  return sums
}

/** Units for which the person is petugas or kpb. */
export const ownUnits = (me: Me): Set<string> =>
  new Set(me.roles.flatMap(({ units }) => units.map(({ id }) => id)))

/** State that a unit holds no granted land. */
export const stateNihil = (upt: string, statement: string) =>
  request(`/units/${encodeURIComponent(upt)}/nihil`, { method: 'PUT', body: { statement } })

/** Take that statement back. */
export const withdrawNihil = (upt: string) =>
  request(`/units/${encodeURIComponent(upt)}/nihil`, { method: 'DELETE' })
