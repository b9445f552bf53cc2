import type { BaseIssue } from 'valibot'
import type { Phrase } from './phrase.ts'
import type { Fault } from './refusal.ts'

/** What was received is quoted up to this length, in characters. */
const MOST_QUOTED = 100
/** Who sent more mistakes than this has sent the wrong thing: the rest is not listed. */
export const MOST_FAULTS = 100

/** The beginning of what somebody sent, short enough for a sentence. */
export const quoted = (sent: unknown): string => {
  const whole = String(sent)
  return whole.length > MOST_QUOTED ? `${whole.slice(0, MOST_QUOTED)}…` : whole
}

const escape = (key: unknown): string => quoted(key).replaceAll('~', '~0').replaceAll('/', '~1')

/** An RFC 6901 pointer in fragment form, such as `#/properties/titles/0/number`. */
export const pointer = (...keys: readonly unknown[]): string => ['#', ...keys.map(escape)].join('/')

const phrase = (id: string, en: string): Phrase => ({ id, en })

/** Sentences for the checks of our own schemas, by the message that the schema gives. */
const OWN: Record<string, Phrase> = {
  nik: phrase(
    'Terbaca 16 angka berurutan seperti NIK. Nomor penduduk tidak boleh dicatat di sini; hapus angka itu.',
    'Sixteen digits in a row read as a NIK. A person’s number must not be recorded here; remove it.',
  ),
  scope: phrase(
    'Petugas dan KPB perlu daftar unit, petugas Kanwil perlu daftar Kanwil, peran lain tidak keduanya.',
    'Petugas and KPB need units, Kanwil staff need Kanwil, other roles need neither.',
  ),
  unfit: phrase(
    'Ada karakter yang tidak dapat disimpan atau tidak terlihat. Hapus, lalu ketik ulang.',
    'There is a character that cannot be kept or seen. Remove it and type it again.',
  ),
  period: phrase(
    'Periode berakhir sebelum mulai. Tukar kedua tanggalnya.',
    'The period ends before it begins. Swap its days.',
  ),
  'block-twice': phrase(
    'Satu blok hanya disebut sekali dalam satu laporan.',
    'A block is told of once in one report.',
  ),
  'too-small': phrase(
    'Luas terkecil 0,01 m²; tulis 0 bila tidak ada.',
    'The smallest area is 0.01 m²; write 0 for none.',
  ),
  'too-few': phrase(
    'Jumlah terkecil 0,001; tulis 0 bila tidak ada panen.',
    'The smallest amount is 0.001; write 0 for no harvest.',
  ),
  'no-such-day': phrase(
    'Tanggal itu tidak ada di kalender. Tulis seperti 2026-01-15.',
    'That day is not in the calendar. Write it like 2026-01-15.',
  ),
}

/** What a value should be, in words, by the type that a schema expects. */
const EXPECTED: Record<string, Phrase> = {
  string: phrase('teks', 'text'),
  number: phrase('angka, tanpa tanda kutip', 'a number, without quotes'),
  boolean: phrase('true atau false', 'true or false'),
  Array: phrase('daftar', 'a list'),
  Object: phrase('objek', 'an object'),
}

/** `("a" | "b")` as `"a", "b"`: the choices of a picklist without the signs of a type. */
const choices = (expected: string | null): string =>
  (expected ?? '').replace(/[()]/g, '').replaceAll(' | ', ', ')

function sentence(issue: BaseIssue<unknown>): Phrase {
  const own = OWN[issue.message]
  if (own) return own
  const received = quoted(issue.received)
  if (issue.message.startsWith('form:')) {
    const form = issue.message.slice('form:'.length)
    return phrase(
      `Bentuknya tidak dikenal: ${received}. Tulis seperti ${form}.`,
      `The form is not known: ${received}. Write it like ${form}.`,
    )
  }
  const limit = String((issue as { requirement?: unknown }).requirement ?? '')
  switch (issue.type) {
    case 'strict_object':
    case 'object':
      if (issue.expected === 'never')
        return phrase(
          'Isian ini tidak dikenal, atau diisi oleh registri sendiri.',
          'This member is not known, or the registry itself sets it.',
        )
      if (issue.received === 'undefined')
        return phrase('Isian ini belum ada.', 'This member is missing.')
      return phrase('Harus berupa objek.', 'This has to be an object.')
    case 'min_length':
      return phrase('Isian ini masih kosong.', 'This is empty.')
    case 'max_length':
      return phrase(`Terlalu panjang: paling banyak ${limit}.`, `Too long: at most ${limit}.`)
    case 'min_value':
      return phrase(`Paling sedikit ${limit}.`, `At least ${limit}.`)
    case 'max_value':
      return phrase(`Paling banyak ${limit}.`, `At most ${limit}.`)
    case 'gt_value':
      return phrase(`Harus lebih dari ${limit}.`, `This has to be more than ${limit}.`)
    case 'safe_integer':
    case 'integer':
      return phrase('Harus bilangan bulat.', 'This has to be a whole number.')
    case 'picklist':
    case 'literal':
    case 'variant':
      return phrase(
        `Pilihan ini tidak dikenal: ${received}. Yang dikenal: ${choices(issue.expected)}.`,
        `This choice is not known: ${received}. Known are: ${choices(issue.expected)}.`,
      )
    case 'iso_timestamp':
      return phrase(
        `Saat itu tidak terbaca: ${received}. Tulis seperti 2026-01-15T03:20:00Z.`,
        `This instant cannot be read: ${received}. Write it like 2026-01-15T03:20:00Z.`,
      )
    default: {
      const expected = EXPECTED[issue.expected ?? '']
      return phrase(
        `Isinya ${received}, seharusnya ${expected?.id ?? 'lain'}.`,
        `This is ${received} and should be ${expected?.en ?? 'something else'}.`,
      )
    }
  }
}

/**
 * What a schema found, as faults with pointers and sentences, the first hundred of them; `at` says
 * where the value itself stands.
 */
export const faultsOf = (
  issues: readonly BaseIssue<unknown>[],
  at: readonly string[] = [],
): Fault[] =>
  issues.slice(0, MOST_FAULTS).map((issue) => ({
    pointer: pointer(...at, ...(issue.path ?? []).map(({ key }) => key)),
    detail: sentence(issue),
  }))
