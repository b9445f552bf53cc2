import type { Due } from '../../idle-api.ts'

const DAY = 86_400_000 // ms

/** Calendar days from one plain date to another; negative when that lies before it. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)

/** The last day in time; of what has no deadline, the day on which it happens. */
export const deadlineOf = ({ day, deadline }: Pick<Due, 'day' | 'deadline'>): string =>
  deadline ?? day

/** How near a day is: passed, within a week, or later. */
export const nearness = (today: string, day: string): 'passed' | 'near' | 'later' => {
  const left = daysBetween(today, day)
  return left < 0 ? 'passed' : left <= 7 ? 'near' : 'later'
}
