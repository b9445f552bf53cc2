import { useRef, useState } from 'preact/hooks'
import { may } from '../../../functions/domain/permissions.ts'
import type { Fault } from '../../../functions/domain/refusal.ts'
import { ProblemError, type Steps, takeStep } from '../../api.ts'
import { announce } from '../../live.tsx'
import { say } from '../../messages/phrase.ts'
import { review as told } from '../../messages/review.ts'
import { useObservable } from '../../observable.ts'
import { Problem } from '../../problem.tsx'
import { callerOf, useMe } from '../../session.ts'
import { formatInstant } from '../../time.ts'
import { overlapsOf } from '../parcel/overlaps.tsx'
import { useDesk } from './form.tsx'
import { goToField } from './going.ts'
import { IncompleteDialog } from './incomplete-dialog.tsx'
import { OverlapDialog } from './overlap-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { useUnsaved } from './unsaved.ts'

interface ReleaseProps {
  /** What stands between the draft and its submission. */
  missing: readonly Fault[]
  mayChange: boolean
}

type Step = 'handover' | 'submission' | 'return'

/** The last buttons: hand over, submit, or send back, as the role has it. */
export function Release({ missing, mayChange }: ReleaseProps) {
  const desk = useDesk()
  const me = useMe()
  const { mine } = useObservable(desk.draft)
  const served = useObservable(desk.served)?.properties
  const waiting = useObservable(desk.uploads.shown)
  const [busy, setBusy] = useState<Step>()
  const [error, setError] = useState<unknown>()
  const [why, setWhy] = useState('')
  const [asks, setAsks] = useState<'return' | 'incomplete' | ProblemError>()
  const unsaved = useUnsaved(desk)
  const reasons = useRef<Steps['submission']>({}) // one refusal may follow another: both are answered
  const place = { upt: mine.properties.upt ?? '', kanwil: served?.kanwil ?? '' }
  const maySubmit = may(callerOf(me), 'parcel:submit', place)
  const handover = served?.handover

  const take = async <S extends Step>(step: S, body: Parameters<typeof takeStep<S>>[2]) => {
    if (busy) return
    setError(undefined)
    setWhy('')
    if (step !== 'return' && waiting.length > 0) return setWhy(say(told.waitingFiles))
    if (step === 'submission' && missing.length > 0) {
      document.getElementById('missing')?.focus()
      return setWhy(say(told.completeFirst))
    }
    setBusy(step)
    try {
      if (mayChange && !(await desk.flush())) return setWhy(say(told.notAllSaved))
      const { id, etag } = desk.draft.get()
      const answer = await takeStep(id ?? '', step, body, etag ?? '')
      desk.adopt(answer.data, answer.etag)
      setAsks(undefined)
      if (step === 'submission') announce(say(told.submitted))
    } catch (failure) {
      await learn(failure)
    } finally {
      setBusy(undefined)
    }
  }

  /** Faults go to their fields; a taken number or taken land asks for a reason; a newer version is fetched. */
  const learn = async (failure: unknown) => {
    if (failure instanceof ProblemError) {
      desk.tell(failure.errors)
      if (failure.errors.length) setTimeout(() => document.getElementById('faults')?.focus(), 0)
      if (failure.code === 'number-taken' || overlapsOf(failure)) return setAsks(failure)
      if (failure.code === 'stale' || failure.code === 'wrong-state')
        await desk.refresh().catch(() => {})
    }
    setAsks(undefined)
    setError(failure)
  }

  const submitWith = (reason: Steps['submission']) => {
    reasons.current = { ...reasons.current, ...reason }
    void take('submission', reasons.current)
  }
  const shared = asks instanceof ProblemError ? overlapsOf(asks) : undefined

  return (
    <section class="stack no-print release" aria-live="polite">
      {handover && <p class="notice success">{say(told.handedOver(formatInstant(handover.at)))}</p>}
      {error !== undefined && <Problem error={error} />}
      {why && (
        <p class="field-error" role="alert">
          {why}
        </p>
      )}
      {maySubmit && (
        <>
          <p class="hint">{say(told.submitHint)}</p>
          <button
            type="button"
            class="button primary self-start"
            aria-busy={busy === 'submission'}
            onClick={() => {
              reasons.current = {}
              void take('submission', {})
            }}
          >
            {say(told.submit)}
          </button>
        </>
      )}
      {mayChange && !maySubmit && !handover && (
        <>
          <p class="hint">{say(told.handOverHint)}</p>
          <button
            type="button"
            class="button primary self-start"
            aria-busy={busy === 'handover'}
            onClick={() =>
              missing.length + unsaved.length > 0
                ? setAsks('incomplete')
                : void take('handover', {})
            }
          >
            {say(told.handOver)}
          </button>
        </>
      )}
      {maySubmit && handover && (
        <button type="button" class="button self-start" onClick={() => setAsks('return')}>
          {say(told.sendBack)}
        </button>
      )}
      {asks === 'incomplete' && (
        <IncompleteDialog
          missing={missing}
          unsaved={unsaved}
          isBusy={busy === 'handover'}
          onHandOver={() => {
            setAsks(undefined)
            void take('handover', {})
          }}
          onClose={() => setAsks(undefined)}
        />
      )}
      {asks === 'return' && (
        <ReasonDialog
          title={say(told.sendBackTitle)}
          label={say(told.sendBackReason)}
          action={say(told.sendBack)}
          isBusy={busy === 'return'}
          onSend={(reason) => void take('return', { reason, notes: [] })}
          onClose={() => setAsks(undefined)}
        />
      )}
      {shared && (
        <OverlapDialog
          shared={shared}
          boundary={mine.geometry}
          isBusy={busy === 'submission'}
          onSend={(overlapReason) => submitWith({ overlapReason })}
          onMend={() => goToField(desk.draft.get().id ?? '', '/geometry')}
          onClose={() => setAsks(undefined)}
        />
      )}
      {asks instanceof ProblemError && !shared && (
        <ReasonDialog
          title={say(told.duplicateTitle)}
          about={asks}
          label={say(told.duplicateReason)}
          hint={say(told.duplicateHint)}
          action={say(told.submitWithReason)}
          isBusy={busy === 'submission'}
          onSend={(duplicateReason) => submitWith({ duplicateReason })}
          onClose={() => setAsks(undefined)}
        />
      )}
    </section>
  )
}
