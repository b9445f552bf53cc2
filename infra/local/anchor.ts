import { makeAnchor } from '../../functions/store/anchors.ts'
import { localFiles, localTable } from './clients.ts'
import { NAMES } from './registry.ts'
import { findRunning } from './running.ts'
import { localSigner } from './signer.ts'

const running = await findRunning(Number(process.env.PORT || 3000))
if (running) {
  const { anchor, fresh, lost } = await makeAnchor({
    table: await localTable(running.stores, NAMES.table),
    files: await localFiles(running.stores, NAMES.buckets),
    sign: await localSigner(running.dataDir),
    now: () => new Date(),
  })
  console.log(
    `${fresh ? 'Made' : 'There is already'} the anchor of ${anchor.date}: ${anchor.count} chains, root ${anchor.root}.`,
  )
  for (const { subject, version } of lost)
    console.log(`✗ ${subject} v${version} was anchored before and is gone, cut or rewritten.`)
  if (lost.length > 0) process.exitCode = 1
} else {
  console.error('No registry of yours runs here. Start it with npm start, or set PORT.')
  process.exitCode = 2
}
