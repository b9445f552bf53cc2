import { useState } from 'preact/hooks'
import { say } from '../../messages/phrase.ts'
import { settingsWords as m } from '../../messages/settings.ts'
import { shell } from '../../messages/shell.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { navigate, useRoute } from '../../router.tsx'
import { holds, useMe } from '../../session.ts'
import { formatDate, formatInstant, formatNumber } from '../../time.ts'
import { useTitle } from '../../title.ts'
import { Facts, Section } from '../parcel/section.tsx'
import { fetchSetting, type ServedVersion, type SettingName } from './calls.ts'
import { DefinitionTable } from './definition-table.tsx'
import { HolidayTable } from './holiday-table.tsx'
import { isOf, Proposal } from './proposal.tsx'
import { ProposeDefinition } from './propose-definition.tsx'
import { ProposeHolidays } from './propose-holidays.tsx'
import '../case/clock.css'
import '../parcel/parcel-page.css'
import './settings.css'

const SETTINGS: readonly SettingName[] = ['definisi', 'libur']
const STATE_NAMES = {
  berlaku: m.current,
  'akan-berlaku': m.coming,
  diusulkan: m.waiting,
  'pernah-berlaku': m.past,
  gugur: m.dropped,
} as const

/** Pengaturan: by which rules the registry judges, on which ground, and who changed them. */
export function SettingsPage() {
  useTitle(say(m.title))
  const { search } = useRoute()
  const name = SETTINGS.find((each) => each === search.get('setelan')) ?? 'definisi'
  return (
    <div class="page stack settings-page">
      <div>
        <h1>{say(m.title)}</h1>
        <p class="quiet">{say(m.lead)}</p>
      </div>
      <div class="row no-print" role="group" aria-label={say(m.which)}>
        {SETTINGS.map((each) => (
          <button
            key={each}
            type="button"
            class="chip"
            aria-pressed={name === each}
            onClick={() =>
              navigate(each === 'definisi' ? '/pengaturan' : `/pengaturan?setelan=${each}`, {
                replace: true,
              })
            }
          >
            {say(m[each])}
          </button>
        ))}
      </div>
      <Setting key={name} name={name} />
    </div>
  )
}

function Setting({ name }: { name: SettingName }) {
  const me = useMe()
  const setting = useResource((signal) => fetchSetting(name, signal), [name])
  const [isProposing, setIsProposing] = useState(false)
  const versions: readonly ServedVersion[] = setting.data?.versions ?? []
  const current = versions.find(({ version }) => version === setting.data?.inForce)
  const waiting = versions.filter(({ state }) => state === 'diusulkan')
  const mayPropose = holds(me, 'pusat')
  const done = () => {
    setIsProposing(false)
    setting.reload()
  }
  if (setting.error !== undefined && !current)
    return <Problem error={setting.error} onRetry={setting.reload} />
  if (!current)
    return (
      <div aria-busy="true">
        <span class="visually-hidden">{say(shell.loading)}</span>
        <span class="skeleton skeleton-card" />
      </div>
    )
  const form = { onClose: () => setIsProposing(false), onDone: done }
  return (
    <>
      {waiting.map((proposal) => (
        <Proposal
          key={proposal.version}
          name={name}
          proposal={proposal}
          current={current}
          onDone={done}
        />
      ))}
      <Section
        title={`${say(m.inForce)}: ${say(m.version(formatNumber(current.version)))}`}
        aside={
          mayPropose && (
            <button
              type="button"
              class="button small no-print"
              onClick={() => setIsProposing(true)}
            >
              {say(m.propose)}
            </button>
          )
        }
      >
        <Facts
          rows={[
            [say(m.validFrom), formatDate(current.validFrom)],
            [say(m.source), current.source],
          ]}
        />
        {isOf('definisi', name, current) && <DefinitionTable values={current.values} />}
        {isOf('libur', name, current) && <HolidayTable holidays={current.values} />}
      </Section>
      <Versions versions={versions} />
      {isProposing && isOf('definisi', name, current) && (
        <ProposeDefinition values={current.values} {...form} />
      )}
      {isProposing && isOf('libur', name, current) && (
        <ProposeHolidays
          values={current.values}
          today={setting.data?.today ?? me.today}
          {...form}
        />
      )}
    </>
  )
}

/** By whom: "oleh Anda", or a name. */
const whoWords = ({ by, name }: { by: string; name?: string }, own: string): string =>
  by === own ? say(m.byYou) : name ? say(m.by(name)) : ''

/** Every version that ever was, the newest first. */
function Versions({ versions }: { versions: readonly ServedVersion[] }) {
  const me = useMe()
  return (
    <Section title={say(m.history)}>
      <ul class="plain-list">
        {[...versions]
          .reverse()
          .map(({ version, validFrom, source, proposed, approved, state }) => (
            <li key={version}>
              <strong>{say(m.version(formatNumber(version)))}</strong> ·{' '}
              {say(m.from(formatDate(validFrom)))} · {say(STATE_NAMES[state])}
              <span class="small quiet version-line">
                {source}
                {!proposed && ` · ${say(m.bundled)}`}
                {proposed && ` · ${say(m.proposed(formatInstant(proposed.at)))}`}
                {proposed && ` ${whoWords(proposed, me.id)}`}
                {approved && ` · ${say(m.approved(formatInstant(approved.at)))}`}
                {approved && ` ${whoWords(approved, me.id)}`}
              </span>
            </li>
          ))}
      </ul>
    </Section>
  )
}
