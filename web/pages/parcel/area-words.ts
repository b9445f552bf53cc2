import type { AreaSource } from '../../../functions/domain/areas.ts'
import { areaNames, parcelWords, shortAreaNames } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import { formatArea, formatPercent } from '../../time.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'

export type StatedArea = Parcel['properties']['areas'][number]

/** What a source of areas is called. */
export const areaName = (source: string): string => {
  const name = areaNames[source as AreaSource] // a newer registry may know more
  return name ? say(name) : source
}

const shortAreaName = (source: string): string => {
  const name = shortAreaNames[source as AreaSource]
  return name ? say(name) : source
}

/** How an area differs from the one it is held against, in words. */
export function differenceWords(area: StatedArea): string {
  const { comparedWith, differenceM2, differencePercent, complete } = area
  if (!complete) return say(parcelWords.areaIncomplete)
  if (comparedWith === null || differenceM2 === null) return say(parcelWords.areaFirst)
  const other = areaName(comparedWith)
  if (differenceM2 === 0) return say(parcelWords.areaSame(other))
  const m2 = formatArea(Math.abs(differenceM2))
  const percent = formatPercent(Math.abs(differencePercent ?? 0) / 100)
  return say(
    differenceM2 < 0
      ? parcelWords.areaSmaller(m2, percent, other)
      : parcelWords.areaLarger(m2, percent, other),
  )
}

/** "−17,6 % terhadap BAST" for a narrow place; empty when nothing is compared or nothing differs. */
export const signedPercent = ({ differencePercent, comparedWith }: StatedArea): string =>
  differencePercent && comparedWith !== null
    ? say(
        parcelWords.areaAgainst(
          formatPercent(differencePercent / 100).replace('-', '−'),
          shortAreaName(comparedWith),
        ),
      )
    : ''
