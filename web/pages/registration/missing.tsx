import type { Finding } from '../../../functions/domain/finding.ts'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { say } from '../../messages/phrase.ts'
import { review as told } from '../../messages/review.ts'
import { fieldLabel } from '../parcel/field-words.ts'
import { goToField } from './going.ts'
import type { Judgement } from './judged.ts'

/** Further advice is folded away: a long list hides what matters. */
const MOST = 5

interface MissingProps {
  judgement: Judgement
  address: string
  mayChange: boolean
}

/** What is missing for the submission, and what is worth a look, each a way to its field. */
export function Missing({ judgement: { missing, advice }, address, mayChange }: MissingProps) {
  const line = (pointer: string, message: Phrase, cure?: Phrase) => (
    <li key={pointer + message.id}>
      {mayChange ? (
        <button type="button" class="link-button" onClick={() => goToField(address, pointer)}>
          {fieldLabel(pointer)}
        </button>
      ) : (
        <strong>{fieldLabel(pointer)}</strong>
      )}
      : {say(message)} {cure && <span class="quiet">{say(cure)}</span>}
    </li>
  )
  const fold = (findings: readonly Finding[], title: (count: number) => Phrase) =>
    findings.length > 0 && (
      <details class="fold" open={findings.length <= MOST}>
        <summary>
          <span>{say(title(findings.length))}</span>
        </summary>
        <ul class="lacks">
          {findings.map(({ pointer, message, cure }) => line(pointer, message, cure))}
        </ul>
      </details>
    )
  const isGrave = ({ severity }: Finding) => severity === 'E'
  return (
    <section class="card stack" aria-labelledby="missing">
      <h2 id="missing" tabIndex={-1}>
        {say(told.whatIsMissing)}
      </h2>
      {missing.length === 0 ? (
        <p class="notice success">{say(told.nothingMissing)}</p>
      ) : (
        <>
          <p>
            <strong>{say(told.missingFirst(missing.length))}</strong>
          </p>
          <ul class="lacks">{missing.map(({ pointer, detail }) => line(pointer, detail))}</ul>
        </>
      )}
      {fold(advice.filter(isGrave), told.shortcomings)}
      {fold(
        advice.filter((finding) => !isGrave(finding)),
        told.worthALook,
      )}
    </section>
  )
}
