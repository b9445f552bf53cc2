import { useEffect, useState } from 'preact/hooks'
import { announce } from '../live.tsx'
import { documents as words } from '../messages/documents.ts'
import { language, say } from '../messages/phrase.ts'
import { useObservable } from '../observable.ts'
import { contentTypeOf, refusalOf } from './acceptable.ts'
import { Binder } from './binder.tsx'
import type { ServedDocument } from './calls.ts'
import { Stored } from './stored.tsx'
import { sizeOf } from './size.ts'
import type { Shown } from './upload.ts'
import type { Uploads } from './uploads.ts'
import './documents.css'

interface SlotProps {
  /** Id of the control that chooses a file. */
  id: string
  label: string
  /** Pointer to the list of document ids. */
  slot: string
  kind: string
  /** What a joined PDF is called, without its ending. */
  fileName: string
  uploads: Uploads
  parcel: string | undefined
  /** Documents that this place refers to, with what the registry tells of each. */
  held: readonly { id: string; document: ServedDocument | undefined }[]
  /** Withdraws a document for a reason; rejects when that fails. */
  onWithdraw: (id: string, reason: string) => Promise<void>
}

/** The files of one place in the form: what is stored, what is on its way, and how to add more. */
export function DocumentSlot(props: SlotProps) {
  const { id, label, slot, kind, fileName, uploads, parcel, held, onWithdraw } = props
  const shown = useObservable(uploads.shown).filter(({ upload }) => upload.slot === slot)
  const twins = useObservable(uploads.twins).filter((twin) => twin.slot === slot)
  const [binding, setBinding] = useState<File[]>()
  const [errors, setErrors] = useState<string[]>([])

  const send = async (file: File) => {
    const contentType = await contentTypeOf(file)
    if (contentType) await uploads.add({ slot, kind, name: file.name, contentType, file })
  }
  const take = async (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = '' // the same file may be chosen again
    const refusals = await Promise.all(files.map(refusalOf))
    setErrors(refusals.flatMap((refusal) => (refusal ? [say(refusal)] : [])))
    const good = files.filter((_, at) => !refusals[at])
    const types = await Promise.all(good.map(contentTypeOf))
    for (const [at, file] of good.entries()) if (types[at] === 'application/pdf') await send(file)
    const photos = good.filter((_, at) => types[at] !== 'application/pdf')
    if (photos.length) setBinding(photos)
  }
  const bound = (file: File) => {
    setBinding(undefined)
    void send(file)
  }

  return (
    <div class={`field slot ${errors.length ? 'invalid' : ''}`} role="group" aria-label={label}>
      <span class="label">{label}</span>
      <span class="hint" id={`${id}-hint`}>
        {say(words.accepted)}
      </span>
      {errors.map((error) => (
        <span class="field-error" role="alert" key={error}>
          {error}
        </span>
      ))}
      {(held.length > 0 || shown.length > 0) && (
        <ul class="files">
          {held.map((one) => (
            <Stored
              key={one.id}
              {...one}
              parcel={parcel}
              onWithdraw={(reason) => onWithdraw(one.id, reason)}
            />
          ))}
          {shown.map((one) => (
            <OnItsWay key={one.upload.key} {...one} uploads={uploads} />
          ))}
        </ul>
      )}
      {twins.map(({ name, others }) => (
        <p class="notice warning small" key={name}>
          {say(words.sameFile(name, others.map((other) => other.name).join(', ')))}
        </p>
      ))}
      <span class="row no-print">
        <label class="button file-button">
          {say(words.chooseFile)}
          <input
            id={id}
            type="file"
            class="visually-hidden"
            multiple
            accept="application/pdf,image/jpeg,image/png"
            aria-describedby={`${id}-hint`}
            onChange={(event) => void take(event.currentTarget)}
          />
        </label>
        <label class="button file-button touch-only">
          {say(words.photograph)}
          <input
            type="file"
            class="visually-hidden"
            accept="image/jpeg,image/png"
            capture="environment"
            onChange={(event) => void take(event.currentTarget)}
          />
        </label>
      </span>
      {binding && (
        <Binder
          photos={binding}
          name={`${fileName}.pdf`}
          onJoined={bound}
          onAsIs={bound}
          onClose={() => setBinding(undefined)}
        />
      )}
    </div>
  )
}

function OnItsWay({ upload, stage, sent, uploads }: Shown & { uploads: Uploads }) {
  const { size } = upload.file
  const share = (sent / size).toLocaleString(language(), { style: 'percent' })
  const words_ = {
    waiting: words.waiting,
    'no-parcel': words.noParcel,
    checking: words.checking,
    sending: words.sending(share),
    resting: words.resting,
    finishing: words.finishing,
    stopped: words.stopped,
  }[stage]
  useEffect(() => {
    if (stage === 'finishing') return () => announce(say(words.arrived(upload.name)))
    return undefined
  }, [stage])
  return (
    <li>
      <span class="file-name">{upload.name}</span>
      <span class="small quiet">
        {sizeOf(size)} · {say(words_)}
      </span>
      {stage !== 'stopped' && (
        <progress aria-label={upload.name} max={size} value={stage === 'finishing' ? size : sent} />
      )}
      {upload.problem && <span class="field-error">{say(upload.problem)}</span>}
      <span class="row no-print">
        {stage === 'stopped' && (
          <button type="button" class="button small" onClick={() => uploads.retry(upload.key)}>
            {say(words.retry)}
          </button>
        )}
        <button
          type="button"
          class="button plain small"
          aria-label={say(words.cancelNamed(upload.name))}
          onClick={() => void uploads.cancel(upload.key)}
        >
          {say(words.cancel)}
        </button>
      </span>
    </li>
  )
}
