import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { readingWords as words } from '../../../messages/reading.ts'
import { formatPercent } from '../../../time.ts'
import { say } from '../../../messages/phrase.ts'
import { Problem } from '../../../problem.tsx'
import type { Reader } from './reading.ts'

interface FileDropProps {
  reader: Reader
  /** Where the present boundary comes from, when that was a file. */
  fileName: string | undefined
  onTake: (file: File) => Promise<void>
  /** Whether a file is open just now: the place to drop another one then takes less room. */
  isOpen: boolean
  /** What stands below the place to drop: the areas of a file that was read. */
  children?: ComponentChildren
}

const pasted = new WeakSet<File>()

/** A pasted table as a file of its own; the registry looks at what is in it, not at its name. */
export function pastedFile(text: string): File {
  const file = new File([text], `${say(words.pastedName)}.txt`, { type: 'text/plain' })
  pasted.add(file)
  return file
}

/** Whether a file is none: a table that was pasted. */
export const isPasted = (file: File): boolean => pasted.has(file)

/** Whether a text may be corners: several lines or a WKT, with numbers in it. */
const isTable = (text: string): boolean =>
  /^\s*(SRID|MULTIPOLYGON|POLYGON|\{|<)/i.test(text) || (text.match(/\d[^\n]*\n/g)?.length ?? 0) > 1

/** A place to drop, choose or paste a file, and what becomes of it. */
export function FileDrop({ reader, fileName, onTake: take, isOpen, children }: FileDropProps) {
  const { reading, close } = reader
  const [isOver, setOver] = useState(false)
  const isBusy = reading.is === 'sending'
  const open = isOpen && reading.is === 'read' ? reading.file : undefined
  const name = open?.name ?? fileName
  const isTyped = open !== undefined && isPasted(open)
  const title = isTyped ? words.pastedName : name ? words.fromFile(name) : words.drop

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const inField = (event.target as HTMLElement).closest?.('input, textarea, select')
      const { files } = event.clipboardData ?? {}
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (inField || (!files?.length && !isTable(text))) return
      event.preventDefault()
      void take(files?.[0] ?? pastedFile(text))
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  })

  return (
    <div class="stack">
      <div
        class={`drop ${isOver ? 'over' : ''} ${isOpen ? 'brief' : ''}`}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer?.files[0]
          if (file) void take(file)
        }}
      >
        <strong>{say(title)}</strong>
        <span class="small quiet" id="boundary-file-hint">
          {say(words.kinds)}
        </span>
        <label class="button file-button" aria-busy={isBusy}>
          {say(words.choose)}
          <input
            type="file"
            class="visually-hidden"
            id="boundary-file"
            aria-describedby="boundary-file-hint"
            accept=".zip,.kml,.kmz,.gpx,.geojson,.json,.csv,.txt,.wkt"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0]
              if (file) void take(file)
              event.currentTarget.value = '' // the same file may be chosen again
            }}
          />
        </label>
      </div>
      {reading.is === 'sending' && (
        <div class="stack reading" role="status">
          <span>
            {reading.share === undefined || reading.share >= 1
              ? say(words.reading(reading.name))
              : say(words.sending(reading.name, formatPercent(reading.share)))}
          </span>
          <progress
            aria-label={reading.name}
            {...(reading.share !== undefined && reading.share < 1 && { value: reading.share })}
          />
          <button type="button" class="button small self-start" onClick={close}>
            {say(words.stop)}
          </button>
        </div>
      )}
      {reading.is === 'too-large' && (
        <p class="notice danger" role="alert">
          {say(words.fileTooLarge(reading.name))}
        </p>
      )}
      {reading.is === 'failed' && (
        <div class="stack">
          <strong>{say(words.notRead(reading.name))}</strong>
          <Problem error={reading.error} />
        </div>
      )}
      {children}
    </div>
  )
}
