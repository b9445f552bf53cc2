import type { Finding } from '../../../../functions/domain/finding.ts'
import { boundaryForm as words } from '../../../messages/boundary-form.ts'
import { say } from '../../../messages/phrase.ts'

/** More than this is a wrong file rather than a list to work through. */
const MOST = 8

interface FindingsProps {
  findings: readonly Finding[]
  onLook: (place: [number, number]) => void
}

/** What is wrong with the shape, with its cure and its place on the map. */
export function Findings({ findings, onLook }: FindingsProps) {
  return (
    <section aria-labelledby="section-findings" class="stack">
      <h2 id="section-findings">{say(words.wrong)}</h2>
      {findings.length === 0 && <p class="quiet small">{say(words.sound)}</p>}
      {findings.slice(0, MOST).map(({ rule, severity, pointer, message, cure, place }) => (
        <div class={`notice ${severity === 'B' ? 'danger' : 'warning'} small`} key={rule + pointer}>
          <strong>{say(message)}</strong>
          <span>{say(cure)}</span>
          {place && (
            <button type="button" class="link-button self-start" onClick={() => onLook(place)}>
              {say(words.showPlace)}
            </button>
          )}
        </div>
      ))}
    </section>
  )
}
