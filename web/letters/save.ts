import type { LetterDraft } from '../../functions/domain/letters.ts'

/** Write a letter as a DOCX file and hand it to the person; the writer is loaded when first asked for. */
export async function saveLetter(draft: LetterDraft): Promise<void> {
  const { letterDocument } = await import('./document.ts')
  const url = URL.createObjectURL(await letterDocument(draft))
  const link = document.createElement('a')
  link.href = url
  link.download = `${draft.name}.docx`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 10_000) // ms: the browser has begun to read it by then
}
