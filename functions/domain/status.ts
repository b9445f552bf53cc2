import type { ParcelProperties } from './parcel.ts'

/** What a parcel's colour says, in order of precedence: a legal problem before the use. */
export const STATUSES = [
  'dikuasai-pihak-lain',
  'berperkara',
  'sengketa',
  'tumpang-tindih',
  'belum-terbukti',
] as const
export type Status = (typeof STATUSES)[number]

const AS_STATUS: Partial<Record<string, Status>> = {
  'dikuasai-pihak-lain': 'dikuasai-pihak-lain',
  'disertipikatkan-pihak-lain': 'sengketa',
  'tumpang-tindih': 'tumpang-tindih',
  sengketa: 'sengketa',
  berperkara: 'berperkara',
}

/**
 * The status that follows from what is recorded: the gravest open legal problem, else `belum-terbukti`,
 * as nothing has proved a use. Derived, never typed in.
 */
export function statusOf({ legalProblems = [] }: Pick<ParcelProperties, 'legalProblems'>): Status {
  const open = new Set(
    legalProblems.filter(({ stage }) => stage !== 'selesai').map(({ kind }) => AS_STATUS[kind]),
  )
  return STATUSES.find((status) => open.has(status)) ?? 'belum-terbukti'
}
