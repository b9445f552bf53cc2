import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { dayOf } from '../domain/calendar.ts'
import { DEFAULT_DEFINITION, type Definition, type DefinitionValues } from '../domain/definition.ts'
import { DEFAULT_HOLIDAYS, type Holidays } from '../domain/holidays.ts'
import type { Mark } from '../domain/record.ts'
import type { Chain } from './change.ts'
import type { Table } from './table.ts'

/** What headquarters sets: by what use is judged and clocked, and on which days offices are closed. */
export const SETTINGS = ['definisi', 'libur'] as const
export type SettingName = (typeof SETTINGS)[number]

/** What a version of each setting says. */
export interface SettingValues {
  definisi: DefinitionValues
  libur: Holidays
}

/** One version of a setting. It never changes, but that somebody else approves it. */
export interface SettingVersion<N extends SettingName = SettingName> {
  version: number
  /** The first day on which it counts. */
  validFrom: string
  source: string
  values: SettingValues[N]
  /** Who proposed and who approved it; neither of the version that comes with the program. */
  proposed?: Mark
  approved?: Mark
}

/** The settings in force on a day, and the version of the holidays (a definition knows its own). */
export interface Settings {
  /** The day by which is judged. */
  today: string
  definition: Definition
  holidays: Holidays
  holidaysVersion: number
}

/** Version 1 of each setting comes with the program. */
export const BUNDLED: { [N in SettingName]: SettingVersion<N> } = {
  definisi: DEFAULT_DEFINITION,
  libur: {
    version: 1,
    validFrom: '2026-01-01',
    source: Object.values(DEFAULT_HOLIDAYS.years)
      .map(({ source }) => source)
      .join('; '),
    values: DEFAULT_HOLIDAYS,
  },
}

export const settingPartition = (name: SettingName): string => `S#${name}`
/** Where a version stands in its partition. */
export const VERSIONS = 'V#'
export const versionKey = (version: number): string =>
  `${VERSIONS}${String(version).padStart(4, '0')}`

/** A definition as it was stored, with what later programs added to its values. */
const upcast = <N extends SettingName>(name: N, stored: SettingVersion<N>): SettingVersion<N> =>
  name === 'definisi'
    ? { ...stored, values: { ...DEFAULT_DEFINITION.values, ...stored.values } }
    : stored

/** All versions of a setting by number, the bundled one first; strongly consistent, one query. */
export async function versionsOf<N extends SettingName>(
  { client, name: TableName }: Table,
  name: N,
): Promise<SettingVersion<N>[]> {
  const found: SettingVersion<N>[] = [BUNDLED[name]]
  let ExclusiveStartKey: Record<string, unknown> | undefined
  do {
    const page = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :versions)',
        ExpressionAttributeValues: { ':pk': settingPartition(name), ':versions': VERSIONS },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    )
    found.push(...(page.Items ?? []).map(({ said }) => upcast(name, said as SettingVersion<N>)))
    ExclusiveStartKey = page.LastEvaluatedKey
  } while (ExclusiveStartKey)
  return found
}

/** The end of a setting's chain, strongly consistent; null before the first proposal. */
export async function settingChain(
  { client, name: TableName }: Table,
  name: SettingName,
): Promise<Chain | null> {
  const Key = { pk: settingPartition(name), sk: 'H' }
  const { Item } = await client.send(new GetCommand({ TableName, Key, ConsistentRead: true }))
  return (Item?.chain as Chain) ?? null
}

/** The version in force on a day: of those approved by then the one that came into force last. */
export function inForce<N extends SettingName>(
  versions: readonly SettingVersion<N>[],
  day: string,
): SettingVersion<N> {
  let found = versions[0]! // the bundled one holds before any other
  for (const each of versions)
    if (each.approved && each.validFrom <= day && each.validFrom >= found.validFrom) found = each
  return found
}

const TRUSTED_FOR = 30_000 // ms; a version comes into force a day after its approval at the earliest
type Kept = { [N in SettingName]: SettingVersion<N>[] }
interface Seen {
  kept: Promise<Kept>
  at: number
}
const seen = new WeakMap<Table['client'], Map<string, Seen>>()

function seenBy({ client }: Table): Map<string, Seen> {
  const known = seen.get(client) ?? new Map<string, Seen>()
  seen.set(client, known)
  return known
}

async function readAll(table: Table): Promise<Kept> {
  const [definisi, libur] = await Promise.all([
    versionsOf(table, 'definisi'),
    versionsOf(table, 'libur'),
  ])
  return { definisi, libur }
}

/** Read the settings anew at the next use, as one of them was changed here. */
export function forgetSettings(table: Table): void {
  seenBy(table).delete(table.name)
  days.get(table.client)?.delete(table.name)
}

/** The settings in force on a day, as known at `now`: two queries, none for 30 seconds after. */
export async function settingsFor(table: Table, day: string, now: Date): Promise<Settings> {
  const known = seenBy(table)
  let entry = known.get(table.name)
  if (!entry || Math.abs(now.getTime() - entry.at) > TRUSTED_FOR) {
    entry = { kept: readAll(table), at: now.getTime() }
    known.set(table.name, entry)
    entry.kept.catch(() => known.delete(table.name)) // what failed is asked again
  }
  const { definisi, libur } = await entry.kept
  const { version, validFrom, source, values } = inForce(definisi, day)
  const holidays = inForce(libur, day)
  return {
    today: day,
    definition: { version, validFrom, source, values },
    holidays: holidays.values,
    holidaysVersion: holidays.version,
  }
}

/** Where the sweep notes how far it is: the day to which it brought all parcels, and by which settings. */
export const SWEPT = { pk: 'S#sapuan', sk: 'D' } as const

const DAY_TRUSTED_FOR = 2_000 // ms: after `npm run sweep -- --date`, people go on at once
const days = new WeakMap<Table['client'], Map<string, { day: Promise<string>; at: number }>>()

async function readSweptDay({ client, name: TableName }: Table): Promise<string> {
  const { Item } = await client.send(new GetCommand({ TableName, Key: SWEPT }))
  return String(Item?.day ?? '')
}

/**
 * The day by which the registry judges: today in Jakarta, or a later one to which a sweep was dated, so
 * that nothing runs back behind what that sweep did.
 */
export async function judgingDay(table: Table, now: Date): Promise<string> {
  const known = days.get(table.client) ?? new Map<string, { day: Promise<string>; at: number }>()
  days.set(table.client, known)
  let entry = known.get(table.name)
  if (!entry || Math.abs(now.getTime() - entry.at) > DAY_TRUSTED_FOR) {
    entry = { day: readSweptDay(table), at: now.getTime() }
    known.set(table.name, entry)
    entry.day.catch(() => known.delete(table.name))
  }
  const swept = await entry.day
  const today = dayOf(now)
  return swept > today ? swept : today
}

/** The day by which is judged, and the settings in force on it. */
export const settingsOn = async (table: Table, now: Date): Promise<Settings> =>
  settingsFor(table, await judgingDay(table, now), now)
