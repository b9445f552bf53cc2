import { useState } from 'preact/hooks'
import { Dialog } from '../../dialog.tsx'
import { announce } from '../../live.tsx'
import { say } from '../../messages/phrase.ts'
import { settingsWords as m } from '../../messages/settings.ts'
import { shell } from '../../messages/shell.ts'
import { Problem } from '../../problem.tsx'
import { holds, useMe } from '../../session.ts'
import { useSubmit } from '../../submit.ts'
import { formatDate, formatInstant, formatNumber } from '../../time.ts'
import { Section } from '../parcel/section.tsx'
import { approveVersion, type ServedVersion, type SettingName } from './calls.ts'
import { ChangedTable } from './definition-table.tsx'
import { HolidayTable } from './holiday-table.tsx'
import { Preview } from './preview.tsx'

interface ProposalProps {
  name: SettingName
  proposal: ServedVersion
  /** The version in force, against which it is shown. */
  current: ServedVersion
  onDone: () => void
}

/** A proposal: what it changes, what that does, and the approval by another person. */
export function Proposal({ name, proposal, current, onDone }: ProposalProps) {
  const me = useMe()
  const [isApproving, setIsApproving] = useState(false)
  const { version, validFrom, source, proposed } = proposal
  const isOwn = proposed?.by === me.id
  const mayApprove = holds(me, 'pusat')
  return (
    <Section title={`${say(m.proposals)}: ${say(m.version(formatNumber(version)))}`}>
      <p>
        {say(m.from(formatDate(validFrom)))} · {say(m.source)}: {source}
      </p>
      {proposed && (
        <p class="small quiet">
          {say(m.proposed(formatInstant(proposed.at)))}{' '}
          {isOwn ? say(m.byYou) : proposed.name && say(m.by(proposed.name))}
        </p>
      )}
      {isOf('definisi', name, proposal) && isOf('definisi', name, current) && (
        <ChangedTable before={current.values} after={proposal.values} />
      )}
      {isOf('libur', name, proposal) && <HolidayTable holidays={proposal.values} />}
      <Preview name={name} version={version} />
      {mayApprove && (
        <p class="no-print">
          {isOwn ? (
            <span class="quiet">{say(m.needsOther)}</span>
          ) : (
            <button type="button" class="button primary" onClick={() => setIsApproving(true)}>
              {say(m.approve)}
            </button>
          )}
        </p>
      )}
      {isApproving && (
        <ApproveDialog
          name={name}
          proposal={proposal}
          onClose={() => setIsApproving(false)}
          onDone={onDone}
        />
      )}
    </Section>
  )
}

/** Whether a version is one of this setting. */
export const isOf = <N extends SettingName>(
  wanted: N,
  name: SettingName,
  version: ServedVersion,
): version is ServedVersion<N> => name === wanted && version !== undefined

interface ApproveProps extends Pick<ProposalProps, 'name' | 'proposal' | 'onDone'> {
  onClose: () => void
}

function ApproveDialog({ name, proposal, onClose, onDone }: ApproveProps) {
  const { isSending, error, submit } = useSubmit()
  const approve = () =>
    submit(async () => {
      await approveVersion(name, proposal.version)
      announce(say(m.approveDone))
      onClose()
      onDone()
    })
  return (
    <Dialog
      title={say(m.approveTitle)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {say(shell.cancel)}
          </button>
          <button
            type="button"
            class="button primary"
            aria-busy={isSending}
            onClick={() => void approve()}
          >
            {say(m.approve)}
          </button>
        </>
      }
    >
      <p>{say(m.approveText(formatDate(proposal.validFrom)))}</p>
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}
