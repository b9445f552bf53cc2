import type { Send } from '../stack.ts'

/** An answer, read. */
export interface Answer {
  status: number
  // oxlint-disable-next-line no-explicit-any -- bodies are what the test says they are
  body: any
  etag: string
  headers: Headers
}

/** Send JSON and read the answer. */
export async function ask(
  send: Send,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const type = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  const answer = await send(`/api${path}`, {
    method,
    headers: { ...(body !== undefined && { 'Content-Type': type }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    body: text === '' ? undefined : JSON.parse(text),
    etag: answer.headers.get('ETag') ?? '',
    headers: answer.headers,
  }
}

/** Register a draft. */
export const draft = (send: Send, feature: unknown): Promise<Answer> =>
  ask(send, 'POST', '/parcels', feature)

/** Take one step of a parcel on the version that `seen` shows. */
export const step = (send: Send, seen: Answer, name: string, body: unknown = {}): Promise<Answer> =>
  ask(send, 'POST', `/parcels/${seen.body.id}/${name}`, body, { 'If-Match': seen.etag })
