import type { Definition } from '../../functions/domain/definition.ts'
import type { ParcelRecord } from '../../functions/domain/record.ts'
import type { UseStatus } from '../../functions/domain/standing.ts'
import type { Block, Plan } from '../../functions/domain/use.ts'

/*
 * The same questions answered from scratch, as the rules are written and without regard for speed:
 * no spans, no turns, nothing from the code that is tried. Days are reckoned by Date alone.
 */

const at = (day: string): Date => new Date(`${day}T00:00:00Z`)
const iso = (date: Date): string => date.toISOString().slice(0, 10)

/** The same sums come again and again. */
function remembered(reckon: (day: string, n: number) => string) {
  const known = new Map<string, string>()
  return (day: string, n: number): string => {
    const key = `${day} ${n}`
    const before = known.get(key)
    if (before !== undefined) return before
    const found = reckon(day, n)
    known.set(key, found)
    return found
  }
}

export const daysLater = remembered((day, days) => {
  const date = at(day)
  date.setUTCDate(date.getUTCDate() + days)
  return iso(date)
})

/** The same day of another month, or its last. */
export const monthsLater = remembered((day, months) => {
  const date = at(day)
  const wanted = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(wanted, last))
  return iso(date)
})

const GROWS = /^(tanaman-pangan|hortikultura|perkebunan|peternakan|perikanan|kehutanan|sae)$/

const evidenceMonths = ({ kind }: Block, { values }: Definition): number =>
  (GROWS.test(kind) ? values.seasonalEvidenceMonths : values.lastingEvidenceMonths).value!

const mayProve = ({ kind, utilisation }: Block): boolean =>
  utilisation === undefined ? kind !== 'dipakai-pihak-lain' : utilisation.approval !== undefined

const runs = ({ from, until, ended }: Block, day: string): boolean => {
  if (day < from) return false
  if (until !== undefined && day > until) return false
  return ended === undefined || day < ended.on
}

const inTerm = ({ utilisation }: Block, day: string): boolean =>
  utilisation === undefined || (utilisation.from <= day && day <= utilisation.until)

const isProved = (block: Block, day: string, definition: Definition): boolean =>
  runs(block, day) &&
  mayProve(block) &&
  inTerm(block, day) &&
  block.proof !== undefined &&
  day <= monthsLater(block.proof.on, evidenceMonths(block, definition))

const keepsLand = (plan: Plan, day: string, { values }: Definition): boolean => {
  const made = plan.at.slice(0, 10) // written by day in Jakarta
  const months = (plan.kind === 'penggunaan' ? values.planUseMonths : values.planUtilisationMonths)
    .value!
  if (day < made || day > plan.targetDate || day > monthsLater(made, months)) return false
  return plan.closed === undefined || day < plan.closed.on
}

const blocksOf = ({ use }: ParcelRecord): Block[] => Object.values(use?.blocks ?? {})
const plansOf = ({ use }: ParcelRecord): Plan[] => Object.values(use?.plans ?? {})

const baseOf = ({ properties }: ParcelRecord, { values }: Definition): string =>
  [values.goLive.value, properties.grant?.steps?.bast?.date ?? ''].sort()[1]!

/** The last day of which something is proved: evidence counts no further than its block and its term. */
export function lastHeard(record: ParcelRecord, definition: Definition): string {
  const heard = [baseOf(record, definition)]
  for (const block of blocksOf(record)) {
    if (!block.proof || !mayProve(block)) continue
    const ends = [block.proof.on]
    if (block.until !== undefined) ends.push(block.until)
    if (block.ended) ends.push(daysLater(block.ended.on, -1))
    if (block.utilisation) ends.push(block.utilisation.until)
    heard.push(ends.sort()[0]!)
  }
  return heard.sort().at(-1)!
}

export interface Counted {
  use: UseStatus
  provedM2: number
  unprovedM2: number
  vacantM2: number
}

/** How a parcel of some area stands on a day. */
export function standingOn(
  record: ParcelRecord,
  day: string,
  definition: Definition,
  wholeM2: number,
): Counted {
  let own = 0
  let others = 0
  let all = 0
  for (const block of blocksOf(record)) {
    if (runs(block, day)) all += block.areaM2
    if (!isProved(block, day, definition)) continue
    if (block.utilisation) others += block.areaM2
    else own += block.areaM2
  }
  const provedM2 = Math.min(own + others, wholeM2)
  const unprovedM2 = Math.min(all - own - others, wholeM2 - provedM2)
  const vacantM2 = wholeM2 - provedM2 - unprovedM2
  const areas = { provedM2, unprovedM2, vacantM2 }
  if (own + others > 0) {
    if (others > own) return { use: 'dimanfaatkan-pihak-lain', ...areas }
    const isPart =
      (100 * (unprovedM2 + vacantM2)) / wholeM2 > definition.values.partialPercent.value!
    return { use: isPart ? 'digunakan-sebagian' : 'digunakan', ...areas }
  }
  if (plansOf(record).some((plan) => keepsLand(plan, day, definition)))
    return { use: 'kosong-dengan-rencana', ...areas }
  const { statusPerolehan: status, grant } = record.properties
  const isOurs = !/^(usulan-hibah|nphd)$/.test(status ?? '') || grant?.steps?.bast?.date
  const silent = monthsLater(lastHeard(record, definition), definition.values.idleMonths.value!)
  return {
    use: isOurs && day >= silent ? 'terindikasi-tidak-terpakai' : 'belum-terbukti',
    ...areas,
  }
}

/** A deadline with what it runs for, and whether it goes up two levels when it is missed. */
export interface Plain {
  key: string
  day: string
  levels: 0 | 1 | 2
}

/** Every deadline that stands in the record, but for G02's, which follows from the standing. */
export function deadlinesIn(record: ParcelRecord, definition: Definition): Plain[] {
  const found: Plain[] = []
  const { properties, idleCase } = record
  for (const block of blocksOf(record)) {
    const { id, proof, utilisation, until, ended, from } = block
    if (utilisation) {
      const day = utilisation.until
      const isBack = (until !== undefined && until < day) || (ended && ended.on <= day)
      if (!isBack) found.push({ key: `pemanfaatan:${id}`, day, levels: 1 })
    }
    if (!mayProve(block)) continue
    const starts = [baseOf(record, definition), from, utilisation?.from ?? from].sort().at(-1)!
    const day = monthsLater(proof?.on ?? starts, evidenceMonths(block, definition))
    const tomorrow = daysLater(day, 1)
    // Nobody misses evidence for a block that runs no more on the day after.
    const goesOn =
      (until === undefined || tomorrow <= until) &&
      (ended === undefined || tomorrow < ended.on) &&
      (utilisation === undefined || tomorrow <= utilisation.until)
    if (goesOn) found.push({ key: `bukti:${id}`, day, levels: 0 })
  }
  for (const { id, targetDate: day, closed } of plansOf(record))
    if (!closed) found.push({ key: `rencana:${id}`, day, levels: 1 })
  const { bast, psp, pengesahan } = properties.grant?.steps ?? {}
  const isBmn = /^(bast|tercatat-bmn)$/.test(properties.statusPerolehan ?? '')
  if (isBmn && bast?.date !== undefined && !psp?.number)
    found.push({ key: 'psp', day: monthsLater(bast.date, 6), levels: 1 })
  if (isBmn && bast?.date !== undefined && !pengesahan?.number)
    found.push({ key: 'pengesahan', day: `${bast.date.slice(0, 4)}-12-31`, levels: 1 })
  const reversion = properties.grant?.terms?.reversion
  if (reversion?.applies) found.push({ key: 'tarik-kembali', day: reversion.date!, levels: 1 })
  for (const { number, expires } of properties.titles ?? [])
    if (expires !== undefined) found.push({ key: `hak-pakai:${number}`, day: expires, levels: 1 })
  const isOver = /^(dipakai-kembali|dicabut|tidak-idle|eks-bmn-idle)$/.test(idleCase?.state ?? '')
  if (idleCase?.due && !isOver) {
    const { clock, day } = idleCase.due
    const isOfUnit = /^(jawaban|rencana|jawaban-kpknl|penyerahan)$/.test(clock)
    found.push({ key: `kasus-${clock}:${idleCase.id}`, day, levels: isOfUnit ? 2 : 1 })
  }
  return record.legalIdle?.state === 'eks-bmn-idle' ? [] : found
}
