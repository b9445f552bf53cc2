import { readingWords as words } from '../../../messages/reading.ts'
import { say } from '../../../messages/phrase.ts'
import { useObservable } from '../../../observable.ts'
import { formatArea, formatDate, formatNumber } from '../../../time.ts'
import { valueAt } from '../content.ts'
import type { Desk } from '../desk.ts'
import { useDesk } from '../form.tsx'
import type { Fill } from './inspection.ts'

/** A value as it is written into its field. */
function written({ pointer }: Fill, value: unknown): string {
  if (typeof value === 'number')
    return pointer.endsWith('M2') ? formatArea(value) : formatNumber(value)
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)
    ? formatDate(value)
    : String(value)
}

const presentOf = (desk: Desk, { pointer }: Fill): unknown =>
  valueAt(desk.draft.get().mine, pointer)

/** Whether a value goes into an empty field: only such ones are proposed with a tick. */
export const isFree = (desk: Desk, fill: Fill): boolean => presentOf(desk, fill) === undefined

/** The values that would change something. */
export const newTo = (desk: Desk, fills: readonly Fill[]): Fill[] =>
  fills.filter((fill) => presentOf(desk, fill) !== fill.value)

/** Put values into the form. */
export function applyFills(desk: Desk, fills: readonly Fill[]): void {
  for (const { pointer, value } of fills) desk.change(pointer, value)
}

interface FillsProps {
  fills: readonly Fill[]
  ticked: ReadonlySet<string>
  onTick: (pointer: string, isTicked: boolean) => void
}

/** What the file says for fields of the form, each to be taken or left. */
export function Fills({ fills, ticked, onTick }: FillsProps) {
  const desk = useDesk()
  useObservable(desk.draft)
  if (fills.length === 0) return null
  return (
    <fieldset class="stack fills">
      <legend class="label">{say(words.fills)}</legend>
      <p class="hint">{say(words.fillsHint)}</p>
      {fills.map((fill) => (
        <label class="choice plain" key={fill.pointer}>
          <input
            type="checkbox"
            checked={ticked.has(fill.pointer)}
            onChange={(event) => onTick(fill.pointer, event.currentTarget.checked)}
          />
          <span>
            {fill.label}: <strong>{written(fill, fill.value)}</strong>
            {!isFree(desk, fill) && (
              <span class="small needs-look block">
                {say(words.fillReplaces(written(fill, presentOf(desk, fill))))}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
