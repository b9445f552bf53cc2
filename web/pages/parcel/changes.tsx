import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { fieldLabel, valueWords } from './field-words.ts'
import type { FieldChange } from './history.ts'
import './changes.css'

interface ChangeTableProps {
  changes: readonly FieldChange[]
  /** Names of documents by their ids, which stand in the record. */
  names?: ReadonlyMap<string, string>
}

/** Fields with what stood there before and what stands there now. */
export function ChangeTable({ changes, names }: ChangeTableProps) {
  const words = (pointer: string, value: unknown): string =>
    names?.get(String(value)) ?? valueWords(pointer, value)
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={say(parcelWords.history)}>
      <table class="change-table">
        <thead>
          <tr>
            <th scope="col">{say(stepWords.field)}</th>
            <th scope="col">{say(stepWords.before)}</th>
            <th scope="col">{say(stepWords.after)}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ pointer, before, after }) => (
            <tr key={pointer}>
              <th scope="row">{fieldLabel(pointer)}</th>
              <td class={before === undefined ? 'quiet' : ''}>
                {before === undefined ? '–' : <del>{words(pointer, before)}</del>}
              </td>
              <td class={after === undefined ? 'quiet' : ''}>
                {after === undefined ? '–' : <ins>{words(pointer, after)}</ins>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
