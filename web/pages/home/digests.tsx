import { useState } from 'preact/hooks'
import { type Digest, digestText } from '../../../functions/domain/digest.ts'
import { announce } from '../../live.tsx'
import { dueWords as m } from '../../messages/due.ts'
import { language, say } from '../../messages/phrase.ts'
import { Problem } from '../../problem.tsx'
import { request } from '../../request.ts'
import { useResource } from '../../resource.ts'
import { formatDate } from '../../time.ts'

const fetchDigests = async (signal: AbortSignal): Promise<Digest[]> =>
  (await request<{ digests: Digest[] }>('/digests', { signal })).data.digests

/** Lines up to which the newest digest stands open; a longer one would push the page away. */
const MOST_LINES_OPEN = 8

/** What this person was told, day by day, with a way to pass it on. */
export function Digests() {
  const { data, error, isLoading, reload } = useResource(fetchDigests, [])
  const [newest, ...older] = data ?? []
  return (
    <section class="card stack" aria-labelledby="digests">
      <h2 id="digests">{say(m.digest)}</h2>
      {error !== undefined && <Problem error={error} onRetry={reload} />}
      {isLoading && !data && <span class="skeleton skeleton-title" />}
      {data && !newest && <p class="quiet">{say(m.digestNone)}</p>}
      {newest && (
        <details class="digest-day" open={newest.lines.length <= MOST_LINES_OPEN}>
          <summary>{titleOf(newest)}</summary>
          <OneDigest digest={newest} />
        </details>
      )}
      {older.length > 0 && (
        <details>
          <summary>{say(m.older)}</summary>
          {older.map((digest) => (
            <details key={digest.day} class="digest-day">
              <summary>{titleOf(digest)}</summary>
              <OneDigest digest={digest} />
            </details>
          ))}
        </details>
      )}
    </section>
  )
}

const titleOf = ({ day, lines, more }: Digest): string =>
  say(m.digestOf(formatDate(day), lines.length + more))

function OneDigest({ digest }: { digest: Digest }) {
  const [isRefused, setIsRefused] = useState(false)
  const { subject, text } = digestText(digest, language())
  const copy = () => {
    navigator.clipboard.writeText(`*${subject}*\n\n${text}`).then(
      () => announce(say(m.copied)),
      () => setIsRefused(true), // the text stands there to be marked by hand
    )
  }
  return (
    <div class="stack">
      <p class="digest-text small">{text}</p>
      <p class="no-print">
        <button type="button" class="button" onClick={copy}>
          {say(m.copy)}
        </button>
      </p>
      {isRefused && (
        <p class="field-error" role="alert">
          {say(m.copyFailed)}
        </p>
      )}
      <p class="hint">{say(m.copyHint)}</p>
    </div>
  )
}
