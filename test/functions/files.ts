import { createHash } from 'node:crypto'
import type { Send } from '../stack.ts'
import { type Answer, ask } from './requests.ts'

/** A file as an officer has it. */
export interface File {
  name: string
  kind: string
  contentType: string
  bytes: Uint8Array
}

export const sha256Of = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** A PDF of exactly `size` bytes (at least 32), the same for the same `seed`. */
export function pdf(size: number, seed = 'a', name = 'BAST.pdf', kind = 'bast'): File {
  const head = Buffer.from(`%PDF-1.7\n% ${seed}\n`)
  const tail = Buffer.from('\n%%EOF\n')
  const bytes = Buffer.concat([head, Buffer.alloc(size - head.length - tail.length, seed), tail])
  return { name, kind, contentType: 'application/pdf', bytes }
}

/** Say which file is to come. */
export const announce = (
  send: Send,
  parcel: string,
  { bytes, ...file }: File,
  instead: Record<string, unknown> = {},
): Promise<Answer> =>
  ask(send, 'POST', `/parcels/${parcel}/documents`, {
    ...file,
    size: bytes.length,
    sha256: sha256Of(bytes),
    ...instead,
  })

export interface Part {
  number: number
  start: number
  size: number
  url: string
  received: boolean
}

/** PUT one part as a browser does: the bytes, and no header of its own. */
export const put = (
  origin: string,
  bytes: Uint8Array,
  { url, start, size }: Part,
): Promise<Response> =>
  fetch(`${origin}${url}`, {
    method: 'PUT',
    body: bytes.slice(start, start + size) as Uint8Array<ArrayBuffer>,
  })

export const complete = (send: Send, parcel: string, document: string): Promise<Answer> =>
  ask(send, 'POST', `/parcels/${parcel}/documents/${document}/completion`)

/** Announce, send every part and complete. */
export async function upload(
  send: Send,
  origin: string,
  parcel: string,
  file: File,
  instead: Record<string, unknown> = {},
): Promise<Answer> {
  const { body } = await announce(send, parcel, file, instead)
  for (const part of body.upload.parts as Part[]) await put(origin, file.bytes, part)
  return complete(send, parcel, body.id)
}
