import { useRef, useState } from 'preact/hooks'
import { areaOf } from '../../../functions/domain/area.ts'
import type { Boundary } from '../../../functions/domain/boundary.ts'
import { USE_KINDS, UTILISATION_FORMS } from '../../../functions/domain/use.ts'
import { Dialog } from '../../dialog.tsx'
import { ErrorSummary, Field, SelectField, TextField } from '../../field.tsx'
import { announce } from '../../live.tsx'
import { useLoaded } from '../../loaded.ts'
import { language, say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { formNames, useKindNames } from '../../messages/standing.ts'
import { useWords as words } from '../../messages/use.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { formatArea } from '../../time.ts'
import { addBlock, changeBlock } from '../../use-api.ts'
import type { ShownBlock } from './blocks.tsx'
import { blockFieldId, type BlockFault, patchOf, readBlock, type TypedBlock, typedOf } from './block-form.ts' // prettier-ignore

interface BlockDialogProps {
  parcel: string
  etag: string
  /** Of the parcel; the block lies within. */
  boundary: Boundary | null
  others: readonly ShownBlock[]
  /** The block that is changed; a new one without. */
  block: ShownBlock | undefined
  /** Used by another party. */
  isOther: boolean
  today: string
  /** Told whether anything was changed. */
  onClose: (hasChanged: boolean) => void
}

/** A block of use, new or changed. */
export function BlockDialog(props: BlockDialogProps) {
  const { parcel, etag, boundary, block, isOther, today, onClose } = props
  const [typed, setTyped] = useState(() => typedOf(block, isOther, today))
  const [faults, setFaults] = useState<readonly BlockFault[]>([])
  const { isSending, error, submit } = useSubmit()
  const key = useRef(crypto.randomUUID())
  const set = (name: keyof TypedBlock) => (value: string) => {
    key.current = crypto.randomUUID() // another body is another request
    setTyped((before) => ({ ...before, [name]: value }))
  }
  const errorAt = (name: keyof TypedBlock) =>
    faults.find(({ id }) => id === blockFieldId(name))?.text
  const bind = (name: Exclude<keyof TypedBlock, 'geometry'>) => ({
    id: blockFieldId(name),
    error: errorAt(name),
    value: typed[name],
    onInput: set(name),
  })
  const day = (
    name: 'from' | 'until' | 'approvalDate' | 'termFrom' | 'termUntil',
    label: string,
  ) => (
    <Field
      {...bind(name)}
      label={label}
      render={(attributes) => (
        <input
          type="date"
          value={typed[name]}
          onInput={(event) => set(name)(event.currentTarget.value)}
          {...attributes}
        />
      )}
    />
  )
  const save = () => {
    const read = readBlock(typed, isOther, language())
    setFaults(read.faults)
    if (!read.block) return
    void submit(async () => {
      if (block) await changeBlock(parcel, block.id, patchOf(read.block), etag)
      else await addBlock(parcel, read.block, key.current)
      announce(say(words.saved(read.block.name)))
      onClose(true)
    })
  }
  const drawn = typed.geometry && areaOf(typed.geometry)
  const title = block ? words.changeBlock(block.name) : isOther ? words.newOther : words.newBlock
  const choose = { value: '', label: say(words.choose) }
  return (
    <Dialog
      wide
      title={say(title)}
      onClose={() => onClose(false)}
      actions={
        <>
          <button type="button" class="button" onClick={() => onClose(false)}>
            {say(shell.cancel)}
          </button>
          <button type="button" class="button primary" aria-busy={isSending} onClick={save}>
            {say(words.save)}
          </button>
        </>
      }
    >
      <ErrorSummary errors={faults} />
      <TextField {...bind('name')} label={say(words.name)} hint={say(words.nameHint)} />
      <SelectField
        {...bind('kind')}
        label={say(words.kind)}
        options={[
          choose,
          ...USE_KINDS.filter((kind) => isOther || kind !== 'dipakai-pihak-lain').map((kind) => ({
            value: kind,
            label: say(useKindNames[kind]),
          })),
        ]}
      />
      {drawn ? (
        <p>{say(words.areaDrawn(formatArea(Math.round(drawn))))}</p>
      ) : (
        <TextField
          {...bind('area')}
          label={say(words.area)}
          hint={say(words.areaHint)}
          input={{ inputMode: 'text', autocomplete: 'off' }}
        />
      )}
      {boundary && (
        <Outline
          {...props}
          boundary={boundary}
          geometry={typed.geometry}
          onDrawn={(geometry) => {
            key.current = crypto.randomUUID()
            setTyped((before) => ({ ...before, geometry }))
          }}
        />
      )}
      <div class="use-pair">
        {day('from', say(words.from))}
        {day('until', say(words.until))}
      </div>
      <TextField {...bind('runBy')} label={say(words.runBy)} hint={say(words.runByHint)} />
      {isOther && (
        <>
          <SelectField
            {...bind('form')}
            label={say(words.form)}
            options={[
              choose,
              ...UTILISATION_FORMS.map((form) => ({ value: form, label: say(formNames[form]) })),
            ]}
          />
          <TextField {...bind('partner')} label={say(words.partner)} />
          <div class="use-pair">
            <TextField {...bind('approvalNumber')} label={say(words.approvalNumber)} />
            {day('approvalDate', say(words.approvalDate))}
            {day('termFrom', say(words.termFrom))}
            {day('termUntil', say(words.termUntil))}
            <TextField {...bind('value')} label={say(words.value)} />
            <TextField {...bind('ntpn')} label={say(words.ntpn)} />
          </div>
        </>
      )}
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}

const loadMap = () => import('./outline-map.tsx').then((module) => module.OutlineMap)

function Outline(
  props: BlockDialogProps & {
    boundary: Boundary
    geometry: Boundary | null
    onDrawn: (geometry: Boundary | null) => void
  },
) {
  const [isOpen, setOpen] = useState(props.geometry !== null)
  return (
    <div class="field" role="group" aria-label={say(words.outline)}>
      <span class="label">{say(words.outline)}</span>
      {isOpen ? (
        <LoadedOutline {...props} />
      ) : (
        <button type="button" class="button self-start" onClick={() => setOpen(true)}>
          {say(words.draw)}
        </button>
      )}
      {props.geometry && (
        <button type="button" class="link-button self-start" onClick={() => props.onDrawn(null)}>
          {say(words.erase)}
        </button>
      )}
    </div>
  )
}

function LoadedOutline(props: Parameters<typeof Outline>[0]) {
  const { part: OutlineMap, error, retry } = useLoaded(loadMap)
  if (error !== undefined) return <Problem error={error} onRetry={retry} />
  if (!OutlineMap) return <div class="use-map skeleton" aria-busy="true" />
  return (
    <OutlineMap
      boundary={props.boundary}
      others={props.others
        .filter(({ id }) => id !== props.block?.id)
        .flatMap(({ geometry }) => (geometry ? [geometry] : []))}
      geometry={props.geometry}
      onDrawn={props.onDrawn}
    />
  )
}
