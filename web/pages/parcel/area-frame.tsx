import type { ComponentChildren } from 'preact'
import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'

interface AreaFrameProps {
  /** What the table is about, for those who do not see it. */
  label: string
  /** Titles of the columns; those of numbers stand at the right. */
  heads: readonly { title: string; isNumeric?: boolean }[]
  class?: string
  children: ComponentChildren
}

/** A table of areas, one row a source, that scrolls on its own where it is too wide. */
export const AreaFrame = ({ label, heads, class: more = '', children }: AreaFrameProps) => (
  <div class="table-scroll" tabIndex={0} role="group" aria-label={label}>
    <table class={`area-table ${more}`}>
      <thead>
        <tr>
          {heads.map(({ title, isNumeric }) => (
            <th scope="col" class={isNumeric ? 'numeric' : ''} key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)

/** Whether a difference of areas is within the tolerance, below the difference itself. */
export const Tolerance = ({ isWithin }: { isWithin: boolean }) => (
  <div class="small">
    {say(isWithin ? parcelWords.withinTolerance : parcelWords.beyondTolerance)}
  </div>
)
