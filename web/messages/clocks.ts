import { clockName as nameOf } from '../../functions/domain/clock-names.ts'
import type { ClockName } from '../../functions/domain/clocks.ts'
import { say } from './phrase.ts'

/** What a clock waits for, in the language of the page; its own name where this page does not know it. */
export function clockName(clock: string): string {
  const name = nameOf(clock as ClockName) as ReturnType<typeof nameOf> | undefined
  return name ? say(name) : clock // a newer registry may know more clocks
}
