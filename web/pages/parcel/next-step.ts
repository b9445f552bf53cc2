import { roleFrom } from '../../../functions/domain/permissions.ts'
import type { Me } from '../../api.ts'
import { say } from '../../messages/phrase.ts'
import { stepWords } from '../../messages/steps.ts'
import { callerOf } from '../../session.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'

/** What a person may do with a parcel as it stands, by the same table as the registry's. */
export function possibleSteps(me: Me, { properties }: Parcel) {
  const { upt, kanwil, state, handover } = properties
  const caller = callerOf(me)
  const by = (action: Parameters<typeof roleFrom>[1]) =>
    roleFrom(caller, action, { upt, kanwil }, state)
  const returning = by('parcel:return')
  return {
    edit: by('parcel:change') !== undefined,
    handover: by('parcel:hand-over') !== undefined && !handover,
    submission: by('parcel:submit') !== undefined,
    return: returning !== undefined && (returning !== 'kpb' || handover !== undefined),
    verification: by('parcel:verify') !== undefined,
    reopening: by('parcel:reopen') !== undefined,
    retirement: by('parcel:retire') !== undefined,
    decideOverlap: by('parcel:decide-overlap') !== undefined,
    addDocument: by('document:add') !== undefined,
  }
}

/** The one thing that this person most likely wants to do next, as a link; undefined for nothing. */
export function nextStep(me: Me, parcel: Parcel): { label: string; href: string } | undefined {
  const may = possibleSteps(me, parcel)
  const review = `/bidang/${parcel.id}?periksa=1`
  if (may.verification) return { label: say(stepWords.review), href: review }
  if (may.submission) return { label: say(stepWords.reviewRelease), href: review }
  if (may.edit) return { label: say(stepWords.goOn), href: `/daftarkan/${parcel.id}/1` }
  return undefined
}
