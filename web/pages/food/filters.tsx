import { fetchReference, type Me, type Named } from '../../api.ts'
import { SelectField, TextField } from '../../field.tsx'
import { foodWords as m } from '../../messages/food.ts'
import { say } from '../../messages/phrase.ts'
import { useResource } from '../../resource.ts'
import { holds } from '../../session.ts'
import { useKanwilNames } from '../map/kanwil-names.ts'
import type { View } from './view.ts'

interface FiltersProps {
  me: Me
  view: View
  /** The months that are shown, also where the address names none. */
  months: { from: string; until: string }
  set: (change: Partial<View>) => void
}

/** The Kanwil of which the person may choose units: the one in the address, or the only one that is theirs. */
function officeOf(me: Me, view: View): string {
  const own = me.roles.flatMap(({ kanwil }) => kanwil.map(({ id }) => id))
  return view.kanwil || (seesCountry(me) || own.length !== 1 ? '' : own[0]!)
}

/** Whether the person sees every Kanwil. */
export const seesCountry = (me: Me): boolean => holds(me, 'pusat') || holds(me, 'auditor')

/** Kanwil, unit and months; only what there is to choose from. */
export function Filters({ me, view, months, set }: FiltersProps) {
  const names = useKanwilNames()
  const office = officeOf(me, view)
  const units = useResource(
    async (signal): Promise<Named[]> =>
      office ? (await fetchReference('upt', { parent: office }, { signal })).data.rows : [],
    [office],
  )
  const own = me.roles.flatMap((role) => role.units)
  const listed = office ? (units.data ?? []) : seesCountry(me) ? [] : own
  const kanwil = [...names].sort(([, a], [, b]) => a.localeCompare(b))
  const month = (which: 'from' | 'until') => (
    <TextField
      id={`food-${which}`}
      label={say(m[which])}
      value={months[which]}
      input={{ type: 'month', min: '2020-01', max: '2099-12' }}
      onInput={(value) => {
        if (/^20\d{2}-(0[1-9]|1[0-2])$/.test(value)) set({ [which]: value })
      }}
    />
  )
  return (
    <div class="food-filters no-print" role="group" aria-label={say(m.filter)}>
      {seesCountry(me) && (
        <SelectField
          id="food-kanwil"
          label={say(m.kanwil)}
          value={view.kanwil}
          onInput={(value) => set({ kanwil: value, upt: '' })}
          options={[
            { value: '', label: say(m.allKanwil) },
            ...kanwil.map(([value, label]) => ({ value, label })),
          ]}
        />
      )}
      {listed.length > 1 && (
        <SelectField
          id="food-unit"
          label={say(m.unit)}
          value={view.upt}
          onInput={(value) => set({ upt: value })}
          options={[
            { value: '', label: say(m.allUnits) },
            ...listed.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {month('from')}
      {month('until')}
    </div>
  )
}
