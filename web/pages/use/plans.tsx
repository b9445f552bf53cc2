import { useRef, useState } from 'preact/hooks'
import { BUDGET_PAPERS, type NewPlan, type Plan } from '../../../functions/domain/use.ts'
import { parseArea } from '../../../functions/domain/writing.ts'
import { Dialog } from '../../dialog.tsx'
import { ErrorSummary, Field, SelectField, TextAreaField, TextField } from '../../field.tsx'
import { language, say } from '../../messages/phrase.ts'
import { shell } from '../../messages/shell.ts'
import { BUDGET_NAMES, useWords as words } from '../../messages/use.ts'
import { Problem } from '../../problem.tsx'
import { useSubmit } from '../../submit.ts'
import { formatArea, formatDate } from '../../time.ts'
import { addPlan, closePlan } from '../../use-api.ts'

interface PlansProps {
  parcel: string
  plans: readonly Plan[]
  mayChange: boolean
  onDone: () => void
}

/** Plans of use for what lies vacant: open ones first, each to be closed with its outcome. */
export function Plans({ parcel, plans, mayChange, onDone }: PlansProps) {
  const [asked, setAsked] = useState<'new' | Plan>()
  const close = (hasChanged: boolean) => {
    setAsked(undefined)
    if (hasChanged) onDone()
  }
  const sorted = [...plans].sort((a, b) => Number(Boolean(a.closed)) - Number(Boolean(b.closed)) || a.targetDate.localeCompare(b.targetDate)) // prettier-ignore
  return (
    <section class="card stack" aria-labelledby="plans">
      <div class="row spread">
        <h2 id="plans">{say(words.plans)}</h2>
        {mayChange && (
          <button type="button" class="button no-print" onClick={() => setAsked('new')}>
            {say(words.addPlan)}
          </button>
        )}
      </div>
      {sorted.length === 0 && <p class="quiet">{say(words.noPlans)}</p>}
      {sorted.length > 0 && (
        <ul class="use-blocks">
          {sorted.map((plan) => (
            <li key={plan.id}>
              <strong>{plan.what}</strong>
              <div class="small quiet">
                {[
                  say(words[plan.kind]),
                  say(words.targetBy(formatDate(plan.targetDate))),
                  plan.areaM2 && formatArea(plan.areaM2),
                  plan.budget ? `${say(BUDGET_NAMES[plan.budget.paper])} ${plan.budget.number}` : say(words.withoutPaper), // prettier-ignore
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
              {plan.closed && (
                <div class="small">
                  {say(words[plan.closed.outcome])}, {formatDate(plan.closed.on)}
                  {plan.closed.reason && `: ${plan.closed.reason}`}
                </div>
              )}
              {!plan.closed && mayChange && (
                <button
                  type="button"
                  class="button small self-start no-print"
                  onClick={() => setAsked(plan)}
                >
                  {say(words.closePlan)}
                  <span class="visually-hidden"> {plan.what}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked === 'new' && <PlanDialog parcel={parcel} onClose={close} />}
      {asked && asked !== 'new' && <ClosingDialog parcel={parcel} plan={asked} onClose={close} />}
    </section>
  )
}

const EMPTY = { kind: 'penggunaan', what: '', area: '', targetDate: '', paper: '', number: '', date: '' } // prettier-ignore
type Typed = typeof EMPTY

function readPlan(typed: Typed): { plan?: NewPlan; faults: { id: string; text: string }[] } {
  const faults: { id: string; text: string }[] = []
  const need = (name: keyof Typed, label: string) => {
    if (!typed[name].trim()) faults.push({ id: `plan-${name}`, text: say(words.needs(label)) })
    return typed[name].trim()
  }
  const what = need('what', say(words.what))
  const targetDate = need('targetDate', say(words.target))
  const area = typed.area.trim() ? parseArea(typed.area, language()) : undefined
  if (area && !area.ok) faults.push({ id: 'plan-area', text: say(area.reason) })
  const paper = BUDGET_PAPERS.find((name) => name === typed.paper)
  const budget = paper && {
    paper,
    number: need('number', say(words.paperNumber)),
    date: need('date', say(words.paperDate)),
  }
  if (faults.length > 0) return { faults }
  const kind = typed.kind === 'pemanfaatan' ? 'pemanfaatan' : 'penggunaan'
  const plan = { kind, what, targetDate, ...(area?.ok && { areaM2: area.value }), ...(budget && { budget }) } as const // prettier-ignore
  return { plan, faults }
}

function PlanDialog({ parcel, onClose }: { parcel: string; onClose: (changed: boolean) => void }) {
  const [typed, setTyped] = useState(EMPTY)
  const [faults, setFaults] = useState<{ id: string; text: string }[]>([])
  const { isSending, error, submit } = useSubmit()
  const key = useRef(crypto.randomUUID())
  const bind = (name: keyof Typed) => ({
    id: `plan-${name}`,
    error: faults.find(({ id }) => id === `plan-${name}`)?.text,
    value: typed[name],
    onInput: (value: string) => {
      key.current = crypto.randomUUID()
      setTyped((before) => ({ ...before, [name]: value }))
    },
  })
  const day = (name: 'targetDate' | 'date', label: string) => (
    <Field
      {...bind(name)}
      label={label}
      render={(attributes) => (
        <input
          type="date"
          value={typed[name]}
          onInput={(event) => bind(name).onInput(event.currentTarget.value)}
          {...attributes}
        />
      )}
    />
  )
  const save = () => {
    const { plan, faults: found } = readPlan(typed)
    setFaults(found)
    if (!plan) return
    void submit(async () => {
      await addPlan(parcel, plan, key.current)
      onClose(true)
    })
  }
  return (
    <Dialog
      title={say(words.newPlan)}
      onClose={() => onClose(false)}
      actions={<Buttons isSending={isSending} onCancel={() => onClose(false)} onSave={save} />}
    >
      <ErrorSummary errors={faults} />
      <SelectField
        {...bind('kind')}
        label={say(words.planKind)}
        options={(['penggunaan', 'pemanfaatan'] as const).map((value) => ({
          value,
          label: say(words[value]),
        }))}
      />
      <TextAreaField {...bind('what')} label={say(words.what)} rows={3} />
      <TextField {...bind('area')} label={say(words.planArea)} hint={say(words.areaHint)} />
      {day('targetDate', say(words.target))}
      <SelectField
        {...bind('paper')}
        label={say(words.paper)}
        hint={say(words.paperHint)}
        options={[
          { value: '', label: say(words.withoutPaper) },
          ...BUDGET_PAPERS.map((paper) => ({ value: paper, label: say(BUDGET_NAMES[paper]) })),
        ]}
      />
      {typed.paper && (
        <div class="use-pair">
          <TextField {...bind('number')} label={say(words.paperNumber)} />
          {day('date', say(words.paperDate))}
        </div>
      )}
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}

function ClosingDialog({
  parcel,
  plan,
  onClose,
}: {
  parcel: string
  plan: Plan
  onClose: (changed: boolean) => void
}) {
  const [outcome, setOutcome] = useState<'terlaksana' | 'batal'>('terlaksana')
  const [reason, setReason] = useState('')
  const { isSending, error, submit } = useSubmit()
  const save = () =>
    void submit(async () => {
      const said = { outcome, ...(reason.trim() && { reason: reason.trim() }) }
      await closePlan(parcel, plan.id, said, crypto.randomUUID())
      onClose(true)
    })
  return (
    <Dialog
      title={say(words.closePlan)}
      onClose={() => onClose(false)}
      actions={<Buttons isSending={isSending} onCancel={() => onClose(false)} onSave={save} />}
    >
      <p>{plan.what}</p>
      <SelectField
        id="outcome"
        label={say(words.outcome)}
        value={outcome}
        onInput={(value) => setOutcome(value === 'batal' ? 'batal' : 'terlaksana')}
        options={(['terlaksana', 'batal'] as const).map((value) => ({
          value,
          label: say(words[value]),
        }))}
      />
      <TextAreaField
        id="closing-reason"
        label={say(words.reason)}
        value={reason}
        rows={3}
        onInput={setReason}
      />
      {error !== undefined && <Problem error={error} />}
    </Dialog>
  )
}

const Buttons = (props: { isSending: boolean; onCancel: () => void; onSave: () => void }) => (
  <>
    <button type="button" class="button" onClick={props.onCancel}>
      {say(shell.cancel)}
    </button>
    <button type="button" class="button primary" aria-busy={props.isSending} onClick={props.onSave}>
      {say(words.save)}
    </button>
  </>
)
