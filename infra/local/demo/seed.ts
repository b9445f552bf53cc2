import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { createApp } from '../../../functions/app.ts'
import type { Deps } from '../../../functions/deps.ts'
import { dayOf } from '../../../functions/domain/calendar.ts'
import { readReference } from '../../../functions/store/reference.ts'
import type { Table } from '../../../functions/store/table.ts'
import { mergePatch } from '../../../functions/parcels/merge-patch.ts'
import { type Clerk, clerk, type Stand } from './clerk.ts'
import { decisionOf, filesOf } from './files.ts'
import { SEEDERS, setSeeders } from './members.ts'
import type { DemoParcel, Story } from './parcel.ts'
import { demoBoundary, demoParcels } from './parcels.ts'
import { recordUse } from './use.ts'

const AT_ONCE = 4 // parcels under way: two processors gain nothing from more
const DAY = 24 * 60 * 60 * 1000

/** What the seed has done: one item for each parcel, and one for the whole. */
const PARTITION = 'S#demo'
const WHOLE = '!'
/** The day on which it began, from which the demo's other days count. */
const SINCE = '!since'

async function isDone({ client, name }: Table, sk: string): Promise<string | undefined> {
  const Key = { pk: PARTITION, sk }
  const get = new GetCommand({ TableName: name, Key, ConsistentRead: true })
  return (await client.send(get)).Item?.id as string | undefined
}

async function setDone({ client, name }: Table, sk: string, id: string): Promise<void> {
  await client.send(new PutCommand({ TableName: name, Item: { pk: PARTITION, sk, id } }))
}

interface Clerks {
  petugas: Clerk
  kpb: Clerk
  kanwil: Clerk
}

/** Where the store's own server is: the seed runs beside it and needs no way through the page. */
async function withDirectUploads(deps: Deps): Promise<Deps['files']> {
  const endpoint = await deps.files.s3.config.endpoint?.()
  if (!endpoint) return deps.files
  const { protocol, hostname, port } = endpoint
  return { ...deps.files, origin: `${protocol}//${hostname}${port ? `:${port}` : ''}` }
}

/** Petugas: draft, papers, and the fields that point at them. */
async function prepare({ petugas }: Clerks, demo: DemoParcel): Promise<Stand> {
  const { key, properties } = demo
  const feature = { type: 'Feature', geometry: demoBoundary(demo), properties }
  const { id } = await petugas.create(key, feature)
  const stand = await petugas.read(id)
  const papers = await filesOf(demo)
  if (!stand.isFresh || papers.length === 0) return stand // it had come further before a stop
  const documents = await petugas.upload(
    id,
    papers.map(({ file }) => file),
  )
  const links = papers.flatMap(({ link }, at) => (link ? [link(documents[at]!)] : []))
  const uploaded = await petugas.read(id)
  if (links.length === 0) return uploaded
  return petugas.patch(uploaded, { properties: links.reduce(mergePatch, {}) })
}

const asNotes = (notes: readonly (readonly [string, string])[] = []) =>
  notes.map(([pointer, note]) => ({ pointer, note }))

/** Who does what, from the draft to the end of the story. Steps that were done are answered again. */
async function tell(
  { petugas, kpb, kanwil }: Clerks,
  demo: DemoParcel,
  drafted: Stand,
): Promise<void> {
  const { key } = demo
  const story: Story = demo.story
  if (story.to === 'draf') return
  let stand = await petugas.step(key, drafted, 'handover')
  if (story.to === 'diserahkan') return
  const notice =
    story.to === 'dikembalikan' ? { reason: story.reason, notes: asNotes(story.notes) } : {}
  if (story.to === 'dikembalikan' && story.by === 'kpb') {
    await kpb.step(key, stand, 'return', notice)
    return
  }
  const { overlapReason } = story.to === 'diajukan' ? story : {}
  stand = await kpb.step(key, stand, 'submission', { ...(overlapReason && { overlapReason }) })
  if (story.to === 'diajukan') return
  if (story.to === 'dikembalikan') {
    await kanwil.step(key, stand, 'return', notice)
    return
  }
  const word =
    story.to === 'terverifikasi'
      ? { ...(story.note && { note: story.note }), notes: asNotes(story.notes) }
      : {}
  stand = await kanwil.step(key, stand, 'verification', word)
  if (story.to === 'dibuka-kembali')
    await kanwil.step(key, stand, 'reopening', { reason: story.reason })
  if (story.to !== 'nonaktif') return
  const now = await kanwil.read(stand.id)
  if (now.isRetired) return
  const documents = await kanwil.upload(stand.id, [await decisionOf(demo, story.reason)])
  const { kind, reason } = story
  await kanwil.step(key, await kanwil.read(stand.id), 'retirement', {
    kind,
    reason,
    documents,
  })
}

/** Work through `all`, a few at a time. */
async function each<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all]
  const worker = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await work(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

/**
 * Register the demo's parcels through the API, each by the officers of its unit, unless that was done
 * before; what a stopped seed left undone is taken up. Some 60 parcels with 180 documents.
 *
 * Needs the reference data and the members of `ensureDemoMembers`. Units without accounts are served
 * by members that only the seed acts as, and whose membership ends with it.
 *
 * @returns the number of parcels that were registered now
 */
export async function seedDemo(deps: Deps, issuer: string): Promise<number> {
  const { table, now } = deps
  if (await isDone(table, WHOLE)) return 0
  const [units, regions] = await Promise.all([
    readReference(table, 'upt'),
    readReference(table, 'wilayah'),
  ])
  if (!units || !regions) throw new Error('Load the reference data before the demo.')
  const parcels = await demoParcels(units.content, regions.content)
  const kanwilOf = new Map(units.content.map(({ id, kanwil }) => [id, kanwil]))

  const app = createApp({
    ...deps,
    files: await withDirectUploads(deps),
    identify: async (token) => ({ issuer, subject: token }), // the seed names itself
    log: () => {},
  })
  const local = (unit: string, kanwil: string): Clerks => ({
    petugas: clerk(app, `petugas.${unit}`),
    kpb: clerk(app, `kpb.${unit}`),
    kanwil: clerk(app, `kanwil.${kanwil}`),
  })
  const own: Record<string, Clerks> = {
    'lapas-kelas-iia-binjai': local('binjai', 'sumut'),
    'lapas-kelas-iib-batang': local('batang', 'jateng'),
  }
  const seeders: Clerks = {
    petugas: clerk(app, SEEDERS.petugas),
    kpb: clerk(app, SEEDERS.kpb),
    kanwil: clerk(app, SEEDERS.kanwil),
  }
  const served = [...new Set(parcels.map(({ properties }) => properties.upt))].filter(
    (upt) => !own[upt],
  )
  const scope = { upt: served, kanwil: [...new Set(served.map((upt) => kanwilOf.get(upt) ?? ''))] }
  await setSeeders(deps, issuer, scope)

  const today = dayOf(now())
  const since = (await isDone(table, SINCE)) ?? today
  await setDone(table, SINCE, since)

  let registered = 0
  const register = async (demo: DemoParcel) => {
    if (await isDone(table, demo.key)) return
    const clerks = own[demo.properties.upt] ?? seeders
    const drafted = await prepare(clerks, demo)
    await tell(clerks, demo, drafted)
    await recordUse(clerks, demo, drafted.id, { since, today })
    await setDone(table, demo.key, drafted.id)
    registered += 1
  }
  const isLast = ({ story }: DemoParcel) => 'overlapReason' in story // others are there before them
  await each(
    parcels.filter((demo) => !isLast(demo)),
    register,
  )
  await each(parcels.filter(isLast), register)

  await setSeeders(deps, issuer, scope, dayOf(new Date(now().getTime() - DAY)))
  await setDone(table, WHOLE, now().toISOString())
  return registered
}
