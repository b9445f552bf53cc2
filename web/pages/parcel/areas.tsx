import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { formatArea, formatHectares } from '../../time.ts'
import { AreaFrame, Tolerance } from './area-frame.tsx'
import { areaName, differenceWords, type StatedArea } from './area-words.ts'

/** Every stated area side by side, each with its difference in words. */
export function AreaTable({ areas }: { areas: readonly StatedArea[] }) {
  if (areas.length === 0) return <p class="quiet">{say(parcelWords.areasNone)}</p>
  return (
    <AreaFrame
      label={say(parcelWords.areas)}
      heads={[
        { title: say(parcelWords.areaSource) },
        { title: say(parcelWords.area), isNumeric: true },
        { title: say(parcelWords.areaDifference) },
      ]}
    >
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
              <Tolerance isWithin={area.withinTolerance} />
            )}
          </td>
        </tr>
      ))}
    </AreaFrame>
  )
}
