import type { Role } from '../../../functions/domain/permissions.ts'
import { SelectField, TextField } from '../../field.tsx'
import { membersMessages as m } from '../../messages/members.ts'
import { say } from '../../messages/phrase.ts'
import { roleNames } from '../../messages/terms.ts'
import { formatDate } from '../../time.ts'
import { reachOf, type RoleDraft, roleField } from './draft.ts'
import { type Pickable, Picker } from './picker.tsx'

interface RoleFieldsProps {
  index: number
  role: RoleDraft
  units: readonly Pickable[]
  kanwil: readonly Pickable[]
  errorAt: (id: string) => string | undefined
  onChange: (change: Partial<RoleDraft>) => void
  onRemove: () => void
}

/** One role: what it is, where it holds, and from when to when. */
export function RoleFields(props: RoleFieldsProps) {
  const { index, role, units, kanwil, errorAt, onChange, onRemove } = props
  const at = (field: Parameters<typeof roleField>[1]) => {
    const id = roleField(index, field)
    return { id, error: errorAt(id) }
  }
  const reach = reachOf(role.role)
  return (
    <fieldset class="card stack">
      <div class="row spread">
        <legend class="label">{say(m.roleNumber(index + 1))}</legend>
        <button
          type="button"
          class="button plain small"
          aria-label={say(m.removeRole(index + 1))}
          onClick={onRemove}
        >
          ✕
        </button>
      </div>
      <SelectField
        {...at('role')}
        label={say(m.role)}
        value={role.role}
        onInput={(value) => onChange({ role: value as Role })}
        options={(Object.keys(roleNames) as Role[]).map((value) => ({
          value,
          label: say(roleNames[value]),
        }))}
      />
      {reach === 'upt' && (
        <Picker
          {...at('upt')}
          label={say(m.units)}
          hint={say(m.unitsHint)}
          from={units}
          chosen={role.upt}
          onChange={(upt) => onChange({ upt })}
        />
      )}
      {reach === 'kanwil' && (
        <Picker
          {...at('kanwil')}
          label={say(m.kanwil)}
          hint={say(m.kanwilHint)}
          from={kanwil}
          chosen={role.kanwil}
          onChange={(chosen) => onChange({ kanwil: chosen })}
        />
      )}
      <div class="member-dates">
        <TextField
          {...at('from')}
          label={say(m.from)}
          hint={role.from && formatDate(role.from)}
          value={role.from}
          onInput={(from) => onChange({ from })}
          input={{ type: 'date' }}
        />
        <TextField
          {...at('until')}
          label={say(m.until)}
          hint={role.until ? formatDate(role.until) : say(m.untilHint)}
          value={role.until}
          onInput={(until) => onChange({ until })}
          input={{ type: 'date' }}
        />
      </div>
    </fieldset>
  )
}
