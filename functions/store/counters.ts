import type { State } from '../domain/parcel.ts'
import type { Place } from '../domain/permissions.ts'
import type { Write } from './change.ts'

/** All counters of units stand in one partition, by Kanwil and unit. */
export const COUNTERS = 'C'
export const counterKey = ({ kanwil, upt }: Place): string => `${kanwil}#${upt}`

/** One step of a parcel from state to state, in the counters of its unit. */
export function countWrites(
  TableName: string,
  from: { place: Place; state: State } | null,
  to: { place: Place; state: State },
): Write[] {
  if (from?.state === to.state && counterKey(from.place) === counterKey(to.place)) return []
  const steps = new Map<string, { place: Place; changes: Map<State, number> }>()
  const add = (place: Place, state: State, by: number): void => {
    const step = steps.get(counterKey(place)) ?? { place, changes: new Map<State, number>() }
    step.changes.set(state, (step.changes.get(state) ?? 0) + by)
    steps.set(counterKey(place), step)
  }
  if (from) add(from.place, from.state, -1)
  add(to.place, to.state, 1)
  return [...steps].map(([sk, { place, changes }]) => {
    const counted = [...changes]
    return {
      item: {
        Update: {
          TableName,
          Key: { pk: COUNTERS, sk },
          UpdateExpression: `SET upt = :upt, kanwil = :kanwil ADD ${counted
            .map((_, i) => `#n${i} :n${i}`)
            .join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(
            counted.map(([state], i) => [`#n${i}`, `n:${state}`]),
          ),
          ExpressionAttributeValues: {
            ':upt': place.upt,
            ':kanwil': place.kanwil,
            ...Object.fromEntries(counted.map(([, by], i) => [`:n${i}`, by])),
          },
        },
      },
    }
  })
}
