import type { Named } from '../../api.ts'
import { home as m } from '../../messages/home.ts'
import { say } from '../../messages/phrase.ts'
import { Link } from '../../router.tsx'
import { formatNumber } from '../../time.ts'
import { countParcels, countUnits, type UnitCoverage } from '../../units.ts'

interface Row extends Named {
  submitted: number
  verified: number
  silent: number
}

/** One row for each Kanwil, the one with most to verify first. */
function rowsOf(units: readonly UnitCoverage[], kanwil: readonly Named[]): Row[] {
  return kanwil
    .map(({ id, name }) => {
      const own = units.filter((unit) => unit.kanwil === id)
      const counts = countParcels(own)
      return {
        id,
        name,
        submitted: counts.diajukan ?? 0,
        verified: (counts.terverifikasi ?? 0) + (counts['terverifikasi-dengan-catatan'] ?? 0),
        silent: countUnits(own)['belum-mulai'],
      }
    })
    .sort((a, b) => b.submitted - a.submitted || b.silent - a.silent || (a.name < b.name ? -1 : 1))
}

/** For headquarters: what waits at each Kanwil. */
export function National({
  units,
  kanwil,
}: {
  units: readonly UnitCoverage[]
  kanwil: readonly Named[]
}) {
  const rows = rowsOf(units, kanwil)
  const isQuiet = rows.every(({ submitted }) => submitted === 0)
  return (
    <section class="stack" aria-labelledby="by-kanwil">
      <h2 id="by-kanwil">{say(m.byKanwil)}</h2>
      {isQuiet && <p>{say(m.byKanwilNone)}</p>}
      <div class="card flush table-scroll" tabIndex={0} role="group" aria-labelledby="by-kanwil">
        <table class="kanwil-table">
          <thead>
            <tr>
              <th scope="col">{say(m.kanwil)}</th>
              <th scope="col" class="numeric">
                {say(m.submitted)}
              </th>
              <th scope="col" class="numeric">
                {say(m.verified)}
              </th>
              <th scope="col" class="numeric">
                {say(m.silent)}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link href={`/cakupan?kanwil=${row.id}`}>{row.name}</Link>
                </th>
                <td class="numeric" data-label={say(m.submitted)}>
                  {formatNumber(row.submitted)}
                </td>
                <td class="numeric" data-label={say(m.verified)}>
                  {formatNumber(row.verified)}
                </td>
                <td class="numeric" data-label={say(m.silent)}>
                  {formatNumber(row.silent)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
