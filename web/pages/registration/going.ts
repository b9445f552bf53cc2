import { navigate } from '../../router.tsx'
import { showField, stepOf } from './places.ts'

let wanted: string | undefined

/** Go to the field of a pointer, in whichever step it stands. */
export function goToField(address: string, pointer: string): void {
  if (showField(pointer)) return
  wanted = pointer
  navigate(`/daftarkan/${address}/${stepOf(pointer)}`)
}

/** The field that the step now opened was opened for; asked once. */
export function takePlace(): string | undefined {
  const place = wanted
  wanted = undefined
  return place
}
