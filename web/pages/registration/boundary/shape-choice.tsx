import { readingWords as words } from '../../../messages/reading.ts'
import { say } from '../../../messages/phrase.ts'
import { formatArea } from '../../../time.ts'
import type { FoundArea, Proposal } from './inspection.ts'

const KINDS: Record<Proposal['kind'], { id: string; en: string }> = {
  swap: words.swap,
  close: words.closeRing,
  zone: words.zone,
  utm: words.utm,
  repair: words.repair,
}

/** Which of the shapes of an area is meant: the one of the file, or a proposal by its place. */
export type Shape = 'file' | number

interface ShapeProps {
  area: FoundArea
  chosen: Shape | undefined
  onChoose: (shape: Shape) => void
  error: string | undefined
}

/** The area as it is in the file, and every proposal: a person keeps the one or takes the other. */
export function ShapeChoice({ area, chosen, onChoose, error }: ShapeProps) {
  const option = (shape: Shape, name: string, detail: string, areas: FoundArea['areas']) => (
    <label class="choice" key={String(shape)}>
      <input
        type="radio"
        name="boundary-shape"
        checked={chosen === shape}
        onChange={() => onChoose(shape)}
      />
      <span>
        <strong>{name}</strong>
        {areas && areas.ellipsoidalM2 >= 0.5 && ` · ${formatArea(Math.round(areas.ellipsoidalM2))}`}
        {detail && detail !== `${name}.` && <span class="hint block">{detail}</span>}
      </span>
    </label>
  )
  return (
    <fieldset class={`field shapes ${error ? 'invalid' : ''}`}>
      <legend>{say(words.shape)}</legend>
      {error && (
        <div class="field-error" role="alert">
          {error}
        </div>
      )}
      {area.proposals.map(({ kind, detail, areas }, at) =>
        option(at, say(KINDS[kind]), detail, areas),
      )}
      {area.geometry && option('file', say(words.asInFile), '', area.areas)}
    </fieldset>
  )
}
