import { type Boundary, partsOf } from '../../../../functions/domain/boundary.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'

const firstOf = (boundary: Boundary): string => {
  const [lng = 0, lat = 0] = partsOf(boundary)[0]?.[0]?.[0] ?? []
  return `${say(words.longitude)} ${lng}, ${say(words.latitude)} ${lat}`
}

interface SwapProps {
  before: Boundary
  after: Boundary
  onYes: () => void
  onNo: () => void
}

/** The proposal to exchange longitude and latitude: before and after, and a person decides. */
export const SwapProposal = ({ before, after, onYes, onNo }: SwapProps) => (
  <div class="notice warning" role="alert">
    <strong>{say(words.swapTitle)}</strong>
    <p>{say(words.swapText(firstOf(before), firstOf(after)))}</p>
    <div class="row">
      <button type="button" class="button primary" onClick={onYes}>
        {say(words.swapYes)}
      </button>
      <button type="button" class="button" onClick={onNo}>
        {say(words.swapNo)}
      </button>
    </div>
  </div>
)
