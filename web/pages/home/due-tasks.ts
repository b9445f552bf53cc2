import type { Phrase } from '../../../functions/domain/phrase.ts'
import type { Role } from '../../../functions/domain/permissions.ts'
import type { Me } from '../../api.ts'
import { type Due, type DueParcel, fetchDues } from '../../idle-api.ts'
import { dueWords as m } from '../../messages/due.ts'
import { daysBetween, deadlineOf } from '../case/days.ts'

/** Something that falls due to this person, with its one action. */
export interface DueTask {
  /** Parcel and clock: unique in a list. */
  key: string
  name: string
  unitName: string
  due: Due
  escalated: 'kanwil' | 'pusat' | undefined
  action: Phrase
  href: string
}

/** Calendar days before a deadline from which it is a task: longer than any reminder. */
const SOON_DAYS = 30

interface Duty {
  who: readonly Role[]
  action: Phrase
  /** Where it is done, below the parcel's address. */
  at: '' | 'lapor' | 'kasus' | 'pemanfaatan'
}

/** Who keeps which clock, and where: as the registry reminds them. */
const DUTIES: Readonly<Record<string, Duty>> = {
  bukti: { who: ['petugas'], action: m.report, at: 'lapor' },
  menganggur: { who: ['petugas', 'kpb'], action: m.report, at: 'lapor' },
  rencana: { who: ['kpb'], action: m.openUse, at: 'pemanfaatan' },
  psp: { who: ['petugas', 'kpb'], action: m.open, at: '' },
  pengesahan: { who: ['petugas', 'kpb'], action: m.open, at: '' },
  'tarik-kembali': { who: ['kpb', 'kanwil'], action: m.open, at: '' },
  'hak-pakai': { who: ['kpb', 'kanwil'], action: m.open, at: '' },
  pemanfaatan: { who: ['petugas', 'kpb'], action: m.openUse, at: 'pemanfaatan' },
  'kasus-permintaan': { who: ['kanwil'], action: m.request, at: 'kasus' },
  'kasus-jawaban': { who: ['kpb'], action: m.answer, at: 'kasus' },
  'kasus-tinjauan': { who: ['kanwil'], action: m.review, at: 'kasus' },
  'kasus-rencana': { who: ['kpb'], action: m.openCase, at: 'kasus' },
  'kasus-klarifikasi-kpknl': { who: ['kanwil'], action: m.openCase, at: 'kasus' },
  'kasus-jawaban-kpknl': { who: ['kpb'], action: m.answer, at: 'kasus' },
  'kasus-penelitian': { who: ['kanwil'], action: m.openCase, at: 'kasus' },
  'kasus-penyerahan': { who: ['kpb'], action: m.openCase, at: 'kasus' },
}

/** The clocks of a due item: that of its open case, and whatever comes next besides it. */
function clocksOf(item: DueParcel): Due[] {
  const own = item.idleCase?.due
  const ofCase: Due[] = own ? [{ ...own, clock: `kasus-${own.clock}` }] : []
  return item.clock === 'status' || ofCase.some(({ clock }) => clock === item.clock)
    ? ofCase
    : [...ofCase, item]
}

/** The roles by which a person has to do with land in that place. */
const rolesAt = ({ roles }: Me, { upt, kanwil }: DueParcel): Role[] =>
  roles.flatMap((held) => {
    const isHere =
      held.role === 'pusat' ||
      held.units.some(({ id }) => id === upt) ||
      held.kanwil.some(({ id }) => id === kanwil)
    return isHere ? [held.role] : []
  })

/** What falls due to a person of some due items, the nearest deadline first. */
export function dueTasksOf(me: Me, items: readonly DueParcel[]): DueTask[] {
  const tasks = items.flatMap((item) => {
    const roles = rolesAt(me, item)
    const escalated = item.idleCase?.escalated
    return clocksOf(item).flatMap((due): DueTask[] => {
      const duty = DUTIES[due.clock]
      const isCase = due.clock.startsWith('kasus-')
      const raised = isCase ? escalated : undefined
      const isRaised = raised !== undefined && roles.includes(raised)
      const isMine = duty?.who.some((role) => roles.includes(role)) ?? false
      if (!duty || !(isMine || isRaised)) return []
      if (!isCase && daysBetween(me.today, deadlineOf(due)) > SOON_DAYS) return []
      return [
        {
          key: `${item.parcel} ${due.clock}`,
          name: item.name,
          unitName: item.unitName,
          due,
          escalated: isRaised ? raised : undefined,
          action: isMine ? duty.action : m.openCase,
          href: `/bidang/${item.parcel}${duty.at && `/${duty.at}`}`,
        },
      ]
    })
  })
  return tasks.sort(
    (a, b) =>
      Number(b.escalated !== undefined) - Number(a.escalated !== undefined) ||
      deadlineOf(a.due).localeCompare(deadlineOf(b.due)),
  )
}

/** What falls due to a person, over all of their places. */
export async function fetchDueTasks(me: Me, signal: AbortSignal): Promise<DueTask[]> {
  const isOfCountry = me.roles.some(({ role }) => role === 'pusat')
  const places = isOfCountry
    ? [{}]
    : me.roles.flatMap(({ units, kanwil }) => [
        ...units.map(({ id }) => ({ upt: id })),
        ...kanwil.map(({ id }) => ({ kanwil: id })),
      ])
  const pages = await Promise.all(
    places.map((place) => fetchDues({ ...place, limit: 200 }, { signal })),
  )
  const items = new Map(pages.flatMap(({ dues }) => dues.map((due) => [due.parcel, due] as const)))
  return dueTasksOf(me, [...items.values()])
}
