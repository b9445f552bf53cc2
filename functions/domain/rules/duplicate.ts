import { type NumberKind, numbersOf } from '../certificate.ts'
import type { Phrase } from '../phrase.ts'
import { type Rule, rule } from './rule.ts'

const KINDS: { id: string; kind: NumberKind; name: Phrase }[] = [
  { id: 'B07', kind: 'sertipikat', name: { id: 'Sertipikat', en: 'Certificate' } },
  { id: 'B08', kind: 'nib', name: { id: 'NIB', en: 'NIB' } },
  { id: 'C03', kind: 'bmn', name: { id: 'Kode barang', en: 'Asset code' } },
  { id: 'C04', kind: 'register', name: { id: 'Kode register', en: 'Register code' } },
]

/**
 * Rules on numbers that another parcel holds too (B07, B08, C03, C04).
 *
 * Without a reason the registry refuses the second holder; with one, the number is shared and the
 * finding asks the Kanwil to judge. That is why none of them blocks here.
 */
export const duplicateRules: Rule[] = KINDS.map(({ id, kind, name }) =>
  rule({
    id,
    severity: 'E',
    source: 'internal',
    find: ({ properties, duplicates }) =>
      numbersOf(properties).flatMap(({ kind: held, value, display, pointer }) =>
        duplicates
          .filter((other) => other.kind === kind && held === kind && other.value === value)
          .map(({ reason }) => ({ pointer, display, reason })),
      ),
    message: ({ display, reason }) => ({
      id: `${name.id} ${display} dicatat juga untuk bidang lain. Alasan yang diberikan: ${reason}`,
      en: `${name.en} ${display} is recorded for another parcel too. The reason given: ${reason}`,
    }),
    cure: {
      id: 'Kanwil: nilai alasannya. Kalau bidang tercatat ganda, nonaktifkan salah satunya.',
      en: 'Kanwil: judge the reason. If the parcel was recorded twice, retire one of the two.',
    },
  }),
)
