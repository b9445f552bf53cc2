import { type Rule, rule } from './rule.ts'

/** Rule on land that another parcel of the registry holds too (E10). */
export const overlapRules: Rule[] = [
  rule({
    id: 'E10',
    severity: 'E',
    source: 'internal',
    find: ({ overlaps = [], settings }) =>
      overlaps
        .filter(({ percent }) => percent > (settings.overlapPercent.value ?? 0))
        .map((shared) => ({ ...shared, pointer: '#/geometry' })),
    message: ({ percent }) => {
      const share = String(Math.round(percent * 10) / 10)
      return {
        id: `${share.replace('.', ',')} % bidang ini tercatat juga sebagai bidang lain.`,
        en: `${share} % of this parcel is recorded as another parcel too.`,
      }
    },
    cure: ({ isNewcomer, isSettled }) =>
      isSettled
        ? {
            id: 'Pusat sudah memutuskan keduanya tetap tercatat. Selesaikan sengketanya, lalu perbaiki batas yang salah.',
            en: 'Headquarters decided that both stay recorded. Settle the dispute, then correct the boundary that is wrong.',
          }
        : isNewcomer
          ? {
              id: 'Pusat memutuskan. Siapkan sertipikat dan berita acara batas, atau perbaiki batasnya.',
              en: 'Headquarters decides. Have the certificate and the record of the boundary ready, or correct the boundary.',
            }
          : {
              id: 'Bidang yang datang kemudian menunggu keputusan pusat. Periksa batas Anda dan beri tahu Kanwil bila salah.',
              en: 'The parcel that came later waits for headquarters. Check your own boundary and tell the Kanwil if it is wrong.',
            },
  }),
]
