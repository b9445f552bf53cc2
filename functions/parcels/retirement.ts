import { type AreaChange, areaChanges } from '../domain/area-change.ts'
import { may } from '../domain/permissions.ts'
import type { Retirement } from '../domain/record.ts'
import { type Fault, Refusal } from '../domain/refusal.ts'
import { isSuccession, mayTakeOver, type Relative, successionFaults } from '../domain/succession.ts'
import { STATES } from '../domain/parcel.ts'
import type { Ctx } from '../operation.ts'
import type { Write } from '../store/change.ts'
import type { Table } from '../store/table.ts'
import { findReadable, relativeOf } from './succession.ts'
import { partitionOf, type StoredParcel } from './table.ts'

const MISSING_PAPER: Fault = {
  pointer: '#/documents',
  detail: {
    id: 'Lampirkan dokumen yang menjadi dasar: unggah ke bidang ini, lalu sebut nomornya.',
    en: 'Name the document that this rests on: upload it to this parcel, then give its id.',
  },
}

/** What a retirement writes besides the parcel's own items. */
interface Judged {
  /** Areas before and after, source by source, when the parcel is divided or merged. */
  areas?: AreaChange[]
  /** That the successors still stand as they were judged. */
  writes: Write[]
}

/**
 * Judge whether a parcel may leave the registry in this way.
 * @throws Refusal `invalid-input` naming everything that is missing or wrong at once, with the `areas`
 * that were compared
 */
export async function judgeRetirement(
  c: Ctx,
  stored: StoredParcel,
  retirement: Retirement,
): Promise<Judged> {
  const { id } = stored.head
  const { kind, successors: named } = retirement
  const successors = await findReadable(c, named)
  const faults = [...paperFaults(stored, retirement), ...linkFaults(c, id, named, successors)]
  const relatives = successors.map((each) => each && relativeOf(each))
  const areas = isSuccession(kind) ? await reconciled(c, stored, relatives) : undefined
  faults.push(...successionFaults(id, retirement, relatives, areas ?? []))
  if (faults.length > 0)
    throw new Refusal(
      'invalid-input',
      { id: 'Ada isian yang perlu diperbaiki.', en: 'Some of this has to be corrected.' },
      { faults: oncePerPlace(faults), ...(areas && { parameters: { areas } }) },
    )
  if (!areas) return { writes: [] }
  return { areas, writes: successors.map((each) => stillStands(c.var.deps.table, each!)) }
}

function paperFaults(
  { head: { submittedAt }, documents: known }: StoredParcel,
  { documents }: Retirement,
): Fault[] {
  const counts = (id: string): boolean => Object.hasOwn(known, id) && !known[id]?.withdrawn
  const faults = documents.flatMap((id, i) =>
    counts(id) ? [] : [{ ...MISSING_PAPER, pointer: `#/documents/${i}` }],
  )
  return submittedAt !== undefined && documents.length === 0 ? [MISSING_PAPER, ...faults] : faults
}

function linkFaults(
  c: Ctx,
  id: string,
  named: readonly string[],
  successors: readonly (StoredParcel | undefined)[],
): Fault[] {
  return named.flatMap((successor, i) => {
    const stored = successors[i]
    const detail =
      successor === id
        ? {
            id: 'Bidang tidak dapat menjadi pengganti dirinya sendiri.',
            en: 'A parcel cannot take its own place.',
          }
        : named.indexOf(successor) < i
          ? { id: 'Bidang ini disebut dua kali.', en: 'This parcel is named twice.' }
          : !stored
            ? {
                id: 'Bidang pengganti ini tidak ada di registri.',
                en: 'This successor is not in the registry.',
              }
            : may(c.var.caller, 'parcel:read-restricted', stored.head)
              ? undefined
              : {
                  id: 'Bidang pengganti ini di luar wilayah Anda. Minta pusat melakukannya.',
                  en: 'This successor lies outside your scope. Ask headquarters to do it.',
                }
    return detail ? [{ pointer: `#/successors/${i}`, detail }] : []
  })
}

/** The areas of all that go against those of all that come; `parcel` goes even where nobody names it yet. */
async function reconciled(
  c: Ctx,
  parcel: StoredParcel,
  successors: readonly (Relative | undefined)[],
): Promise<AreaChange[]> {
  const known = successors.flatMap((each) => (each ? [each] : []))
  if (known.length < successors.length) return []
  const others = new Set(known.flatMap(({ predecessors }) => predecessors))
  others.delete(parcel.head.id)
  const gone = await findReadable(c, [...others])
  if (gone.includes(undefined)) return []
  const before = [parcel, ...gone.map((each) => each!)].map((each) => relativeOf(each).areas)
  return areaChanges(before, [...new Map(known.map((each) => [each.id, each.areas])).values()])
}

const oncePerPlace = (faults: readonly Fault[]): Fault[] =>
  [...new Map([...faults].reverse().map((fault) => [fault.pointer, fault])).values()].reverse()

const moved = (): Refusal =>
  new Refusal('busy', {
    id: 'Salah satu bidang pengganti sedang diubah. Coba lagi sebentar.',
    en: 'One of the successors is being changed. Try again in a moment.',
  })

/** That a successor is still submitted, with the very properties and boundary that were compared. */
function stillStands({ name }: Table, { head }: StoredParcel): Write {
  const states = STATES.filter(mayTakeOver)
  const named = Object.fromEntries(states.map((state, i) => [`:state${i}`, state]))
  return {
    item: {
      ConditionCheck: {
        TableName: name,
        Key: { pk: partitionOf(head.id), sk: 'H' },
        ConditionExpression: `#entry.#state IN (${Object.keys(named).join(', ')}) AND body = :body AND boundary = :boundary`,
        ExpressionAttributeNames: { '#entry': 'entry', '#state': 's' },
        ExpressionAttributeValues: { ...named, ':body': head.body, ':boundary': head.boundary },
      },
    },
    refused: moved,
  }
}
