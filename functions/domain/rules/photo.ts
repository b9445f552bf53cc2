import { dayOf } from '../calendar.ts'
import type { Photo } from '../report.ts'
import { formatDate } from '../writing.ts'
import { blocksOf } from './blocks.ts'
import { monthsAfter } from './period.ts'
import { type Rule, rule, type RuleContext } from './rule.ts'
import { countedReports } from './told.ts'

const photoPointer = ({ id }: Photo): string => `#/photos/${id}`
const dayOfPhoto = ({ taken, at }: Photo): string => dayOf(new Date(taken?.at ?? at))

/** A rule on each photo of which something is doubtful. */
const doubts = (
  { photos = [] }: RuleContext,
  isDoubtful: (photo: Photo) => boolean,
): { pointer: string }[] =>
  photos.filter(isDoubtful).map((photo) => ({ pointer: photoPointer(photo) }))

const hasPlace = ({ taken, exif }: Photo): boolean =>
  taken?.fix !== undefined || (exif?.lng !== undefined && exif.lat !== undefined)

const TAKE_AGAIN = {
  id: 'Petugas BMN: ambil foto baru di lahan dengan lokasi dinyalakan, dan kirim dengan laporan berikutnya.',
  en: 'Asset officer: take a new photo on the land with location switched on, and send it with the next report.',
}

/** Rules on photos as evidence (H01 to H04). */
export const photoRules: Rule[] = [
  rule({
    id: 'H01',
    severity: 'W',
    source: 'internal',
    find: (context) => {
      const { photos, settings, today } = context
      const months = settings.photoMonths.value
      if (!photos || months === null || blocksOf(context).length === 0) return []
      const [latest] = photos.map(dayOfPhoto).sort().reverse()
      return latest === undefined || monthsAfter(latest, months) < today
        ? [{ pointer: '#/photos', latest, months }]
        : []
    },
    message: ({ latest, months }) =>
      latest === undefined
        ? { id: 'Penggunaan tanah ini belum punya foto.', en: 'The use of this land has no photo.' }
        : {
            id: `Foto terakhir ${formatDate(latest, 'id')}, lebih dari ${months} bulan lalu.`,
            en: `The latest photo is of ${formatDate(latest, 'en')}, more than ${months} months ago.`,
          },
    cure: TAKE_AGAIN,
  }),
  rule({
    id: 'H02',
    severity: 'W',
    source: 'internal',
    find: (context) => [
      ...countedReports(context)
        .filter(({ photos, grade }) => photos.length === 0 && grade === 'pernyataan')
        .map(({ id }) => ({ pointer: `#/reports/${id}/photos`, why: 'none' as const })),
      ...(context.photos ?? []).flatMap((photo) => {
        const isOutside = photo.doubts?.includes('place')
        return isOutside || !hasPlace(photo)
          ? [{ pointer: photoPointer(photo), why: isOutside ? ('far' as const) : ('nowhere' as const) }] // prettier-ignore
          : []
      }),
    ],
    message: ({ why }) =>
      ({
        none: {
          id: 'Laporan ini hanya pernyataan petugas, tanpa foto dan lokasi.',
          en: "This report is the officer's word alone, without photo and place.",
        },
        nowhere: {
          id: 'Foto ini tidak menyebut di mana diambil.',
          en: 'This photo does not tell where it was taken.',
        },
        far: {
          id: 'Foto ini diambil di luar batas bidang, lebih jauh daripada toleransi.',
          en: 'This photo was taken outside the boundary, further than the tolerance.',
        },
      })[why],
    cure: TAKE_AGAIN,
  }),
  rule({
    id: 'H03',
    severity: 'W',
    source: 'internal',
    find: (context) =>
      doubts(
        context,
        (photo) => photo.doubts?.includes('time') === true || dayOfPhoto(photo) > context.today,
      ),
    message: {
      id: 'Tanggal foto ini tidak dalam periode laporannya, atau di masa depan.',
      en: 'The date of this photo is not in the period of its report, or lies in the future.',
    },
    cure: TAKE_AGAIN,
  }),
  rule({
    id: 'H04',
    severity: 'W',
    source: 'internal',
    find: (context) => doubts(context, (photo) => photo.doubts?.includes('reused') === true),
    message: {
      id: 'Foto yang sama sudah dipakai untuk bidang atau periode lain.',
      en: 'The same photo was used for another parcel or period.',
    },
    cure: TAKE_AGAIN,
  }),
]
