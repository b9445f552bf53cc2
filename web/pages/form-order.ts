import { STEPS } from '../../functions/domain/parcel.ts'
import { stepOf } from './registration/places.ts'

/** The members of the content as the form asks for them; no two places contradict each other. */
const NAMES = `
  upt kind name statusPerolehan address neighbours
  provinsi kabupaten kecamatan desa kodeKemendagri
  street rtRw kodeBpn kodeBps
  north east south west
  grant grantor steps ${STEPS.join(' ')} terms titles bmnRecords value
  legalProblems geometry boundarySource
  purpose noChangeOfFunction reversion applies
  stage since kdSatker kodeBarang nup kodeRegister
  absent number holder issued expires date parties
  areaM2 builtM2 facilitiesM2 vacantM2 nibBidang suratUkur valueIdr
  acquired recorded condition amountIdr basis perM2Idr njopIdr njopYear electronic
  party otherTitle caseNumber court claimIdr counsel
  documents document place method fileName format polygon epsg known proposals
  accuracyM surveyed original
  note strategy updated
`
  .trim()
  .split(/\s+/)

const PLACES: ReadonlyMap<string, number> = new Map(NAMES.map((name, at) => [name, at]))

/** Where a member or an entry of a list stands among those beside it. */
const placeOf = (name: string): number =>
  /^\d+$/.test(name) ? Number(name) : (PLACES.get(name) ?? NAMES.length)

function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((pointer) => pointer.replace(/^#/, '').split('/'))
  const steps = stepOf(a) - stepOf(b)
  if (steps) return steps
  for (const [at, name] of (left ?? []).entries()) {
    const other = right?.[at]
    if (other === undefined) return 1
    const places = placeOf(name) - placeOf(other)
    if (places) return places
  }
  return 0
}

/** A sorted copy: the pointers of `list`, by `pointerOf`, as the form asks for them. */
export const inFormOrder = <T>(list: readonly T[], pointerOf: (one: T) => string): T[] =>
  [...list].sort((a, b) => compare(pointerOf(a), pointerOf(b)))

/** The members of an object as the form asks for them. */
export const membersInFormOrder = (members: object): [string, unknown][] =>
  Object.entries(members).sort(([a], [b]) => placeOf(a) - placeOf(b))
