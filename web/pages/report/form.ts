import { safeParse } from 'valibot'
import { dayOfPhoto, DEFAULT_EVIDENCE_SETTINGS } from '../../../functions/domain/evidence.ts'
import type { Language, Phrase } from '../../../functions/domain/phrase.ts'
import { NewReport, type Report, type ReportEntry } from '../../../functions/domain/report.ts'
import { type Block, SEASONAL_KINDS } from '../../../functions/domain/use.ts'
import { parseArea, parseRupiah } from '../../../functions/domain/writing.ts'
import { readNumber, scaleDecimal } from '../../../functions/domain/number.ts'
import { reportWords as words } from '../../messages/report.ts'
import { type DraftEntry, emptyEntry, type ReportDraft } from '../../reports/draft.ts'
import type { SentReport } from '../../use-api.ts'
import type { Commodity } from '../../use-api.ts'

/** Something that has to be put right before a report can be sent, at a field of the page. */
export interface FormFault {
  /** Id of the control that cures it. */
  id: string
  text: Phrase
}

/** Id of the control for one value of one block. */
export const fieldId = (block: string, name: keyof DraftEntry): string => `b-${block}-${name}`

/** Whether a block tells of crops, animals or other harvests. */
export const isSeasonal = ({ kind }: Pick<Block, 'kind'>): boolean => SEASONAL_KINDS.includes(kind)

/** The day after a plain date. */
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** The period that a new report tells of: from the day after the last one, else from the month's first. */
export function periodAfter(
  last: Report | undefined,
  today: string,
): { from: string; until: string } {
  const next = last ? dayAfter(last.period.until) : `${today.slice(0, 8)}01`
  return { from: next <= today ? next : today, until: today }
}

/** What stands written of an area, in whole or decimal square metres. */
const areaText = (m2: number | undefined): string =>
  m2 === undefined ? '' : `${m2}`.replace('.', ',')

/**
 * What the last reports leave to begin with: the crop and its planting while it stands, and who
 * worked there; never a figure of a harvest.
 */
export function startOf(
  block: string,
  reports: readonly Report[],
  told: DraftEntry['told'],
): DraftEntry {
  const said = reports
    .flatMap(({ entries }) => entries)
    .find((entry) => entry.block === block && !entry.same)
  if (!said) return emptyEntry(told)
  const stands = said.harvestedOn === undefined
  return {
    ...emptyEntry(told),
    commodity: said.commodity ?? '',
    plantedArea: stands ? areaText(said.plantedM2) : '',
    plantedOn: stands ? (said.plantedOn ?? '') : '',
    wbp: said.wbp === undefined ? '' : String(said.wbp),
    tpp: said.tpp ?? '',
  }
}

/** A decimal amount of a harvest or a part of it; undefined when nothing is written. */
export function readAmount(
  written: string,
  language: Language,
): { value?: number; fault?: Phrase } {
  if (!written.trim()) return {}
  const read = readNumber(written, language)
  if (!read.ok) return { fault: read.reason }
  return { value: scaleDecimal(read.value, 1n, 3).value }
}

/** What of a harvest has not been accounted for yet; negative where more went than was harvested. */
export function restOf(entry: DraftEntry, language: Language): number | undefined {
  const harvest = readAmount(entry.amount, language).value
  const parts = [entry.kitchen, entry.vendor, entry.sold, entry.stock]
  if (harvest === undefined || parts.every((part) => !part.trim())) return undefined
  const went = parts.reduce((sum, part) => sum + (readAmount(part, language).value ?? 0), 0)
  return Math.round((harvest - went) * 1000) / 1000
}

/** A position less sure than this, in metres, tells no place; the registry has it the same. */
const WORST_FIX = DEFAULT_EVIDENCE_SETTINGS.worstAccuracyM.value ?? Infinity

/** Whether a photo tells by itself where it was taken, and when: on a day of the period. */
export const tellsAll = ({
  photos,
  from,
  until,
}: Pick<ReportDraft, 'photos' | 'from' | 'until'>): boolean =>
  // prettier-ignore
  photos.some(({ taken }) => {
    const day = dayOfPhoto({ taken })
    const isWithin = day !== undefined && from <= day && day <= until
    return isWithin && taken?.fix !== undefined && taken.fix.accuracyM <= WORST_FIX
  })

/** Whether a report rests on the officer's word: no photo tells all, or the registry took none. */
export const restsOnWord = (draft: ReportDraft): boolean => draft.isWordAsked || !tellsAll(draft)

interface About {
  blocks: readonly Block[]
  commodities: readonly Commodity[]
  /** Plain date. */
  today: string
  language: Language
}

function readEntry(
  block: Block,
  entry: DraftEntry,
  about: About,
  faults: FormFault[],
): ReportEntry {
  if (entry.told === 'same') return { block: block.id, same: true }
  const { language, today, commodities } = about
  const fault = (name: keyof DraftEntry, text: Phrase) =>
    void faults.push({ id: fieldId(block.id, name), text: words.at(block.name, text) })
  const area = (name: 'plantedArea' | 'harvestedArea') => {
    if (!entry[name].trim()) return undefined
    const read = parseArea(entry[name], language)
    if (read.ok) return read.value
    return fault(name, read.reason)
  }
  const amount = (name: 'amount' | 'kitchen' | 'vendor' | 'sold' | 'stock') => {
    const { value, fault: wrong } = readAmount(entry[name], language)
    if (wrong) fault(name, wrong)
    return value
  }
  const day = (name: 'plantedOn' | 'harvestedOn') => {
    if (entry[name] > today) fault(name, words.dayAhead)
    return entry[name] || undefined
  }
  const told: ReportEntry = { block: block.id }
  const before = faults.length
  const set = <K extends keyof ReportEntry>(name: K, value: ReportEntry[K] | void) => {
    if (value !== undefined) told[name] = value as ReportEntry[K]
  }
  if (isSeasonal(block)) {
    const commodity = commodities.find(({ id }) => id === entry.commodity)
    set('commodity', entry.commodity || undefined)
    set('plantedM2', area('plantedArea'))
    set('plantedOn', day('plantedOn'))
    set('harvestedM2', area('harvestedArea'))
    set('harvestedOn', day('harvestedOn'))
    if (told.plantedOn && told.harvestedOn && told.harvestedOn < told.plantedOn)
      fault('harvestedOn', words.harvestBeforePlanting)
    const harvest = amount('amount')
    if (harvest !== undefined && commodity) told.harvest = { amount: harvest, unit: commodity.unit }
    const went = { kitchen: amount('kitchen'), vendor: amount('vendor'), sold: amount('sold'), stock: amount('stock') } // prettier-ignore
    const said = Object.entries(went).filter(([, value]) => value !== undefined)
    if (said.length > 0) told.went = Object.fromEntries(said)
    const hasFigures = told.plantedM2 ?? told.harvestedM2 ?? harvest
    if (hasFigures !== undefined && !entry.commodity) fault('commodity', words.needsCommodity)
    if (entry.soldIdr.trim()) {
      const read = parseRupiah(entry.soldIdr, language)
      if (read.ok) told.soldIdr = read.value
      else fault('soldIdr', read.reason)
    }
    const ntpn = entry.ntpn.replace(/\s/g, '').toUpperCase()
    if (ntpn && !/^[0-9A-Z]{16}$/.test(ntpn)) fault('ntpn', words.ntpnWrong)
    set('ntpn', ntpn || undefined)
  }
  if (entry.wbp.trim()) {
    const count = Number(entry.wbp.replace(/[\s.]/g, ''))
    if (!Number.isInteger(count) || count < 0 || count > 10_000) fault('wbp', words.wbpWrong)
    else told.wbp = count
  }
  set('tpp', entry.tpp.trim() || undefined)
  set('obstacles', entry.obstacles.trim() || undefined)
  if (Object.keys(told).length === 1 && faults.length === before) fault(isSeasonal(block) ? 'commodity' : 'obstacles', words.nothingTold) // prettier-ignore
  return told
}

/** The report that a draft makes, or everything that stands in its way. */
export function toReport(
  draft: ReportDraft,
  about: About,
): { report: Omit<SentReport, 'photos'>; faults: [] } | { report?: never; faults: FormFault[] } {
  const faults: FormFault[] = []
  const { from, until } = draft
  if (!from) faults.push({ id: 'from', text: words.needsFrom })
  if (!until) faults.push({ id: 'until', text: words.needsUntil })
  if (until > about.today) faults.push({ id: 'until', text: words.dayAhead })
  else if (from && until && from > until) faults.push({ id: 'from', text: words.periodTurned })
  const entries = about.blocks.flatMap((block) => {
    const entry = draft.entries[block.id]
    return entry ? [readEntry(block, entry, about, faults)] : []
  })
  const [first] = about.blocks
  if (entries.length === 0)
    faults.push({ id: first ? `told-${first.id}` : 'from', text: words.needsEntry })
  if (restsOnWord(draft) && !draft.isStated)
    faults.push({ id: 'stated', text: words.needsStatement })
  if (faults.length > 0) return { faults }
  const statement = draft.isStated && restsOnWord(draft) ? [words.statement.id, draft.statement.trim()].join(' ').trim() : undefined // prettier-ignore
  const report = {
    id: draft.key,
    period: { from, until },
    entries,
    ...(statement && { statement }),
    writtenAt: draft.changedAt,
  }
  const checked = safeParse(NewReport, report)
  if (checked.success) return { report, faults: [] }
  return { faults: checked.issues.map((issue) => faultAt(issue.path?.map(({ key }) => key) ?? [], entries, issue.message)) } // prettier-ignore
}

/** What the registry's own schema finds, at the control that holds it. */
function faultAt(path: unknown[], entries: readonly ReportEntry[], message: string): FormFault {
  const [part, place, name] = path
  const block = part === 'entries' ? entries[Number(place)]?.block : undefined
  const id = block ? fieldId(block, (name === 'harvest' ? 'amount' : String(name)) as keyof DraftEntry) : part === 'statement' ? 'statement' : 'from' // prettier-ignore
  return { id, text: message === 'nik' ? words.noNik : words.wrongValue }
}
