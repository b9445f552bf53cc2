import { Hono } from 'hono'
import { MOST_BYTES } from '../../functions/domain/document.ts'
import { FILE_HEADERS, SECURITY_HEADERS } from '../headers.ts'
import { doubtOf, type Trust } from './presigned.ts'

/** What may travel on to the S3 server, and what may come back from it. */
const ASKED = ['content-type', 'content-length', 'range', 'if-range', 'if-none-match']
const ANSWERED = [
  'content-type',
  'content-length',
  'content-range',
  'content-disposition',
  'accept-ranges',
  'etag',
  'last-modified',
]

const SAFE = { ...SECURITY_HEADERS, ...FILE_HEADERS }

/** Headers that a signed query overrides in the answer to a GET. */
const OVERRIDES = ['content-type', 'content-disposition', 'content-encoding', 'content-language']

const refusal = (status: number, code: string): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`, {
    status,
    headers: { ...SAFE, 'Content-Type': 'application/xml' },
  })

const only = (names: readonly string[], from: Headers): Headers => {
  const headers = new Headers()
  for (const name of names) {
    const value = from.get(name)
    if (value !== null) headers.set(name, value)
  }
  return headers
}

/**
 * Serves one bucket at the page's own origin under `/<bucket>/`: GET, HEAD and PUT with a presigned
 * URL, which it checks since the S3 server behind it does not. Nothing else answers.
 */
export const createGate = (s3: string, bucket: string, trust: Trust, now: () => Date) =>
  new Hono().all(`/${bucket}/*`, async (c) => {
    const request = c.req.raw
    if (!['GET', 'HEAD', 'PUT'].includes(request.method)) return refusal(405, 'MethodNotAllowed')
    const doubt = doubtOf(request, trust, now())
    if (doubt) return refusal(403, doubt)

    const headers = only(ASKED, request.headers)
    for (const [name, value] of request.headers) {
      if (name.startsWith('x-amz-')) headers.set(name, value) // signed, else it were refused above
    }
    if (request.method === 'PUT') {
      const length = request.headers.get('content-length')
      if (length === null) return refusal(411, 'MissingContentLength')
      if (Number(length) > MOST_BYTES) return refusal(413, 'EntityTooLarge')
      headers.set('content-type', 'application/octet-stream') // else the server behind parses forms
    }
    const { pathname, search, searchParams } = new URL(request.url)
    const answer = await fetch(new URL(pathname + search, s3), {
      method: request.method,
      headers,
      body: request.body,
      duplex: 'half',
      redirect: 'manual',
    } as RequestInit)
    const back = only(ANSWERED, answer.headers)
    for (const name of OVERRIDES) {
      const value = searchParams.get(`response-${name}`)
      if (answer.ok && value) back.set(name, value)
    }
    for (const [name, value] of Object.entries(SAFE)) back.set(name, value)
    return new Response(answer.body, { status: answer.status, headers: back })
  })
