import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import {
  type Answer,
  type ParcelFeature as Parcel,
  ProblemError,
  type Steps,
  takeStep,
} from '../../api.ts'
import { Dialog } from '../../dialog.tsx'
import { announce } from '../../live.tsx'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { stepWords } from '../../messages/steps.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { ChangeTable } from './changes.tsx'
import { changesOf, fetchHistory, type FieldChange } from './history.ts'
import type { Opened } from './use-parcel.ts'

/** What every step's dialog is given. */
export interface StepProps {
  opened: Opened
  parcel: Parcel
  onClose: () => void
}

interface ChangeDialogProps<B> extends StepProps {
  /** Changes the parcel on the version that the person has seen. */
  send: (body: B, version: string) => Promise<Answer<Parcel>>
  title: Phrase
  done: Phrase
  /** Text of the main button, where it is not the title. */
  button?: string
  /** What is sent, or nothing while something is missing: then `body` shows it itself. */
  body: () => B | undefined
  children: ComponentChildren
  wide?: boolean
  danger?: boolean
  /** Draws a refusal in its own way; nothing leaves it to the usual words. */
  refused?: (error: ProblemError) => ComponentChildren
}

type StepDialogProps<S extends keyof Steps> = Omit<ChangeDialogProps<Steps[S]>, 'send'> & {
  step: S
}

/** A dialog that takes one step with a parcel. */
export const StepDialog = <S extends keyof Steps>({ step, ...props }: StepDialogProps<S>) => (
  <ChangeDialog
    {...props}
    send={(body, version) => takeStep(props.parcel.id, step, body, version)}
  />
)

/** A dialog that changes a parcel on the version that the person has seen. */
export function ChangeDialog<B>(props: ChangeDialogProps<B>) {
  const { opened, parcel, onClose, title, done, button, wide, danger } = props
  const { isSending, error, submit } = useSubmit()
  const send = () => {
    const version = opened.etag
    const body = version && props.body()
    if (!body) return
    void submit(async () => {
      const { data, etag } = await props.send(body, version)
      announce(say(done))
      onClose()
      opened.replace(data, etag, done)
      requestAnimationFrame(toHeading) // the button that was pressed has gone
    })
  }
  const isStale = error instanceof ProblemError && /^(stale|wrong-state)$/.test(error.code)
  const own = error instanceof ProblemError && !isStale ? props.refused?.(error) : undefined
  return (
    <Dialog
      title={say(title)}
      onClose={onClose}
      wide={wide || isStale}
      actions={
        !isStale && (
          <>
            <button type="button" class="button" onClick={onClose}>
              {say(shell.cancel)}
            </button>
            <button
              type="button"
              class={`button primary ${danger ? 'danger' : ''}`}
              aria-busy={isSending}
              onClick={send}
            >
              {isSending ? say(stepWords.sending) : (button ?? say(title))}
            </button>
          </>
        )
      }
    >
      {isStale ? (
        <Stale parcel={parcel} opened={opened} onClose={onClose} />
      ) : (
        <>
          {props.children}
          {error !== undefined && (own ?? <Problem error={error} />)}
        </>
      )}
    </Dialog>
  )
}

function toHeading(): void {
  const heading = document.querySelector<HTMLElement>('main h1')
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}

/** What changed since the page was opened, and a way to the newest version. */
function Stale({ parcel, opened, onClose }: StepProps) {
  const [changes, setChanges] = useState<readonly FieldChange[]>()
  useEffect(() => {
    fetchHistory(parcel.id).then(
      (history) =>
        setChanges(
          changesOf(
            history.events.filter(({ version }) => version > parcel.properties.version),
            history,
          ),
        ),
      () => setChanges([]),
    )
  }, [])
  const load = () => {
    onClose()
    opened.reload()
  }
  return (
    <div class="notice warning" role="alert">
      <strong>{say(stepWords.staleTitle)}</strong>
      <p>{say(stepWords.staleText)}</p>
      {changes && changes.length > 0 && <ChangeTable changes={changes} />}
      {changes?.length === 0 && <p>{say(stepWords.staleNothing)}</p>}
      <p>
        <button type="button" class="button primary" onClick={load}>
          {say(stepWords.loadNewest)}
        </button>
      </p>
    </div>
  )
}
