import type { Json } from '../../functions/domain/canonical.ts'
import { findMember } from '../../functions/store/members.ts'
import { wholeAnnex, withAnnexes } from '../../functions/store/annexes.ts'
import { findParcel } from '../../functions/parcels/table.ts'
import { findSetting, settingRecord } from '../../functions/settings/versions.ts'
import { verifyRegistry } from '../../functions/store/registry-check.ts'
import { type SettingName, SETTINGS } from '../../functions/store/settings.ts'
import type { CurrentRecord, Sources } from '../../functions/store/verification.ts'
import { findStatement } from '../../functions/units/table.ts'
import { findStores, NO_REGISTRY } from './stores.ts'

const asJson = (record: unknown): Json => JSON.parse(JSON.stringify(record)) as Json

const isSetting = (name: string): name is SettingName => SETTINGS.includes(name as SettingName)

/** Reads the record that a partition's current items make, in the form in which history tells it. */
export const recordReader =
  (table: Sources['table']): Sources['recordOf'] =>
  async (pk): Promise<CurrentRecord | undefined> => {
    const [kind, id = ''] = pk.split(/#(.*)/s)
    if (kind === 'L') {
      const found = await findParcel(table, id)
      if (!found) return undefined
      const { head, record, chain } = found
      const [reports, photos] = await Promise.all([
        wholeAnnex(table, id, 'reports'),
        wholeAnnex(table, id, 'photos'),
      ])
      const whole = { ...withAnnexes(record, head.annexes) }
      if (whole.reports) whole.reports = reports
      if (whole.photos) whole.photos = photos
      return { record: asJson(whole), chain }
    }
    if (kind === 'M') {
      const found = await findMember(table, id)
      return found && { record: asJson(found.member), chain: found.chain }
    }
    if (kind === 'N') {
      const { nihil, chain } = await findStatement(table, id)
      return chain ? { record: { nihil: asJson(nihil) }, chain } : undefined
    }
    if (kind === 'S' && isSetting(id)) {
      const { versions, chain } = await findSetting(table, id)
      return chain ? { record: settingRecord(versions), chain } : undefined
    }
    return undefined
  }

async function main(): Promise<number> {
  const found = await findStores()
  if (!found) {
    console.error(NO_REGISTRY)
    return 2
  }
  const { chains, events, anchors, faults } = await verifyRegistry({
    ...found,
    recordOf: recordReader(found.table),
  })
  for (const { subject, version, reason } of faults)
    console.log(`✗ ${subject}${version ? ` v${version}` : ''}: ${reason.id}\n  ${reason.en}`)
  console.log(`${chains} chains, ${events} events, ${anchors.count} anchors.`)
  if (anchors.newest)
    console.log(`Newest anchor: ${anchors.newest.date}, root ${anchors.newest.root}.`)
  for (const fingerprint of anchors.fingerprints) console.log(`Signed by key ${fingerprint}.`)
  console.log(`${anchors.notAnchored} events are not yet anchored.`)
  console.log(faults.length === 0 ? 'History holds.' : `${faults.length} faults: it does not hold.`)
  return faults.length === 0 ? 0 : 1
}

if (import.meta.main) process.exitCode = await main()
