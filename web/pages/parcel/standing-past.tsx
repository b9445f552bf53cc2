import type { ParcelFeature as Parcel } from '../../api.ts'
import { useHistory } from './history.ts'
import { StandingNotice } from './standing.tsx'
import { standingOn } from './status-timeline-of.ts'

/** How a parcel stood on a past day, by the definition that was in force then. */
export function PastStanding({ parcel, day }: { parcel: Parcel; day: string }) {
  const { id, properties } = parcel
  const { history } = useHistory(id, properties.version, !properties.restricted)
  const past = history && standingOn(history.events, day)
  return <StandingNotice parcel={parcel} use={undefined} past={past} />
}
