import { useState } from 'preact/hooks'
import type { Member } from '../../../functions/domain/member.ts'
import type { Role } from '../../../functions/domain/permissions.ts'
import { fetchReference } from '../../api.ts'
import { SelectField } from '../../field.tsx'
import { membersMessages as m } from '../../messages/members.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { roleNames } from '../../messages/terms.ts'
import { fetchMember, fetchMembers } from '../../members.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { allowed, useMe } from '../../session.ts'
import { useTitle } from '../../title.ts'
import { EndDialog } from './end-dialog.tsx'
import { MemberDialog } from './member-dialog.tsx'
import { MemberTable } from './member-table.tsx'
import type { Pickable } from './picker.tsx'
import './members.css'

type Open =
  { kind: 'add' } | { kind: 'change' | 'end'; known: { member: Member; etag: string } } | undefined

/** Anggota: who may enter, in which role; headquarters changes it, the auditor looks. */
export function MembersPage() {
  const me = useMe()
  useTitle(say(shell.members))
  const mayRead = allowed(me, 'member:read')
  return (
    <div class="page stack">
      <h1>{say(m.title)}</h1>
      {mayRead ? <Members /> : <p class="notice">{say(m.notAllowed)}</p>}
    </div>
  )
}

function Members() {
  const me = useMe()
  const mayManage = allowed(me, 'member:manage')
  const members = useResource(fetchMembers, [])
  const places = useResource(loadPlaces, [])
  const [typed, setTyped] = useState('')
  const [role, setRole] = useState<Role | ''>('')
  const [open, setOpen] = useState<Open>()
  const [problem, setProblem] = useState<unknown>()
  const { units = [], current = [], kanwil = [] } = places.data ?? {}
  const names = new Map([...units, ...kanwil].map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? id
  const shown = members.data?.filter(
    (member) => hasRole(member, role) && fits(member, typed, nameOf),
  )
  const close = () => setOpen(undefined)
  const done = () => {
    close()
    members.reload()
  }
  const openFor = (kind: 'change' | 'end') => (member: Member) => {
    setProblem(undefined)
    fetchMember(member.id).then(
      ({ data, etag = '' }) => setOpen({ kind, known: { member: data, etag } }),
      setProblem,
    )
  }
  return (
    <>
      <p class="quiet">{say(m.lead)}</p>
      {!mayManage && <p class="notice">{say(m.readOnly)}</p>}
      <div class="member-tools no-print">
        <div class="field">
          <label for="member-search">{say(m.search)}</label>
          <input
            id="member-search"
            type="search"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </div>
        <SelectField
          id="member-role"
          label={say(m.role)}
          value={role}
          onInput={(value) => setRole(value as Role | '')}
          options={[
            { value: '', label: say(m.allRoles) },
            ...(Object.keys(roleNames) as Role[]).map((value) => ({
              value,
              label: say(roleNames[value]),
            })),
          ]}
        />
        {mayManage && (
          <button type="button" class="button primary" onClick={() => setOpen({ kind: 'add' })}>
            {say(m.add)}
          </button>
        )}
      </div>
      {members.error ? <Problem error={members.error} onRetry={members.reload} /> : null}
      {places.error ? <Problem error={places.error} onRetry={places.reload} /> : null}
      {problem ? <Problem error={problem} /> : null}
      {!members.data && members.isLoading && (
        <div aria-busy="true">
          <span class="visually-hidden">{say(shell.loading)}</span>
          <span class="skeleton skeleton-card" />
        </div>
      )}
      {shown && members.data && (
        <p class="quiet" role="status">
          {say(m.count(shown.length, members.data.length))}
        </p>
      )}
      {shown?.length === 0 && (
        <div class="card empty">
          <h2>{say(m.nothing)}</h2>
          <p class="quiet">{say(m.nothingNext)}</p>
          <p>
            <button
              type="button"
              class="button"
              onClick={() => {
                setTyped('')
                setRole('')
              }}
            >
              {say(m.clear)}
            </button>
          </p>
        </div>
      )}
      {shown && shown.length > 0 && (
        <MemberTable
          members={shown}
          today={me.today}
          nameOf={nameOf}
          ownId={me.id}
          onChange={mayManage ? openFor('change') : undefined}
          onEnd={mayManage ? openFor('end') : undefined}
        />
      )}
      {open?.kind === 'end' && <EndDialog known={open.known} onClose={close} onDone={done} />}
      {open && open.kind !== 'end' && (
        <MemberDialog
          known={open.kind === 'change' ? open.known : undefined}
          today={me.today}
          units={current}
          kanwil={kanwil}
          onClose={close}
          onDone={done}
        />
      )}
    </>
  )
}

/** All units and offices: some 600 rows, for names and for picking. */
async function loadPlaces(signal: AbortSignal) {
  const [units, kanwil] = await Promise.all([
    fetchReference<Pickable & { status: string }>('upt', {}, { signal }),
    fetchReference<Pickable>('kanwil', {}, { signal }),
  ])
  return {
    units: units.data.rows, // for names: those handed to other services included
    current: units.data.rows.filter(({ status }) => status !== 'dialihkan'),
    kanwil: kanwil.data.rows,
  }
}

const hasRole = ({ roles }: Member, role: Role | ''): boolean =>
  role === '' || roles.some((held) => held.role === role)

function fits({ name, subject, roles }: Member, typed: string, nameOf: (id: string) => string) {
  const places = roles.flatMap(({ upt, kanwil }) => [...upt, ...kanwil].map(nameOf))
  const text = [name, subject, ...places].join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
