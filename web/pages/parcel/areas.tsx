import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { formatArea, formatHectares } from '../../time.ts'
import { areaName, differenceWords, type StatedArea } from './area-words.ts'

/** Every stated area side by side, each with its difference in words. */
export function AreaTable({ areas }: { areas: readonly StatedArea[] }) {
  if (areas.length === 0) return <p class="quiet">{say(parcelWords.areasNone)}</p>
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label={say(parcelWords.areas)}>
      <table class="area-table">
        <thead>
          <tr>
            <th scope="col">{say(parcelWords.areaSource)}</th>
            <th scope="col" class="numeric">
              {say(parcelWords.area)}
            </th>
            <th scope="col">{say(parcelWords.areaDifference)}</th>
          </tr>
        </thead>
        <tbody>
          {areas.map((area) => (
            <tr key={area.source}>
              <th scope="row">
                {areaName(area.source)}
                {area.of && <div class="small quiet">{area.of}</div>}
              </th>
              <td class="numeric">
                {formatArea(area.m2)}
                <div class="small quiet">{formatHectares(area.m2)}</div>
              </td>
              <td class={area.withinTolerance === false ? 'needs-look' : 'quiet'}>
                {differenceWords(area)}
                {area.differenceM2 !== 0 && area.withinTolerance !== null && (
                  <div class="small">
                    {say(
                      area.withinTolerance
                        ? parcelWords.withinTolerance
                        : parcelWords.beyondTolerance,
                    )}
                  </div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
