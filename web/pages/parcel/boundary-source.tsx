import { findCrs } from '../../../functions/domain/crs.ts'
import type { BoundarySource } from '../../../functions/domain/parcel.ts'
import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { walkWords } from '../../messages/walk.ts'
import { formatDate, formatNumber } from '../../time.ts'
import { valueWords } from './field-words.ts'

/** Where a boundary comes from, in one line: its file, system, what was mended, and how exact it is. */
export function BoundarySourceLine({ source }: { source: BoundarySource }) {
  const { method, fileName, format, proposals = [], accuracyM, surveyed } = source
  const parts = [
    [valueWords('/method', method), fileName].filter(Boolean).join(' '),
    format && valueWords('/format', format),
    systemOf(source),
    ...proposals.map((kind) => valueWords('/proposals', kind)),
    accuracyM?.length && accuracyOf(accuracyM),
    surveyed && say(parcelWords.boundarySurveyed(formatDate(surveyed))),
  ]
  return (
    <p class="small quiet">{say(parcelWords.boundarySource(parts.filter(Boolean).join(', ')))}</p>
  )
}

/** The coordinate system by its name and how it is known; nothing for degrees, which are what is shown. */
function systemOf({ epsg, known }: BoundarySource): string | undefined {
  if (epsg === undefined || epsg === 4326) return undefined
  const name = findCrs(epsg)?.name
  const how = known && ` (${valueWords('/known', known)})`
  return `${name ?? `EPSG ${epsg}`}${how ?? ''}`
}

function accuracyOf(metres: readonly number[]): string {
  const [least, most] = [Math.min(...metres), Math.max(...metres)].map(formatNumber)
  const range = least === most ? `±${most} m` : `±${least}–${most} m`
  return say(walkWords.accurate(metres.length, range))
}
