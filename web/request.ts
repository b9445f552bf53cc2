import type { FailureCode } from './messages/problem.ts'
import { language } from './messages/phrase.ts'
import type { RefusalCode } from '../functions/domain/refusal.ts'
import { accessToken, sessionEnded } from './token.ts'

/** One thing wrong with what was sent, in the language of the page. */
export interface ProblemFault {
  /** RFC 6901 pointer in fragment form, such as `#/properties/name`. */
  pointer: string
  detail: string
  rule?: string
  /** `[longitude, latitude]`, for faults that have a place. */
  place?: [number, number]
}

/** The registry declined, or could not be reached: then `status` is 0 and `code` is `no-link`. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: RefusalCode | FailureCode
  readonly status: number
  /** The registry's sentence, in the language of the page; empty when there was no answer. */
  readonly detail: string
  readonly errors: readonly ProblemFault[]
  /** The other members of the problem, such as `holders` or `currentVersion`. */
  readonly parameters: Readonly<Record<string, unknown>>

  constructor(
    code: RefusalCode | FailureCode,
    { status = 0, detail = '', errors = [], ...parameters }: ProblemBody = {},
  ) {
    super(detail || code)
    this.code = code
    this.status = status
    this.detail = detail
    this.errors = errors
    this.parameters = parameters
  }
}

interface ProblemBody {
  status?: number
  detail?: string
  errors?: readonly ProblemFault[]
  [parameter: string]: unknown
}

/** An answer that went well. */
export interface Answer<T> {
  data: T
  /** For `ifMatch` of the next change, where the resource has one. */
  etag: string | undefined
  status: number
  headers: Headers
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent as JSON. */
  body?: unknown
  /** Sent as it is, in place of `body`. */
  file?: Blob
  /** When it is not `application/json`. */
  contentType?: string
  ifMatch?: string
  /** Of one action of the user; made here when left out. Pass your own to repeat across page loads. */
  idempotencyKey?: string
  signal?: AbortSignal
  /** False for what is public: no token is sent. */
  authorized?: boolean
  /** False where nothing is lost by not waiting until the person has signed in again. */
  waitsForSignIn?: boolean
}

const PATIENCE = [400, 1200, 3000] // ms before the second, third and fourth try

const pause = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })

/**
 * Ask the registry; `path` begins after `/api`. Repeats what is safe to repeat when the link breaks or
 * the registry is busy, and waits for a new sign-in when the session has ended. Throws ProblemError.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const { method = 'GET', signal, authorized = true, waitsForSignIn = true } = options
  const key = options.idempotencyKey ?? crypto.randomUUID()
  let renewed = false
  for (let attempt = 0; ; attempt++) {
    const token = authorized ? await accessToken() : undefined
    let response: Response
    try {
      response = await fetch(`/api${path}`, {
        method,
        headers: headersOf(options, key, token),
        body:
          options.file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
        signal,
      })
    } catch (error) {
      signal?.throwIfAborted()
      // A repeated PATCH could meet its own first success as a 412, so it is left to the caller.
      const wait = PATIENCE[attempt]
      if (wait === undefined || method === 'PATCH' || !navigator.onLine)
        throw new ProblemError('no-link', { cause: error })
      await pause(wait, signal)
      continue
    }
    if (response.ok) return answerOf<T>(response)
    if (response.status === 401 && authorized && !renewed) {
      renewed = true
      if (await sessionEnded(token, waitsForSignIn)) continue
    }
    const wait = PATIENCE[attempt]
    if (response.status === 503 && wait !== undefined) {
      const seconds = Number(response.headers.get('Retry-After'))
      await pause(seconds > 0 && seconds <= 10 ? seconds * 1000 : wait, signal)
      continue
    }
    throw await problemOf(response)
  }
}

function headersOf(
  { method = 'GET', body, file, contentType = 'application/json', ifMatch }: RequestOptions,
  key: string,
  token: string | undefined,
): Headers {
  const headers = new Headers({
    Accept: 'application/json, application/geo+json, application/problem+json',
    'Accept-Language': language(),
  })
  if (token) headers.set('Authorization', `Bearer ${token}`)
  if (file) headers.set('Content-Type', 'application/octet-stream')
  else if (body !== undefined) headers.set('Content-Type', contentType)
  if (ifMatch) headers.set('If-Match', ifMatch)
  if (method === 'POST') headers.set('Idempotency-Key', key)
  return headers
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text()
  return {
    data: (text ? JSON.parse(text) : undefined) as T, // our own API, typed by its caller
    etag: response.headers.get('ETag') ?? undefined,
    status: response.status,
    headers: response.headers,
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get('Content-Type')?.startsWith('application/problem+json')
  if (!isProblem) return new ProblemError('failed', { status: response.status })
  const body = (await response.json().catch(() => ({}))) as ProblemBody & { type?: string }
  const code = body.type?.split('/').at(-1) as RefusalCode | undefined
  return new ProblemError(code ?? 'failed', { ...body, status: response.status })
}
