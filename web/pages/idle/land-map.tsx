import { navigate } from '../../router.tsx'
import { useBaseMaps } from '../map/base-maps.ts'
import { ParcelMap } from '../map/parcel-map.tsx'
import type { IdleLand } from './land.ts'

/** Idle land on a map; a click opens the case, or the parcel where there is none. */
export function LandMap({ land, isComplete }: { land: readonly IdleLand[]; isComplete: boolean }) {
  const baseMaps = useBaseMaps()
  const open = (id: string) => {
    const found = land.find(({ parcel }) => parcel.id === id)
    navigate(found?.caseState ? `/bidang/${id}/kasus` : `/bidang/${id}`)
  }
  return (
    <ParcelMap
      parcels={land.map(({ parcel }) => parcel)}
      selected={undefined}
      onOpen={open}
      baseMaps={baseMaps}
      covered={() => ({ left: 48 })}
      complete={isComplete}
    />
  )
}
