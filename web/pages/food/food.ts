import { addUp, type FoodSums } from '../../../functions/domain/food.ts'
import type { Food as Served } from '../../../functions/food/routes.ts'
import { request } from '../../request.ts'
import type { View } from './view.ts'

/** What the land of the units within the person's reach grew. */
export type Food = Served

/** Read the sums of a view. */
export async function fetchFood(view: View, signal: AbortSignal): Promise<Food> {
  const search = new URLSearchParams(Object.entries(view).filter(([, value]) => value !== ''))
  return (await request<Food>(`/food?${search}`, { signal })).data
}

/** Sums of one unit or one commodity. */
export interface Line {
  key: string
  sums: FoodSums
}

/** The sums of all rows that have the same key, in the order in which the keys come. */
export function linesBy(
  rows: Food['rows'],
  keyOf: (row: Food['rows'][number]) => string,
  keys: readonly string[] = [...new Set(rows.map(keyOf))],
): Line[] {
  return keys.map((key) => ({ key, sums: addUp(rows.filter((row) => keyOf(row) === key)) }))
}
