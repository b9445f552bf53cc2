import type { ParcelProperties } from '../parcel.ts'
import type { Fault } from '../refusal.ts'
import { evaluate, type Evaluated } from './evaluate.ts'
import { hasReached } from './rule.ts'
import { pointerTo, stepOf } from './step.ts'

const fault = (pointer: string, id: string, en: string): Fault => ({ pointer, detail: { id, en } })

const faultIf = (condition: boolean, pointer: string, id: string, en: string): Fault[] =>
  condition ? [fault(pointer, id, en)] : []

/** A paper is accounted for by number and date, by a note, or by the word that there is none. */
function unaccounted(properties: ParcelProperties, name: 'nphd' | 'bast', paper: string): Fault[] {
  const { number, date, note, absent } = stepOf(properties, name)
  const isStated = number !== undefined && date !== undefined
  return faultIf(
    !isStated && note === undefined && absent !== true,
    pointerTo(name),
    `Isi nomor dan tanggal ${paper}, atau nyatakan “tidak ada”, atau jelaskan di catatan.`,
    `Enter number and date of the ${paper}, or declare it absent, or explain in the note.`,
  )
}

function missing({ properties, boundary }: Evaluated): Fault[] {
  const { upt, name, statusPerolehan, address, grant, bmnRecords = [] } = properties
  const isGranted = hasReached(properties, 'bast', 'tercatat-bmn')
  return [
    ...faultIf(!upt, '#/properties/upt', 'Pilih UPT-nya.', 'Choose the unit.'),
    ...faultIf(!name, '#/properties/name', 'Beri nama bidang ini.', 'Give the parcel a name.'),
    ...faultIf(
      statusPerolehan === undefined,
      '#/properties/statusPerolehan',
      'Pilih sampai mana hibahnya: usulan, NPHD, BAST, pinjam pakai, atau sudah tercatat sebagai BMN.',
      'Choose how far the grant has come: proposal, NPHD, BAST, on loan, or in the books.',
    ),
    ...faultIf(
      address?.kabupaten === undefined && address?.kodeKemendagri === undefined,
      '#/properties/address/kabupaten',
      'Isi kabupaten atau kota, atau kode wilayah Kemendagri.',
      'Enter the kabupaten or kota, or its Kemendagri code.',
    ),
    ...faultIf(
      boundary === null,
      '#/geometry',
      'Gambar batas bidang ini di peta, atau letakkan berkasnya.',
      'Draw the boundary on the map, or drop its file.',
    ),
    ...faultIf(
      grant?.grantor?.name === undefined,
      '#/properties/grant/grantor/name',
      'Isi siapa yang memberikan atau meminjamkan tanah.',
      'Enter who gave or lent the land.',
    ),
    ...faultIf(
      grant?.grantor?.kind === undefined,
      '#/properties/grant/grantor/kind',
      'Pilih jenis pemberi: pemerintah daerah, kementerian atau lembaga, swasta, masyarakat, atau perorangan.',
      'Choose what the grantor is: a regional government, a ministry, a company, a community or a person.',
    ),
    ...(isGranted
      ? [...unaccounted(properties, 'nphd', 'NPHD'), ...unaccounted(properties, 'bast', 'BAST')]
      : []),
    ...faultIf(
      hasReached(properties, 'tercatat-bmn') &&
        !bmnRecords.some(({ kodeBarang, nup }) => kodeBarang !== undefined && nup !== undefined),
      '#/properties/bmnRecords',
      'Isi kode barang dan NUP, karena tanah ini disebut sudah tercatat sebagai BMN.',
      'Enter asset code and NUP, as this land is said to be in the books.',
    ),
  ]
}

/**
 * What stands between this draft and its submission; empty when it may go.
 *
 * Only what nobody could verify without, and findings of severity B. Missing papers and files are
 * findings of less weight: they lead to a verification with notes, never to a dead end.
 */
export function readiness(evaluated: Evaluated): Fault[] {
  const blocking = evaluate(evaluated)
    .filter(({ severity }) => severity === 'B')
    .map(({ rule, pointer, message, cure, place }) => ({
      pointer,
      detail: { id: `${message.id} ${cure.id}`, en: `${message.en} ${cure.en}` },
      rule,
      ...(place && { place }),
    }))
  return [...missing(evaluated), ...blocking]
}
