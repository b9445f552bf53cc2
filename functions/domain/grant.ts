import { isCertificate } from './areas.ts'
import type { GrantStep, ParcelProperties, StepName } from './parcel.ts'
import type { Phrase } from './phrase.ts'

/** The steps of the line that a parcel shows, in their legal order. */
export const CHAIN = [
  'usulan',
  'persetujuan',
  'nphd',
  'bast',
  'register',
  'pengesahan',
  'pencatatan',
  'sertipikat',
  'psp',
] as const
export type ChainStep = (typeof CHAIN)[number]

/**
 * How far a step is proved: `documented` has a file, `stated` has data but none, `absent` was
 * declared not to exist, `missing` has nothing at all.
 */
export type ChainState = 'documented' | 'stated' | 'absent' | 'missing' | 'not-applicable'

/** One point on the line from proposal to use. */
export interface ChainLink {
  step: ChainStep
  state: ChainState
  /** Whether the grant has come so far that this step should be done: missing is then a gap. */
  expected: boolean
  label: Phrase
  /** RFC 6901 pointer in fragment form to where the step is recorded. */
  pointer: string
  date?: string
  number?: string
}

/** What each step is called. */
export const STEP_LABELS: Record<ChainStep, Phrase> = {
  usulan: { id: 'Usulan hibah', en: 'Proposal' },
  persetujuan: { id: 'Persetujuan DPRD/kepala daerah', en: 'Approval of the region' },
  nphd: { id: 'NPHD', en: 'Grant agreement (NPHD)' },
  bast: { id: 'BAST', en: 'Hand-over record (BAST)' },
  register: { id: 'Nomor register hibah', en: 'Grant register number' },
  pengesahan: { id: 'Pengesahan', en: 'Treasury recognition' },
  pencatatan: { id: 'Pencatatan SAKTI/SIMAN', en: 'Entry in SAKTI/SIMAN' },
  sertipikat: { id: 'Sertipikat', en: 'Certificate' },
  psp: { id: 'PSP', en: 'Use-status decision (PSP)' },
}

type Status = NonNullable<ParcelProperties['statusPerolehan']>

/** The steps that should be done by the time a grant has the status. */
const DONE: Record<Status, readonly ChainStep[]> = {
  'usulan-hibah': ['usulan'],
  nphd: ['persetujuan', 'nphd'],
  bast: ['persetujuan', 'nphd', 'bast'],
  'pinjam-pakai': [],
  'tercatat-bmn': CHAIN.slice(1), // the agreement says what the proposal said
}

/** From here on a step makes the land state property, which land on loan is not. */
const OF_STATE_PROPERTY: readonly ChainStep[] = CHAIN.slice(CHAIN.indexOf('register'))

const REGIONS = ['pemprov', 'pemkab', 'pemkot']

/** Whether the grantor is a regional government, whose council or head approves grants. */
export const isRegionalGrantor = ({ grant }: ParcelProperties): boolean =>
  REGIONS.includes(grant?.grantor?.kind ?? '')

interface Told {
  number?: string
  date?: string
  files: boolean
  any: boolean
  absent: boolean
}

const ofStep = (step: GrantStep | undefined): Told => ({
  number: step?.number,
  date: step?.date,
  files: (step?.documents ?? []).length > 0,
  any: [step?.number, step?.date, step?.areaM2, step?.valueIdr].some((it) => it !== undefined),
  absent: step?.absent === true,
})

function ofTitles({ titles = [] }: ParcelProperties): Told {
  const certificates = titles.filter(isCertificate)
  const numbers = certificates.flatMap(({ number }) => number ?? [])
  return {
    number: numbers.length > 0 ? numbers.join(', ') : undefined,
    date: certificates.flatMap(({ issued }) => issued ?? []).sort()[0],
    files:
      certificates.length > 0 && certificates.every(({ documents = [] }) => documents.length > 0),
    any: certificates.length > 0,
    absent: false,
  }
}

function ofBooks(properties: ParcelProperties): Told {
  const step = ofStep(properties.grant?.steps?.pencatatan)
  const entries = (properties.bmnRecords ?? []).filter(({ nup }) => nup !== undefined)
  const numbers = entries.map(({ kodeBarang = '', nup }) => `${kodeBarang} NUP ${nup}`.trim())
  return {
    ...step,
    number: step.number ?? (numbers.length > 0 ? numbers.join(', ') : undefined),
    date: step.date ?? entries.flatMap(({ recorded }) => recorded ?? []).sort()[0],
    any: step.any || entries.length > 0,
  }
}

function told(properties: ParcelProperties, step: ChainStep): Told {
  if (step === 'sertipikat') return ofTitles(properties)
  if (step === 'pencatatan') return ofBooks(properties)
  return ofStep(properties.grant?.steps?.[step satisfies StepName])
}

function applies(properties: ParcelProperties, step: ChainStep): boolean {
  if (step === 'persetujuan') return isRegionalGrantor(properties)
  return !(properties.statusPerolehan === 'pinjam-pakai' && OF_STATE_PROPERTY.includes(step))
}

/** The grant as a line of steps with its gaps; what is recorded shows even where it need not be. */
export function grantChain(properties: ParcelProperties): ChainLink[] {
  const { statusPerolehan } = properties
  const done = statusPerolehan === undefined ? [] : DONE[statusPerolehan]
  return CHAIN.map((step) => {
    const { number, date, files, any, absent } = told(properties, step)
    const applicable = applies(properties, step)
    const state: ChainState = files
      ? 'documented'
      : any
        ? 'stated'
        : absent
          ? 'absent'
          : applicable
            ? 'missing'
            : 'not-applicable'
    return {
      step,
      state,
      expected: applicable && done.includes(step),
      label: STEP_LABELS[step],
      pointer: step === 'sertipikat' ? '#/properties/titles' : `#/properties/grant/steps/${step}`,
      ...(date !== undefined && { date }),
      ...(number !== undefined && { number }),
    }
  })
}
