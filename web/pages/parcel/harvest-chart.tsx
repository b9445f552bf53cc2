import { say, useLanguage } from '../../messages/phrase.ts'
import { standingWords as m } from '../../messages/standing.ts'
import { formatNumber } from '../../time.ts'
import type { HarvestSeries } from './harvest-chart-of.ts'

const WIDTH = 480 // units of the drawing; it takes the width that there is
const HEIGHT = 140
const TOP = 18
const FOOT = 22

/** The month in words, such as `Mar 2026`. */
const monthWords = (month: string, language: string): string =>
  new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: 'UTC',
    month: 'short',
    year: 'numeric',
  }).format(new Date(`${month}-01T00:00:00Z`))

/** Harvests month by month as bars, and the same figures as a table. */
export function HarvestChart({ series, name }: { series: HarvestSeries; name: string }) {
  const language = useLanguage()
  const { months, unit } = series
  const most = Math.max(...months.map(({ amount }) => amount), 0)
  const step = WIDTH / months.length
  const bar = Math.min(36, step * 0.7)
  const ground = HEIGHT - FOOT
  const heightOf = (amount: number) => (most === 0 ? 0 : (amount / most) * (ground - TOP))
  const every = Math.max(1, Math.ceil(months.length / 6)) // names of months that have room
  const title = say(m.chartOf(name, unit))
  return (
    <figure>
      <figcaption>
        <strong>{title}</strong>
      </figcaption>
      <svg class="harvest-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <line x1="0" y1={ground} x2={WIDTH} y2={ground} />
        {months.map(({ month, amount }, i) => {
          const middle = (i + 0.5) * step
          const height = heightOf(amount)
          return (
            <g key={month}>
              <rect x={middle - bar / 2} y={ground - height} width={bar} height={height} rx="2" />
              {amount === most && amount > 0 && (
                <text x={middle} y={ground - height - 5} text-anchor="middle">
                  {formatNumber(amount)} {unit}
                </text>
              )}
              {i % every === 0 && (
                <text x={middle} y={HEIGHT - 6} text-anchor="middle">
                  {monthWords(month, language)}
                </text>
              )}
            </g>
          )
        })}
      </svg>
      <details>
        <summary>{say(m.chartTable)}</summary>
        <table>
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{say(m.month)}</th>
              <th scope="col" class="numeric">
                {say(m.harvest)} ({unit})
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, amount }) => (
              <tr key={month}>
                <th scope="row">{monthWords(month, language)}</th>
                <td class="numeric">{formatNumber(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
