import { STEP_LABELS } from '../../../functions/domain/grant.ts'
import type { ParcelProperties, StepName } from '../../../functions/domain/parcel.ts'
import { fieldLabel, valueWords } from './field-words.ts'

/** An entry of the record that a document should prove. */
export interface ProvedField {
  pointer: string
  /** Its fields and what they say, in words. */
  values: [label: string, value: string][]
  /** Ids of the documents that are named as its proof. */
  documents: readonly string[]
}

/** Fields of an entry that say something of their own: no lists of documents, nothing empty. */
function told(entry: object, pointer: string): [string, string][] {
  return Object.entries(entry).flatMap(([field, value]): [string, string][] => {
    if (field === 'documents' || value === undefined || value === null) return []
    const at = `${pointer}/${field}`
    const label = fieldLabel(`/${field}`)
    if (Array.isArray(value)) return [[label, value.join(', ')]]
    if (typeof value === 'object')
      return told(value as object, at).map(([inner, words]) => [`${label}, ${inner}`, words])
    return [[label, valueWords(at, value)]]
  })
}

/** Every step of the grant and every title that says something, in legal order. */
export function provedFields({ grant, titles = [] }: ParcelProperties): ProvedField[] {
  const steps = grant?.steps ?? {}
  const ofSteps = (Object.keys(STEP_LABELS) as (keyof typeof STEP_LABELS)[]).flatMap((step) => {
    const entry = step === 'sertipikat' ? undefined : steps[step satisfies StepName]
    const pointer = `#/properties/grant/steps/${step}`
    return entry
      ? [{ pointer, values: told(entry, pointer), documents: entry.documents ?? [] }]
      : []
  })
  const ofTitles = titles.map((title, index) => {
    const pointer = `#/properties/titles/${index}`
    return { pointer, values: told(title, pointer), documents: title.documents ?? [] }
  })
  return [...ofSteps, ...ofTitles]
}
