import { checkIndex } from '../../functions/store/cells/check.ts'
import { findStores, NO_REGISTRY } from './stores.ts'

const found = await findStores()
if (!found) console.error(NO_REGISTRY)
else {
  const { parcels, leaves, entries, coarse, faults } = await checkIndex(found)
  for (const { subject, reason } of faults)
    console.log(`✗ ${subject}: ${reason.id}\n  ${reason.en}`)
  console.log(`${parcels} parcels in ${leaves} leaves: ${entries} entries, ${coarse} wide ones.`)
  console.log(
    faults.length === 0
      ? 'Index and parcels agree.'
      : `${faults.length} faults: they do not agree.`,
  )
  if (faults.length > 0) process.exitCode = 1
}
if (!found) process.exitCode = 2
