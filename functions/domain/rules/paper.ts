import { isRegionalGrantor } from '../grant.ts'
import type { GrantStep, StepName } from '../parcel.ts'
import type { Phrase } from '../phrase.ts'
import { budgetYear, daysBetween } from './period.ts'
import { hasReached, isFiled, type Rule, rule, type RuleContext } from './rule.ts'
import { pointerTo, stepOf } from './step.ts'

const PARTS = {
  number: { id: 'nomor', en: 'its number' },
  date: { id: 'tanggal', en: 'its date' },
  file: { id: 'berkas', en: 'its file' },
}

interface Lack {
  absent: boolean
  isBegun: boolean
  what: Phrase
}

/** Whether anything at all was recorded of a step. */
const isBegun = ({ number, date, documents }: GrantStep): boolean =>
  number !== undefined || date !== undefined || (documents ?? []).length > 0

/** What a step lacks of number, date and file; null when it has all three. */
function lackOf(context: RuleContext, name: StepName): Lack | null {
  const step = stepOf(context.properties, name)
  const lacking = [
    step.number === undefined ? PARTS.number : null,
    step.date === undefined ? PARTS.date : null,
    isFiled(context, step.documents) ? null : PARTS.file,
  ].filter((part) => part !== null)
  if (lacking.length === 0) return null
  return {
    absent: step.absent === true,
    isBegun: isBegun(step),
    what: {
      id: lacking.map(({ id }) => id).join(', '),
      en: lacking.map(({ en }) => en).join(' and '),
    },
  }
}

const lack = (context: RuleContext, name: StepName, applies: boolean) => {
  const found = applies ? lackOf(context, name) : null
  return found ? [{ pointer: pointerTo(name), ...found }] : []
}

const lacks =
  (name: Phrase) =>
  ({ absent, isBegun, what }: Lack): Phrase => {
    if (absent)
      return {
        id: `${name.id} dinyatakan tidak ada.`,
        en: `${name.en} was declared not to exist.`,
      }
    return isBegun
      ? {
          id: `${name.id} belum lengkap: belum ada ${what.id}.`,
          en: `${name.en} lacks ${what.en}.`,
        }
      : { id: `${name.id} belum dicatat.`, en: `${name.en} is not recorded.` }
  }

/** How to get a paper from who holds a copy; one already declared absent is not to be declared again. */
const uploadOrDeclare =
  (from: Phrase) =>
  ({ absent }: Lack): Phrase =>
    absent
      ? {
          id: `Kepala UPT: minta salinannya atau keterangan tertulis ke ${from.id}. Begitu ada, petugas BMN menghapus tanda “tidak ada”, mengisi nomor dan tanggal, lalu mengunggah berkasnya.`,
          en: `Head of unit: ask for a copy or a written statement. ${from.en} can give one. Once it is there, the asset officer clears “does not exist”, enters number and date and uploads the file.`,
        }
      : {
          id: `Petugas BMN: isi nomor dan tanggal lalu unggah berkasnya. Salinannya dapat diminta ke ${from.id}. Kalau memang tidak ada, nyatakan “tidak ada”.`,
          en: `Asset officer: enter number and date and upload the file. ${from.en} can give a copy. If there is none, declare it absent.`,
        }

/** Rules on the papers of a grant: which are there, and in time (A01 to A05, A12). */
export const paperRules: Rule[] = [
  rule({
    id: 'A01',
    severity: 'E',
    source: 'PMK 99/PMK.05/2017',
    find: (context) =>
      lack(context, 'nphd', hasReached(context.properties, 'nphd', 'bast', 'tercatat-bmn')),
    message: lacks({ id: 'Perjanjian hibah (NPHD)', en: 'The grant agreement (NPHD)' }),
    cure: uploadOrDeclare({ id: 'pemberi hibah', en: 'The grantor' }),
  }),
  rule({
    id: 'A02',
    severity: 'E',
    source: 'PMK 99/PMK.05/2017',
    find: (context) =>
      lack(context, 'bast', hasReached(context.properties, 'bast', 'tercatat-bmn')),
    message: lacks({ id: 'Berita acara serah terima (BAST)', en: 'The hand-over record (BAST)' }),
    cure: uploadOrDeclare({ id: 'pemberi hibah', en: 'The grantor' }),
  }),
  rule({
    id: 'A03',
    severity: 'E',
    source: 'PMK 99/PMK.05/2017',
    find: (context) => {
      const { properties, settings, today } = context
      const { date } = stepOf(properties, 'nphd')
      const days = settings.registerDays.value
      const isLate = date !== undefined && days !== null && daysBetween(date, today) > days
      const applies =
        hasReached(properties, 'tercatat-bmn') || // the books come after the register
        (hasReached(properties, 'nphd', 'bast') &&
          (isLate || isBegun(stepOf(properties, 'register'))))
      return lack(context, 'register', applies)
    },
    message: lacks({ id: 'Nomor register hibah', en: 'The grant register number' }),
    cure: uploadOrDeclare({
      id: 'Kanwil DJPb melalui SEHATI',
      en: 'The regional treasury office (through SEHATI)',
    }),
  }),
  rule({
    id: 'A04',
    severity: 'E',
    source: 'PMK 99/PMK.05/2017',
    find: (context) => {
      const { properties, today } = context
      const { date } = stepOf(properties, 'bast')
      const yearIsOver = date !== undefined && budgetYear(date) < budgetYear(today)
      const applies =
        hasReached(properties, 'tercatat-bmn') ||
        (hasReached(properties, 'bast') &&
          (yearIsOver || isBegun(stepOf(properties, 'pengesahan'))))
      return lack(context, 'pengesahan', applies)
    },
    message: lacks({
      id: 'Pengesahan hibah (MPHL-BJS, SP3HL-BJS, SPTMHL)',
      en: 'Treasury recognition (MPHL-BJS, SP3HL-BJS, SPTMHL)',
    }),
    cure: uploadOrDeclare({
      id: 'KPPN atau Kanwil DJPb',
      en: 'The treasury office (KPPN) or the regional treasury office',
    }),
  }),
  rule({
    id: 'A05',
    severity: 'E',
    source: 'Surat Kejaksaan B-1214 (2022)',
    find: ({ properties }) => {
      const bast = stepOf(properties, 'bast').date
      const pengesahan = stepOf(properties, 'pengesahan').date
      return bast && pengesahan && budgetYear(pengesahan) > budgetYear(bast)
        ? [
            {
              pointer: `${pointerTo('pengesahan')}/date`,
              from: budgetYear(bast),
              to: budgetYear(pengesahan),
            },
          ]
        : []
    },
    message: ({ from, to }) => ({
      id: `Hibah diserahkan tahun anggaran ${from}, tetapi baru disahkan tahun ${to}.`,
      en: `The grant was handed over in budget year ${from} but recognised only in ${to}.`,
    }),
    cure: {
      id: 'Petugas BMN: periksa kedua tanggal. Kalau benar, jelaskan di catatan; KPPN menentukan koreksinya.',
      en: 'Asset officer: check both dates. If they are right, explain in the note; KPPN decides on the correction.',
    },
  }),
  rule({
    id: 'A12',
    severity: 'W',
    source: 'Permendagri 19/2016',
    find: (context) => {
      const { properties, settings } = context
      const { note, absent } = stepOf(properties, 'persetujuan')
      const from = settings.approvalFromIdr.value
      const value = properties.value?.amountIdr ?? stepOf(properties, 'bast').valueIdr
      const isBelow = from !== null && value !== undefined && value < from
      const isExplained = absent === true && note !== undefined // "not required because …"
      const applies =
        isRegionalGrantor(properties) &&
        hasReached(properties, 'nphd', 'bast', 'tercatat-bmn') &&
        !isBelow &&
        !isExplained
      return lack(context, 'persetujuan', applies)
    },
    message: lacks({
      id: 'Persetujuan DPRD atau kepala daerah',
      en: 'The approval of the regional council or head of region',
    }),
    cure: ({ absent }) =>
      absent
        ? {
            id: 'Petugas BMN: minta salinannya ke pemberi hibah. Kalau tidak diwajibkan, tulis alasannya di catatan langkah ini.',
            en: 'Asset officer: ask the grantor for a copy. If none was required, give the reason in the note of this step.',
          }
        : {
            id: 'Petugas BMN: minta salinannya ke pemberi hibah. Kalau tidak diwajibkan, nyatakan “tidak ada” dan tulis alasannya di catatan.',
            en: 'Asset officer: ask the grantor for a copy. If none was required, declare it absent and give the reason in the note.',
          },
  }),
]
