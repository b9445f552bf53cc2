import { createHash } from 'node:crypto'
import { labelPoint } from '../../../functions/domain/labelpoint.ts'
import { addDays } from '../../../functions/domain/working-days.ts'
import type { Clerk } from './clerk.ts'
import { photoOf } from './papers.ts'
import type { DemoParcel } from './parcel.ts'
import { demoBoundary } from './parcels.ts'
import { type DemoReport, USES } from './uses.ts'

/** The same id for the same words, so that a report that was sent is not sent as another. */
function idOf(words: string): string {
  const hex = createHash('sha256').update(words).digest('hex')
  // version 8 and the variant of RFC 9562
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Noon in Jakarta. */
const noonOf = (day: string): string => `${day}T05:00:00.000Z`

/** A photo of the field as a phone sends it, taken in the middle of the parcel. */
async function sendPhoto(
  petugas: Clerk,
  demo: DemoParcel,
  id: string,
  { key, day }: { key: string; day: string },
): Promise<string[]> {
  const boundary = demoBoundary(demo)
  const [lng, lat] = boundary ? labelPoint(boundary) : []
  if (lng === undefined || lat === undefined) return []
  const taken = { at: noonOf(day), fix: { lng, lat, accuracyM: 6 } }
  const file = { name: `${key.split('/').join('-')}.jpg`, contentType: 'image/jpeg' }
  return [await petugas.photograph(key, id, { ...file, bytes: photoOf(key), taken })]
}

/**
 * Record how a registered demo parcel is used: blocks, reports with photos, plans, and what the Kanwil
 * flags. What was recorded before is answered again.
 *
 * @param days plain dates: when the demo began, from which all days count, and of any letter
 */
export async function recordUse(
  { petugas, kanwil }: { petugas: Clerk; kanwil: Clerk },
  demo: DemoParcel,
  id: string,
  { since, today }: { since: string; today: string },
): Promise<void> {
  const { key } = demo
  const use = USES[key]
  if (!use) return
  const day = (ago: number | undefined) => (ago === undefined ? undefined : addDays(since, -ago))
  const blocks = new Map<string, string>()
  for (const [n, block] of (use.blocks ?? []).entries()) {
    const added = await petugas.add(`${key}/block-${n}`, `/parcels/${id}/blocks`, block)
    blocks.set(block.name, added.id)
  }
  const send = async ({ from, until, entries, photo, statement }: DemoReport, n: number) => {
    const name = `${key}/report-${n}`
    const last = addDays(since, -until)
    await petugas.add(name, `/parcels/${id}/reports`, {
      id: idOf(`${name} ${since}`),
      period: { from: day(from), until: last },
      entries: entries.map(({ block, planted, harvested, ...told }) => ({
        ...told,
        block: blocks.get(block),
        plantedOn: day(planted),
        harvestedOn: day(harvested),
      })),
      photos: photo ? await sendPhoto(petugas, demo, id, { key: `${name}/photo`, day: last }) : [],
      statement,
    })
  }
  for (const [n, report] of (use.reports ?? []).entries()) await send(report, n)
  if (use.plan) {
    const { daysAhead, ...plan } = use.plan
    const targetDate = addDays(since, daysAhead)
    await petugas.add(`${key}/plan`, `/parcels/${id}/plans`, { ...plan, targetDate })
  }
  if (use.nonUse) await petugas.put(`/parcels/${id}/non-use`, use.nonUse)
  if (!use.flag) return
  const { letter, ...flag } = use.flag
  await kanwil.step(key, await kanwil.read(id), 'case/flag', flag)
  if (letter)
    await kanwil.step(key, await kanwil.read(id), 'case/request', {
      letter: { number: letter, date: today },
    })
}
