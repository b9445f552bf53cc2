import { useState } from 'preact/hooks'
import type { Member } from '../../../functions/domain/member.ts'
import { ProblemError } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { ErrorSummary, TextField } from '../../field.tsx'
import { announce } from '../../live.tsx'
import { membersMessages as m } from '../../messages/members.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { addMember, changeMember } from '../../members.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { draftOf, type Draft, faultsOf, fieldOf, newRole, type RoleDraft, sentOf } from './draft.ts'
import type { Pickable } from './picker.tsx'
import { RoleFields } from './role-fields.tsx'

interface MemberDialogProps {
  /** With the ETag of its version; left out for a new member. */
  known: { member: Member; etag: string } | undefined
  today: string
  units: readonly Pickable[]
  kanwil: readonly Pickable[]
  onClose: () => void
  onDone: () => void
}

/** Add a member, or change the name and roles of one. */
export function MemberDialog({ known, today, units, kanwil, onClose, onDone }: MemberDialogProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(known?.member, today))
  const [key] = useState(() => crypto.randomUUID()) // one action of the user, however often it is sent
  const [wasSent, setWasSent] = useState(false)
  const { isSending, error, submit, forgetError } = useSubmit()
  const own = wasSent ? faultsOf(draft).map(({ id, text }) => ({ id, text: say(text) })) : []
  const theirs =
    error instanceof ProblemError
      ? error.errors.map(({ pointer, detail }) => ({ id: fieldOf(pointer), text: detail }))
      : []
  const faults = own.length > 0 ? own : theirs
  const errorAt = (id: string) => faults.find((fault) => fault.id === id)?.text
  const change = (part: Partial<Draft>) => {
    setDraft({ ...draft, ...part })
    forgetError()
  }
  const changeRole = (index: number, part: Partial<RoleDraft>) =>
    change({ roles: draft.roles.map((role, i) => (i === index ? { ...role, ...part } : role)) })
  const send = () => {
    setWasSent(true)
    if (faultsOf(draft).length > 0) return
    const { subject, name, roles } = sentOf(draft)
    void submit(async () => {
      if (known) await changeMember(known.member.id, { name, roles }, known.etag)
      else await addMember({ subject, name, roles }, key)
      announce(say(m.saved(name)))
      onDone()
    })
  }
  return (
    <Dialog
      wide
      title={say(known ? m.changeTitle(known.member.name) : m.addTitle)}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button primary" aria-busy={isSending} onClick={send}>
            {say(isSending ? m.saving : m.save)}
          </button>
        </>
      }
    >
      <ErrorSummary errors={faults} />
      {error !== undefined && theirs.length === 0 && <Problem error={error} />}
      <TextField
        id="member-name"
        label={say(m.name)}
        hint={say(m.nameHint)}
        error={errorAt('member-name')}
        value={draft.name}
        onInput={(name) => change({ name })}
        input={{ autocomplete: 'off', maxLength: 120 }}
      />
      {known ? (
        <dl class="facts">
          <div>
            <dt>{say(m.subject)}</dt>
            <dd class="mono">{known.member.subject}</dd>
          </div>
        </dl>
      ) : (
        <TextField
          id="member-subject"
          label={say(m.subject)}
          hint={say(m.subjectHint)}
          error={errorAt('member-subject')}
          value={draft.subject}
          onInput={(subject) => change({ subject })}
          input={{ autocomplete: 'off', spellcheck: false, maxLength: 200 }}
        />
      )}
      {draft.roles.map((role, index) => (
        <RoleFields
          key={index}
          index={index}
          role={role}
          units={units}
          kanwil={kanwil}
          errorAt={errorAt}
          onChange={(part) => changeRole(index, part)}
          onRemove={() => change({ roles: draft.roles.filter((_, i) => i !== index) })}
        />
      ))}
      <p>
        <button
          type="button"
          id="add-role"
          class="button"
          onClick={() => change({ roles: [...draft.roles, newRole(today)] })}
        >
          {say(m.addRole)}
        </button>
      </p>
    </Dialog>
  )
}
