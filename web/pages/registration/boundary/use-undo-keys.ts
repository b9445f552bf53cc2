import { useEffect } from 'preact/hooks'

/** Ctrl+Z takes a step back and Ctrl+Y, or Ctrl+Shift+Z, one forth; within a field they are its own. */
export function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const inField = (event.target as HTMLElement).closest('input, textarea, select')
      if (inField || !(event.ctrlKey || event.metaKey)) return
      const isRedo = event.key === 'y' || (event.key === 'Z' && event.shiftKey)
      if (!isRedo && event.key !== 'z') return
      event.preventDefault()
      if (isRedo) redo()
      else undo()
    }
    addEventListener('keydown', keys)
    return () => removeEventListener('keydown', keys)
  })
}
