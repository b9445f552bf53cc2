import { useState } from 'preact/hooks'
import type { Phrase } from '../../../functions/domain/phrase.ts'
import { home as m } from '../../messages/home.ts'
import { say } from '../../messages/phrase.ts'
import { Link } from '../../router.tsx'
import { formatDaysAgo, formatInstant } from '../../time.ts'
import { type Task, taskHref, type TaskKind } from './tasks.ts'

const FIRST = 20 // rows before "show more"
const NOTES = 3 // notes shown of a returned parcel

const WORDS: Record<TaskKind, { title: Phrase; action: Phrase }> = {
  returned: { title: m.returned, action: m.correct },
  draft: { title: m.draft, action: m.carryOn },
  'draft-ready': { title: m.draftReady, action: m.handOver },
  release: { title: m.release, action: m.checkAndSubmit },
  verify: { title: m.verify, action: m.verifyAction },
  decide: { title: m.decide, action: m.decideAction },
  'with-head': { title: m.withHead, action: m.compare },
  'with-kanwil': { title: m.withKanwil, action: m.compare },
  'with-officer': { title: m.withOfficer, action: m.compare },
}

/** Tasks as rows: since when, what, and one action each. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const [shown, setShown] = useState(FIRST)
  const rest = tasks.length - shown
  return (
    <div class="card flush">
      <ul class="tasks">
        {tasks.slice(0, shown).map((task) => (
          <TaskRow key={task.parcel.id} task={task} />
        ))}
      </ul>
      {rest > 0 && (
        <p class="tasks-more">
          <button type="button" class="button" onClick={() => setShown(shown + FIRST)}>
            {say(m.more(Math.min(rest, FIRST)))}
          </button>
        </p>
      )}
    </div>
  )
}

function TaskRow({ task }: { task: Task }) {
  const { kind, parcel, since } = task
  const { name, uptName } = parcel.properties
  const { returned, findings } = 'areas' in parcel.properties ? parcel.properties : {}
  const { title, action } = WORDS[kind]
  const notes = kind === 'returned' ? (returned?.notes ?? []) : []
  const missing = kind === 'draft' ? findings?.filter((f) => f.severity === 'B').length : 0
  return (
    <li class="task">
      <time class="task-since" dateTime={since} title={formatInstant(since)}>
        {formatDaysAgo(since)}
      </time>
      <div class="task-text">
        <h2 class="task-title">{name}</h2>
        <p class="quiet">
          {say(title)} · {uptName}
        </p>
        {missing ? <p class="quiet">{say(m.missing(missing))}</p> : null}
        {kind === 'returned' && returned && <blockquote>{returned.reason}</blockquote>}
        {notes.length > 0 && (
          <ul class="task-notes">
            {notes.slice(0, NOTES).map(({ pointer, note }) => (
              <li key={pointer + note}>{note}</li>
            ))}
            {notes.length > NOTES && (
              <li class="quiet">{say(m.moreNotes(notes.length - NOTES))}</li>
            )}
          </ul>
        )}
      </div>
      <Link class="button" href={taskHref(task)} aria-label={`${say(action)}: ${name}`}>
        {say(action)}
      </Link>
    </li>
  )
}

/** What others are working on: one line each, a link to look. */
export function Elsewhere({ tasks }: { tasks: readonly Task[] }) {
  const [shown, setShown] = useState(FIRST)
  if (tasks.length === 0) return null
  const rest = tasks.length - shown
  return (
    <section class="stack" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{say(m.elsewhere)}</h2>
      <ul class="card elsewhere">
        {tasks.slice(0, shown).map((task) => (
          <li key={task.parcel.id}>
            <Link href={taskHref(task)}>{task.parcel.properties.name}</Link>
            <span class="quiet">
              {say(WORDS[task.kind].title)} · {formatDaysAgo(task.since)}
            </span>
          </li>
        ))}
        {rest > 0 && (
          <li>
            <button type="button" class="link-button" onClick={() => setShown(shown + FIRST)}>
              {say(m.more(Math.min(rest, FIRST)))}
            </button>
          </li>
        )}
      </ul>
    </section>
  )
}
