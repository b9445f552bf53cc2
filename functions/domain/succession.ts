import * as v from 'valibot'
import { type AreaChange, CountedArea, needsExplanation } from './area-change.ts'
import { type GrantStep, type ParcelProperties, type State, STATES } from './parcel.ts'
import type { Phrase } from './phrase.ts'
import type { Retirement } from './record.ts'
import type { Fault } from './refusal.ts'

/** A parcel from which another one came, or that came from it. */
export const Relative = v.object({
  id: v.pipe(v.string(), v.uuid()),
  name: v.string(),
  upt: v.string(),
  uptName: v.string(),
  state: v.picklist(STATES),
  areas: v.array(CountedArea),
  /** Ids of the parcels that it says it came from. */
  predecessors: v.array(v.string()),
})
export type Relative = v.InferOutput<typeof Relative>

/** Whether a parcel that leaves in this way lives on in others. */
export const isSuccession = (kind: Retirement['kind']): kind is 'dipecah' | 'digabung' =>
  kind === 'dipecah' || kind === 'digabung'

const COUNTING: readonly State[] = ['diajukan', 'terverifikasi', 'terverifikasi-dengan-catatan']

/** Whether a parcel in this state can take the place of another one: it was submitted, and stands. */
export const mayTakeOver = (state: State): boolean => COUNTING.includes(state)

const phrase = (id: string, en: string): Phrase => ({ id, en })

const NO_SUCCESSOR: Record<'dipecah' | 'digabung', Phrase> = {
  dipecah: phrase(
    'Sebut bidang-bidang hasil pemecahannya. Buat dahulu dengan “Pecah bidang”, lalu ajukan.',
    'Name the parcels that it was divided into. Make them first by “Divide”, then submit them.',
  ),
  digabung: phrase(
    'Sebut bidang hasil penggabungannya. Buat dahulu dengan “Gabung bidang”, lalu ajukan.',
    'Name the parcel that it was merged into. Make it first by “Merge”, then submit it.',
  ),
}

const EXPLAIN = phrase(
  'Luas sesudahnya berbeda dari luas sebelumnya di luar batas wajar, atau tidak dapat dibandingkan. Jelaskan sebabnya.',
  'The area after it differs from the area before beyond the tolerance, or cannot be compared. Explain why.',
)

function successorFault(id: string, relative: Relative | undefined): Phrase | undefined {
  if (!relative)
    return phrase(
      'Bidang pengganti ini tidak ada di registri.',
      'This successor is not in the registry.',
    )
  const { name, state, predecessors } = relative
  if (!mayTakeOver(state))
    return phrase(
      `“${name}” belum diajukan. Ajukan dahulu, lalu ulangi.`,
      `“${name}” has not been submitted. Submit it first, then repeat.`,
    )
  if (!predecessors.includes(id))
    return phrase(
      `“${name}” tidak menyebut bidang ini sebagai asalnya. Tambahkan di bidang itu, atau pilih bidang lain.`,
      `“${name}” does not name this parcel as the one it came from. Add that there, or choose another.`,
    )
  return undefined
}

/**
 * What keeps a parcel from being divided or merged in this way, all at once. `successors` are those of
 * the retirement in its order, undefined where the caller knows of none; `changes` the areas of all
 * that go against all that come.
 */
export function successionFaults(
  id: string,
  { kind, successors: named, areaNote }: Retirement,
  successors: readonly (Relative | undefined)[],
  changes: readonly AreaChange[],
): Fault[] {
  if (!isSuccession(kind)) return []
  if (named.length === 0) return [{ pointer: '#/successors', detail: NO_SUCCESSOR[kind] }]
  const faults: Fault[] = []
  if (kind === 'digabung' && named.length > 1)
    faults.push({
      pointer: '#/successors',
      detail: phrase(
        'Penggabungan menghasilkan satu bidang. Sebut satu saja, atau pilih “dipecah”.',
        'A merger leads to one parcel. Name one only, or choose “divided”.',
      ),
    })
  for (const [i, relative] of successors.entries()) {
    const detail = successorFault(id, relative)
    if (detail) faults.push({ pointer: `#/successors/${i}`, detail })
  }
  if (faults.length === 0 && areaNote === undefined && needsExplanation(changes))
    faults.push({ pointer: '#/areaNote', detail: EXPLAIN })
  return faults
}

/** What of a parcel's predecessor has to be known to judge whether it may be one. */
export interface Origin {
  upt: string
  state: State
  /** Where it was retired: how, and which parcels took its place. */
  retirement?: Pick<Retirement, 'kind' | 'successors'> | undefined
}

const ORIGIN_MISSING = phrase(
  'Bidang asal ini tidak ada di registri, atau tidak terbuka bagi Anda.',
  'This predecessor is not in the registry, or not open to you.',
)
const ORIGIN_ELSEWHERE = phrase(
  'Bidang asal ini milik unit lain. Pecah dan gabung hanya di dalam satu unit.',
  'This predecessor belongs to another unit. Parcels are divided and merged within one unit.',
)

/** What is wrong with the predecessors that a parcel of `upt` names, in their order, as a draft. */
export function originFaults(
  { id, upt }: { id: string; upt: string },
  named: readonly string[],
  origins: readonly (Origin | undefined)[],
): Fault[] {
  return named.flatMap((predecessor, i) => {
    const origin = origins[i]
    const detail =
      predecessor === id
        ? phrase(
            'Bidang tidak dapat berasal dari dirinya sendiri.',
            'A parcel cannot come from itself.',
          )
        : named.indexOf(predecessor) < i
          ? phrase('Bidang asal ini disebut dua kali.', 'This predecessor is named twice.')
          : !origin
            ? ORIGIN_MISSING
            : origin.upt === upt
              ? undefined
              : ORIGIN_ELSEWHERE
    return detail ? [{ pointer: `#/properties/predecessors/${i}`, detail }] : []
  })
}

/** Which predecessors keep a parcel from being submitted, besides `originFaults`. */
export function unfitOrigins(id: string, origins: readonly (Origin | undefined)[]): Fault[] {
  return origins.flatMap((origin, i) => {
    if (!origin) return []
    const { state, retirement } = origin
    const isHandedOn =
      retirement && isSuccession(retirement.kind) && retirement.successors.includes(id)
    const detail =
      state === 'draf'
        ? phrase(
            'Bidang asal ini masih draf, jadi tidak ada yang dipecah atau digabung. Hapus dari daftar asal.',
            'This predecessor is still a draft, so nothing is divided or merged. Take it off the list.',
          )
        : state === 'nonaktif' && !isHandedOn
          ? phrase(
              'Bidang asal ini sudah nonaktif dan tidak menyebut bidang ini sebagai penggantinya.',
              'This predecessor is retired and does not name this parcel as its successor.',
            )
          : undefined
    return detail ? [{ pointer: `#/properties/predecessors/${i}`, detail }] : []
  })
}

function withoutFiles(step: GrantStep): GrantStep {
  const { documents: _, ...told } = step
  return told
}

/**
 * What a new parcel takes over from the one that it comes from: unit, place and grant as they were
 * written. Files, titles, books and boundary are its own to be given.
 */
export function inheritedFrom(
  { upt, statusPerolehan, address, grant }: ParcelProperties,
  name: string,
  predecessors: string[],
): ParcelProperties {
  const steps = Object.entries(grant?.steps ?? {}).map(([step, told]) => [step, withoutFiles(told)])
  return {
    upt,
    name,
    predecessors,
    ...(statusPerolehan && { statusPerolehan }),
    ...(address && { address }),
    ...(grant && { grant: { ...grant, ...(grant.steps && { steps: Object.fromEntries(steps) }) } }),
  }
}
