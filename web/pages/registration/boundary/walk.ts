import { useEffect, useState } from 'preact/hooks'
import { type Boundary, partsOf, type Position } from '../../../../functions/domain/boundary.ts'
import type { BoundarySource } from '../../../../functions/domain/parcel.ts'
import { openOf, polygonOf, roundDegrees } from './corners.ts'
import type { BoundaryState } from './state.ts'

/** Where one stood, and how surely the phone knew it. */
export interface Footstep {
  place: Position
  /** Radius in metres within which the phone is, with a likelihood of 95 %. */
  accuracyM: number
}

/** A walk around the field. */
export interface Walk {
  corners: readonly Footstep[]
  /** Where one stands; null until the phone knows. */
  here: Footstep | null
}

/** Why the phone tells no place. */
export type WalkFault = 'none' | 'denied' | 'unavailable'

/** A walk and what to do with it. */
export interface Walking extends Walk {
  fault: WalkFault | undefined
  /** Take the place where one stands as the next corner; false while it is not known. */
  add: () => boolean
  /** Begin anew; a boundary that is there stays until the third corner. */
  restart: () => void
}

/** The walk that a boundary was made by, or none. */
function walkedOf(boundary: Boundary | null, source: BoundarySource | undefined): Footstep[] {
  const ring = boundary && partsOf(boundary)[0]?.[0]
  if (!ring || source?.method !== 'walked') return []
  return openOf(ring).map((place, at) => ({ place, accuracyM: source.accuracyM?.[at] ?? 0 }))
}

/** The first corners, before they make a boundary, outlive a page that the phone drops meanwhile. */
const keyOf = (draft: string): string => `petak.walk.${draft}`

function remembered(draft: string): Footstep[] {
  try {
    return JSON.parse(sessionStorage.getItem(keyOf(draft)) ?? '[]') as Footstep[]
  } catch {
    return []
  }
}

function remember(draft: string, corners: readonly Footstep[]): void {
  try {
    sessionStorage.setItem(keyOf(draft), JSON.stringify(corners))
  } catch {
    // without storage they live as long as the page
  }
}

const ENOUGH = 3 // corners make a boundary

/** A walk around the field while `isOn`: from its third corner it is the boundary. */
export function useWalking(isOn: boolean, draft: string, state: BoundaryState): Walking {
  const [here, setHere] = useState<Footstep | null>(null)
  const [fault, setFault] = useState<WalkFault>()
  const [first, setFirst] = useState(() => remembered(draft))
  const [isAnew, setAnew] = useState(false)
  const walked = walkedOf(state.boundary, state.source)
  const corners = !isAnew && walked.length >= ENOUGH ? walked : first

  useEffect(() => {
    if (!isOn) return
    setFault(undefined)
    if (!navigator.geolocation) return setFault('none')
    const watching = navigator.geolocation.watchPosition(
      ({ coords: { longitude, latitude, accuracy } }) => {
        setFault(undefined)
        setHere({
          place: [roundDegrees(longitude), roundDegrees(latitude)],
          accuracyM: Math.round(accuracy * 10) / 10,
        })
      },
      ({ code }) => setFault(code === 1 ? 'denied' : 'unavailable'),
      { enableHighAccuracy: true, maximumAge: 0, timeout: 30_000 },
    )
    return () => {
      navigator.geolocation.clearWatch(watching)
      setHere(null) // where the phone was is not where it is
    }
  }, [isOn])

  const keep = (next: Footstep[]) => {
    setFirst(next)
    remember(draft, next)
  }
  return {
    corners,
    here,
    fault,
    add() {
      if (!here) return false
      const next = [...corners, here]
      if (next.length < ENOUGH) keep(next)
      else {
        setAnew(false)
        state.set(polygonOf(next.map(({ place }) => place)), {
          method: 'walked',
          epsg: 4326,
          known: 'declared',
          accuracyM: next.map(({ accuracyM }) => accuracyM),
        })
      }
      return true
    },
    restart() {
      setAnew(true)
      keep([])
    },
  }
}
