import { rebuildIndex } from '../../functions/store/cells/rebuild.ts'
import { findStores, NO_REGISTRY } from './stores.ts'

const found = await findStores()
if (found) {
  const { partitions, written, entered } = await rebuildIndex(found, Date.now())
  console.log(`${partitions} partitions looked at, ${written} pages written.`)
  if (entered > 0) console.log(`${entered} parcels entered the index only now.`)
} else {
  console.error(NO_REGISTRY)
  process.exitCode = 2
}
