import type { Json } from '../domain/canonical.ts'
import type { Event } from '../domain/history.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Mark } from '../domain/record.ts'
import { type Chain, type Commit, commit, type Surroundings, type Write } from '../store/change.ts'
import {
  forgetSettings,
  inForce,
  settingChain,
  type SettingName,
  settingPartition,
  type SettingVersion,
  versionKey,
  versionsOf,
} from '../store/settings.ts'
import type { Table } from '../store/table.ts'
import { addDays } from '../domain/working-days.ts'

/** Where a version stands. */
export const VERSION_STATES = [
  'berlaku',
  'akan-berlaku',
  'diusulkan',
  'pernah-berlaku',
  'gugur', // a later proposal took its place before it was approved
] as const
export type VersionState = (typeof VERSION_STATES)[number]

/** A setting with all its versions and the end of its chain; no chain before the first proposal. */
export interface StoredSetting {
  name: SettingName
  versions: SettingVersion[]
  chain: Chain | null
}

/** Read a setting, strongly consistent. */
export async function findSetting(table: Table, name: SettingName): Promise<StoredSetting> {
  const [chain, versions] = await Promise.all([
    settingChain(table, name),
    versionsOf(table, name) as Promise<SettingVersion[]>,
  ])
  return { name, versions, chain }
}

/** Where a version of a setting stands on a day. */
export function stateOf(
  { versions }: Pick<StoredSetting, 'versions'>,
  version: SettingVersion,
  today: string,
): VersionState {
  if (version.proposed && !version.approved)
    return version.version === versions.at(-1)?.version ? 'diusulkan' : 'gugur'
  if (inForce(versions, today).version === version.version) return 'berlaku'
  return version.validFrom > today ? 'akan-berlaku' : 'pernah-berlaku'
}

/** A setting as its history tells it: the versions that were proposed, by number. */
export const settingRecord = (versions: readonly SettingVersion[]): Json =>
  JSON.parse(
    JSON.stringify({
      versions: Object.fromEntries(
        versions.flatMap((each) => (each.proposed ? [[String(each.version), each]] : [])),
      ),
    }),
  ) as Json

type Said = Pick<Commit, 'actor' | 'action' | 'reason' | 'idempotency'>

async function save(
  around: Surroundings,
  stored: StoredSetting,
  changed: SettingVersion,
  condition: string,
  said: Said,
): Promise<Event> {
  const { name, versions, chain } = stored
  const others = versions.filter(({ version }) => version !== changed.version)
  const pk = settingPartition(name)
  const write: Write = {
    item: {
      Put: {
        TableName: around.table.name,
        Item: { pk, sk: versionKey(changed.version), said: changed },
        ConditionExpression: condition,
      },
    },
  }
  const event = await commit(around, {
    ...said,
    pk,
    subject: `setting:${name}`,
    chain,
    before: chain ? settingRecord(versions) : undefined,
    after: settingRecord([...others, changed]),
    head: () => ({}),
    writes: [write],
  })
  forgetSettings(around.table)
  return event
}

/** The first day from which a version may hold: what is past was judged by what held then. */
export const earliestFrom = (today: string): string => addDays(today, 1)

/** Refuse a version that would hold from today or before. */
function requireFuture(validFrom: string, today: string): void {
  const first = earliestFrom(today)
  if (validFrom >= first) return
  const detail = {
    id: `Versi baru berlaku paling cepat besok, ${first}: yang sudah lewat dinilai dengan aturan saat itu.`,
    en: `A new version holds from tomorrow, ${first}, at the earliest: what is past was judged by the rules of its day.`,
  }
  throw new Refusal('invalid-input', detail, { faults: [{ pointer: '#/validFrom', detail }] })
}

/** Propose a version; it holds once somebody else approves it. */
export async function propose(
  around: Surroundings,
  stored: StoredSetting,
  version: Omit<SettingVersion, 'approved'> & { proposed: Mark },
  today: string,
  said: Omit<Said, 'action' | 'reason'>,
): Promise<void> {
  requireFuture(version.validFrom, today)
  const { source: reason } = version
  const action = 'setting-proposed'
  await save(around, stored, version, 'attribute_not_exists(pk)', { ...said, action, reason })
}

/** Put a proposal in force from its day: by another person than who proposed it. */
export async function approve(
  around: Surroundings,
  stored: StoredSetting,
  version: SettingVersion,
  mark: Mark,
  today: string,
  said: Omit<Said, 'action' | 'reason'>,
): Promise<SettingVersion> {
  const state = stateOf(stored, version, today)
  if (state !== 'diusulkan')
    throw new Refusal('wrong-state', {
      id: 'Hanya usulan terbaru yang dapat disetujui; versi ini bukan usulan itu.',
      en: 'Only the newest proposal can be approved; this version is not that one.',
    })
  if (version.proposed?.by === mark.by)
    throw new Refusal('four-eyes', {
      id: 'Anda yang mengusulkan versi ini. Yang menyetujui harus orang lain di pusat.',
      en: 'You proposed this version. Somebody else of headquarters has to approve it.',
    })
  requireFuture(version.validFrom, today)
  const approved = { ...version, approved: mark }
  const action = 'setting-approved'
  await save(around, stored, approved, 'attribute_not_exists(said.approved)', { ...said, action })
  return approved
}
