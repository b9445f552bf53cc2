import { useState } from 'preact/hooks'
import { announce } from '../../live.tsx'
import { say } from '../../messages/phrase.ts'
import { trailWords } from '../../messages/trail.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { formatDate, formatNumber } from '../../time.ts'
import { bundleName, fetchBundle, save, type Verdict, verify } from './bundle.ts'
import { Section } from './section.tsx'

/** "Was this edited?": checked here and now, and to be checked elsewhere without the registry. */
export function Proof({ id }: { id: string }) {
  const [verdict, setVerdict] = useState<Verdict>()
  const { isSending, error, submit } = useSubmit()
  const check = () =>
    submit(async () => {
      const found = await verify(await fetchBundle(id))
      setVerdict(found)
      announce(headline(found))
    })
  const command = `node verify-bundle.mjs ${bundleName(id)}`
  return (
    <div class="proof-cards">
      <Section title={say(trailWords.question)}>
        {verdict && <VerdictWords verdict={verdict} />}
        {error !== undefined && <Problem error={error} />}
        <p class="no-print">
          <button
            type="button"
            class="button primary"
            aria-busy={isSending}
            onClick={() => void check()}
          >
            {say(
              isSending ? trailWords.checking : verdict ? trailWords.checkAgain : trailWords.check,
            )}
          </button>
        </p>
        <p class="small quiet">{say(trailWords.checkHint)}</p>
      </Section>
      <Section title={say(trailWords.takeAway)} class="no-print">
        <p>{say(trailWords.takeAwayText)}</p>
        <p class="row">
          <button
            type="button"
            class="button"
            onClick={() => void submit(async () => save(await fetchBundle(id), id))}
          >
            {say(trailWords.downloadBundle)}
          </button>
          <a class="button" href="/verify-bundle.mjs" download="verify-bundle.mjs">
            {say(trailWords.downloadScript)}
          </a>
        </p>
        <p class="small quiet">{say(trailWords.command)}</p>
        <div class="command">
          <code>{command}</code>
          <button
            type="button"
            class="button small"
            onClick={
              () =>
                void navigator.clipboard
                  .writeText(command)
                  .then(() => announce(say(trailWords.copied)))
                  .catch(() => undefined) // it stands there to be marked by hand
            }
          >
            {say(trailWords.copy)}
          </button>
        </div>
      </Section>
    </div>
  )
}

const headline = ({ ok, events }: Verdict): string =>
  say(ok ? trailWords.whole(formatNumber(events)) : trailWords.broken)

function VerdictWords({ verdict }: { verdict: Verdict }) {
  const { ok, anchored, newer, faults, notes } = verdict
  return (
    <div class={`notice ${ok ? 'success' : 'danger'}`} role={ok ? undefined : 'alert'}>
      <strong>
        {ok ? '✓' : '✗'} {headline(verdict)}
      </strong>
      {faults.length > 0 && (
        <ul class="plain-list">
          {faults.map((fault) => (
            <li key={`${fault.version} ${fault.id}`}>
              {fault.version !== undefined && say(trailWords.brokenAt(fault.version))}
              {say(fault)}
            </li>
          ))}
        </ul>
      )}
      {anchored ? (
        <>
          <p>
            {say(trailWords.anchored(formatNumber(anchored.version), formatDate(anchored.date)))}
          </p>
          {newer > 0 && <p>{say(trailWords.newer(formatNumber(newer)))}</p>}
          <p class="small">{say(trailWords.fingerprint(anchored.fingerprint.slice(0, 16)))}</p>
        </>
      ) : (
        ok && <p>{say(trailWords.notAnchored)}</p>
      )}
      {notes.map((note) => (
        <p class="small" key={note.id}>
          {say(note)}
        </p>
      ))}
    </div>
  )
}
