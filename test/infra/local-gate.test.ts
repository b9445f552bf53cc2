import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { describe, expect } from 'vitest'
import type { Files } from '../../functions/store/files.ts'
import { test as base } from '../stack.ts'

const CONTENT = 'isi berkas'
const KEY = 'documents/nama berkas (1).pdf'

const presign = (files: Files, options: { expiresIn?: number; signingDate?: Date } = {}) =>
  getSignedUrl(
    files.s3,
    new GetObjectCommand({
      Bucket: files.bucket,
      Key: KEY,
      ResponseContentType: 'application/pdf',
      ResponseContentDisposition: `attachment; filename="a.pdf"; filename*=UTF-8''na%20ma.pdf`,
    }),
    { expiresIn: 300, ...options },
  )

/** The path and query of a presigned URL at the page's own origin. */
const at = (origin: string, url: string) => {
  const { pathname, search } = new URL(url)
  return new URL(pathname + search, origin)
}

/** A stored file and an address that opens it. */
const test = base.extend<{ files: Files; link: URL }>({
  files: async ({ deps: { files } }, use) => {
    const { bucket: Bucket } = files
    await files.s3.send(new PutObjectCommand({ Bucket, Key: KEY, Body: CONTENT }))
    await use(files)
  },
  link: async ({ files, origin }, use) => use(at(origin, await presign(files))),
})

describe('the gate opens', () => {
  test('a presigned address, as a download that runs nothing', async ({ link }) => {
    const answer = await fetch(link)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe(CONTENT)
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; /)
    expect(answer.headers.get('Content-Type')).toBe('application/pdf')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox')
  })

  test('a range of it', async ({ link }) => {
    const answer = await fetch(link, { headers: { Range: 'bytes=4-9' } })
    expect(answer.status).toBe(206)
    expect(await answer.text()).toBe('berkas')
  })

  test('an upload of just the signed length', async ({ files, origin }) => {
    const { bucket: Bucket } = files
    const put = new PutObjectCommand({ Bucket, Key: 'incoming/a', ContentLength: 4 })
    const signableHeaders = new Set(['host', 'content-length'])
    const link = at(origin, await getSignedUrl(files.s3, put, { signableHeaders }))
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' } // as curl says unasked
    const send = (body: string) => fetch(link, { method: 'PUT', body, headers: form })
    expect((await send('lebih panjang')).status).toBe(403)
    expect((await send('')).status).toBe(403)
    expect((await send('isi.')).status).toBe(200)
    const { Body } = await files.s3.send(new GetObjectCommand({ Bucket, Key: 'incoming/a' }))
    expect(await Body?.transformToString()).toBe('isi.')
  })
})

describe('the gate stays shut', () => {
  test.for<[string, (link: URL) => void]>([
    ['without a signature', (link) => (link.search = '')],
    ['with another signature', (link) => link.searchParams.set('X-Amz-Signature', '0'.repeat(64))],
    ['with a longer life', (link) => link.searchParams.set('X-Amz-Expires', '9000')],
    ['for another key', (link) => (link.pathname += 'x')],
    ['for a key in no encoding', (link) => (link.pathname += '%E0%A4%A')],
    ['for another answer', (link) => link.searchParams.set('response-content-type', 'text/html')],
    ['with one parameter more', (link) => link.searchParams.set('uploadId', '1')],
    [
      'for another signer',
      (link) => link.searchParams.set('X-Amz-Credential', 'A/20261123/x/s3/aws4_request'),
    ],
  ])('%s', async ([, tamper], { link }) => {
    tamper(link)
    const answer = await fetch(link)
    expect(answer.status).toBe(403)
    expect(await answer.text()).not.toContain(CONTENT)
  })

  test('for another method', async ({ link }) => {
    expect((await fetch(link, { method: 'PUT', body: 'x' })).status).toBe(403)
    expect((await fetch(link, { method: 'DELETE' })).status).toBe(405)
  })

  test('for a header that was not signed', async ({ link, files }) => {
    const headers = { 'x-amz-copy-source': `${files.bucket}/${KEY}` }
    expect((await fetch(link, { headers })).status).toBe(403)
  })

  test('after its time, and before it', async ({ files, origin }) => {
    for (const minutes of [-6, 20]) {
      const signingDate = new Date(Date.now() + minutes * 60_000)
      const link = at(origin, await presign(files, { signingDate }))
      expect((await fetch(link)).status).toBe(403)
    }
  })

  test('for more than 25 MB', async ({ files, origin }) => {
    const put = new PutObjectCommand({ Bucket: files.bucket, Key: 'incoming/a' })
    const link = at(origin, await getSignedUrl(files.s3, put))
    const body = new Uint8Array(25 * 1024 * 1024 + 1)
    const status = await fetch(link, { method: 'PUT', body }).then(
      (answer) => answer.status,
      () => 413, // it hung up before everything was sent
    )
    expect(status).toBe(413)
  })

  test('for the proofs, however well signed', async ({ files, origin }) => {
    const { proofBucket: Bucket } = files
    await files.s3.send(new PutObjectCommand({ Bucket, Key: 'root', Body: CONTENT }))
    const link = at(
      origin,
      await getSignedUrl(files.s3, new GetObjectCommand({ Bucket, Key: 'root' })),
    )
    expect((await fetch(link)).ok).toBe(false)
    link.pathname = `/${files.bucket}/..%2F${Bucket}/root`
    expect((await fetch(link)).ok).toBe(false)
  })
})
