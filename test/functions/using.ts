import type { Send } from '../stack.ts'
import { binjai } from '../fixtures/parcels.ts'
import { type Part, put, sha256Of } from './files.ts'
import { type Answer, ask, draft, step } from './requests.ts'

/** A submitted parcel of Binjai, a square from 98.48, 3.6 by 0.001 degrees. */
export async function submittedParcel(
  as: (account?: string) => Send,
  feature: unknown = binjai,
): Promise<string> {
  const made = await draft(as('petugas.binjai'), feature)
  const { body, status } = await step(as('kpb.binjai'), made, 'submission')
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.id
}

/** Record a block; some figures unless told otherwise. */
export const addBlock = (send: Send, parcel: string, more: object = {}): Promise<Answer> =>
  ask(send, 'POST', `/parcels/${parcel}/blocks`, {
    name: 'Blok jagung',
    kind: 'tanaman-pangan',
    areaM2: 5000,
    from: '2026-01-05',
    ...more,
  })

/** Upload a photo in one part and complete it. */
export async function addPhoto(
  send: Send,
  origin: string,
  parcel: string,
  bytes: Uint8Array,
  more: Record<string, unknown> = {},
): Promise<Answer> {
  const announced = await ask(send, 'POST', `/parcels/${parcel}/photos`, {
    name: 'Jagung.jpg',
    contentType: 'image/jpeg',
    size: bytes.length,
    sha256: sha256Of(bytes),
    ...more,
  })
  if (announced.status !== 201) return announced
  for (const part of announced.body.upload.parts as Part[]) await put(origin, bytes, part)
  return ask(send, 'POST', `/parcels/${parcel}/photos/${announced.body.id}/completion`)
}

let made = 0
/** A new report id: made by the phone. */
export const reportId = (): string => {
  made += 1
  return `0199e1a0-7c3a-7a10-8b1e-${String(made).padStart(12, '0')}`
}

/** A report of October on these blocks, on the officer's word where no photo tells. */
export const october = (blocks: readonly string[], more: object = {}) => ({
  id: reportId(),
  period: { from: '2026-10-01', until: '2026-10-31' },
  entries: blocks.map((block) => ({ block, same: true })),
  statement: 'Dilihat sendiri di lapangan.',
  ...more,
})
