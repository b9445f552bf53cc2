import type { Language, Phrase } from './phrase.ts'

/** A decimal number as it was written, exact: `digits` divided by ten to the power of `scale`. */
export interface Decimal {
  digits: bigint
  scale: number
}

/** What a written number says; a second reading is told, never chosen silently. */
export type NumberReading =
  { ok: true; value: Decimal; alternative?: Decimal; note?: Phrase } | { ok: false; reason: Phrase }

const decimal = (whole: string, fraction = ''): Decimal => ({
  digits: BigInt(whole + fraction),
  scale: fraction.length,
})

const fault = (id: string, en: string): NumberReading => ({ ok: false, reason: { id, en } })

const UNGROUPED = fault(
  'Pemisah ribuan tidak membagi angka per tiga digit. Tulis misalnya 24.233,50.',
  'The thousand separators do not split the number into groups of three. Write 24,233.50, for example.',
)

const NAME = {
  '.': { id: 'Titik', en: 'The dot' },
  ',': { id: 'Koma', en: 'The comma' },
} as const
type Separator = keyof typeof NAME

/** Thousand and decimal separators of each language. */
const SEPARATORS: Record<Language, { thousand: Separator; decimal: Separator }> = {
  id: { thousand: '.', decimal: ',' },
  en: { thousand: ',', decimal: '.' },
}

/** Remove correct thousand separators, or say that they are none. */
function ungroup(whole: string, separator: Separator | ' '): string | null {
  const groups = whole.split(separator)
  const right = /^\d{1,3}$/.test(groups[0] ?? '') && groups.slice(1).every((g) => /^\d{3}$/.test(g))
  return right ? groups.join('') : null
}

/** One separator that occurs once, such as `18.420`, `5,1` or `24233.50`. */
function withOneSeparator(text: string, separator: Separator, language: Language): NumberReading {
  const [whole = '', fraction = ''] = text.split(separator)
  if (whole === '' || fraction === '') return UNGROUPED
  const asDecimal = decimal(whole, fraction)
  const couldGroup = fraction.length === 3 && /^[1-9]\d{0,2}$/.test(whole)
  if (couldGroup && separator === SEPARATORS[language].thousand)
    return {
      ok: true,
      value: decimal(whole + fraction),
      alternative: asDecimal,
      note: {
        id: `${NAME[separator].id} dibaca sebagai pemisah ribuan.`,
        en: `${NAME[separator].en} was read as a thousand separator.`,
      },
    }
  if (!couldGroup && separator === SEPARATORS[language].decimal)
    return { ok: true, value: asDecimal }
  return {
    ok: true,
    value: asDecimal,
    ...(couldGroup && { alternative: decimal(whole + fraction) }),
    note: {
      id: `${NAME[separator].id} dibaca sebagai tanda desimal.`,
      en: `${NAME[separator].en} was read as a decimal mark.`,
    },
  }
}

/**
 * Read a number as officers write and paste it: `24.233,50`, `24,233.50`, `24 233,5`, `24233.50`.
 *
 * Where one separator could be either, as in `18.420`, the reading of `language` is the value and
 * the other the alternative. No sign: areas and amounts have none.
 */
export function readNumber(text: string, language: Language): NumberReading {
  const squeezed = text.trim().replace(/\s+/gu, ' ')
  if (squeezed === '') return fault('Angka belum diisi.', 'There is no number.')
  if (squeezed.length > 40) return fault('Angkanya terlalu panjang.', 'The number is too long.')
  if (!/^\d[\d., ]*$/.test(squeezed) || /[.,]$/.test(squeezed))
    return fault(
      `“${squeezed}” bukan angka. Tulis misalnya 24.233,50.`,
      `“${squeezed}” is no number. Write 24,233.50, for example.`,
    )
  if (squeezed.includes(' ')) {
    const [, grouped = '', mark, fraction] = /^([\d ]+)(?:([.,])(\d+))?$/.exec(squeezed) ?? []
    const whole = ungroup(grouped, ' ')
    if (whole === null || (mark && !fraction)) return UNGROUPED
    return { ok: true, value: decimal(whole, fraction) }
  }
  const dots = squeezed.split('.').length - 1
  const commas = squeezed.split(',').length - 1
  if (dots === 0 && commas === 0) return { ok: true, value: decimal(squeezed) }
  if (dots + commas === 1) return withOneSeparator(squeezed, dots === 1 ? '.' : ',', language)
  const last: Separator = squeezed.lastIndexOf('.') > squeezed.lastIndexOf(',') ? '.' : ','
  const first: Separator = last === '.' ? ',' : '.'
  if (dots === 0 || commas === 0) {
    const whole = ungroup(squeezed, last)
    return whole === null ? UNGROUPED : { ok: true, value: decimal(whole) }
  }
  const [grouped = '', fraction = '', ...rest] = squeezed.split(last) // the last kind is the decimal mark
  const whole = rest.length > 0 ? null : ungroup(grouped, first)
  return whole === null ? UNGROUPED : { ok: true, value: decimal(whole, fraction) }
}

/** Multiply by a whole `factor` and round to `places` decimals, half up; says whether digits were lost. */
export function scaleDecimal(
  { digits, scale }: Decimal,
  factor: bigint,
  places: number,
): { value: number; exact: boolean } {
  const scaled = digits * factor * 10n ** BigInt(places)
  const divisor = 10n ** BigInt(scale)
  const rounded = (scaled * 2n + divisor) / (divisor * 2n)
  return { value: Number(rounded) / 10 ** places, exact: scaled % divisor === 0n }
}
