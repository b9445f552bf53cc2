import type { State } from './parcel.ts'

/** How far a unit has come with recording its granted land. */
export const COVERAGES = ['belum-mulai', 'draf', 'diajukan', 'terverifikasi', 'nihil'] as const
export type Coverage = (typeof COVERAGES)[number]

/** How many parcels of a unit are in each state. */
export type StateCounts = Partial<Record<State, number>>

/**
 * How far a unit has come: as far as its least advanced parcel. A unit without parcels is `nihil` once
 * its head has stated so; retired parcels do not count.
 */
export function coverageOf(counts: StateCounts, isNihil: boolean): Coverage {
  const has = (...states: State[]): boolean => states.some((state) => (counts[state] ?? 0) > 0)
  if (has('draf', 'dikembalikan')) return 'draf'
  if (has('diajukan')) return 'diajukan'
  if (has('terverifikasi', 'terverifikasi-dengan-catatan')) return 'terverifikasi'
  return isNihil ? 'nihil' : 'belum-mulai'
}
