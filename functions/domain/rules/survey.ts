import { areaChanges, countedAreas } from '../area-change.ts'
import { formatHectares, formatPercent } from '../writing.ts'
import type { Language } from '../phrase.ts'
import { type Rule, rule } from './rule.ts'

/** Rule on land that a new survey found to be less (D10). */
export const surveyRules: Rule[] = [
  rule({
    id: 'D10',
    severity: 'W',
    source: 'internal',
    find: ({ resurvey, properties, boundaryAreaM2, settings }) => {
      if (!resurvey) return []
      const { before, after = countedAreas(properties, boundaryAreaM2) } = resurvey
      const most = settings.lostPercent.value
      const lost = areaChanges([before], [after]).find(
        ({ differenceM2, beforeM2 }) => most !== null && (-differenceM2 / beforeM2) * 100 > most,
      )
      const note = resurvey.after ? resurvey.note : properties.areaNote
      return lost ? [{ ...lost, note, pointer: '#/geometry' }] : []
    },
    message: ({ beforeM2, afterM2, differenceM2, differencePercent, note }) => {
      const told = (language: Language): string =>
        [
          `${formatHectares(beforeM2, language)} → ${formatHectares(afterM2, language)}`,
          `${formatHectares(differenceM2, language)} (${formatPercent(differencePercent / 100, language)})`,
        ].join(', ')
      return {
        id: `Ukur ulang memperkecil tanah ini: ${told('id')}. ${note ? `Penjelasan: ${note}` : 'Belum dijelaskan.'}`,
        en: `The new survey made this land smaller: ${told('en')}. ${note ? `Explanation: ${note}` : 'Not explained yet.'}`,
      }
    },
    cure: {
      id: 'Kanwil: nilai penjelasannya. Tanah yang hilang tanpa surat dicari dahulu dengan kantor pertanahan.',
      en: 'Kanwil: judge the explanation. Land that went without a paper is looked for with the land office first.',
    },
  }),
]
