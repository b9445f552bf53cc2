import { numbersOf, type RecordNumber } from '../domain/certificate.ts'
import { may, mayRead } from '../domain/permissions.ts'
import type { ParcelProperties } from '../domain/parcel.ts'
import type { Duplicate } from '../domain/record.ts'
import { type Fault, Refusal } from '../domain/refusal.ts'
import type { Ctx } from '../operation.ts'
import type { Write } from '../store/change.ts'
import {
  findNumbers,
  fromNumberKey,
  type HeldNumber,
  type Holder,
  holdersWrite,
  numberKey,
} from '../store/numbers.ts'
import { findHead, type StoredParcel } from './table.ts'

/** Parcels that one number may have: with their reasons they have to fit one item of 400 KB. */
const MOST_HOLDERS = 100

/** What a submission does to the numbers. */
export interface NumberPlan {
  /** Keys that the parcel holds afterwards. */
  keys: string[]
  writes: Write[]
  duplicates: Duplicate[]
}

const idOf = ({ kind, value }: { kind: string; value: string }): string => `${kind}#${value}`

/** Who else holds a number, as far as the caller may know of them. */
export async function visibleHolders(
  c: Ctx,
  held: HeldNumber,
  except?: string,
): Promise<{ id: string; name: string; upt: string; uptName: string; reason?: string }[]> {
  const { caller, deps } = c.var
  const known = Object.entries(held.holders).filter(([id]) => id !== except)
  const heads = await Promise.all(known.map(([id]) => findHead(deps.table, id)))
  return heads.flatMap((head, i) => {
    if (!head || !mayRead(caller, head, head.state)) return []
    const reason = may(caller, 'parcel:read-restricted', head) ? known[i]![1].reason : undefined
    const { id, name, upt, unitName: uptName } = head
    return [{ id, name, upt, uptName, ...(reason && { reason }) }]
  })
}

const MOST_NAMED = 3 // in a sentence; `numbers` has them all

async function taken(
  c: Ctx,
  id: string,
  conflicts: readonly { number: RecordNumber; held: HeldNumber }[],
): Promise<Refusal> {
  const holders = await Promise.all(conflicts.map(({ held }) => visibleHolders(c, held, id)))
  const faults: Fault[] = conflicts.map(({ number }, i) => {
    const named = holders[i]!.slice(0, MOST_NAMED)
    const names = named.map(({ name, uptName }) => `${name} (${uptName})`).join(', ')
    return {
      pointer: number.pointer,
      detail: {
        id: `${number.display} sudah dipakai untuk ${names || 'bidang lain yang tidak terbuka bagi Anda'}. Periksa nomornya, buka bidang itu, atau sebutkan alasannya.`,
        en: `${number.display} is already used for ${names || 'another parcel that is not open to you'}. Check the number, open that parcel, or state the reason.`,
      },
    }
  })
  return new Refusal(
    'number-taken',
    {
      id: 'Ada nomor yang sudah dipakai bidang lain. Bila memang satu nomor untuk dua bidang, sebutkan alasannya (duplicateReason).',
      en: 'A number is held by another parcel. Where one number really has two parcels, state the reason (duplicateReason).',
    },
    {
      faults,
      parameters: {
        numbers: conflicts.map(({ number: { kind, value, display, pointer } }, i) => ({
          kind,
          value,
          display,
          pointer,
          holders: holders[i],
        })),
      },
    },
  )
}

const NO_NUMBERS: readonly RecordNumber[] = []

/**
 * Plan which numbers a parcel takes and lets go. A number that another parcel holds is refused
 * unless `reason` says why both hold it.
 *
 * @param properties of the submission; null when the parcel leaves and lets everything go
 * @throws Refusal `number-taken` with every such number and its field
 */
export async function planNumbers(
  c: Ctx,
  stored: StoredParcel,
  properties: ParcelProperties | null,
  reason?: string,
): Promise<NumberPlan> {
  const { table, now } = c.var.deps
  const { id, upt, kanwil } = stored.head
  const wanted = properties ? numbersOf(properties) : NO_NUMBERS
  const wantedKeys = wanted.map(numberKey)
  const before = stored.head.numbers
  const left = before.filter((key) => !wantedKeys.includes(key)).map(fromNumberKey)
  const touched = await findNumbers(table, [...wanted, ...left])
  const known = new Map(touched.map((held) => [idOf(held), held]))
  const others = (number: RecordNumber): string[] =>
    Object.keys(known.get(idOf(number))?.holders ?? {}).filter((holder) => holder !== id)
  const shared = wanted.filter((number) => others(number).length > 0)
  const stated = (number: RecordNumber): string | undefined =>
    reason ?? known.get(idOf(number))?.holders[id]?.reason
  const unexplained = shared.filter(
    (number) =>
      known.get(idOf(number))?.holders[id] === undefined && // the first holder owes no reason
      (stated(number) === undefined || others(number).length >= MOST_HOLDERS),
  )
  if (unexplained.length > 0)
    throw await taken(
      c,
      id,
      unexplained.map((number) => ({ number, held: known.get(idOf(number))! })),
    )
  const at = now().toISOString()
  const takes = wanted.filter((number) => known.get(idOf(number))?.holders[id] === undefined)
  const writes = [
    ...takes.map((number) => {
      const held = known.get(idOf(number))
      const why = others(number).length > 0 ? reason : undefined
      const holder: Holder = { upt, kanwil, at, ...(why && { reason: why }) }
      return holdersWrite(table, number, held, { ...held?.holders, [id]: holder })
    }),
    ...left.flatMap((number) => {
      const held = known.get(idOf(number))
      if (!held) return []
      const { [id]: _, ...rest } = held.holders
      return [holdersWrite(table, number, held, rest)]
    }),
  ]
  const duplicates = shared.flatMap((number): Duplicate[] => {
    const why = stated(number)
    return why === undefined ? [] : [{ kind: number.kind, value: number.value, reason: why }]
  })
  return { keys: wantedKeys, writes, duplicates }
}
