import { referenceArea } from './areas.ts'
import type { Given } from './definition.ts'
import type { CaseState, IdleCase } from './idle-case.ts'
import { CASE_STATE_NAMES } from './idle-names.ts'
import { type CaseStepName, waysOf } from './idle-transitions.ts'
import type { Language, Phrase } from './phrase.ts'
import type { ParcelRecord } from './record.ts'
import { Refusal } from './refusal.ts'
import { holds, provedSpan } from './proved.ts'
import { runningBlocks } from './use.ts'
import { formatArea, formatDate } from './writing.ts'

const NO_CASE: Phrase = { id: 'Tidak ada kasus terbuka', en: 'No open case' }

const stateName = (state: CaseState | null): Phrase =>
  state === null ? NO_CASE : CASE_STATE_NAMES[state]

/** A step that does not start from the present state of the case. */
export function wrongCaseState(
  step: CaseStepName,
  state: CaseState | null,
  to?: CaseState,
): Refusal {
  const ways = waysOf(step).filter((way) => to === undefined || way.to === to)
  const from = [...new Set(ways.flatMap((way) => [...way.from]))]
  const list = (language: Language): string =>
    from.map((each) => `"${stateName(each)[language]}"`).join(', ')
  return new Refusal(
    'wrong-state',
    {
      id: `Kasus bidang ini sekarang: "${stateName(state).id}"; langkah ini hanya dari ${list('id')}.`,
      en: `The case of this parcel is now: "${stateName(state).en}"; the step starts only from ${list('en')}.`,
    },
    { parameters: { caseState: state, from } },
  )
}

/** Land that is not in the books as BMN: no letter of the Pengelola Barang can be about it. */
export function notBmn({ properties: { statusPerolehan } }: ParcelRecord): Refusal {
  const detail: Phrase = {
    id: 'Tanah ini belum tercatat sebagai BMN, sehingga tidak dapat dilaporkan ke Pengelola Barang atau diberi status idle menurut PMK 120/2024. Selesaikan hibah dan pencatatannya lebih dahulu.',
    en: 'This land is not in the books as BMN, so it cannot be reported to the Pengelola Barang or have an idle state of PMK 120/2024. Complete the grant and its entry in the books first.',
  }
  return new Refusal('wrong-state', detail, {
    parameters: { statusPerolehan: statusPerolehan ?? null },
    faults: [{ pointer: '#/properties/statusPerolehan', detail }],
  })
}

/** The area of a parcel in square metres: by its papers, else by its boundary. */
export const wholeArea = (record: ParcelRecord, { areaM2 }: Pick<Given, 'areaM2'>): number | null =>
  referenceArea(record.properties)?.m2 ?? areaM2

/**
 * Square metres that have to be proved before a case may close: what was in use beside the idle part;
 * of a parcel that lies idle as a whole, more than the rest that its use passes over (rule G01).
 */
function neededArea(record: ParcelRecord, { areaM2 }: IdleCase, given: Given): number {
  const whole = wholeArea(record, given)
  if (whole === null) return 0
  const percent = given.definition.values.partialPercent.value ?? 0
  return Math.max(areaM2 === null ? (whole * percent) / 100 : whole - areaM2, 0)
}

/**
 * The refusal of land that is said to be in use again while too little evidence is younger than the
 * case and counts today; undefined where so much is proved that less than the idle part can be left.
 */
export function notProved(
  record: ParcelRecord,
  idleCase: IdleCase,
  given: Given,
): Refusal | undefined {
  const { today, definition } = given
  const proved = runningBlocks(record.use ?? {}, today)
    .filter((block) => {
      const span = provedSpan(block, definition.values)
      return span !== null && holds(span, today) && block.proof!.on >= idleCase.openedOn
    })
    .reduce((sum, { areaM2 }) => sum + areaM2, 0)
  const needed = neededArea(record, idleCase, given)
  if (proved > needed) return undefined
  const say = (language: Language) => ({
    opened: formatDate(idleCase.openedOn, language),
    proved: formatArea(proved, language),
    needed: formatArea(needed, language),
  })
  const [id, en] = [say('id'), say('en')]
  return new Refusal(
    'wrong-state',
    {
      id: `Bukti penggunaan sejak kasus dibuka (${id.opened}) baru mencakup ${id.proved}; harus lebih dari ${id.needed}. Minta UPT mengirim laporan dengan foto lebih dahulu.`,
      en: `Evidence of use since the case was opened (${en.opened}) covers ${en.proved}; it has to be more than ${en.needed}. Ask the unit for a report with photos first.`,
    },
    { parameters: { provedM2: proved, neededM2: needed } },
  )
}
