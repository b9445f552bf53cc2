import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { buildApp, type BuildAppOptions } from 'fauxqs'

/** A running S3 server. */
export interface S3Server {
  /** Such as `http://127.0.0.1:41234`. */
  endpoint: string
  stop: () => Promise<void>
}

type Stores = NonNullable<BuildAppOptions['stores']>
interface Part {
  partNumber: number
  etag: string
  lastModified: Date
  body: Buffer
}
/** What is used of fauxqs' store of objects. */
interface Store {
  multipartUploads: Map<string, { parts: Map<number, Part> }>
  persistence?: Persistence
}
interface Persistence {
  loadS3: (store: Store) => void
}
interface Server {
  addHook: (
    name: 'preHandler',
    hook: (request: ServerRequest, reply: Reply) => Promise<unknown>,
  ) => void
  listen: (on: { host: string; port: number }) => Promise<string>
  close: () => Promise<void>
}
interface ServerRequest {
  method: string
  query: { uploadId?: string }
}
interface Reply {
  code: (status: number) => Reply
  type: (contentType: string) => Reply
  send: (body: string) => Reply
}

/** Modules of fauxqs that it does not export: its own start listens on every interface. */
async function inside<T>(path: string): Promise<T> {
  return (await import(
    new URL(`../../node_modules/fauxqs/dist/s3/${path}`, import.meta.url).href
  )) as T
}

/**
 * Start an S3 server on a free loopback port, its objects as files under `folder`.
 *
 * It runs inside this process, checks no signature and takes at most 11 MiB a request: nothing but the
 * registry's own client and the gate may reach it.
 */
export async function startS3(folder: string): Promise<S3Server> {
  const { S3Store } = await inside<{ S3Store: new () => Store }>('s3Store.js')
  const { FileS3Persistence } = await inside<{
    FileS3Persistence: new (folder: string) => Persistence
  }>('fileS3Persistence.js')
  await dropTorn(folder)
  const s3Store = new S3Store()
  const persistence = new FileS3Persistence(folder)
  persistence.loadS3(s3Store)
  s3Store.persistence = persistence // only now, else loading would write everything again
  const stores = { s3Store } as unknown as Stores // queues and topics stay its own
  const app: Server = buildApp({ logger: false, stores })
  app.addHook('preHandler', async ({ method, query: { uploadId } }, reply) => {
    if (method !== 'GET' || !uploadId) return undefined
    const upload = s3Store.multipartUploads.get(uploadId)
    return reply
      .code(upload ? 200 : 404)
      .type('application/xml')
      .send(upload ? partList(uploadId, [...upload.parts.values()]) : NO_SUCH_UPLOAD)
  })
  const endpoint = await app.listen({ host: '127.0.0.1', port: 0 })
  return { endpoint, stop: () => app.close() }
}

/** Remove what a kill in the middle of a write left without its description: nobody was told of it. */
async function dropTorn(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names) {
    if (!name.endsWith('.json')) continue
    const file = join(folder, name)
    const text = await readFile(file, 'utf8')
    try {
      JSON.parse(text)
    } catch {
      await rm(file)
    }
  }
}

/** ListParts, which fauxqs lacks and an upload needs to go on where it stopped. */
function partList(uploadId: string, parts: readonly Part[]): string {
  const listed = [...parts]
    .sort((a, b) => a.partNumber - b.partNumber)
    .map(
      ({ partNumber, etag, lastModified, body }) =>
        `<Part><PartNumber>${partNumber}</PartNumber><ETag>${etag.replaceAll('"', '&quot;')}</ETag>` +
        `<LastModified>${lastModified.toISOString()}</LastModified><Size>${body.length}</Size></Part>`,
    )
  return (
    `<?xml version="1.0" encoding="UTF-8"?><ListPartsResult><UploadId>${uploadId}</UploadId>` +
    `<MaxParts>1000</MaxParts><IsTruncated>false</IsTruncated>${listed.join('')}</ListPartsResult>`
  )
}

const NO_SUCH_UPLOAD =
  '<?xml version="1.0" encoding="UTF-8"?><Error><Code>NoSuchUpload</Code>' +
  '<Message>The upload does not exist; it may be complete or aborted.</Message></Error>'
