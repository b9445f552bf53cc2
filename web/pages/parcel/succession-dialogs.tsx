import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { inheritedFrom, mayTakeOver } from '../../../functions/domain/succession.ts'
import { createDraft, listParcels, type ParcelFeature as Parcel } from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { TextField } from '../../field.tsx'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { stepWords } from '../../messages/steps.ts'
import { successionWords as words } from '../../messages/succession.ts'
import { Problem } from '../../problem.tsx'
import { useResource } from '../../resource.ts'
import { useSubmit } from '../../submit.ts'
import { formatArea } from '../../time.ts'

interface MakingProps {
  parcel: Parcel
  onClose: () => void
  /** Told what was made, in words. */
  onMade: (told: string) => void
}

const MOST = 20 // parts
const LONGEST = 200 // characters of a name

/** Makes a draft for each part of a parcel. */
export function DivideDialog({ parcel, onClose, onMade }: MakingProps) {
  const [parts, setParts] = useState('2')
  const [checked, setChecked] = useState(false)
  const make = useMaking()
  const count = /^\d{1,2}$/.test(parts.trim()) ? Number(parts) : 0
  const isWrong = count < 2 || count > MOST
  const send = () => {
    setChecked(true)
    if (isWrong) return
    const { name } = parcel.properties
    const told = Array.from({ length: count }, (_, i) => {
      const ending = say(words.divideName('', i + 1))
      return name.slice(0, LONGEST - ending.length) + ending
    })
    void make.all(parcel, told, [parcel.id], () => onMade(say(words.divided(count))))
  }
  return (
    <MakingDialog
      title={say(words.divide)}
      button={say(words.divideMake)}
      make={make}
      onClose={onClose}
      onSend={send}
    >
      <p>{say(words.divideText)}</p>
      <TextField
        id="divide-parts"
        label={say(words.divideInto)}
        hint={say(words.divideHint)}
        value={parts}
        onInput={setParts}
        input={{ inputMode: 'numeric', autocomplete: 'off' }}
        error={checked && isWrong ? say(words.divideHint) : undefined}
      />
    </MakingDialog>
  )
}

/** Makes one draft out of several parcels of the unit. */
export function MergeDialog({ parcel, onClose, onMade }: MakingProps) {
  const { upt, name: own } = parcel.properties
  const [name, setName] = useState(say(words.mergeNameOf(own)))
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [checked, setChecked] = useState(false)
  const make = useMaking()
  const list = useResource(
    async (signal) => (await listParcels({ upt, state: STANDING, limit: 200 }, { signal })).data,
    [upt],
  )
  const others = list.data?.features.filter(
    ({ id, properties }) => id !== parcel.id && mayTakeOver(properties.state),
  )
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  const send = () => {
    setChecked(true)
    if (chosen.length === 0 || !name.trim()) return
    const told = name.trim().slice(0, LONGEST)
    void make.all(parcel, [told], [parcel.id, ...chosen], () => onMade(say(words.merged)))
  }
  const isMissing = checked && chosen.length === 0
  return (
    <MakingDialog
      title={say(words.merge)}
      button={say(words.mergeMake)}
      make={make}
      onClose={onClose}
      onSend={send}
    >
      <p>{say(words.mergeText)}</p>
      <fieldset class={`field ${isMissing ? 'invalid' : ''}`}>
        <legend>{say(words.mergeWith)}</legend>
        {isMissing && <span class="field-error">{say(words.mergeChoose)}</span>}
        {list.error !== undefined && <Problem error={list.error} onRetry={list.reload} />}
        {others?.length === 0 && <p>{say(words.mergeNone)}</p>}
        {others?.map(({ id, properties }) => (
          <label class="choice" key={id}>
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
            <span>
              {properties.name}{' '}
              <span class="quiet small">
                {properties.areaM2 === null ? '–' : formatArea(properties.areaM2)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      <TextField
        id="merge-name"
        label={say(words.mergeName)}
        value={name}
        onInput={setName}
        error={checked && !name.trim() ? say(words.mergeNameMissing) : undefined}
      />
    </MakingDialog>
  )
}

const STANDING = 'diajukan,terverifikasi,terverifikasi-dengan-catatan'

/** Makes drafts one after the other; a repeat after a failure makes none twice. */
function useMaking() {
  const { isSending, error, submit } = useSubmit()
  const keys = useRef(new Map<string, string>())
  const all = (
    parcel: Parcel,
    names: readonly string[],
    predecessors: string[],
    onMade: () => void,
  ) =>
    submit(async () => {
      for (const name of names) {
        const properties = inheritedFrom(parcel.properties, name, predecessors)
        const about = JSON.stringify([name, predecessors])
        const key = keys.current.get(about) ?? crypto.randomUUID()
        keys.current.set(about, key)
        await createDraft({ properties, geometry: null }, key)
      }
      onMade()
    })
  return { isSending, error, all }
}

interface MakingDialogProps {
  title: string
  button: string
  make: ReturnType<typeof useMaking>
  onClose: () => void
  onSend: () => void
  children: ComponentChildren
}

function MakingDialog({ title, button, make, onClose, onSend, children }: MakingDialogProps) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" class="button" onClick={onClose}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button primary" aria-busy={make.isSending} onClick={onSend}>
            {make.isSending ? say(stepWords.sending) : button}
          </button>
        </>
      }
    >
      {children}
      {make.error !== undefined && <Problem error={make.error} />}
    </Dialog>
  )
}
