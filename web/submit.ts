import { useState } from 'preact/hooks'

/** The sending of a form. */
export interface Submit {
  isSending: boolean
  /** Why the last try failed, until the next one. */
  error: unknown
  /** Send, unless it is being sent already. What `act` throws is the error. */
  submit: (act: () => Promise<void>) => Promise<void>
  /** Take the error away, as the person has changed what was sent. */
  forgetError: () => void
}

/** Send a form, once at a time, and keep why it failed. */
export function useSubmit(): Submit {
  const [isSending, setIsSending] = useState(false)
  const [error, setError] = useState<unknown>()
  const submit = async (act: () => Promise<void>) => {
    if (isSending) return
    setIsSending(true)
    setError(undefined)
    try {
      await act()
    } catch (failure) {
      setError(failure)
    } finally {
      setIsSending(false)
    }
  }
  return { isSending, error, submit, forgetError: () => setError(undefined) }
}
