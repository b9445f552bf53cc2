import { useRef, useState } from 'preact/hooks'
import type { DocumentKind } from '../../../functions/domain/document.ts'
import { contentTypeOf, refusalOf } from '../../documents/acceptable.ts'
import { sha256 } from '../../documents/checksum.ts'
import { putPart } from '../../documents/part.ts'
import type { Part } from '../../documents/upload.ts'
import { announce } from '../../live.tsx'
import { documents as words } from '../../messages/documents.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { wordsOf } from '../../problem.tsx'
import { ProblemError, request } from '../../request.ts'

interface DecisionProps {
  parcel: string
  /** What the document is; a decision unless told otherwise. */
  kind?: DocumentKind
  /** What the button says. */
  label?: string
  /** Told the new document's id and the parcel's new ETag. */
  onAdded: (document: string, etag: string | undefined) => void
}

/** Adds the paper that a step rests on, such as the decision on a retirement, in one go. */
export function Decision({ parcel, kind = 'keputusan', label, onAdded }: DecisionProps) {
  const button = label ?? say(stepWords.decisionAdd)
  const [sent, setSent] = useState<{ bytes: number; of: number }>()
  const [error, setError] = useState('')
  const giveUp = useRef<AbortController | undefined>(undefined)

  const add = async (file: File) => {
    const refusal = await refusalOf(file)
    if (refusal) return setError(say(refusal))
    setError('')
    giveUp.current = new AbortController()
    try {
      setSent({ bytes: 0, of: file.size })
      const moved = (bytes: number) => setSent({ bytes, of: file.size })
      const { id, etag } = await upload(parcel, kind, file, moved, giveUp.current.signal)
      announce(say(words.arrived(file.name)))
      onAdded(id, etag)
    } catch (failure) {
      if (giveUp.current.signal.aborted) return
      const told = failure instanceof ProblemError ? failure : new ProblemError('upload-failed')
      const { title, detail, cure } = wordsOf(told)
      setError([title, detail, cure].filter(Boolean).join(' '))
    } finally {
      setSent(undefined)
    }
  }
  const take = (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    input.value = '' // the same file may be chosen again
    if (file) void add(file)
  }
  return (
    <div>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      {sent ? (
        <p class="row">
          <progress aria-label={button} max={sent.of} value={sent.bytes} />
          <button type="button" class="button small" onClick={() => giveUp.current?.abort()}>
            {say(words.cancel)}
          </button>
        </p>
      ) : (
        <label class="button file-button">
          {button}
          <input
            type="file"
            class="visually-hidden"
            accept="application/pdf,image/jpeg,image/png"
            onChange={(event) => take(event.currentTarget)}
          />
        </label>
      )}
      <p class="hint">{say(words.accepted)}</p>
    </div>
  )
}

async function upload(
  parcel: string,
  kind: DocumentKind,
  file: File,
  moved: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ id: string; etag: string | undefined }> {
  const at = `/parcels/${encodeURIComponent(parcel)}/documents`
  const { data } = await request<{ id: string; upload: { parts: Part[] } }>(at, {
    method: 'POST',
    body: {
      kind,
      name: file.name,
      contentType: await contentTypeOf(file),
      size: file.size,
      sha256: await sha256(file),
    },
    signal,
  })
  let start = 0
  for (const { url, size } of [...data.upload.parts].sort((a, b) => a.number - b.number)) {
    const before = start
    await putPart(url, file.slice(start, start + size), (bytes) => moved(before + bytes), signal)
    start += size
  }
  const done = await request(`${at}/${data.id}/completion`, { method: 'POST', body: {}, signal })
  return { id: data.id, etag: done.etag }
}
