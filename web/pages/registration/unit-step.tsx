import { useEffect, useState } from 'preact/hooks'
import { GLOSSARY } from '../../../functions/domain/glossary.ts'
import type { Unit } from '../../../functions/domain/reference.ts'
import { fetchReference, type Named } from '../../api.ts'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { statusPerolehanNames } from '../../messages/terms.ts'
import { useMe } from '../../session.ts'
import { Explained, NoteAt, OneOf, optional, Picked, useValue, Written } from './form.tsx'
import { fieldId } from './places.ts'
import { RegionPicker } from './region-picker.tsx'
import { unitsOf } from './units.ts'

const STATUSES = [
  ['usulan-hibah', words.statusUsulan],
  ['nphd', words.statusNphd],
  ['bast', words.statusBast],
  ['tercatat-bmn', words.statusTercatat],
  ['pinjam-pakai', words.statusPinjam],
] as const

/** The unit of the draft in the reference table; undefined until it is known. */
export function useUnit(): Unit | undefined {
  const id = useValue<string>('/properties/upt')
  const [unit, setUnit] = useState<Unit>()
  const { roles } = useMe()
  useEffect(() => {
    const name = roles.flatMap(({ units }) => units).find((one) => one.id === id)?.name
    setUnit(undefined)
    if (!id || !name) return
    const asked = new AbortController()
    fetchReference<Unit>('upt', { q: name }, { signal: asked.signal }).then(
      ({ data }) => setUnit(data.rows.find((row) => row.id === id)),
      () => {}, // what depends on it has another way
    )
    return () => asked.abort()
  }, [id])
  return unit
}

/** First step: which unit, which parcel, where. */
export function UnitStep() {
  const units = unitsOf(useMe())
  const unit = useUnit()
  return (
    <>
      <UnitChoice units={units} />
      <Written at="/properties/name" label={say(words.name)} hint={say(words.nameHint)} />
      <OneOf
        at="/properties/statusPerolehan"
        label={say(words.status)}
        hint={say(words.statusHint)}
        options={STATUSES.map(([value, hint]) => ({
          value,
          label: say(statusPerolehanNames[value]),
          hint: say(hint),
        }))}
      />
      <Explained term="NPHD, BAST, BMN">
        {say(GLOSSARY.nphd)} {say(GLOSSARY.bast)} {say(GLOSSARY.bmn)}
      </Explained>

      <section class="stack" aria-labelledby={fieldId('/properties/address')}>
        <h2 id={fieldId('/properties/address')} tabIndex={-1}>
          {say(words.address)}
        </h2>
        <NoteAt at="/properties/address" />
        <RegionPicker unit={unit} />
        <Written at="/properties/address/street" label={say(words.street)} />
        <Written
          at="/properties/address/rtRw"
          label={optional(words.rtRw)}
          short
          input={{ autocomplete: 'off' }}
        />
        <details class="fold">
          <summary>
            <span>{say(words.otherCodes)}</span>
          </summary>
          <div class="stack">
            <p class="hint">{say(words.otherCodesWhy)}</p>
            <Written
              at="/properties/address/kodeBpn"
              label={say(words.kodeBpn)}
              hint={say(words.kodeBpnHint)}
              short
              input={{ inputMode: 'decimal', autocomplete: 'off' }}
            />
            <Written
              at="/properties/address/kodeBps"
              label={say(words.kodeBps)}
              hint={say(words.kodeBpsHint)}
              short
              input={{ inputMode: 'numeric', autocomplete: 'off' }}
            />
          </div>
        </details>
      </section>

      <section class="stack" aria-labelledby={fieldId('/properties/neighbours')}>
        <div>
          <h2 id={fieldId('/properties/neighbours')} tabIndex={-1}>
            {say(words.neighbours)}
          </h2>
          <p class="hint">{say(words.neighboursHint)}</p>
        </div>
        <NoteAt at="/properties/neighbours" />
        <div class="pairs">
          {(['north', 'east', 'south', 'west'] as const).map((side) => (
            <Written key={side} at={`/properties/neighbours/${side}`} label={say(words[side])} />
          ))}
        </div>
      </section>

      <Written
        at="/properties/note"
        label={optional(words.note)}
        hint={say(words.noteHint)}
        lines={3}
      />
    </>
  )
}

function UnitChoice({ units }: { units: readonly Named[] }) {
  const id = useValue<string>('/properties/upt')
  const [only] = units
  if (units.length === 1 && only && (!id || only.id === id))
    return (
      <div class="field" id={fieldId('/properties/upt')} tabIndex={-1}>
        <NoteAt at="/properties/upt" />
        <span class="label">{say(words.unit)}</span>
        <span>{only.name}</span>
        <span class="hint">{say(words.unitFixed)}</span>
      </div>
    )
  return (
    <Picked
      at="/properties/upt"
      label={say(words.unit)}
      hint={say(words.unitHint)}
      options={units.map(({ id: value, name }) => ({ value, label: name }))}
    />
  )
}
