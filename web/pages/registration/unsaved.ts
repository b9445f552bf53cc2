import { useObservable } from '../../observable.ts'
import type { Desk } from './desk.ts'
import { inFormOrder } from '../form-order.ts'

/**
 * Pointers of what is only on this device as it cannot be sent: it was not understood, it is
 * refused, or something beside it has to be said first. In the order of the form.
 */
export function useUnsaved(desk: Desk): string[] {
  const { typed } = useObservable(desk.draft)
  const faults = useObservable(desk.faults).filter(({ isSaved }) => !isSaved)
  const pointers = [...Object.keys(typed), ...faults.map(({ pointer }) => pointer)]
  return inFormOrder([...new Set(pointers)], (pointer) => pointer)
}
