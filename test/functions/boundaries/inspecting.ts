import type { Inspection } from '../../../functions/boundaries/inspection.ts'
import type { Send } from '../../stack.ts'

/** What an inspection answered: its status, and its body as an inspection or a problem. */
export interface Inspected {
  status: number
  body: Inspection & { type?: string; detail?: string }
}

/** Have a file inspected. */
export async function inspect(
  send: Send,
  file: string | Uint8Array,
  query: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Inspected> {
  const answer = await send(`/api/boundaries/inspections?${new URLSearchParams(query)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', ...headers },
    body: typeof file === 'string' ? file : new Uint8Array(file),
  })
  return { status: answer.status, body: (await answer.json()) as Inspected['body'] }
}
