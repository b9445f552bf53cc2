import { dayOfPhoto, disagreesInTime, isStronger } from './evidence.ts'
import type { Fault } from './refusal.ts'
import { pointer } from './fault.ts'
import type { NewReport, Photo, Report } from './report.ts'
import type { Block, Grade, Proof, UseRecord } from './use.ts'

/** Doubts of a photo as evidence of one report. */
export type Doubts = NonNullable<Photo['doubts']>

const DOUBTS: Doubts = ['place', 'time', 'reused']

/**
 * What speaks against a photo in a report of a period: what was found when it came, its day outside the
 * period (rule H03), or that the same picture served another report or parcel (H04).
 */
export function doubtsIn(
  photo: Photo,
  period: NewReport['period'],
  isReused: boolean,
): Photo['doubts'] {
  const day = dayOfPhoto(photo)
  const isElsewhen = day !== undefined && (day < period.from || day > period.until)
  const found = new Set(photo.doubts)
  if (isElsewhen) found.add('time')
  if (isReused) found.add('reused')
  return found.size === 0 ? undefined : DOUBTS.filter((doubt) => found.has(doubt))
}

/** A photo without the report that it served: a day outside of that one's period is no doubt any more. */
export function freed(photo: Photo, today: string): Photo {
  const { report: _report, doubts: known, ...plain } = photo
  const day = dayOfPhoto(photo)
  const isStill = day === undefined || day > today || disagreesInTime(photo)
  const doubts = known?.filter((doubt) => doubt !== 'time' || isStill)
  return { ...plain, ...(doubts?.length && { doubts }) }
}

/** The strongest evidence of a report, and the day to which it belongs. */
export interface Evidence {
  grade: Grade
  on: string
}

/**
 * The strongest evidence of a report: of the photos without doubts the best grade, the latest day of
 * that; else the officer's word, which holds for the last day of the period.
 */
export function evidenceOf(photos: readonly Photo[], { until }: NewReport['period']): Evidence {
  let best: Evidence = { grade: 'pernyataan', on: until }
  for (const photo of photos) {
    const on = dayOfPhoto(photo)
    if (photo.doubts || photo.grade === 'pernyataan' || on === undefined) continue
    const isBetter = isStronger(photo.grade, best.grade)
    if (isBetter || (photo.grade === best.grade && on > best.on)) best = { grade: photo.grade, on }
  }
  return best
}

const proofOf = ({ id, grade, provedOn }: Report): Proof => ({ on: provedOn, grade, report: id })

/** The newer of two proofs; of one day, the stronger. */
const newerOf = (known: Proof | undefined, other: Proof): Proof =>
  !known || other.on > known.on || (other.on === known.on && isStronger(other.grade, known.grade))
    ? other
    : known

/** The use after a report: its blocks are proved by it, but never older over newer. */
export function provedBy(use: UseRecord, report: Report): UseRecord {
  const blocks = { ...use.blocks }
  for (const { block } of report.entries) {
    const known = blocks[block]
    if (known) blocks[block] = { ...known, proof: newerOf(known.proof, proofOf(report)) }
  }
  return { ...use, blocks }
}

/** The use without the proofs that a report gave: those of the remaining reports count again. */
export function unproved(use: UseRecord, report: string, remaining: readonly Report[]): UseRecord {
  const blocks = { ...use.blocks }
  for (const [id, block] of Object.entries(blocks)) {
    if (block.proof?.report !== report) continue
    const { proof: _, ...bare } = block
    const proof = remaining
      .filter((each) => !each.withdrawn && each.id !== report)
      .filter(({ entries }) => entries.some((entry) => entry.block === id))
      .reduce<Proof | undefined>((best, each) => newerOf(best, proofOf(each)), undefined)
    blocks[id] = { ...bare, ...(proof && { proof }) }
  }
  return { ...use, blocks }
}

const fault = (at: string, id: string, en: string): Fault => ({ pointer: at, detail: { id, en } })

const lastDayOf = ({ until, ended }: Block): string | undefined =>
  ended && (until === undefined || ended.on < until) ? ended.on : until

/** What keeps a report from being taken: blocks that are not there in its period, days that are to come. */
export function reportFaults(
  { period, entries }: NewReport,
  { blocks = {} }: UseRecord,
  today: string,
): Fault[] {
  const faults: Fault[] = []
  if (period.until > today)
    faults.push(
      fault(
        '#/period/until',
        'Periode laporan tidak boleh melewati hari ini.',
        'The period of a report cannot go beyond today.',
      ),
    )
  for (const [i, entry] of entries.entries()) {
    const at = (...keys: string[]) => pointer('entries', i, ...keys)
    const block = blocks[entry.block]
    if (!block) {
      faults.push(
        fault(
          at('block'),
          'Blok ini tidak ada pada bidang ini. Muat ulang daftar bloknya.',
          'This parcel has no such block. Load its blocks again.',
        ),
      )
      continue
    }
    const last = lastDayOf(block)
    if (block.from > period.until || (last !== undefined && last < period.from))
      faults.push(
        fault(
          at('block'),
          `Blok "${block.name}" tidak berjalan dalam periode ini.`,
          `The block "${block.name}" was not in use in this period.`,
        ),
      )
    for (const name of ['plantedOn', 'harvestedOn'] as const)
      if ((entry[name] ?? '') > today)
        faults.push(fault(at(name), 'Tanggal ini belum tiba.', 'This day is still to come.'))
  }
  return faults
}
