import type { ComponentChildren } from 'preact'
import { problems } from './messages/problem.ts'
import { say } from './messages/phrase.ts'
import { shell } from './messages/shell.ts'
import { ProblemError } from './request.ts'

/** What any failure means to a person: a heading, what happened, and what to do next. */
export function wordsOf(error: unknown): { title: string; detail: string; cure: string } {
  const code = error instanceof ProblemError ? error.code : 'failed'
  const detail = error instanceof ProblemError ? error.detail : ''
  const { title, cure } = problems[code] ?? problems.failed // a newer registry may know more codes
  return { title: say(title), detail, cure: say(cure) }
}

interface ProblemProps {
  error: unknown
  /** Shows a "try again" button. */
  onRetry?: () => void
  /** Further actions, such as a link to the parcel that holds a number. */
  children?: ComponentChildren
}

/** A failure, told in the user's words, with its faults and what to do next. */
export function Problem({ error, onRetry, children }: ProblemProps) {
  const { title, detail, cure } = wordsOf(error)
  const faults = error instanceof ProblemError ? error.errors : []
  return (
    <div class="notice danger" role="alert">
      <strong>{title}</strong>
      {detail && <p>{detail}</p>}
      {faults.length > 0 && (
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.pointer}${fault.detail}`}>{fault.detail}</li>
          ))}
        </ul>
      )}
      <p>{cure}</p>
      {(onRetry || children) && (
        <div class="row no-print">
          {onRetry && (
            <button type="button" class="button" onClick={onRetry}>
              {say(shell.tryAgain)}
            </button>
          )}
          {children}
        </div>
      )}
    </div>
  )
}
