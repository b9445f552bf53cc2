import { areaOf } from '../../../../functions/domain/area.ts'
import { areasBySource } from '../../../../functions/domain/areas.ts'
import type { Boundary } from '../../../../functions/domain/boundary.ts'
import type { ParcelProperties } from '../../../../functions/domain/parcel.ts'
import { differenceInWords } from '../../../../functions/domain/writing.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { language, say } from '../../../messages/phrase.ts'
import { useObservable } from '../../../observable.ts'
import { formatArea } from '../../../time.ts'
import { useDesk } from '../form.tsx'

/** What each document says of the area, beside the boundary, with the difference in words. */
export function Areas({ boundary }: { boundary: Boundary | null }) {
  const { mine } = useObservable(useDesk().draft)
  const m2 = boundary && areaOf(boundary)
  const areas = areasBySource(mine.properties as ParcelProperties, m2)
  const own = areas.find(({ source }) => source === 'POLIGON')
  const others = areas.filter((area) => area !== own)
  const against = others.find(({ source }) => source === own?.comparedWith)
  return (
    <section aria-labelledby="section-areas">
      <h2 id="section-areas" tabIndex={-1}>
        {say(words.areas)}
      </h2>
      {others.length === 0 && <p class="quiet small">{say(words.noStated)}</p>}
      <dl class="facts">
        {others.map(({ source, m2: area, of }) => (
          <div key={source}>
            <dt>
              {say(words[source])}
              {of && <span class="small quiet block">{of}</span>}
            </dt>
            <dd>{formatArea(area)}</dd>
          </div>
        ))}
        {m2 !== null && (
          <div>
            <dt>
              <strong>{say(words.thisBoundary)}</strong>
            </dt>
            <dd>
              <strong>{formatArea(Math.round(m2))}</strong>
            </dd>
          </div>
        )}
        {own && against && (
          <div>
            <dt>{say(words.difference(say(words[against.source])))}</dt>
            <dd aria-live="polite">
              {differenceInWords(Math.round(own.m2), against.m2, language())}
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
