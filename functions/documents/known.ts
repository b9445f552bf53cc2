import { mayRead } from '../domain/permissions.ts'
import { authorise, type Ctx, notFound } from '../operation.ts'
import { findHead } from '../parcels/table.ts'
import { type DocumentItem, findDocument } from './table.ts'

/** What is there of a parcel's document for a caller of its place, whatever the parcel's state. */
export async function knownDocument(c: Ctx, parcel: string, id: string): Promise<DocumentItem> {
  const { table } = c.var.deps
  const [head, item] = await Promise.all([findHead(table, parcel), findDocument(table, parcel, id)])
  if (!head || !mayRead(c.var.caller, head, head.state)) throw notFound()
  authorise(c, head)
  if (!item) throw notFound()
  return item
}
