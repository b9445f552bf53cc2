import type { DefinitionValues } from '../../../functions/domain/definition.ts'
import { say } from '../../messages/phrase.ts'
import { settingsWords as m } from '../../messages/settings.ts'
import { changedEntries, entriesOf, type Entry, valueWords } from './thresholds.ts'

/** Where a threshold comes from: an article, or "internal". */
export function SourceOf({ status, source }: Pick<Entry, 'status' | 'source'>) {
  if (status === 'regulation') return <>{source}</>
  return (
    <>
      <span class="internal-mark">{say(m.internal)}</span>{' '}
      {source !== 'internal' && <span class="quiet small">{source}</span>}
    </>
  )
}

/** Every threshold with its value and source. */
export function DefinitionTable({ values }: { values: DefinitionValues }) {
  const entries = entriesOf(values)
  const parts = [
    [m.general, entries.filter(({ unit }) => unit !== 'workingDays')],
    [m.caseClocks, entries.filter(({ unit }) => unit === 'workingDays')],
  ] as const
  return (
    <>
      {parts.map(([title, some]) => (
        <table key={title.id} class="settings-table">
          <caption>
            <h3>{say(title)}</h3>
          </caption>
          <thead>
            <tr>
              <th scope="col">{say(m.measure)}</th>
              <th scope="col">{say(m.value)}</th>
              <th scope="col">{say(m.source)}</th>
            </tr>
          </thead>
          <tbody>
            {some.map((entry) => (
              <tr key={entry.path}>
                <th scope="row">{entry.label}</th>
                <td class={entry.value === null ? 'quiet' : undefined}>{valueWords(entry)}</td>
                <td>
                  <SourceOf {...entry} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </>
  )
}

/** What a version changes: each threshold as it is and as it would be. */
export function ChangedTable(props: { before: DefinitionValues; after: DefinitionValues }) {
  const changes = changedEntries(props.before, props.after)
  if (changes.length === 0) return <p class="quiet">{say(m.noChanges)}</p>
  return (
    <table class="settings-table">
      <caption>
        <h3>{say(m.changes)}</h3>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say(m.measure)}</th>
          <th scope="col">{say(m.before)}</th>
          <th scope="col">{say(m.after)}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ before, after }) => (
          <tr key={after.path}>
            <th scope="row">{after.label}</th>
            <td data-label={say(m.before)}>
              {valueWords(before)} <SourceOf {...before} />
            </td>
            <td data-label={say(m.after)}>
              <strong>{valueWords(after)}</strong> <SourceOf {...after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
