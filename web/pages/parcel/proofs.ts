import type { ParcelProperties } from '../../../functions/domain/parcel.ts'

/** Pointers of the entries that name a document as their proof, by the document's id. */
export function proofsOf({ grant, titles = [] }: ParcelProperties): Map<string, string[]> {
  const proofs = new Map<string, string[]>()
  const add = (ids: readonly string[] | undefined, pointer: string) => {
    for (const id of ids ?? []) proofs.set(id, [...(proofs.get(id) ?? []), pointer])
  }
  for (const [step, told] of Object.entries(grant?.steps ?? {}))
    add(told?.documents, `#/properties/grant/steps/${step}`)
  titles.forEach(({ documents }, index) => add(documents, `#/properties/titles/${index}`))
  return proofs
}
