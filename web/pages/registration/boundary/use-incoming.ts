import { useEffect, useState } from 'preact/hooks'
import { readingWords as words } from '../../../messages/reading.ts'
import { say } from '../../../messages/phrase.ts'

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

/** Whether a drag brings files, and not a word or a picture of the page itself. */
const bringsFiles = ({ dataTransfer }: DragEvent): boolean =>
  dataTransfer?.types.includes('Files') === true

/**
 * Take files that are dropped anywhere in the window, which would otherwise open them and leave
 * the page, and those or tables that are pasted outside of fields. Answers with whether a file
 * hovers over the window.
 */
export function useIncoming(take: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const hover = (event: DragEvent) => {
      if (!bringsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setOver(false) // left the window, not one of its elements
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!bringsFiles(event)) return
      event.preventDefault()
      take([...event.dataTransfer!.files])
    }
    const paste = (event: ClipboardEvent) => {
      const inField = (event.target as HTMLElement).closest?.('input, textarea, select')
      const text = event.clipboardData?.getData('text/plain') ?? ''
      // Spreadsheets put a picture of the cells beside their text: the text comes first.
      const files = isTable(text) ? [pastedFile(text)] : [...(event.clipboardData?.files ?? [])]
      if (inField || files.length === 0) return
      event.preventDefault()
      take(files)
    }
    document.addEventListener('dragover', hover)
    document.addEventListener('dragleave', leave)
    document.addEventListener('drop', drop)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('dragover', hover)
      document.removeEventListener('dragleave', leave)
      document.removeEventListener('drop', drop)
      document.removeEventListener('paste', paste)
    }
  })
  return isOver
}
