import type { Phrase } from '../../../functions/domain/phrase.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { useResource } from '../../resource.ts'
import { Link } from '../../router.tsx'
import { useMe } from '../../session.ts'
import { inOrder, isElsewhere, taskHref, workOf } from '../home/tasks.ts'

/** What was just done with a parcel, and a way on to what waits next for this person. */
export function AfterStep({ done, id }: { done: Phrase; id: string }) {
  const me = useMe()
  const work = useResource((signal) => workOf(me, signal), [me.id, id, done])
  const tasks = work.data?.tasks.filter((task) => !isElsewhere(task) && task.parcel.id !== id)
  const [next] = inOrder(tasks ?? [])
  return (
    <div class="notice success no-print">
      <strong>✓ {say(done)}</strong>
      {tasks && !next && <p>{say(stepWords.nextNone)}</p>}
      <p class="row">
        {next && (
          <Link class="button primary" href={taskHref(next)}>
            {say(stepWords.nextTask(next.parcel.properties.name))}
          </Link>
        )}
        <Link class="button" href="/">
          {say(stepWords.toHome)}
        </Link>
      </p>
    </div>
  )
}
