import { useEffect, useState } from 'preact/hooks'
import { contentTypeOf } from '../../documents/acceptable.ts'
import { shrink } from '../../documents/photos.ts'
import { safeName } from '../../documents/uploads.ts'
import { announce } from '../../live.tsx'
import { reportWords as words } from '../../messages/report.ts'
import { say } from '../../messages/phrase.ts'
import type { DraftPhoto, ReportDraft } from '../../reports/draft.ts'
import { type NoFix, positionNow } from '../../reports/position.ts'
import { formatNumber } from '../../time.ts'

const MOST = 10 // photos of one report, as the registry has it
const FRESH = 120_000 // ms: what is older was not taken just now, whichever button brought it
const ROUGH = 50 // metres: worse than this is told

interface PhotosProps {
  draft: ReportDraft
  change: (change: (draft: ReportDraft) => Partial<ReportDraft>) => void
}

/** The photos of a report, with the place where the phone stood as each was taken. */
export function Photos({ draft: { photos }, change }: PhotosProps) {
  const [states, setStates] = useState<Record<string, NoFix | 'finding'>>({})
  const [errors, setErrors] = useState<string[]>([])
  const [removed, setRemoved] = useState<{ photo: DraftPhoto; at: number }>()

  const locate = async (key: string) => {
    setStates((before) => ({ ...before, [key]: 'finding' }))
    const fix = await positionNow()
    setStates((before) => {
      const { [key]: _, ...others } = before
      return typeof fix === 'string' ? { ...others, [key]: fix } : others
    })
    if (typeof fix === 'string') return
    change((draft) => ({
      photos: draft.photos.map((photo) =>
        photo.key === key ? { ...photo, taken: { ...photo.taken, fix } } : photo,
      ),
    }))
    announce(say(words.fix(formatNumber(Math.round(fix.accuracyM)))))
  }

  const take = async (input: HTMLInputElement, byCamera: boolean) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    const wrong: string[] = []
    let room = MOST - photos.length
    for (const file of files) {
      const contentType = await contentTypeOf(file)
      if (contentType !== 'image/jpeg' && contentType !== 'image/png') {
        wrong.push(say(words.notAPhoto(file.name)))
        continue
      }
      if (room-- <= 0) {
        wrong.push(say(words.tooManyPhotos))
        break
      }
      const isNow = byCamera && Date.now() - file.lastModified < FRESH
      const photo: DraftPhoto = {
        key: crypto.randomUUID(),
        name: safeName(file.name),
        contentType,
        file: new Blob([await file.arrayBuffer()], { type: contentType }), // the file itself may go
        ...(isNow && { taken: { at: new Date(file.lastModified).toISOString() } }),
        announceKey: crypto.randomUUID(),
      }
      change((draft) => ({ photos: [...draft.photos, photo] }))
      if (isNow) void locate(photo.key)
    }
    setErrors(wrong)
  }

  const remove = (photo: DraftPhoto, at: number) => {
    setRemoved({ photo, at })
    change((draft) => ({ photos: draft.photos.filter(({ key }) => key !== photo.key) }))
    announce(say(words.photoRemoved))
  }
  const bringBack = () => {
    if (!removed) return
    change((draft) => {
      const next = [...draft.photos]
      next.splice(removed.at, 0, removed.photo)
      return { photos: next }
    })
    setRemoved(undefined)
  }

  return (
    <section class="card stack" aria-labelledby="photos-title">
      <h2 id="photos-title">{say(words.photos)}</h2>
      <p class="small quiet" id="photos-lead">
        {say(words.photosLead)}
      </p>
      <div class="report-camera">
        <label class="button primary file-button">
          {say(words.camera)}
          <input
            id="camera"
            type="file"
            class="visually-hidden"
            accept="image/jpeg,image/png"
            capture="environment"
            aria-describedby="photos-lead"
            onChange={(event) => void take(event.currentTarget, true)}
          />
        </label>
        <label class="button file-button">
          {say(words.gallery)}
          <input
            type="file"
            class="visually-hidden"
            accept="image/jpeg,image/png"
            multiple
            onChange={(event) => void take(event.currentTarget, false)}
          />
        </label>
      </div>
      {errors.map((error) => (
        <p class="field-error" role="alert" key={error}>
          {error}
        </p>
      ))}
      {photos.length > 0 && (
        <ul class="report-photos">
          {photos.map((photo, at) => (
            <li key={photo.key}>
              <Thumbnail file={photo.file} label={say(words.photoAlt(at + 1))} />
              <div class="small">
                <PlaceOf photo={photo} state={states[photo.key]} />
                <button
                  type="button"
                  class="button plain small"
                  aria-label={say(words.removePhoto(at + 1))}
                  onClick={() => remove(photo, at)}
                >
                  {say(words.remove)}
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {removed && (
        <p class="row small" role="status">
          {say(words.photoRemoved)}
          <button type="button" class="link-button" onClick={bringBack}>
            {say(words.undo)}
          </button>
        </p>
      )}
    </section>
  )
}

function PlaceOf({ photo, state }: { photo: DraftPhoto; state: NoFix | 'finding' | undefined }) {
  const fix = photo.taken?.fix
  if (fix)
    return (
      <div>
        {say(words.fix(formatNumber(Math.round(fix.accuracyM))))}
        {fix.accuracyM > ROUGH && <div class="quiet">{say(words.roughFix)}</div>}
      </div>
    )
  if (!photo.taken) return <div class="quiet">{say(words.fromGallery)}</div>
  const told = {
    finding: words.finding,
    none: words.noFixNone,
    denied: words.noFixDenied,
    unavailable: words.noFixUnavailable,
  }[state ?? 'unavailable']
  return <div class="quiet">{say(told)}</div>
}

/** A small picture; the photo itself would be megabytes of pixels. */
function Thumbnail({ file, label }: { file: Blob; label: string }) {
  const [source, setSource] = useState<string>()
  useEffect(() => {
    let url: string | undefined
    let isGone = false
    shrink(file, 240).then(
      (small) => {
        if (isGone) return
        url = URL.createObjectURL(small)
        setSource(url)
      },
      () => {}, // the registry will say what is wrong with it
    )
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [file])
  return source ? (
    <img src={source} alt={label} />
  ) : (
    <span class="report-thumbnail" role="img" aria-label={label} />
  )
}
