import type { Holidays } from '../../../functions/domain/holidays.ts'
import { say } from '../../messages/phrase.ts'
import { settingsWords as m } from '../../messages/settings.ts'
import { formatDate, formatNumber } from '../../time.ts'

/** The holidays of each year, the latest first, with the paper that says so. */
export function HolidayTable({ holidays }: { holidays: Holidays }) {
  return (
    <>
      {Object.entries(holidays.years)
        .reverse()
        .map(([year, { days, source, provisional }]) => (
          <details key={year} class="holiday-year">
            <summary>
              <strong>{year}</strong> · {say(m.yearDays(formatNumber(days.length)))}{' '}
              {provisional && (
                <span class="internal-mark" title={say(m.provisionalHint)}>
                  {say(m.provisional)}
                </span>
              )}
            </summary>
            {provisional && <p class="small">{say(m.provisionalHint)}</p>}
            <p class="small quiet">
              {say(m.source)}: {source}
            </p>
            <table class="settings-table">
              <caption class="visually-hidden">
                {say(m.libur)} {year}
              </caption>
              <thead>
                <tr>
                  <th scope="col">{say(m.date)}</th>
                  <th scope="col">{say(m.holiday)}</th>
                  <th scope="col">{say(m.kind)}</th>
                </tr>
              </thead>
              <tbody>
                {days.map(({ date, name, kind }) => (
                  <tr key={date + name}>
                    <th scope="row">{formatDate(date)}</th>
                    <td>{name}</td>
                    <td>{say(kind === 'libur' ? m.liburKind : m.cutiKind)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        ))}
    </>
  )
}
