import { fetchLatestAnchor } from '../../anchor.ts'
import { home as m } from '../../messages/home.ts'
import { say } from '../../messages/phrase.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { Link } from '../../router.tsx'
import { formatDate, formatInstant, formatNumber } from '../../time.ts'

/** For the auditor: the latest seal over all histories, and how to check one without us. */
export function Audit() {
  const { data: anchor, error, isLoading, reload } = useResource(fetchLatestAnchor, [])
  return (
    <>
      <section class="stack" aria-labelledby="seal">
        <h2 id="seal">{say(m.auditTitle)}</h2>
        {error ? <Problem error={error} onRetry={reload} /> : null}
        {isLoading && !anchor && <span class="skeleton skeleton-card" />}
        {anchor === null && <p class="card">{say(m.anchorNone)}</p>}
        {anchor && (
          <div class="card stack">
            <div>
              <p class="quiet small">{say(m.anchorLatest)}</p>
              <p class="large-number">{formatDate(anchor.date)}</p>
            </div>
            <dl class="facts">
              <div>
                <dt>{say(m.anchorAt)}</dt>
                <dd>{formatInstant(anchor.at)}</dd>
              </div>
              <div>
                <dt>{say(m.anchorCount)}</dt>
                <dd>{formatNumber(anchor.count)}</dd>
              </div>
              <div>
                <dt>{say(m.anchorRoot)}</dt>
                <dd class="mono long-code">{anchor.root}</dd>
              </div>
              <div>
                <dt>{say(m.anchorKey)}</dt>
                <dd class="mono long-code">{anchor.keyId}</dd>
              </div>
            </dl>
            <p class="quiet">{say(m.anchorLater)}</p>
          </div>
        )}
      </section>
      <section class="stack" aria-labelledby="how-to">
        <h2 id="how-to">{say(m.howTo)}</h2>
        <ol class="card how-to">
          <li>
            {say(m.howToOpen)} <Link href="/peta">{say(m.chooseParcel)}</Link>
          </li>
          <li>
            {say(m.howToScript)}{' '}
            <a href="/verify-bundle.mjs" download>
              {say(m.download)}
            </a>
          </li>
          <li>
            {say(m.howToRun)} <code>node verify-bundle.mjs bidang.json</code>
          </li>
        </ol>
      </section>
    </>
  )
}
