import type { AreaChange } from '../../../functions/domain/area-change.ts'
import { say } from '../../messages/phrase.ts'
import { successionWords as words } from '../../messages/succession.ts'
import { formatArea, formatHectares, formatPercent } from '../../time.ts'
import { AreaFrame, Tolerance } from './area-frame.tsx'
import { areaName } from './area-words.ts'
import './area-changes.css'

const plus = (value: number): string => (value > 0 ? '+' : '')

/** A difference in hectares and percent, such as `−2,9 ha (−5,7 %)`; in words where there is none. */
export const differenceOf = ({ differenceM2, differencePercent }: AreaChange): string =>
  differenceM2 === 0
    ? say(words.areaSame)
    : `${plus(differenceM2)}${formatHectares(differenceM2)} (${plus(differencePercent)}${formatPercent(differencePercent / 100)})`

/** Areas before and after a change of the land, by source, each with its difference. */
export function AreaChanges({ changes }: { changes: readonly AreaChange[] }) {
  if (changes.length === 0) return <p class="quiet">{say(words.areaNothing)}</p>
  return (
    <AreaFrame
      label={say(words.areas)}
      heads={[
        { title: say(words.areaSource) },
        { title: say(words.areaBefore), isNumeric: true },
        { title: say(words.areaAfter), isNumeric: true },
        { title: say(words.areaDifference) },
      ]}
      class="area-changes"
    >
      {changes.map((change) => (
        <tr key={change.source}>
          <th scope="row">{areaName(change.source)}</th>
          <td class="numeric" data-label={say(words.areaBefore)}>
            {formatHectares(change.beforeM2)}
            <div class="small quiet">{formatArea(change.beforeM2)}</div>
          </td>
          <td class="numeric" data-label={say(words.areaAfter)}>
            {formatHectares(change.afterM2)}
            <div class="small quiet">{formatArea(change.afterM2)}</div>
          </td>
          <td class={change.withinTolerance ? 'quiet' : 'needs-look'}>
            <span class="difference">{differenceOf(change)}</span>
            {change.differenceM2 !== 0 && <Tolerance isWithin={change.withinTolerance} />}
          </td>
        </tr>
      ))}
    </AreaFrame>
  )
}
