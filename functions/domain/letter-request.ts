import type { IdleCase } from './idle-case.ts'
import { BLANK, type LetterFacts } from './letter-facts.ts'
import type { LetterPart, LetterSaid } from './letters.ts'
import { formatArea, formatDate } from './writing.ts'

/** Identity and whereabouts of the land (Ps. 8(3) a), with the papers that show it. */
export const identityRows = (facts: LetterFacts): string[][] => [
  ['Kode barang', facts.kodeBarang],
  ['Nomor urut pendaftaran (NUP)', facts.nup],
  ['Luas', facts.area],
  ['Tahun perolehan', facts.year],
  ['Nilai perolehan', facts.value],
  ['Kondisi', facts.condition],
  ['Alamat', facts.address],
  ['Sertipikat', facts.certificate],
  ['Penetapan status penggunaan', facts.psp],
]

/** The part of the land that a case is about, in words. */
export const partInWords = ({ area }: LetterFacts, idleCase: IdleCase | undefined): string =>
  idleCase?.areaM2 == null
    ? `seluruhnya (${area})`
    : `sebagian, ${formatArea(idleCase.areaM2, 'id')} dari ${area}`

/** What the Kanwil writes to a unit whose land looks unused. */
export function requestParts(
  facts: LetterFacts,
  idleCase: IdleCase | undefined,
  { questions, dueDate }: LetterSaid,
): LetterPart[] {
  const flagged = idleCase?.steps[0]
  const since = idleCase ? formatDate(idleCase.openedOn, 'id') : BLANK
  const asked = idleCase?.due?.clock === 'jawaban' ? idleCase.due : undefined
  const by = dueDate ?? asked?.day
  const provisional = dueDate === undefined && asked?.provisional
  return [
    {
      kind: 'paragraph',
      text: `Dalam registri tanah hibah, bidang ${facts.parcel} pada ${facts.unit} ditandai tidak terpakai ${partInWords(facts, idleCase)} sejak ${since}${flagged?.reason ? `, dengan alasan: ${flagged.reason.replace(/[.\s]+$/, '')}` : ''}.`,
    },
    { kind: 'table', head: false, rows: identityRows(facts) },
    {
      kind: 'paragraph',
      text: 'Mohon penjelasan tertulis, mengikuti materi Pasal 8 Peraturan Menteri Keuangan Nomor 120 Tahun 2024, mengenai:',
    },
    {
      kind: 'list',
      items: [
        'kebenaran identitas dan keberadaan tanah dalam tabel di atas;',
        'pelaksanaan penggunaan tanah saat ini;',
        'rencana penggunaan dalam waktu satu tahun, beserta dokumen anggarannya (DIPA, DIPA hasil revisi, RKA-K/L, atau RKBMN hasil penelaahan);',
        'pelaksanaan pemanfaatan oleh pihak lain;',
        'rencana pemanfaatan dalam waktu enam bulan.',
      ],
    },
    ...(questions ? [{ kind: 'paragraph' as const, text: questions }] : []),
    { kind: 'paragraph', text: 'Mohon dilampirkan, sepanjang ada:' },
    {
      kind: 'list',
      items: [
        'dokumen kepemilikan tanah;',
        'Izin Mendirikan Bangunan atau Persetujuan Bangunan Gedung;',
        'Kartu Identitas Barang (KIB);',
        'keputusan penetapan status penggunaan.',
      ],
    },
    {
      kind: 'paragraph',
      text: `Jawaban mohon diterima paling lambat ${by === undefined ? BLANK : formatDate(by, 'id')}${provisional ? ' (sementara, menunggu keputusan hari libur tahun itu)' : ''}.`,
    },
    {
      kind: 'paragraph',
      text: 'Tanda tidak terpakai ini bersifat internal. Tanda ini bukan status BMN terindikasi idle, yang hanya ditetapkan dengan surat Pengelola Barang.',
    },
  ]
}
