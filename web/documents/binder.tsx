import { useEffect, useState } from 'preact/hooks'
import { MOST_BYTES } from '../../functions/domain/document.ts'
import { Dialog } from '../dialog.tsx'
import { documents as words } from '../messages/documents.ts'
import { say } from '../messages/phrase.ts'
import { shell } from '../messages/shell.ts'
import { joinPhotos, shrink } from './photos.ts'

interface BinderProps {
  photos: readonly File[]
  /** Name of the PDF, with its ending. */
  name: string
  onJoined: (pdf: File) => void
  onAsIs: (photo: File) => void
  onClose: () => void
}

/** Photos of pages, put in order and joined into one PDF. */
export function Binder({ photos, name, onJoined, onAsIs, onClose }: BinderProps) {
  const [pages, setPages] = useState(photos)
  const [ready, setReady] = useState<number>()
  const [error, setError] = useState<string>()
  const [only] = pages

  const move = (from: number, to: number) => {
    const next = [...pages]
    const [page] = next.splice(from, 1)
    if (page) next.splice(to, 0, page)
    setPages(next)
  }

  const bind = async () => {
    if (ready !== undefined) return
    setError(undefined)
    setReady(0)
    let done = 0
    try {
      const pdf = await joinPhotos(pages, name, (count) => {
        done = count
        setReady(count)
      })
      if (pdf.size > MOST_BYTES) setError(say(words.tooLargeJoined))
      else onJoined(pdf)
    } catch {
      setError(say(words.joinFailed(pages[done]?.name ?? name)))
    }
    setReady(undefined)
  }

  return (
    <Dialog
      title={say(words.binderTitle)}
      onClose={onClose}
      actions={
        <>
          {pages.length === 1 && only && only.size <= MOST_BYTES && (
            <button type="button" class="button plain" onClick={() => onAsIs(only)}>
              {say(words.asIs)}
            </button>
          )}
          <button type="button" class="button" onClick={onClose}>
            {say(shell.cancel)}
          </button>
          {pages.length > 0 && (
            <button
              type="button"
              class="button primary"
              aria-busy={ready !== undefined}
              onClick={() => void bind()}
            >
              {ready === undefined
                ? say(words.join(pages.length))
                : say(words.joining(Math.min(ready + 1, pages.length), pages.length))}
            </button>
          )}
        </>
      }
    >
      <p>{say(words.binderLead)}</p>
      {error && (
        <p class="field-error" role="alert">
          {error}
        </p>
      )}
      <ol class="binder">
        {pages.map((page, at) => (
          <li key={`${page.name}${page.size}${page.lastModified}`}>
            <Thumbnail photo={page} label={say(words.page(at + 1))} />
            <span class="binder-name">{page.name}</span>
            <span class="row">
              {at > 0 && (
                <IconButton label={say(words.earlier(at + 1))} onClick={() => move(at, at - 1)}>
                  ↑
                </IconButton>
              )}
              {at < pages.length - 1 && (
                <IconButton label={say(words.later(at + 1))} onClick={() => move(at, at + 1)}>
                  ↓
                </IconButton>
              )}
              <IconButton
                label={say(words.dropPage(at + 1))}
                onClick={() => setPages(pages.filter((one) => one !== page))}
              >
                ✕
              </IconButton>
            </span>
          </li>
        ))}
      </ol>
      <label class="button self-start file-button">
        {say(words.addPhotos)}
        <input
          type="file"
          class="visually-hidden"
          accept="image/jpeg,image/png"
          multiple
          onChange={(event) => {
            setPages([...pages, ...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      </label>
    </Dialog>
  )
}

function IconButton({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: string
}) {
  return (
    <button type="button" class="button plain small" aria-label={label} onClick={onClick}>
      <span aria-hidden="true">{children}</span>
    </button>
  )
}

/** A small picture of a page. The photo itself would be megabytes of pixels for each. */
function Thumbnail({ photo, label }: { photo: File; label: string }) {
  const [source, setSource] = useState<string>()
  useEffect(() => {
    let url: string | undefined
    let gone = false
    shrink(photo, 240).then(
      (small) => {
        if (gone) return
        url = URL.createObjectURL(small)
        setSource(url)
      },
      () => {}, // joining will name the file that is no photo
    )
    return () => {
      gone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [photo])
  return source ? (
    <img src={source} alt={label} />
  ) : (
    <span class="skeleton thumbnail" role="img" aria-label={label} />
  )
}
