import { parcelWords } from '../../messages/parcel.ts'
import { say } from '../../messages/phrase.ts'
import type { ParcelFeature as Parcel } from '../../api.ts'

/** Unit and NUP in one line: "Lapas Kelas IIA Binjai · NUP 12". */
export const formatNupOf = ({ uptName, bmnRecords = [] }: Parcel['properties']): string =>
  [
    uptName,
    ...bmnRecords.flatMap(({ nup }) => (nup === undefined ? [] : say(parcelWords.nup(nup)))),
  ].join(' · ')
