import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { toHeading } from '../../heading.ts'
import { registration as words } from '../../messages/registration.ts'
import { say } from '../../messages/phrase.ts'
import { STATE_NAMES } from '../../../functions/domain/state-names.ts'
import { useObservable } from '../../observable.ts'
import { PageSkeleton } from '../../outlet.tsx'
import { Problem } from '../../problem.tsx'
import { Link, navigate } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { Conflicts } from './conflicts.tsx'
import type { Desk } from './desk.ts'
import { DocumentsContext, useServedDocuments } from './documents.ts'
import { Faults } from './faults.tsx'
import { DeskContext } from './form.tsx'
import { takePlace } from './going.ts'
import { judge, JudgementContext } from './judged.ts'
import { showField, type StepNumber } from './places.ts'
import { Returned } from './returned.tsx'
import { ReviewStep } from './review-step.tsx'
import { SavingState } from './saving-state.tsx'
import { StepBar, STEP_NAMES } from './step-bar.tsx'
import { UnitStep } from './unit-step.tsx'
import { unitsOf } from './units.ts'
import { useDeskAt } from './use-desk-at.ts'

/** The form of a step; the third lays out what stands around it by itself. */
type StepForm = ComponentType<{ children?: ComponentChildren }>

const LAZY: Partial<Record<StepNumber, () => Promise<StepForm>>> = {
  2: () => import('./grant/grant-step.tsx').then((module) => module.GrantStepForm),
  3: () => import('./boundary/boundary-step.tsx').then((module) => module.BoundaryStep),
}

const loaded = new Map<StepNumber, StepForm>([[1, UnitStep]])

const load = async (step: StepNumber): Promise<void> => {
  const form = await LAZY[step]?.()
  if (form) loaded.set(step, form)
}

/** The four steps of one registration; `address` is the draft's key or the parcel's id. */
export function Wizard({ address, step }: { address: string; step: string | undefined }) {
  const { desk, error, isGone } = useDeskAt(address)
  if (isGone)
    return (
      <div class="page stack">
        <h1>{say(words.title)}</h1>
        <p class="notice warning">{say(words.gone)}</p>
        <Link class="button self-start" href="/daftarkan">
          {say(words.toList)}
        </Link>
      </div>
    )
  if (error)
    return (
      <div class="page stack">
        <h1>{say(words.title)}</h1>
        <Problem error={error} onRetry={() => location.reload()} />
      </div>
    )
  if (!desk) return <PageSkeleton />
  const number = (/^[1-4]$/.test(step ?? '') ? Number(step) : 1) as StepNumber
  return <Steps key={desk.draft.get().key} desk={desk} step={number} address={address} />
}

function Steps({ desk, step, address }: { desk: Desk; step: StepNumber; address: string }) {
  const me = useMe()
  const draft = useObservable(desk.draft)
  const served = useObservable(desk.served)
  const documents = useServedDocuments(desk)
  const { resurvey, verifiedAt } = served?.properties ?? {}
  const judgement = useMemo(
    () => judge(draft.mine, documents, new Date(), { resurvey, verifiedAt }),
    [draft.mine, documents, resurvey, verifiedAt],
  )
  const state = served?.properties.state
  const isOpen = !state || state === 'draf' || state === 'dikembalikan'
  const { upt } = draft.mine.properties
  const isOfUnit = !upt || unitsOf(me).some(({ id }) => id === upt)
  const mayChange = isOpen && isOfUnit

  // Once the registry knows the draft, its own address is the one to keep and to pass on.
  useEffect(() => {
    if (draft.id && address !== draft.id)
      navigate(`/daftarkan/${draft.id}/${step}`, { replace: true })
  }, [draft.id, address, step])
  useFocusOnStep(step)
  // The other forms come ahead of their turn: a link lost on the way then stops nobody.
  useEffect(() => void Promise.allSettled([load(2), load(3)]), [])

  return (
    <DeskContext.Provider value={desk}>
      <DocumentsContext.Provider value={documents}>
        <JudgementContext.Provider value={judgement}>
          <div class={`registration step-${step}`}>
            <StepBar address={draft.id ?? draft.key} step={step}>
              {mayChange && <SavingState desk={desk} />}
            </StepBar>
            <Conflicts desk={desk} />
            {!isOpen && state && step !== 4 && (
              <div class="page stack">
                <h1>{say(STEP_NAMES[step])}</h1>
                <p class="notice">
                  {say(words.closedTitle(say(STATE_NAMES[state]).toLowerCase()))}
                </p>
                <Link class="button self-start" href={`/bidang/${draft.id}`}>
                  {say(words.openParcel)}
                </Link>
              </div>
            )}
            {isOpen && !isOfUnit && step !== 4 && (
              <div class="page stack">
                <h1>{say(STEP_NAMES[step])}</h1>
                <p class="notice">{say(words.readOnly)}</p>
                <Link class="button primary self-start" href={`/daftarkan/${draft.id}/4`}>
                  {say(words.onward(say(words.step4)))}
                </Link>
              </div>
            )}
            {mayChange && step !== 4 && <Form desk={desk} step={step} />}
            {step === 4 && (
              <div class="page">
                <ReviewStep mayChange={mayChange} isOpen={isOpen} />
              </div>
            )}
          </div>
        </JudgementContext.Provider>
      </DocumentsContext.Provider>
    </DeskContext.Provider>
  )
}

function Form({ desk, step }: { desk: Desk; step: StepNumber }) {
  const { id, key } = useObservable(desk.draft)
  const base = `/daftarkan/${id ?? key}`
  const Body = useStep(step)
  const next = (step + 1) as StepNumber
  const buttons = (
    <div class="row spread wizard-buttons no-print">
      <Link class="button" href={step === 1 ? '/daftarkan' : `${base}/${step - 1}`}>
        {say(words.back)}
      </Link>
      <Link class="button primary" href={`${base}/${next}`}>
        {say(words.onward(say(STEP_NAMES[next]).toLowerCase()))}
      </Link>
    </div>
  )
  const notices = (
    <>
      <Returned mayChange />
      <Faults step={step} />
    </>
  )
  if (!Body) return <PageSkeleton />
  if (step === 3)
    return (
      <Body>
        {notices}
        {buttons}
      </Body>
    )
  return (
    <div class="page form stack">
      <div>
        <p class="small quiet">{say(words.stepOf(step))}</p>
        <h1>{say(STEP_NAMES[step])}</h1>
      </div>
      {notices}
      <Body />
      {buttons}
    </div>
  )
}

/** The form of a step, once it is loaded. */
function useStep(step: StepNumber): StepForm | undefined {
  const [, draw] = useState(0)
  useEffect(() => {
    if (loaded.has(step)) return
    let isHere = true
    load(step).then(
      () => isHere && draw((n) => n + 1),
      () => isHere && setTimeout(() => draw((n) => n + 1), 5000), // the link may come back
    )
    return () => {
      isHere = false
    }
  })
  return loaded.get(step)
}

/** After a change of step the focus is at its heading, or at the field that was asked for. */
function useFocusOnStep(step: StepNumber): void {
  const before = useRef(step)
  useEffect(() => {
    const place = takePlace()
    if (place) {
      let tries = 0
      const timer = setInterval(() => {
        if (showField(place) || ++tries > 20) clearInterval(timer) // the step may still be loading
      }, 100)
      return () => clearInterval(timer)
    }
    if (before.current === step) return
    before.current = step
    scrollTo(0, 0)
    if (toHeading()) return
    const timer = setInterval(() => toHeading() && clearInterval(timer), 100) // the step is loading
    return () => clearInterval(timer)
  }, [step])
}
