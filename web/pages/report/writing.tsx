import { useState } from 'preact/hooks'
import type { Block } from '../../../functions/domain/use.ts'
import { ErrorSummary, Field, TextAreaField } from '../../field.tsx'
import { announce } from '../../live.tsx'
import { reportWords as words } from '../../messages/report.ts'
import { language, say } from '../../messages/phrase.ts'
import { useOnline } from '../../offline.tsx'
import { PageSkeleton } from '../../outlet.tsx'
import { emptyEntry } from '../../reports/draft.ts'
import type { FieldData } from '../../reports/field.ts'
import type { Queue } from '../../reports/queue.ts'
import { formatTime } from '../../time.ts'
import { BlockEntry } from './block-entry.tsx'
import { type FormFault, restsOnWord, toReport } from './form.ts'
import { Photos } from './photos.tsx'
import { useReportDraft } from './use-draft.ts'

interface WritingProps {
  field: FieldData
  /** Those that are in use. */
  blocks: readonly Block[]
  account: string
  today: string
  queue: Queue
  returned: string | null
  /** Told the key of the report once it is in the queue. */
  onQueued: (key: string) => void
}

/** The form of a report: photos, period, blocks, and the officer's word where no photo tells. */
export function Writing(props: WritingProps) {
  const { field, blocks, today, queue, onQueued } = props
  const opened = useReportDraft(props)
  const { draft, change, changeEntry } = opened
  const [faults, setFaults] = useState<readonly FormFault[]>([])
  const [isSending, setSending] = useState(false)
  const isOnline = useOnline()
  if (!draft) return <PageSkeleton />
  const errorAt = (id: string) => {
    const fault = faults.find((one) => one.id === id)
    return fault && say(fault.text)
  }
  const about = { blocks, commodities: field.commodities, today, language: language() }
  const send = async () => {
    if (isSending) return
    const { report, faults: found } = toReport(draft, about)
    setFaults(found)
    if (!report) return
    setSending(true)
    await queue.add({
      key: draft.key,
      account: draft.account,
      draft,
      report,
      sendKey: crypto.randomUUID(),
      queuedAt: new Date().toISOString(),
    })
    await opened.leave()
    announce(say(navigator.onLine ? words.queuedOnline : words.queuedOffline))
    onQueued(draft.key)
  }
  const allSame = () => {
    // Nothing new is said: the sentence stands ticked above the button that sends it.
    if (Object.keys(draft.entries).length === 0) change({ isStated: true })
    for (const block of blocks)
      if (!draft.entries[block.id]) changeEntry(block.id, emptyEntry('same'))
    announce(say(words.allSameDone(blocks.length)))
  }
  const day = (name: 'from' | 'until', label: string) => (
    <Field
      id={name}
      label={label}
      error={errorAt(name)}
      render={(attributes) => (
        <input
          type="date"
          max={today}
          value={draft[name]}
          onInput={(event) => change({ [name]: event.currentTarget.value })}
          {...attributes}
        />
      )}
    />
  )
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {opened.origin === 'returned' && <p class="notice warning">{say(words.correcting)}</p>}
      {opened.origin === 'unfinished' && (
        <div class="notice small">
          <span>{say(words.taken(formatTime(draft.changedAt)))}</span>
          <button type="button" class="link-button self-start" onClick={opened.startAnew}>
            {say(words.startAnew)}
          </button>
        </div>
      )}
      <ErrorSummary errors={faults.map(({ id, text }) => ({ id, text: say(text) }))} />
      <Photos draft={draft} change={change} />
      <fieldset class="card">
        <legend class="visually-hidden">{say(words.period)}</legend>
        <h2 aria-hidden="true">{say(words.period)}</h2>
        <div class="report-pair">
          {day('from', say(words.from))}
          {day('until', say(words.until))}
        </div>
      </fieldset>
      <section class="stack" aria-labelledby="blocks-title">
        <div class="row spread">
          <h2 id="blocks-title">{say(words.blocks)}</h2>
          {blocks.length > 1 && (
            <button type="button" class="button" onClick={allSame}>
              {say(words.allSame)}
            </button>
          )}
        </div>
        {blocks.map((block) => (
          <BlockEntry
            key={block.id}
            block={block}
            entry={draft.entries[block.id]}
            reports={field.reports}
            commodities={field.commodities}
            today={today}
            errorAt={errorAt}
            onChange={(entry) => changeEntry(block.id, entry)}
          />
        ))}
      </section>
      {restsOnWord(draft) && (
        <section class="card stack" aria-labelledby="statement-title">
          <h2 id="statement-title">{say(words.evidence)}</h2>
          <p class="small quiet">
            {say(draft.isWordAsked ? words.statementAsked : words.statementWhy)}
          </p>
          <div class={`field ${errorAt('stated') ? 'invalid' : ''}`}>
            {errorAt('stated') && <div class="field-error">{errorAt('stated')}</div>}
            <label class="choice" for="stated">
              <input
                type="checkbox"
                id="stated"
                checked={draft.isStated}
                aria-invalid={errorAt('stated') ? 'true' : undefined}
                onChange={(event) => change({ isStated: event.currentTarget.checked })}
              />
              <span>{say(words.statement)}</span>
            </label>
          </div>
          {draft.isStated && (
            <TextAreaField
              id="statement"
              label={say(words.statementMore)}
              error={errorAt('statement')}
              rows={2}
              value={draft.statement}
              onInput={(statement) => change({ statement })}
            />
          )}
        </section>
      )}
      {!opened.isKept && (
        <p class="notice danger" role="alert">
          {say(words.notKept)}
        </p>
      )}
      <div class="report-send">
        <button type="submit" class="button primary" aria-busy={isSending}>
          {say(isOnline ? words.send : words.sendLater)}
        </button>
        {opened.isKept && opened.keptAt && (
          <span class="small quiet">{say(words.keptHere(formatTime(opened.keptAt)))}</span>
        )}
      </div>
    </form>
  )
}
