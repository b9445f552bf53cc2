import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'

interface DialogProps {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** The row of buttons at the end, the main one last. */
  actions?: ComponentChildren
  wide?: boolean
}

/** A modal dialog: open while it is drawn, closed by Escape or its cross; the focus then returns. */
export function Dialog({ title, onClose, children, actions, wide }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const opener = document.activeElement
    const dialog = ref.current
    dialog?.showModal()
    return () => {
      dialog?.close()
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [])
  const cancel = (event: Event) => {
    event.preventDefault() // whoever draws it decides whether it goes
    onClose()
  }
  return (
    <dialog ref={ref} class={wide ? 'wide' : undefined} aria-labelledby={id} onCancel={cancel}>
      <div class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          class="button plain small"
          aria-label={say(shell.close)}
          onClick={onClose}
        >
          ✕
        </button>
      </div>
      <div class="dialog-body stack">{children}</div>
      {actions && <div class="dialog-actions">{actions}</div>}
    </dialog>
  )
}
