import { navigate } from '../../router.tsx'
import { isOnPage } from '../parcel/registration-step.ts'
import { showField, stepOf } from './places.ts'

let wanted: string | undefined

/** Go to the field of a pointer, in whichever step it stands, or to the parcel's page. */
export function goToField(address: string, pointer: string): void {
  if (isOnPage(pointer)) return navigate(`/bidang/${address}`)
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
