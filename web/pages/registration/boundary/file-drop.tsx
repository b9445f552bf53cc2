import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { readingWords as words } from '../../../messages/reading.ts'
import { formatPercent } from '../../../time.ts'
import { say } from '../../../messages/phrase.ts'
import { Problem } from '../../../problem.tsx'
import type { Reader } from './reading.ts'
import { isPasted, useIncoming } from './use-incoming.ts'

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

/** A place to drop, choose or paste a file, and what becomes of it. */
export function FileDrop({ reader, fileName, onTake: take, isOpen, children }: FileDropProps) {
  const { reading, close } = reader
  const [isSeveral, setSeveral] = useState(false)
  const takeOne = (files: readonly File[]) => {
    setSeveral(files.length > 1)
    if (files.length === 1) void take(files[0]!)
  }
  const isOver = useIncoming(takeOne)
  const isBusy = reading.is === 'sending'
  const open = isOpen && reading.is === 'read' ? reading.file : undefined
  const name = open?.name ?? fileName
  const isTyped = open !== undefined && isPasted(open)
  const isTouch = matchMedia('(pointer: coarse)').matches // nothing to drop, no Ctrl+V
  const empty = isTouch ? words.fromSurveyor : words.drop
  const title = isTyped ? words.pastedName : name ? words.fromFile(name) : empty

  return (
    <div class="stack">
      <div class={`drop ${isOver ? 'over' : ''} ${isOpen ? 'brief' : ''}`}>
        <strong>{say(title)}</strong>
        <span class="small quiet" id="boundary-file-hint">
          {say(words.kinds)} {!isTouch && say(words.orPaste)}
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
              takeOne([...(event.currentTarget.files ?? [])])
              event.currentTarget.value = '' // the same file may be chosen again
            }}
          />
        </label>
      </div>
      {isSeveral && (
        <p class="notice warning" role="alert">
          {say(words.several)}
        </p>
      )}
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
