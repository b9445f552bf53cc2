import type { RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

/** What a button opens and closes, with the references to put on its frame and on the button. */
export interface Disclosure {
  isOpen: boolean
  setIsOpen: (isOpen: boolean) => void
  /** Around button and content: whatever takes the focus or the pointer outside of it closes. */
  frame: RefObject<HTMLDivElement | null>
  /** Takes the focus back on Escape. */
  button: RefObject<HTMLButtonElement | null>
}

/** Content behind a button: closed by Escape, and by leaving it with pointer or focus. */
export function useDisclosure(): Disclosure {
  const [isOpen, setIsOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event) => {
      if (event.target instanceof Node && !frame.current?.contains(event.target)) setIsOpen(false)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setIsOpen(false)
      button.current?.focus()
    }
    const opened = frame.current
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    opened?.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      opened?.removeEventListener('keydown', escape)
    }
  }, [isOpen])
  return { isOpen, setIsOpen, frame, button }
}
