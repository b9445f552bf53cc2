import { createHash } from 'node:crypto'
import type { App } from '../../../functions/app.ts'
import type { DocumentKind } from '../../../functions/domain/document.ts'
import type { Photo } from '../../../functions/domain/report.ts'

/** Where a parcel stands: its newest version, and how far it has come. */
export interface Stand {
  id: string
  etag: string
  /** True while it is a draft that nobody has handed over or sent back. */
  isFresh: boolean
  isRetired: boolean
}

/** A file to be uploaded. */
export interface File {
  kind: DocumentKind
  name: string
  contentType: string
  bytes: Uint8Array
}

/** A photo as a phone has it. */
export interface TakenPhoto extends Omit<File, 'kind'> {
  taken: Photo['taken']
}

/** Someone who works through the API as any program would; what was done before is not repeated. */
export interface Clerk {
  create: (key: string, feature: unknown) => Promise<Stand>
  /** Ids of the documents, in the order of the files. */
  upload: (parcel: string, files: readonly File[]) => Promise<string[]>
  read: (parcel: string) => Promise<Stand>
  patch: (stand: Stand, patch: unknown) => Promise<Stand>
  step: (key: string, stand: Stand, step: string, body?: unknown) => Promise<Stand>
  /** Send something that gets an id, and give that. */
  add: (key: string, path: string, body: unknown) => Promise<{ id: string }>
  put: (path: string, body: unknown) => Promise<void>
  /** Id of the photo, once the registry has it. */
  photograph: (key: string, parcel: string, photo: TakenPhoto) => Promise<string>
}

interface Listed {
  documents: { id: string; name: string; state: string }[]
}
interface Plan {
  id: string
  upload: { parts: { start: number; size: number; url: string; received: boolean }[] }
}

/** Work as the account `subject`, whose name the app takes for its token. */
export function clerk(app: App, subject: string): Clerk {
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    app.request(`/api${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${subject}`,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        'Accept-Language': 'en',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  async function call(...[method, path, ...rest]: Parameters<typeof ask>): Promise<Response> {
    const answer = await ask(method, path, ...rest)
    if (answer.ok) return answer
    throw new Error(`${subject}: ${method} ${path}: ${answer.status} ${await answer.text()}`)
  }
  const post = (key: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    call('POST', path, body, { 'Idempotency-Key': `demo/${key}`, ...headers })

  async function standOf(answer: Response): Promise<Stand> {
    const { id, properties } = (await answer.json()) as {
      id: string
      properties: { state: string; handover?: unknown; returnReason?: string }
    }
    const { state, handover, returnReason } = properties
    const isFresh = state === 'draf' && !handover && !returnReason
    const isRetired = state === 'nonaktif'
    return { id, etag: answer.headers.get('ETag') ?? '', isFresh, isRetired }
  }
  const read = async (parcel: string) => standOf(await call('GET', `/parcels/${parcel}`))

  async function uploadOne(path: string, known: Listed['documents'], file: File): Promise<string> {
    const { kind, name, contentType, bytes } = file
    const there = known.find((document) => document.name === name)
    if (there?.state === 'complete') return there.id
    if (there) {
      // a seed that was stopped: the store may have joined the parts, or forgotten them
      if ((await ask('POST', `${path}/${there.id}/completion`)).ok) return there.id
      await call('DELETE', `${path}/${there.id}/upload`)
    }
    const plan = await call('POST', path, { kind, name, contentType, ...checked(bytes) })
    return sendParts(path, (await plan.json()) as Plan, { name, bytes })
  }
  const checked = (bytes: Uint8Array) => ({
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
  /** Send what has not arrived, and have it checked and kept. */
  async function sendParts(
    path: string,
    { id, upload }: Plan,
    { name, bytes }: Pick<File, 'name' | 'bytes'>,
  ): Promise<string> {
    for (const { start, size, url, received } of upload.parts) {
      if (received) continue
      const sent = await fetch(url, { method: 'PUT', body: bytes.slice(start, start + size) })
      if (!sent.ok) throw new Error(`PUT ${name}: ${sent.status} ${await sent.text()}`)
    }
    await call('POST', `${path}/${id}/completion`)
    return id
  }

  return {
    read,
    create: async (key, feature) => {
      const type = { 'Content-Type': 'application/geo+json' }
      return standOf(await post(`${key}/create`, '/parcels', feature, type))
    },
    upload: async (parcel, files) => {
      const path = `/parcels/${parcel}/documents`
      const { documents } = (await (await call('GET', path)).json()) as Listed
      const ids: string[] = []
      for (const file of files) ids.push(await uploadOne(path, documents, file))
      return ids
    },
    patch: async ({ id, etag }, patch) => {
      const headers = { 'Content-Type': 'application/merge-patch+json', 'If-Match': etag }
      return standOf(await call('PATCH', `/parcels/${id}`, patch, headers))
    },
    step: async (key, { id, etag }, step, body = {}) => {
      const headers = { 'If-Match': etag }
      return standOf(await post(`${key}/${step}`, `/parcels/${id}/${step}`, body, headers))
    },
    add: async (key, path, body) => (await post(key, path, body)).json() as Promise<{ id: string }>,
    put: async (path, body) => void (await call('PUT', path, body)),
    photograph: async (key, parcel, { bytes, ...about }) => {
      const path = `/parcels/${parcel}/photos`
      const plan = await post(key, path, { ...about, ...checked(bytes) })
      return sendParts(path, (await plan.json()) as Plan, { name: about.name, bytes })
    },
  }
}
