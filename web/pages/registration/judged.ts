import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { areaOf } from '../../../functions/domain/area.ts'
import { dayOf } from '../../../functions/domain/calendar.ts'
import { landFindings } from '../../../functions/domain/land.ts'
import type { ParcelProperties } from '../../../functions/domain/parcel.ts'
import type { Fault } from '../../../functions/domain/refusal.ts'
import type { Finding } from '../../../functions/domain/finding.ts'
import { evaluate } from '../../../functions/domain/rules/evaluate.ts'
import { type Measured, resurveyFaults } from '../../../functions/domain/resurvey.ts'
import { readiness } from '../../../functions/domain/rules/readiness.ts'
import type { ServedDocument } from '../../documents/calls.ts'
import { type Content, sendable } from './content.ts'

/** What stands between a draft and its submission, and what else is worth a look. */
export interface Judgement {
  missing: Fault[]
  /** Findings that do not hold the submission back, the gravest first. */
  advice: Finding[]
}

/** How the draft at hand is judged. */
export const JudgementContext = createContext<Judgement>({ missing: [], advice: [] })

/** How the draft at hand is judged, as it stands on this device. */
export const useJudgement = (): Judgement => useContext(JudgementContext)

/** Judge a draft by the very rules of the registry, as of `now`, and by the survey that is under way. */
export function judge(
  { properties, geometry }: Content,
  documents: ReadonlyMap<string, ServedDocument>,
  now: Date,
  survey: Pick<Measured, 'resurvey' | 'verifiedAt'> = {},
): Judgement {
  const complete = [...documents.values()].filter(({ state }) => state !== 'uploading')
  const evaluated = {
    properties: sendable(properties).properties as ParcelProperties, // rules expect gaps
    boundary: geometry,
    boundaryAreaM2: geometry && areaOf(geometry),
    landFindings: geometry ? landFindings(geometry) : [],
    today: dayOf(now),
    state: 'draf' as const,
    documents: Object.fromEntries(
      complete.map(({ id, sha256, kind, state }) => [
        id,
        { sha256, kind, ...(state === 'withdrawn' && { withdrawn: true }) },
      ]),
    ),
    duplicates: [],
  }
  return {
    missing: [
      ...readiness(evaluated),
      ...resurveyFaults({
        ...survey,
        properties: evaluated.properties,
        boundaryAreaM2: evaluated.boundaryAreaM2,
        documents: complete.map(({ state, ...document }) => ({
          ...document,
          withdrawn: state === 'withdrawn',
        })),
      }),
    ],
    advice: evaluate(evaluated).filter(({ severity }) => severity !== 'B'),
  }
}
