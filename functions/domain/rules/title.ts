import { isCertificate } from '../areas.ts'
import { parseCertificate } from '../certificate.ts'
import type { ParcelProperties, Title } from '../parcel.ts'
import type { Phrase } from '../phrase.ts'
import { formatDate } from '../writing.ts'
import { monthsAfter } from './period.ts'
import { hasReached, hitIf, type Rule, rule } from './rule.ts'

/** The certificates of a parcel with their pointers; girik and deeds of sale are none. */
const certificatesOf = ({ titles = [] }: ParcelProperties): { title: Title; pointer: string }[] =>
  titles
    .map((title, i) => ({ title, pointer: `#/properties/titles/${i}` }))
    .filter(({ title }) => isCertificate(title))

/** Land is the ministry's once it was handed over: only then must its title say so. */
const isOurs = (properties: ParcelProperties): boolean =>
  hasReached(properties, 'bast', 'tercatat-bmn')

const RIGHT_NAME = /Pemerintah\s+(?:Republik|R\.?\s*I\.?)[\s\S]*c\.?\s*q\.?\s*Kementerian/i
const FORMER =
  /kemenkumham|kehakiman|(?:kementerian|departemen)\s+hukum(?:\s+(?:dan|&)|,|\s*$)|hak\s+asasi\s+manusia/i
const REGION = /pem(?:prov|kab|kot|da)\b|pemerintah\s+(?:provinsi|kabupaten|kota|daerah)/i
const STATE = /pemerintah|negara|republik|kementerian|lembaga|lapas|rutan|direktorat/i

/** Who else the certificate names: a former ministry, a region, or some person or body. */
function otherHolder(holder: string): 'former' | 'region' | 'private' | null {
  if (FORMER.test(holder)) return 'former'
  if (REGION.test(holder)) return 'region'
  return STATE.test(holder) ? null : 'private'
}

// A person's name stays out of the sentence: findings are read by more people than titles are.
const NAMED = (holder: string): Record<'former' | 'region' | 'private', Phrase> => ({
  former: { id: `kementerian lama (“${holder}”)`, en: `a former ministry (“${holder}”)` },
  region: { id: `pemerintah daerah (“${holder}”)`, en: `a regional government (“${holder}”)` },
  private: { id: 'orang atau badan lain', en: 'a person or another body' },
})

const holders = (properties: ParcelProperties) =>
  isOurs(properties)
    ? certificatesOf(properties).flatMap(({ title: { holder, number = '' }, pointer }) =>
        holder === undefined
          ? []
          : [{ pointer: `${pointer}/holder`, holder, number, other: otherHolder(holder) }],
      )
    : []

const of = (number: string): Phrase => ({
  id: `sertipikat ${number}`.trim(),
  en: `certificate ${number}`.trim(),
})

const named = (number: string): Phrase => ({
  id: of(number).id.replace('s', 'S'),
  en: of(number).en.replace('c', 'C'),
})

/** Rules on certificates (B01 to B05, B09 to B11, B13). */
export const titleRules: Rule[] = [
  rule({
    id: 'B01',
    severity: 'E',
    source: 'UU 1/2004 Ps. 49(1)',
    find: ({ properties }) =>
      hitIf(
        isOurs(properties) && !certificatesOf(properties).some(({ title }) => title.number),
        '#/properties/titles',
      ),
    message: {
      id: 'Tanah ini belum bersertipikat. Tanah negara wajib disertipikatkan atas nama Pemerintah RI.',
      en: 'This land has no certificate. State land must be certified in the name of the Government.',
    },
    cure: {
      id: 'Petugas BMN: kalau sertipikat ada, catat nomornya. Kalau belum, kepala UPT mengajukan permohonan hak ke kantor pertanahan.',
      en: 'Asset officer: if there is a certificate, record its number. If not, the head of unit applies to the land office.',
    },
  }),
  rule({
    id: 'B02',
    severity: 'E',
    source: 'Peraturan Bersama 186/PMK.06/2009 & 24/2009',
    find: ({ properties }) =>
      holders(properties).filter(({ holder, other }) => other === null && !RIGHT_NAME.test(holder)),
    message: ({ holder, number }) => ({
      id: `${named(number).id} atas nama “${holder}”, bukan “Pemerintah Republik Indonesia c.q. Kementerian …”.`,
      en: `${named(number).en} names “${holder}”, not “Pemerintah Republik Indonesia c.q. Kementerian …”.`,
    }),
    cure: {
      id: 'Petugas BMN: salin nama pemegang hak persis seperti di sertipikat. Kalau memang begitu, kepala UPT memohon perubahan nama ke kantor pertanahan.',
      en: 'Asset officer: copy the holder exactly as printed. If it does read so, the head of unit applies to the land office for a change of name.',
    },
  }),
  rule({
    id: 'B03',
    severity: 'E',
    source: 'PMK 90 Tahun 2024; UU 1/2004 Ps. 49(1)',
    find: ({ properties }) =>
      holders(properties).flatMap(({ other, ...hit }) =>
        other === null ? [] : [{ ...hit, other }],
      ),
    message: ({ holder, number, other }) => ({
      id: `${named(number).id} masih atas nama ${NAMED(holder)[other].id}.`,
      en: `${named(number).en} still names ${NAMED(holder)[other].en}.`,
    }),
    cure: {
      id: 'Kepala UPT: mohon balik nama ke kantor pertanahan dengan NPHD, BAST, dan sertipikat asli; Kanwil dapat membantu.',
      en: 'Head of unit: apply to the land office for a change of name with NPHD, BAST and the original certificate; the Kanwil can help.',
    },
  }),
  rule({
    id: 'B04',
    severity: 'W',
    source: 'internal',
    find: ({ properties }) =>
      certificatesOf(properties).flatMap(({ title: { number, kind }, pointer }) => {
        if (number === undefined || kind === 'lainnya') return []
        const { form } = parseCertificate(number)
        return form === 'current' ? [] : [{ pointer: `${pointer}/number`, number, form }]
      }),
    message: ({ number, form }) =>
      form === 'old'
        ? {
            id: `Nomor “${number}” berbentuk lama. Nomor itu dicatat apa adanya.`,
            en: `The number “${number}” has the old form. It is recorded as it stands.`,
          }
        : {
            id: `Nomor “${number}” tidak berbentuk nomor sertipikat (PP.KK.CC.DD.J.NNNNN).`,
            en: `The number “${number}” has not the form of a certificate (PP.KK.CC.DD.J.NNNNN).`,
          },
    cure: {
      id: 'Petugas BMN: kalau sertipikat sudah diganti dengan nomor 14 angka, tulis yang baru. Kalau belum, biarkan.',
      en: 'Asset officer: if the certificate was replaced by one of 14 digits, write that. If not, leave it.',
    },
  }),
  rule({
    id: 'B05',
    severity: 'W',
    source: 'Peraturan Bersama 186/PMK.06/2009 & 24/2009',
    find: ({ properties }) =>
      isOurs(properties)
        ? certificatesOf(properties).flatMap(({ title: { number = '' }, pointer }) => {
            const parsed = parseCertificate(number)
            return parsed.form === 'current' && parsed.right !== 'hak-pakai'
              ? [{ pointer: `${pointer}/number`, number: parsed.display, digit: parsed.digit }]
              : []
          })
        : [],
    message: ({ number, digit }) => ({
      id: `${number} bukan Hak Pakai: angka kesembilannya ${digit}, bukan 4.`,
      en: `${number} is no Hak Pakai: its ninth digit is ${digit}, not 4.`,
    }),
    cure: {
      id: 'Petugas BMN: periksa nomornya. Kalau benar, kepala UPT memohon perubahan menjadi Hak Pakai ke kantor pertanahan.',
      en: 'Asset officer: check the number. If it is right, the head of unit applies to the land office for a Hak Pakai.',
    },
  }),
  rule({
    id: 'B09',
    severity: 'W',
    source: 'Permen ATR/BPN 3/2023',
    find: ({ properties }) =>
      certificatesOf(properties)
        .filter(({ title }) => title.electronic === true && title.nibBidang?.length !== 14)
        .map(({ pointer }) => ({ pointer: `${pointer}/nibBidang` })),
    message: {
      id: 'Sertipikat elektronik memuat NIB 14 angka, tetapi di sini tidak ada atau lebih pendek.',
      en: 'An electronic certificate carries a NIB of 14 digits; here it is missing or shorter.',
    },
    cure: {
      id: 'Petugas BMN: salin NIB 14 angka dari sertipikat elektronik.',
      en: 'Asset officer: copy the 14 digits from the electronic certificate.',
    },
  }),
  rule({
    id: 'B10',
    severity: 'W',
    source: 'internal',
    find: ({ properties }) =>
      certificatesOf(properties).flatMap(({ title: { suratUkur, number = '' }, pointer }) => {
        const lacking: Phrase[] = [
          ...(suratUkur?.number === undefined ? [{ id: 'nomor', en: 'its number' }] : []),
          ...(suratUkur?.date === undefined ? [{ id: 'tanggal', en: 'its date' }] : []),
          ...(suratUkur?.areaM2 === undefined ? [{ id: 'luas', en: 'its area' }] : []),
        ]
        return lacking.length > 0 ? [{ pointer: `${pointer}/suratUkur`, number, lacking }] : []
      }),
    message: ({ number, lacking }) => ({
      id: `Surat ukur ${of(number).id} belum lengkap: belum ada ${lacking.map(({ id }) => id).join(', ')}.`,
      en: `The survey of ${of(number).en} lacks ${lacking.map(({ en }) => en).join(', ')}.`,
    }),
    cure: {
      id: 'Petugas BMN: salin nomor, tanggal, dan luas dari halaman surat ukur pada sertipikat.',
      en: 'Asset officer: copy number, date and area from the survey page of the certificate.',
    },
  }),
  rule({
    id: 'B11',
    severity: 'W',
    source: 'internal',
    find: ({ properties }) =>
      certificatesOf(properties).flatMap(({ title: { suratUkur, issued }, pointer }) =>
        suratUkur?.date && issued && suratUkur.date > issued
          ? [{ pointer: `${pointer}/suratUkur/date`, measured: suratUkur.date, issued }]
          : [],
      ),
    message: ({ measured, issued }) => ({
      id: `Surat ukur bertanggal ${formatDate(measured, 'id')}, sesudah sertipikat terbit ${formatDate(issued, 'id')}.`,
      en: `The survey is dated ${formatDate(measured, 'en')}, after the certificate of ${formatDate(issued, 'en')}.`,
    }),
    cure: {
      id: 'Petugas BMN: cocokkan kedua tanggal dengan sertipikat.',
      en: 'Asset officer: compare both dates with the certificate.',
    },
  }),
  rule({
    id: 'B13',
    severity: 'W',
    source: 'internal',
    find: ({ properties, settings, today }) => {
      const months = settings.rightEndsMonths.value
      if (months === null) return []
      return certificatesOf(properties).flatMap(({ title: { expires, number = '' }, pointer }) =>
        expires !== undefined && expires <= monthsAfter(today, months)
          ? [{ pointer: `${pointer}/expires`, expires, number, isOver: expires < today }]
          : [],
      )
    },
    message: ({ expires, number, isOver }) => ({
      id: `Hak pada ${of(number).id} ${isOver ? 'sudah berakhir' : 'akan berakhir'} ${formatDate(expires, 'id')}.`,
      en: `The right of ${of(number).en} ${isOver ? 'ended' : 'ends'} on ${formatDate(expires, 'en')}.`,
    }),
    cure: {
      id: 'Kepala UPT: mohon perpanjangan atau pembaruan hak ke kantor pertanahan.',
      en: 'Head of unit: apply to the land office for an extension or renewal.',
    },
  }),
]
