import type { Anchor } from '../domain/anchor.ts'
import { type CheckedAnchors, checkAnchors } from './anchor-check.ts'
import { anchors } from './anchors.ts'
import { chainPartitions, checkChain } from './verification.ts'
import type { CheckedChain, HistoryFault, Sources } from './verification.ts'

/** What a verification of the whole registry found. */
export interface RegistryReport {
  chains: number
  events: number
  anchors: CheckedAnchors
  /** Empty when history holds. */
  faults: HistoryFault[]
}

/**
 * Check every chain against its hashes and its current items, and every anchor against the chains.
 * Scans the table: for jobs and the command line, while the registry runs or not.
 */
export async function verifyRegistry(sources: Sources): Promise<RegistryReport> {
  const made: Anchor[] = []
  for await (const anchor of anchors(sources.files)) made.push(anchor) // first: chains only grow
  const chains = new Map<string, CheckedChain>()
  const faults: HistoryFault[] = []
  for await (const pk of chainPartitions(sources.table)) {
    const checked = await checkChain(sources, pk)
    const { subject } = checked
    if (chains.has(subject))
      faults.push({
        subject,
        reason: {
          id: `Subjek ini punya dua rantai; yang kedua di ${pk}.`,
          en: `This subject has two chains; the second is in ${pk}.`,
        },
      })
    else chains.set(subject, checked)
    faults.push(...checked.faults)
  }
  const checked = await checkAnchors(sources.files, made, chains)
  return {
    chains: chains.size,
    events: [...chains.values()].reduce((sum, { hashes }) => sum + hashes.length, 0),
    anchors: checked,
    faults: [...faults, ...checked.faults],
  }
}
