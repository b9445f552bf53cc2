import { STEP_LABELS } from '../grant.ts'
import type { ParcelProperties } from '../parcel.ts'
import type { Phrase } from '../phrase.ts'
import { formatDate } from '../writing.ts'
import { isFiled, type Rule, rule, type RuleContext } from './rule.ts'
import { recordedSteps } from './step.ts'

const EARLIEST = '1945-01-01'

/** Every date of something that has happened: not the end of a right, nor a day of reversion. */
function pastDates(properties: ParcelProperties): { pointer: string; date: string }[] {
  const { titles = [], bmnRecords = [], legalProblems = [], boundarySource } = properties
  const dates: [pointer: string, date: string | undefined][] = [
    ...recordedSteps(properties).map(({ step, pointer }): [string, string | undefined] => [
      `${pointer}/date`,
      step.date,
    ]),
    ...titles.flatMap(({ issued, suratUkur }, i): [string, string | undefined][] => [
      [`#/properties/titles/${i}/issued`, issued],
      [`#/properties/titles/${i}/suratUkur/date`, suratUkur?.date],
    ]),
    ...bmnRecords.flatMap(({ acquired, recorded }, i): [string, string | undefined][] => [
      [`#/properties/bmnRecords/${i}/acquired`, acquired],
      [`#/properties/bmnRecords/${i}/recorded`, recorded],
    ]),
    ...legalProblems.flatMap(({ since, updated }, i): [string, string | undefined][] => [
      [`#/properties/legalProblems/${i}/since`, since],
      [`#/properties/legalProblems/${i}/updated`, updated],
    ]),
    ['#/properties/boundarySource/surveyed', boundarySource?.surveyed],
  ]
  return dates.flatMap(([pointer, date]) => (date === undefined ? [] : [{ pointer, date }]))
}

interface Paper {
  pointer: string
  label: Phrase
  documents: readonly string[]
  original?: { place: string; note?: string }
  /** Whether it is a proof of ownership, whose original has to be somewhere. */
  isProof: boolean
}

/** The papers that the record speaks of: steps and titles that are not declared absent. */
function papersOf(properties: ParcelProperties): Paper[] {
  const steps = recordedSteps(properties)
    .filter(({ step }) => step.absent !== true)
    .map(({ name, step, pointer }) => ({
      pointer,
      label: STEP_LABELS[name],
      documents: step.documents ?? [],
      original: step.original,
      isProof:
        (name === 'nphd' || name === 'bast') &&
        (step.number !== undefined || (step.documents ?? []).length > 0),
    }))
  const titles = (properties.titles ?? []).map((title, i) => ({
    pointer: `#/properties/titles/${i}`,
    label: {
      id: `Bukti hak ${title.number ?? i + 1}`,
      en: `Title ${title.number ?? i + 1}`,
    },
    documents: title.documents ?? [],
    original: title.original,
    isProof: title.number !== undefined,
  }))
  return [...steps, ...titles]
}

/** The same bytes under two ids, or one id at two papers. */
function twins(context: RuleContext): { pointer: string; first: Phrase; second: Phrase }[] {
  const seen = new Map<string, Paper>()
  return papersOf(context.properties).flatMap((paper) =>
    [...new Set(paper.documents)].flatMap((id) => {
      const sha256 = isFiled(context, [id]) ? context.documents[id]?.sha256 : undefined
      if (sha256 === undefined) return []
      const other = seen.get(sha256)
      seen.set(sha256, other ?? paper)
      return other && other !== paper
        ? [{ pointer: `${paper.pointer}/documents`, first: other.label, second: paper.label }]
        : []
    }),
  )
}

/** Rules on dates, files and originals of every paper (A07, A15, A18, A19). */
export const documentRules: Rule[] = [
  rule({
    id: 'A07',
    severity: 'B',
    source: 'internal',
    find: ({ properties, today }) =>
      pastDates(properties)
        .filter(({ date }) => date > today || date < EARLIEST)
        .map((hit) => ({ ...hit, isFuture: hit.date > today })),
    message: ({ date, isFuture }) =>
      isFuture
        ? {
            id: `Tanggal ${formatDate(date, 'id')} belum terjadi.`,
            en: `The date ${formatDate(date, 'en')} lies in the future.`,
          }
        : {
            id: `Tanggal ${formatDate(date, 'id')} lebih tua daripada Republik (sebelum 1945).`,
            en: `The date ${formatDate(date, 'en')} is older than the Republic (before 1945).`,
          },
    cure: {
      id: 'Petugas BMN: betulkan tanggal seperti pada dokumennya; periksa tahunnya.',
      en: 'Asset officer: correct the date by its paper; check the year.',
    },
  }),
  rule({
    id: 'A15',
    severity: 'W',
    source: 'internal',
    find: twins,
    message: ({ first, second }) => ({
      id: `Berkas yang sama dipakai untuk ${first.id} dan ${second.id}.`,
      en: `The same file stands for ${first.en} and ${second.en}.`,
    }),
    cure: {
      id: 'Petugas BMN: unggah berkas yang benar untuk masing-masing. Kalau satu berkas memuat keduanya, verifikator dapat menerimanya.',
      en: 'Asset officer: upload the right file for each. If one file holds both papers, the verifier may accept it.',
    },
  }),
  rule({
    id: 'A18',
    severity: 'W',
    source: 'PMK 218/PMK.06/2015',
    find: ({ properties }) =>
      papersOf(properties)
        .filter(({ isProof, original }) => isProof && original === undefined)
        .map(({ pointer, label }) => ({ pointer: `${pointer}/original`, label })),
    message: ({ label }) => ({
      id: `${label.id}: tempat dokumen asli belum dicatat.`,
      en: `${label.en}: where the original is kept is not recorded.`,
    }),
    cure: {
      id: 'Petugas BMN: pilih tempat dokumen asli (KPKNL, UPT, Kanwil, pusat, pemda, atau hilang).',
      en: 'Asset officer: choose where the original is (KPKNL, unit, Kanwil, headquarters, grantor, or lost).',
    },
  }),
  rule({
    id: 'A19',
    severity: 'E',
    source: 'internal',
    find: ({ properties }) =>
      papersOf(properties)
        .filter(({ original }) => original?.place === 'hilang' && original.note === undefined)
        .map(({ pointer, label }) => ({ pointer: `${pointer}/original/note`, label })),
    message: ({ label }) => ({
      id: `${label.id}: dokumen asli hilang, tetapi laporan polisi atau permohonan pengganti ke BPN belum disebut.`,
      en: `${label.en}: the original is lost, but neither a police report nor a request for a replacement is named.`,
    }),
    cure: {
      id: 'Kepala UPT: laporkan kehilangan ke polisi dan mohon pengganti ke kantor pertanahan, lalu tulis nomor dan tanggalnya di catatan.',
      en: 'Head of unit: report the loss to the police and ask the land office for a replacement, then write number and date in the note.',
    },
  }),
]
