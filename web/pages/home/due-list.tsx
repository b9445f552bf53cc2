import { useState } from 'preact/hooks'
import { clockName } from '../../messages/clocks.ts'
import { dueWords as m } from '../../messages/due.ts'
import { say } from '../../messages/phrase.ts'
import { Link } from '../../router.tsx'
import { ClockWords } from '../case/clock.tsx'
import type { DueTask } from './due-tasks.ts'

const FIRST = 12 // rows before "show more"

/** What falls due to this person: what, where, until when, and one action each. */
export function DueList({ tasks, today }: { tasks: readonly DueTask[]; today: string }) {
  const [shown, setShown] = useState(FIRST)
  if (tasks.length === 0) return null
  const rest = tasks.length - shown
  return (
    <section class="stack" aria-labelledby="due-tasks">
      <div class="row spread">
        <h2 id="due-tasks">{say(m.title)}</h2>
        <Link class="small" href="/menganggur">
          {say(m.all)}
        </Link>
      </div>
      <div class="card flush">
        <ul class="tasks">
          {tasks.slice(0, shown).map((task) => (
            <DueRow key={task.key} task={task} today={today} />
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
    </section>
  )
}

function DueRow({ task, today }: { task: DueTask; today: string }) {
  const { name, unitName, due, escalated, action, href } = task
  return (
    <li class="task due-task">
      <div class="task-text">
        <h3 class="task-title">{name}</h3>
        <p class="quiet">
          {clockName(due.clock)} · {unitName}
        </p>
        <p class="small">
          <ClockWords due={due} today={today} />
        </p>
        {escalated && (
          <p class="small due-raised">
            {say(escalated === 'pusat' ? m.escalatedPusat : m.escalatedKanwil)}
          </p>
        )}
      </div>
      <Link class="button" href={href} aria-label={`${say(action)}: ${name}`}>
        {say(action)}
      </Link>
    </li>
  )
}
