import { Refusal } from '../../../functions/domain/refusal.ts'
import { inspect } from '../../../functions/boundaries/inspect.ts'
import { HOSTILE } from './hostile-corpus.ts'

/** Milliseconds of processor time: the machine may be busy with other tests. */
const spent = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** Reads the whole corpus in a process of its own and prints what became of each file, as JSON lines. */
for (const [name, make] of Object.entries(HOSTILE)) {
  const made = make()
  const bytes = typeof made === 'string' ? Buffer.from(made) : made
  const since = process.cpuUsage()
  const outcome = await inspect(bytes, { name, language: 'id' }).then(
    (found) => ({ code: 'read', characters: JSON.stringify(found).length }),
    (error: unknown) =>
      error instanceof Refusal ? { code: error.code, detail: error.detail.en } : { code: 'bug', detail: String((error as Error).stack) }, // prettier-ignore
  )
  console.log(JSON.stringify({ name, ...outcome, ms: Math.round(spent(since)) }))
}
