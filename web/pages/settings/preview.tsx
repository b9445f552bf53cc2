import { useState } from 'preact/hooks'
import { axesOf } from '../../layers/status.ts'
import { announce } from '../../live.tsx'
import { useNames } from '../../messages/map.ts'
import { say } from '../../messages/phrase.ts'
import { settingsWords as m } from '../../messages/settings.ts'
import { idleNames, problemNames } from '../../messages/standing.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { formatHectares, formatNumber } from '../../time.ts'
import { fetchPreview, type Preview as Found, type SettingName } from './calls.ts'

/** One status in words, on whichever axis it lies. */
function statusName(status: string): string {
  const { use, idle, problem } = axesOf({ status })
  return say(problem ? problemNames[problem] : idle ? idleNames[idle] : useNames[use])
}

/** How many parcels and hectares a version would move from which status to which. */
export function Preview({ name, version }: { name: SettingName; version: number }) {
  const [found, setFound] = useState<Found>()
  const { isSending, error, submit } = useSubmit()
  const look = () =>
    submit(async () => {
      const all = await fetchPreview(name, version, setFound)
      setFound(all)
      announce(summary(all))
    })
  return (
    <div class="stack">
      <p class="no-print">
        <button type="button" class="button" aria-busy={isSending} onClick={() => void look()}>
          {say(isSending ? m.previewing : m.preview)}
        </button>
      </p>
      {error !== undefined && <Problem error={error} />}
      {found && isSending && (
        <p class="quiet">{say(m.previewPartial(formatNumber(found.checked)))}</p>
      )}
      {found && !isSending && (
        <>
          <p>
            <strong>{summary(found)}</strong>
          </p>
          {found.moves.length > 0 && <Moves moves={found.moves} />}
        </>
      )}
    </div>
  )
}

function summary({ moves, checked }: Found): string {
  const moved = moves.reduce((sum, { parcels }) => sum + parcels, 0)
  return moved === 0
    ? say(m.previewNone)
    : say(m.previewOf(formatNumber(moved), formatNumber(checked)))
}

function Moves({ moves }: Pick<Found, 'moves'>) {
  return (
    <table class="settings-table">
      <thead>
        <tr>
          <th scope="col">{say(m.moveFrom)}</th>
          <th scope="col">{say(m.moveTo)}</th>
          <th scope="col" class="numeric">
            {say(m.moveParcels)}
          </th>
          <th scope="col" class="numeric">
            {say(m.moveArea)}
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ from, to, parcels, areaM2 }) => (
          <tr key={`${from} ${to}`}>
            <td>{statusName(from)}</td>
            <td>{statusName(to)}</td>
            <td class="numeric">{formatNumber(parcels)}</td>
            <td class="numeric">{formatHectares(areaM2)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
