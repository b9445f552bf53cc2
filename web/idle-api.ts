import type { CaseClock, CaseState, IdleCase, Letter } from '../functions/domain/idle-case.ts'
import type { CaseStepName } from '../functions/domain/idle-transitions.ts'
import type { Photo, Report } from '../functions/domain/report.ts'
import type { IdleState, Standing } from '../functions/domain/standing.ts'
import type { Status } from '../functions/domain/status.ts'
import type { Block, NonUse, Plan } from '../functions/domain/use.ts'
import type { ShownCases } from '../functions/idle/shown.ts'
import type { ParcelFeature, ServedFinding } from './api.ts'
import { type Answer, request, type RequestOptions } from './request.ts'

type Signal = Pick<RequestOptions, 'signal'>

const query = (values: object): string => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') search.set(name, String(value))
  return `${search}` && `?${search}`
}

const at = (id: string, more: string): string => `/parcels/${encodeURIComponent(id)}/${more}`

/** The day on which something happens to a parcel by itself. */
export interface Due {
  /** Plain date on which it happens: a reminder, or the day after a missed deadline. */
  day: string
  /** The last day in time, where it is about a deadline. */
  deadline?: string
  /** Which clock, such as `psp` or `kasus-jawaban`. */
  clock: string
  basis: CaseClock['basis']
  /** Article, measure or letter on which it stands. */
  source: string
  /** True while a year's holidays are missing: the day may move. */
  provisional?: boolean
}

/** How a parcel is used, why it stands as it stands, and what would change that. */
export interface UseOfParcel {
  standing?: Standing | null
  status: Status
  /** A sentence in the language of the page. */
  why: string
  change: string
  vacantM2?: number | null
  /** Only insiders are told of blocks, plans and cases. */
  blocks?: (Block & { running: boolean; provedUntil?: string })[]
  plans?: Plan[]
  nonUse?: NonUse | null
  due?: Due | null
  case?: IdleCase | null
  legalIdle?: { state: IdleState; letter: Letter } | null
}

/** How a parcel is used. */
export const fetchUse = async (id: string, { signal }: Signal = {}): Promise<UseOfParcel> =>
  (await request<UseOfParcel>(at(id, 'use'), { signal })).data

/** One page of reports, the newest first. */
export interface Reports {
  reports: Report[]
  /** What the rules say of this page. */
  findings?: ServedFinding[]
  next?: string | null
}

/** Reports of a parcel, the newest first. */
export const fetchReports = async (
  id: string,
  { signal, ...filter }: Signal & { from?: string; cursor?: string } = {},
): Promise<Reports> => (await request<Reports>(at(id, 'reports') + query(filter), { signal })).data

/** A photo with a link that lives five minutes to its copy without EXIF. */
export const fetchPhoto = async (
  id: string,
  photo: string,
  { signal }: Signal = {},
): Promise<Partial<Photo> & { url: string }> =>
  (await request<Partial<Photo> & { url: string }>(at(id, `photos/${photo}`), { signal })).data

/** Something that falls due, with the parcel to which it belongs. */
export interface DueParcel extends Due {
  /** What it is, in the language of the page. */
  label?: string
  parcel: string
  upt: string
  kanwil: string
  name: string
  unitName: string
  areaM2: number | null
  status: Status
  use: string
  /** Day since which it has that use status. */
  since: string
  idle?: IdleState | null
  problem?: string | null
  idleCase?: {
    state: CaseState
    since: string
    areaM2: number | null
    openedOn: string
    due?: CaseClock
    escalated?: 'kanwil' | 'pusat'
  }
}

/** One page of what falls due. */
export interface Dues {
  dues: DueParcel[]
  next?: string | null
}

/** What falls due within the person's reach, the soonest first. */
export const fetchDues = async (
  filter: { kanwil?: string; upt?: string; until?: string; clock?: string; limit?: number },
  { signal }: Signal = {},
): Promise<Dues> => {
  let { data } = await request<Dues>(`/dues${query(filter)}`, { signal })
  const dues = [...data.dues]
  while (data.next && dues.length < MOST) {
    const path = data.next.replace(/^.*?\/api(?=\/)/, '')
    data = (
      await request<Dues>(
        path.startsWith('/') ? path : `/dues${query({ ...filter, cursor: path })}`,
        { signal },
      )
    ).data
    dues.push(...data.dues)
  }
  return { dues, ...(data.next ? { next: data.next } : {}) }
}
const MOST = 2000 // parcels; the whole country holds some thousands

/** The case of a parcel, those before it, and what this person may do next. */
export type Cases = ShownCases
export type ShownCase = NonNullable<Cases['case']>
export type NextStep = Cases['steps'][number]

/** The cases of a parcel, with the ETag that a step needs. */
export const fetchCase = (id: string, { signal }: Signal = {}): Promise<Answer<Cases>> =>
  request<Cases>(at(id, 'case'), { signal })

/** Take a step of a case; answers with the parcel after it. */
export const takeCaseStep = (
  id: string,
  step: CaseStepName,
  body: object,
  etag: string,
): Promise<Answer<ParcelFeature>> =>
  request<ParcelFeature>(at(id, `case/${step}`), { method: 'POST', body, ifMatch: etag })
