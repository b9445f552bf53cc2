import type { Upload } from '../../documents/upload.ts'
import { type Content, valueAt } from './content.ts'

/** Whether a place of the form takes one document rather than a list of them. */
const isSingle = (slot: string): boolean => slot.endsWith('/document')

/** What stands in a place of the form once a document has arrived for it. */
export function joined(slot: string, there: unknown, document: string): string | string[] {
  if (isSingle(slot)) return document
  const list = (there ?? []) as string[]
  return list.includes(document) ? list : [...list, document]
}

/**
 * Whether the form still has the place that a document was sent for. The file of a boundary belongs
 * to the boundary that was taken from it: after another one was drawn it is kept, but not named there.
 */
export function isWanted(content: Content, { slot, name }: Upload): boolean {
  if (!isSingle(slot)) return true
  return valueAt(content, slot.replace(/[^/]+$/, 'fileName')) === name
}
