import type { Member, RoleGrant } from '../../../functions/domain/member.ts'
import { LongTable } from '../../long-table.tsx'
import { membersMessages as m } from '../../messages/members.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { roleNames } from '../../messages/terms.ts'
import { formatDate } from '../../time.ts'

interface MemberTableProps {
  members: readonly Member[]
  today: string
  /** Name of a unit or Kanwil by its id. */
  nameOf: (id: string) => string
  ownId: string
  /** Left out for who may only look. */
  onChange: ((member: Member) => void) | undefined
  onEnd: ((member: Member) => void) | undefined
}

const PLACES = 4 // names before "and more"

/** Members with their roles and, for headquarters, what can be done. */
export function MemberTable(props: MemberTableProps) {
  const { members, today, nameOf, ownId, onChange, onEnd } = props
  return (
    <LongTable
      class="member-table"
      caption={say(m.title)}
      head={
        <>
          <th scope="col">{say(m.name)}</th>
          <th scope="col">{say(m.roles)}</th>
          {onChange && (
            <th scope="col" class="no-print">
              {say(m.action)}
            </th>
          )}
        </>
      }
      items={members}
      row={(member) => (
        <tr key={member.id}>
          <th scope="row">
            {member.name}
            {member.id === ownId && <span class="chip">{say(m.yourself)}</span>}
            <span class="quiet small block mono">{member.subject}</span>
          </th>
          <td>
            {member.roles.length === 0 && <span class="quiet">{say(m.noRole)}</span>}
            <ul class="member-roles">
              {member.roles.map((role, index) => (
                <RoleLine key={index} role={role} today={today} nameOf={nameOf} />
              ))}
            </ul>
          </td>
          {onChange && (
            <td class="no-print">
              <div class="row member-actions">
                <button
                  type="button"
                  class="button small"
                  aria-label={`${say(m.change)}: ${member.name}`}
                  onClick={() => onChange(member)}
                >
                  {say(m.change)}
                </button>
                {member.id !== ownId && isMember(member, today) && onEnd && (
                  <button
                    type="button"
                    class="button small danger"
                    aria-label={`${say(m.end)}: ${member.name}`}
                    onClick={() => onEnd(member)}
                  >
                    {say(m.end)}
                  </button>
                )}
              </div>
            </td>
          )}
        </tr>
      )}
      first={50}
      more={(count) => say(m.more(count))}
    />
  )
}

/** Whether any role is in force or still to come. */
const isMember = ({ roles }: Member, today: string): boolean =>
  roles.some(({ until }) => until === undefined || until >= today)

function RoleLine({
  role: { role, upt, kanwil, from, until },
  today,
  nameOf,
}: {
  role: RoleGrant
  today: string
  nameOf: (id: string) => string
}) {
  const places = [...upt, ...kanwil].map(nameOf).sort((a, b) => a.localeCompare(b))
  const period = until
    ? say(m.period(formatDate(from), formatDate(until)))
    : say(m.since(formatDate(from)))
  const note = until && until < today ? m.ended : today < from ? m.notYet : undefined
  return (
    <li>
      <strong>{say(roleNames[role])}</strong> ·{' '}
      {places.slice(0, PLACES).join(', ') || say(shell.country)}
      {places.length > PLACES && (
        <details>
          <summary>{say(m.morePlaces(places.length - PLACES))}</summary>
          {places.slice(PLACES).join(', ')}
        </details>
      )}
      <span class="quiet small block">
        {period}
        {note && `, ${say(note)}`}
      </span>
    </li>
  )
}
